/* The project file: an SQLite database of articles, their sentences, and runs with the evidence behind each finding.
 *
 * One Store is one connection; it belongs to one thread at a time and must not cross a fork. Every write is one
 * transaction, or part of the batch between store_begin and store_commit. A call that waits longer than the timeout
 * for another writer gives TRY_AGAIN and has changed nothing.
 *
 * Every function that can fail sets error (may be NULL) to: TRY_AGAIN (in use by another, or no space left), IO
 * (also: a file that may not be written), BAD_INPUT (a damaged file, besides what the function itself names),
 * NO_MEMORY, BUG. Strings are UTF-8 without NUL bytes; a char pointer without a length ends with NUL. Offsets are
 * bytes into the article's text, 0-based and half-open. */
#ifndef ASSAY_STORE_STORE_H
#define ASSAY_STORE_STORE_H
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <assay.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/span.h"

typedef struct Store Store;

typedef enum StoreMode {
	STORE_CREATE,  /* a file that is not there is made */
	STORE_EXISTING /* a file that is not there is NOT_FOUND */
} StoreMode;

/* Opens and, where the file is of an older version, migrates it. ":memory:" is a store without a file; any other path
 * is taken as it stands, never as a URI. Errors: NOT_FOUND (no such folder or file), BAD_INPUT (not a project file,
 * or one of a newer version: left unmodified), and those above. */
Store *store_open(const char *path, StoreMode mode, AssayError *error);
/* Rolls an open batch back. NULL is allowed. */
void store_close(Store *store);
/* Version of the SQLite that is linked, as "3.40.1". */
const char *store_sqlite_version(void);
/* How long a call waits for another writer, in milliseconds; 5000 at first. */
void store_set_timeout(Store *store, int milliseconds);
const char *store_path(const Store *store);

/* A batch is one transaction over many calls. A call that fails inside it is undone alone, and the batch goes on,
 * except when a full disk or an I/O error rolled the whole batch back: then calls fail until commit (which fails,
 * too) or rollback. Errors: USAGE (begin inside a batch, commit or rollback outside one). */
bool store_begin(Store *store, AssayError *error);
bool store_commit(Store *store, AssayError *error);
bool store_rollback(Store *store, AssayError *error);

/* ---- Articles ---- */

/* Fields that are not known are NULL. */
typedef struct StoreArticle {
	int64_t id;             /* number in this file; store_add_article ignores it */
	const char *key;        /* the article's id as the user knows it, 1 to 512 bytes, no control characters */
	const char *text;
	size_t length;          /* bytes of text */
	const char *outlet, *published, *title;
	const char *meta;       /* a JSON object */
	const char *sha256;     /* of the text; store_add_article ignores it */
} StoreArticle;

typedef struct StoreSentence {
	uint32_t start, end, paragraph; /* paragraph: 0-based number */
	const char *kind;
} StoreSentence;

/* Adds an article with its sentences, which are what store_search finds. The same key with the same text is known
 * already: nothing changes, whatever the metadata, and *added is false. The same key with another text is a new
 * revision: both are kept, and the one added last is the current one, which counting, iterating, finding and
 * searching see; evidence goes on pointing to the revision it was taken from. A text that an earlier revision had is
 * known, so adding it again does not make it current. added and id (the article's number in either case) may be NULL.
 * Errors: BAD_INPUT (ill-formed UTF-8 or a NUL byte in any field, a bad key, sentences outside the text or across a
 * character). */
bool store_add_article(Store *store, const StoreArticle *article, const StoreSentence *sentences, size_t count,
                       bool *added, int64_t *id, AssayError *error);

/* Current articles; -1 on error. */
int64_t store_article_count(Store *store, AssayError *error);

/* A place in the articles or runs and the memory of the row read last. `StoreCursor cursor = {0}` stands before the
 * first; store_cursor_done frees it. No lock is held between steps, so what others write meanwhile may be seen. */
typedef struct StoreCursor {
	int64_t last;
	Buf row;
	Buf key;
} StoreCursor;

void store_cursor_done(StoreCursor *cursor);

/* The next current article, by key in byte order, whatever the order of adding; *found is false behind the last. The
 * article's pointers live until the next use of the cursor. */
bool store_article_next(Store *store, StoreCursor *cursor, StoreArticle *article, bool *found, AssayError *error);
/* The current article of that key, in the cursor's memory; *found is false when there is none. */
bool store_article_find(Store *store, const char *key, StoreCursor *cursor, StoreArticle *article, bool *found,
                        AssayError *error);

/* ---- Runs ---- */

