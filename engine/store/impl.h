/* What the files of store/ share. */
#ifndef ASSAY_STORE_IMPL_H
#define ASSAY_STORE_IMPL_H
#include <sqlite3.h>

#include "store/store.h"

#define STORE_APPLICATION_ID 0x41534159 /* "ASAY", at offset 68 of the file */
#define STORE_VERSION 2                 /* user_version, at offset 60 */

/* store_migrations[v] brings a file from version v to v + 1. */
extern const char *const store_migrations[STORE_VERSION];

/* Prepared once, at first use. */
typedef enum StoreSql {
	SQL_SAVEPOINT, SQL_RELEASE, SQL_ROLLBACK_TO,
	SQL_SOURCE_ADD, SQL_SOURCE_FIND,
	SQL_ARTICLE_KNOWN, SQL_ARTICLE_ADD, SQL_SENTENCE_ADD,
	SQL_ARTICLE_NEXT, SQL_ARTICLE_FIND, SQL_ARTICLE_LENGTH,
	SQL_RUN_ADD, SQL_EVIDENCE_ADD, SQL_FINDING_ADD, SQL_EVIDENCE_OF_ADD, SQL_RUN_NEXT, SQL_RUN_RESULT,
	SQL_SEARCH_STALE, SQL_SEARCH_SENTENCES, SQL_SEARCH_INDEX, SQL_SEARCH_FIND, SQL_SEARCH_MATCHES,
	SQL_COUNT
} StoreSql;

extern const char *const store_sql[SQL_COUNT];

struct Store {
	sqlite3 *db;
	char *path;                        /* as it was given, for messages */
	bool batch;                        /* between store_begin and its end, even when SQLite rolled it back already */
	bool searching;                    /* the search's function is there */
	sqlite3_stmt *statements[SQL_COUNT];
};

/* Sets error after what SQLite said and returns false. */
bool store_fail(const Store *store, int code, AssayError *error);
/* The prepared statement, reset and without values; NULL with error set. */
sqlite3_stmt *store_statement(Store *store, StoreSql sql, AssayError *error);
/* Steps once: *found is false behind the last row. */
bool store_row(const Store *store, sqlite3_stmt *statement, bool *found, AssayError *error);
/* Steps to the end and resets: for statements that give no rows. */
bool store_finish(const Store *store, sqlite3_stmt *statement, AssayError *error);
/* SQL of one or more statements that are not hot. */
bool store_execute(Store *store, const char *sql, AssayError *error);
/* The first column of the first row of a statement that is not hot. */
bool store_value(Store *store, const char *sql, int64_t *value, AssayError *error);
/* NULL becomes SQL's NULL. The string must live until the statement is reset. */
int store_bind_string(sqlite3_stmt *statement, int index, const char *string);

/* Around every write: a transaction, or a savepoint inside a batch. store_write_end commits when ok is true and
 * undoes otherwise (error is then set already); gives whether all went well. */
bool store_write_begin(Store *store, AssayError *error);
bool store_write_end(Store *store, bool ok, AssayError *error);

/* BAD_INPUT unless the string (NULL is fine) is well-formed UTF-8; `what` names it. */
bool store_check_string(const char *what, const char *string, AssayError *error);

/* Appends a row's text column with a NUL behind; the offset of its first byte, or SIZE_MAX for NULL. */
size_t store_keep_column(Buf *row, sqlite3_stmt *statement, int column);
/* The kept column, once the row is complete. */
const char *store_kept(const Buf *row, size_t offset);

#endif
