/* SQLite files of other programs, for interchange: any tables, statements with bound values. Guarded as the project
 * file is: no views, triggers, extensions, attached files. Errors are those of store.h; BAD_INPUT is also a statement
 * that the file's tables do not answer. */
#ifndef ASSAY_STORE_DATABASE_H
#define ASSAY_STORE_DATABASE_H
#include "store/store.h"

typedef struct Store Database;
typedef struct DatabaseQuery DatabaseQuery;

typedef enum DatabaseMode {
	DATABASE_READ,  /* a file that is there, which is not changed */
	DATABASE_WRITE  /* a file of one's own, empty or made; it is durable only after closing and a sync */
} DatabaseMode;

typedef enum DatabaseType { DATABASE_NULL, DATABASE_INTEGER, DATABASE_REAL, DATABASE_TEXT } DatabaseType;

typedef struct DatabaseValue {
	DatabaseType type;
	int64_t integer;
	double real;
	const char *text; /* of a column: until the next step */
	size_t length;    /* bytes of text */
} DatabaseValue;

Database *database_open(const char *path, DatabaseMode mode, AssayError *error);
/* Queries may outlive the database, but are then only good for being freed. NULL is allowed. */
void database_close(Database *database);

/* One statement whose parameters ?1, ?2, … are the values; NULL with error set. Texts must live as long as the query.
 * */
DatabaseQuery *database_query(Database *database, const char *sql, const DatabaseValue *values, size_t count,
                              AssayError *error);
/* The next row; *found is false behind the last. */
bool database_next(Database *database, DatabaseQuery *query, bool *found, AssayError *error);
int database_columns(const DatabaseQuery *query);
const char *database_column_name(const DatabaseQuery *query, int column);
/* A blob counts as a text. */
DatabaseValue database_column(const DatabaseQuery *query, int column);
void database_query_done(DatabaseQuery *query);

#endif
