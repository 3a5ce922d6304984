/* assay: measures how far news sources agree and who takes which stance, by rules.
 *
 * The one public header of libassay. An Assay is one analysis session: it owns a Lua state with the assay library, the
 * language pack and the rule packs that were loaded. It belongs to one thread at a time; several sessions may live in
 * one process. Functions that can fail take an AssayError (may be NULL) and return NULL or false; they never print, exit
 * or abort. All text is UTF-8 with explicit length; all positions are byte offsets, 0-based and half-open [start, end),
 * into the article's text as assay_article_text gives it. */
#ifndef ASSAY_H
#define ASSAY_H
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

#define ASSAY_API __attribute__((visibility("default")))
#define ASSAY_VERSION "0.1.0"

typedef enum AssayStatus {
	ASSAY_OK = 0,
	ASSAY_CHECK_FAILED, /* a check that was asked for did not hold */
	ASSAY_USAGE,        /* the caller's arguments are off */
	ASSAY_BAD_INPUT,    /* an article or file that cannot be used */
	ASSAY_NOT_FOUND,    /* a named thing that is not there */
	ASSAY_BUG,          /* an internal error */
	ASSAY_IO,           /* reading or writing failed */
	ASSAY_TRY_AGAIN,    /* locked by another, or out of space */
	ASSAY_NO_MEMORY,
	ASSAY_REFUSED,      /* a limit or wall stopped a pack */
	ASSAY_BAD_PACK,     /* a pack or configuration with a mistake */
	ASSAY_INTERRUPTED
} AssayStatus;

typedef struct AssayError {
	AssayStatus status;
	char message[500]; /* one line, UTF-8, NUL-terminated */
} AssayError;

/* The process exit code that stands for a status: 0, 1, 2, 65, 66, 70, 74, 75, 75, 77, 78, 130. */
ASSAY_API int assay_exit_code(AssayStatus status);
ASSAY_API const char *assay_version(void);

typedef struct Assay Assay;
typedef struct AssayArticle AssayArticle;
typedef struct AssayStore AssayStore;

typedef struct AssayOptions {
	const char *scripts; /* folder of the Lua library; NULL: $ASSAY_PATH, beside the program, then the installed one */
	size_t memory_limit; /* bytes for the session's Lua state; 0: none */
} AssayOptions;

/* options may be NULL. Errors: NOT_FOUND (no Lua library), NO_MEMORY, BUG. */
ASSAY_API Assay *assay_open(const AssayOptions *options, AssayError *error);
/* Frees the session and its articles; NULL is allowed. */
ASSAY_API void assay_close(Assay *assay);

/* Loads a rule pack by name (from the library's packs/) or by path. The last one loaded is the one that assay_run runs.
 * Errors: NOT_FOUND, BAD_PACK with "file:line:column: reason". */
ASSAY_API bool assay_load_pack(Assay *assay, const char *name_or_path, AssayError *error);

typedef struct AssayMeta { /* every field may be NULL */
	const char *id, *outlet, *published, *title; /* published: ISO 8601 date */
} AssayMeta;

/* Reads a text with the packs loaded so far. Ill-formed UTF-8 is replaced: offsets are those of assay_article_text.
 * The article lives until assay_article_free or assay_close. Errors: BAD_INPUT, NO_MEMORY. */
ASSAY_API AssayArticle *assay_analyse(Assay *assay, const char *text, size_t length, const AssayMeta *meta,
                                      AssayError *error);
ASSAY_API void assay_article_free(AssayArticle *article);
ASSAY_API const char *assay_article_text(const AssayArticle *article, size_t *length);

typedef enum AssayLayer {
	ASSAY_SENTENCES, /* kind: body, headline, heading, caption, furniture */
	ASSAY_TOKENS,
	ASSAY_MENTIONS,  /* name: canonical entity; kind: its class */
	ASSAY_QUOTES     /* start, end: content; kind: direct, indirect, mixed, scare; name: speaker's entity */
} AssayLayer;

typedef struct AssayItem {
	uint32_t start, end;
	const char *kind, *name;             /* NULL where the layer has none; live as long as the article */
	uint32_t speaker_start, speaker_end; /* ASSAY_QUOTES; both UINT32_MAX when the speaker is unknown */
	uint32_t cue_start, cue_end;         /* ASSAY_QUOTES; both UINT32_MAX when there is no cue */
} AssayItem;

ASSAY_API size_t assay_article_count(const AssayArticle *article, AssayLayer layer);
/* index is 0-based and below the count; false otherwise. */
ASSAY_API bool assay_article_item(const AssayArticle *article, AssayLayer layer, size_t index, AssayItem *item);

/* Runs the loaded pack over the articles: the JSON object of `assay run --format json`, NUL-terminated, to be given back
 * with assay_string_free. Errors: BAD_PACK (no pack or a rule that failed), NO_MEMORY. */
ASSAY_API char *assay_run(Assay *assay, AssayArticle *const *articles, size_t count, AssayError *error);
ASSAY_API void assay_string_free(char *string);

/* A project file. Errors: NOT_FOUND, IO, TRY_AGAIN (locked), BAD_INPUT (not a project file or a newer version). */
ASSAY_API AssayStore *assay_store_open(const char *path, AssayError *error);
ASSAY_API void assay_store_close(AssayStore *store);
/* Stores the article's text and metadata; *added tells a new one from a known one (same text and id). */
ASSAY_API bool assay_store_add(AssayStore *store, const AssayArticle *article, bool *added, AssayError *error);
ASSAY_API int64_t assay_store_count(AssayStore *store, AssayError *error); /* -1 on error */

#ifdef __cplusplus
}
#endif
#endif