typedef struct StoreEvidence {
	const char *article;        /* key of an article in the store; its current revision is meant */
	const char *rule;
	uint32_t start, end;
	const char *holder, *speaker; /* NULL: none */
	const char *json;           /* the whole record as an object, or NULL */
} StoreEvidence;

typedef struct StoreFinding {
	const char *kind;           /* what was found: stance, claim, … */
	const char *article;        /* key; NULL for a finding over all articles */
	const char *subject;        /* actor, claim, … */
	const char *status;         /* NULL: none */
	double score, low, high;    /* NaN: none */
	int64_t n;                  /* what was counted; -1: none */
	const char *json;           /* the whole record as an object, or NULL */
	const uint32_t *evidence;   /* indices into the run's evidence */
	uint32_t evidence_count;
} StoreFinding;

typedef struct StoreRun {
	int64_t id;                 /* store_run_add ignores it */
	const char *pack, *version, *pack_sha256, *engine, *question; /* pack and engine are required */
	const char *params;         /* a JSON object; NULL: {} */
	const char *result;         /* the whole result as a JSON object; store_run_next leaves NULL */
	const StoreEvidence *evidence;
	const StoreFinding *findings;
	uint32_t evidence_count, finding_count;
} StoreRun;

/* Adds a run, all of it or nothing. id may be NULL. Errors: NOT_FOUND (an article that is not in the store),
 * BAD_INPUT (ill-formed UTF-8, a missing field, a span outside its article, an index beyond the evidence). */
bool store_run_add(Store *store, const StoreRun *run, int64_t *id, AssayError *error);
/* The next run, oldest first, without its result, evidence and findings; else as store_article_next. */
bool store_run_next(Store *store, StoreCursor *cursor, StoreRun *run, bool *found, AssayError *error);
/* Appends the result's JSON; *found is false when there is no such run. */
bool store_run_result(Store *store, int64_t id, Buf *result, bool *found, AssayError *error);

/* ---- Search ---- */

typedef struct StoreHit {
	const char *article;   /* key */
	uint32_t n;            /* 0-based number of the sentence in the article */
	uint32_t start, end;   /* of the sentence */
	const char *text;      /* the sentence's bytes, end - start of them and a NUL */
	const Span *matches;   /* what the query matched, in the article's offsets, in order, not overlapping */
	uint32_t match_count;
	int64_t article_id, sentence_id; /* numbers in this file */
} StoreHit;

typedef struct StoreHits {
	StoreHit *items;
	uint32_t count, capacity;
	Arena arena; /* owns what the items point to */
} StoreHits;

#define STORE_QUERY_MAX 10000 /* bytes */

/* Finds sentences of current articles by an FTS5 query, best first (bm25), equal ones in the order of adding. Fills
 * hits, which must be {0}, with at most `limit`; store_hits_done frees them, also after an error. The index is made
 * by the first search and completed by later ones, so a search may write. Errors: BAD_INPUT (a query that cannot be
 * read). */
bool store_search(Store *store, const char *query, uint32_t limit, StoreHits *hits, AssayError *error);
void store_hits_done(StoreHits *hits);

/* ---- Health ---- */

/* Reads everything: the database's own structure, references, each text against its digest, the search index against
 * itself. Errors: BAD_INPUT with the first thing found. */
bool store_check(Store *store, AssayError *error);
/* Checks the file's pages and records alone, linear in its size. BAD_INPUT with the first thing that is wrong. */
bool store_check_pages(Store *store, AssayError *error);

/* ---- SQL of the user's own ---- */

/* One SELECT. It changes nothing, calls only functions that compute, and ends: after some 200 million steps of SQLite's
 * machine it is REFUSED. Other errors: USAGE (SQL that is wrong, or does more than read), and those above. To be closed
 * before the store. */
typedef struct StoreQuery StoreQuery;

typedef enum StoreKind {
	STORE_NULL, STORE_INTEGER, STORE_REAL, STORE_TEXT,
	STORE_BLOB /* also text that is ill-formed */
} StoreKind;

typedef struct StoreValue {
	StoreKind kind;
	int64_t integer;
	double real;
	const char *bytes; /* until the next step */
	size_t length;
} StoreValue;

StoreQuery *store_query_open(Store *store, const char *sql, AssayError *error);
void store_query_close(StoreQuery *query); /* NULL is allowed */
int store_query_columns(const StoreQuery *query);
const char *store_query_name(const StoreQuery *query, int column);
/* *found is false behind the last row. */
bool store_query_next(StoreQuery *query, bool *found, AssayError *error);
StoreValue store_query_value(StoreQuery *query, int column);

#endif
