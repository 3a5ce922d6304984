/* SQL that a user wrote, on a file that a stranger may have made: it reads, and it ends. */
#include <stdlib.h>
#include <string.h>

#include "base/error.h"
#include "base/memory.h"
#include "base/utf8.h"
#include "store/impl.h"

#define STEPS 1000         /* of SQLite's machine between two looks */
#define LOOKS 200000       /* looks that one query gets */
#define VALUE_LIMIT (64 << 20) /* bytes */

struct StoreQuery {
	Store *store;
	sqlite3_stmt *statement;
	int looks;
	int length_limit; /* the store's own */
};

static int compare_names(const void *name, const void *entry) {
	return strcmp(name, *(const char *const *)entry);
}

static bool is_allowed_function(const char *name) {
	static const char *const allowed[] = { /* sorted */
		"abs", "avg", "bm25", "char", "coalesce", "count", "date", "datetime", "dense_rank", "first_value", "format",
		"glob", "group_concat", "hex", "highlight", "ifnull", "iif", "instr", "json", "json_array",
		"json_array_length", "json_each", "json_extract", "json_group_array", "json_group_object", "json_object",
		"json_quote", "json_tree", "json_type", "json_valid", "julianday", "lag", "last_value", "lead", "length",
		"like", "lower", "ltrim", "match", "max", "min", "nth_value", "ntile", "nullif", "percent_rank", "printf",
		"quote", "rank", "replace", "round", "row_number", "rtrim", "sign", "snippet", "strftime", "substr",
		"substring", "sum", "time", "total", "trim", "typeof", "unicode", "upper",
	};
	return bsearch(name, allowed, sizeof allowed / sizeof *allowed, sizeof *allowed, compare_names) != NULL;
}

/* FTS5 asks for data_version itself. */
static int authorize(void *unused, int act, const char *first, const char *second, const char *database,
                     const char *trigger) {
	(void)unused, (void)database, (void)trigger;
	switch (act) {
	case SQLITE_SELECT:
	case SQLITE_READ:
		return SQLITE_OK;
	case SQLITE_FUNCTION:
		return second && is_allowed_function(second) ? SQLITE_OK : SQLITE_DENY;
	case SQLITE_PRAGMA:
		return first && strcmp(first, "data_version") == 0 && !second ? SQLITE_OK : SQLITE_DENY;
	}
	return SQLITE_DENY;
}

static int look(void *data) {
	StoreQuery *query = data;
	return --query->looks < 0;
}

static void enter(StoreQuery *query) {
	sqlite3 *db = query->store->db;
	sqlite3_set_authorizer(db, authorize, NULL);
	sqlite3_progress_handler(db, STEPS, look, query);
	query->length_limit = sqlite3_limit(db, SQLITE_LIMIT_LENGTH, VALUE_LIMIT);
}

static void leave(StoreQuery *query) {
	sqlite3 *db = query->store->db;
	sqlite3_set_authorizer(db, NULL, NULL);
	sqlite3_progress_handler(db, 0, NULL, NULL);
	sqlite3_limit(db, SQLITE_LIMIT_LENGTH, query->length_limit);
}

static bool fail(const StoreQuery *query, int code, AssayError *error) {
	const Store *store = query->store;
	if ((code & 0xFF) == SQLITE_INTERRUPT && query->looks < 0)
		return error_set(error, ASSAY_REFUSED, "%s: the query takes too many steps", store->path);
	if ((code & 0xFF) == SQLITE_AUTH)
		return error_set(error, ASSAY_USAGE, "%s: a query only reads (%s)", store->path, sqlite3_errmsg(store->db));
	if ((code & 0xFF) == SQLITE_ERROR)
		return error_set(error, ASSAY_USAGE, "%s: %s", store->path, sqlite3_errmsg(store->db));
	return store_fail(store, code, error);
}

static bool prepare(StoreQuery *query, const char *sql, AssayError *error) {
	const char *rest;
	int code = sqlite3_prepare_v2(query->store->db, sql, -1, &query->statement, &rest);
	if (code != SQLITE_OK)
		return fail(query, code, error);
	if (!query->statement)
		return error_set(error, ASSAY_USAGE, "an empty query");
	if (rest[strspn(rest, " \t\r\n;")])
		return error_set(error, ASSAY_USAGE, "one query at a time");
	return sqlite3_stmt_readonly(query->statement) || error_set(error, ASSAY_USAGE, "a query only reads");
}

StoreQuery *store_query_open(Store *store, const char *sql, AssayError *error) {
	StoreQuery *query = memory_new(sizeof *query);
	if (!query) {
		error_no_memory(error);
		return NULL;
	}
	query->store = store;
	query->looks = LOOKS;
	/* FTS5 connects by declaring a table, which no query may. */
	sqlite3_exec(store->db, "SELECT rowid FROM sentence_fts LIMIT 0", NULL, NULL, NULL);
	enter(query);
	bool fine = prepare(query, sql, error);
	leave(query);
	if (fine)
		return query;
	store_query_close(query);
	return NULL;
}

void store_query_close(StoreQuery *query) {
	if (!query)
		return;
	sqlite3_finalize(query->statement);
	memory_free(query);
}

int store_query_columns(const StoreQuery *query) {
	return sqlite3_column_count(query->statement);
}

const char *store_query_name(const StoreQuery *query, int column) {
	return sqlite3_column_name(query->statement, column);
}

bool store_query_next(StoreQuery *query, bool *found, AssayError *error) {
	enter(query);
	int code = sqlite3_step(query->statement);
	*found = code == SQLITE_ROW;
	bool fine = *found || code == SQLITE_DONE || fail(query, code, error);
	leave(query);
	return fine;
}

StoreValue store_query_value(StoreQuery *query, int column) {
	StoreValue value = {.kind = STORE_NULL};
	switch (sqlite3_column_type(query->statement, column)) {
	case SQLITE_INTEGER:
		value.kind = STORE_INTEGER;
		value.integer = sqlite3_column_int64(query->statement, column);
		break;
	case SQLITE_FLOAT:
		value.kind = STORE_REAL;
		value.real = sqlite3_column_double(query->statement, column);
		break;
	case SQLITE_TEXT:
		value.bytes = (const char *)sqlite3_column_text(query->statement, column);
		value.length = (size_t)sqlite3_column_bytes(query->statement, column);
		value.kind = utf8_valid_prefix(value.bytes, value.length) == value.length ? STORE_TEXT : STORE_BLOB;
		break;
	case SQLITE_BLOB:
		value.kind = STORE_BLOB;
		value.bytes = sqlite3_column_blob(query->statement, column);
		value.length = (size_t)sqlite3_column_bytes(query->statement, column);
		break;
	}
	return value;
}
