/* Line editing on a terminal, with a history kept in a file. */
#ifndef ASSAY_HOST_EDITOR_H
#define ASSAY_HOST_EDITOR_H
#include <stdbool.h>
#include <stddef.h>

typedef struct Editor Editor;

typedef enum EditorEnd {
	EDITOR_LINE,
	EDITOR_INTERRUPTED, /* ^C: the line is thrown away */
	EDITOR_EOF          /* ^D on an empty line, or the terminal is gone */
} EditorEnd;

/* What Tab adds behind the cursor, given the line up to there: `inserted`, and `listed`, which is shown below the line.
 * Both are NULL or live until the next call. */
typedef struct Completion {
	const char *inserted;
	const char *listed;
} Completion;
typedef Completion (*EditorComplete)(void *data, const char *before, size_t length);

/* Uses standard input, output and error. NULL when memory or the terminal fails. */
Editor *editor_new(void);
void editor_free(Editor *editor); /* NULL is allowed */
/* Without one, and inside pasted text, Tab stands for itself. */
void editor_set_completer(Editor *editor, EditorComplete complete, void *data);
/* Reads a line, without its line end; `line` lives until the next call. */
EditorEnd editor_read(Editor *editor, const char *prompt, const char **line, size_t *length);
void editor_add_history(Editor *editor, const char *line);
/* False when there is none yet. */
bool editor_load_history(Editor *editor, const char *path);
/* Replaces the file, readable by its owner alone. False with errno. */
bool editor_save_history(Editor *editor, const char *path);

#endif
