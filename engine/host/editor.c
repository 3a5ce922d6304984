#include "host/editor.h"

#include <errno.h>
#include <fcntl.h>
#include <histedit.h>
#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/memory.h"
#include "host/interrupt.h"

#define HISTORY_LINES 5000

struct Editor {
	EditLine *line;
	History *history;
	const char *prompt;
	EditorComplete complete;
	void *data;
};

static char *prompt_of(EditLine *line) {
	Editor *editor;
	el_get(line, EL_CLIENTDATA, &editor);
	return (char *)editor->prompt;
}

/* More has been typed than the editor has read: a paste, or hands that were fast. */
static bool more_is_waiting(void) {
	int waiting = 0;
	return ioctl(STDIN_FILENO, FIONREAD, &waiting) == 0 && waiting > 0;
}

static unsigned char complete(EditLine *line, int key) {
	(void)key;
	Editor *editor;
	el_get(line, EL_CLIENTDATA, &editor);
	const LineInfo *info = el_line(line);
	if (!editor->complete || more_is_waiting())
		return el_insertstr(line, "\t") == 0 ? CC_REFRESH : CC_ERROR;
	Completion found = editor->complete(editor->data, info->buffer, (size_t)(info->cursor - info->buffer));
	if (found.inserted && el_insertstr(line, found.inserted) != 0)
		return CC_ERROR;
	if (!found.listed)
		return found.inserted ? CC_REFRESH : CC_ERROR;
	printf("\n%s\n", found.listed);
	fflush(stdout);
	return CC_REDISPLAY;
}

static bool set_history(Editor *editor) {
	HistEvent event;
	editor->history = history_init();
	if (!editor->history)
		return false;
	history(editor->history, &event, H_SETSIZE, HISTORY_LINES);
	history(editor->history, &event, H_SETUNIQUE, 1);
	el_set(editor->line, EL_HIST, history, editor->history);
	return true;
}

/* The editor reads characters by the locale: UTF-8 whatever the user has set, which leaves Lua's classes of bytes as
 * they are in "C". */
Editor *editor_new(void) {
	Editor *editor = memory_new(sizeof *editor);
	if (!editor)
		return NULL;
	setlocale(LC_CTYPE, "C.UTF-8");
	editor->prompt = "";
	editor->line = el_init("assay", stdin, stdout, stderr);
	if (!editor->line || !set_history(editor)) {
		editor_free(editor);
		return NULL;
	}
	el_set(editor->line, EL_CLIENTDATA, editor);
	el_set(editor->line, EL_PROMPT, prompt_of);
	el_set(editor->line, EL_EDITOR, "emacs");
	el_set(editor->line, EL_SIGNAL, 1);
	el_set(editor->line, EL_BIND, "^R", "em-inc-search-prev", NULL);
	/* The wide form: el_set copies its strings and never frees them (libedit 3.1). */
	el_wset(editor->line, EL_ADDFN, L"complete", L"Completes the word before the cursor", complete);
	el_set(editor->line, EL_BIND, "^I", "complete", NULL);
	el_source(editor->line, NULL);
	return editor;
}

void editor_free(Editor *editor) {
	if (!editor)
		return;
	if (editor->line)
		el_end(editor->line);
	if (editor->history)
		history_end(editor->history);
	memory_free(editor);
}

void editor_set_completer(Editor *editor, EditorComplete completer, void *data) {
	editor->complete = completer;
	editor->data = data;
}

EditorEnd editor_read(Editor *editor, const char *prompt, const char **line, size_t *length) {
	int count = 0;
	editor->prompt = prompt;
	*line = el_gets(editor->line, &count);
	if (interrupt_pending())
		return EDITOR_INTERRUPTED;
	if (!*line || count <= 0)
		return EDITOR_EOF;
	*length = (size_t)count;
	if ((*line)[*length - 1] == '\n')
		(*length)--;
	return EDITOR_LINE;
}

/* An earlier equal line goes, so that each line stands in the history once. */
void editor_add_history(Editor *editor, const char *line) {
	HistEvent event, removed;
	for (int found = history(editor->history, &event, H_FIRST); found >= 0;
	     found = history(editor->history, &event, H_NEXT)) {
		size_t length = strcspn(event.str, "\n");
		if (strlen(line) == length && memcmp(event.str, line, length) == 0) {
			if (history(editor->history, &removed, H_DEL, event.num) >= 0)
				free((char *)removed.str); /* libedit gives a copy */
			break;
		}
	}
	history(editor->history, &event, H_ENTER, line);
}

bool editor_load_history(Editor *editor, const char *path) {
	HistEvent event;
	return history(editor->history, &event, H_LOAD, path) >= 0;
}

bool editor_save_history(Editor *editor, const char *path) {
	HistEvent event;
	int descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
	if (descriptor < 0 || fchmod(descriptor, 0600) < 0) {
		if (descriptor >= 0)
			close(descriptor);
		return false;
	}
	FILE *file = fdopen(descriptor, "w");
	if (!file) {
		close(descriptor);
		return false;
	}
	bool written = history(editor->history, &event, H_SAVE_FP, file) >= 0;
	return (fclose(file) == 0) && written;
}
