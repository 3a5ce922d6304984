#include "store/database.h"

#include "base/error.h"
#include "base/memory.h"
#include "store/impl.h"

struct DatabaseQuery {
	sqlite3_stmt *statement;
};

static int bind(sqlite3_stmt *statement, int index, const DatabaseValue *value) {
	switch (value->type) {
	case DATABASE_INTEGER:
		return sqlite3_bind_int64(statement, index, value->integer);
	case DATABASE_REAL:
		return sqlite3_bind_double(statement, index, value->real);
	case DATABASE_TEXT:
		return sqlite3_bind_text64(statement, index, value->text, value->length, SQLITE_STATIC, SQLITE_UTF8);
	case DATABASE_NULL:
		break;
	}
	return sqlite3_bind_null(statement, index);
}

/* The statement is wrong for this file, whoever's fault that is. */
static bool fail(const Database *database, int code, AssayError *error) {
	if ((code & 0xFF) != SQLITE_ERROR)
		return store_fail(database, code, error);
	return error_set(error, ASSAY_BAD_INPUT, "%s: %s", database->path, sqlite3_errmsg(database->db));
}

static bool prepare(Database *database, const char *sql, const DatabaseValue *values, size_t count,
                    sqlite3_stmt **statement, AssayError *error) {
	const char *rest = "";
	int code = sqlite3_prepare_v2(database->db, sql, -1, statement, &rest);
	if (code != SQLITE_OK)
		return fail(database, code, error);
	if (!*statement || *rest || (size_t)sqlite3_bind_parameter_count(*statement) != count)
		return error_set(error, ASSAY_USAGE, "one statement with as many parameters as values is needed: %s", sql);
	for (size_t i = 0; i < count && code == SQLITE_OK; i++)
		code = bind(*statement, (int)i + 1, &values[i]);
	return code == SQLITE_OK || fail(database, code, error);
}

DatabaseQuery *database_query(Database *database, const char *sql, const DatabaseValue *values, size_t count,
                              AssayError *error) {
	DatabaseQuery *query = memory_new(sizeof *query);
	if (!query) {
		error_no_memory(error);
		return NULL;
	}
	query->statement = NULL;
	if (prepare(database, sql, values, count, &query->statement, error))
		return query;
	database_query_done(query);
	return NULL;
}

bool database_next(Database *database, DatabaseQuery *query, bool *found, AssayError *error) {
	int code = sqlite3_step(query->statement);
	*found = code == SQLITE_ROW;
	return *found || code == SQLITE_DONE || fail(database, code, error);
}

int database_columns(const DatabaseQuery *query) {
	return sqlite3_column_count(query->statement);
}

const char *database_column_name(const DatabaseQuery *query, int column) {
	return sqlite3_column_name(query->statement, column);
}

DatabaseValue database_column(const DatabaseQuery *query, int column) {
	sqlite3_stmt *statement = query->statement;
	switch (sqlite3_column_type(statement, column)) {
	case SQLITE_NULL:
		return (DatabaseValue){.type = DATABASE_NULL};
	case SQLITE_INTEGER:
		return (DatabaseValue){.type = DATABASE_INTEGER, .integer = sqlite3_column_int64(statement, column)};
	case SQLITE_FLOAT:
		return (DatabaseValue){.type = DATABASE_REAL, .real = sqlite3_column_double(statement, column)};
	}
	DatabaseValue value = {.type = DATABASE_TEXT, .text = (const char *)sqlite3_column_text(statement, column)};
	value.length = value.text ? (size_t)sqlite3_column_bytes(statement, column) : 0;
	return value;
}

void database_query_done(DatabaseQuery *query) {
	if (query)
		sqlite3_finalize(query->statement);
	memory_free(query);
}

void database_close(Database *database) {
	store_close(database);
}
