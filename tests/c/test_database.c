#include <stdlib.h>
#include <unistd.h>

#include "base/memory.h"
#include "store/database.h"
#include "test.h"

static char path[300];

__attribute__((constructor)) static void set_up(void) {
	const char *base = getenv("TMPDIR");
	snprintf(path, sizeof path, "%s/database-XXXXXX", base && *base ? base : "/tmp");
	int file = mkstemp(path);
	if (file < 0)
		abort();
	close(file);
}

static void clear(void) {
	if (truncate(path, 0) != 0)
		abort();
}

/* Runs one statement to its end. */
static bool execute(Database *database, const char *sql, const DatabaseValue *values, size_t count, AssayError *error) {
	DatabaseQuery *query = database_query(database, sql, values, count, error);
	bool found = true, ok = query != NULL;
	while (ok && found)
		ok = database_next(database, query, &found, error);
	database_query_done(query);
	return ok;
}

static AssayStatus status_of(Database *database, const char *sql, const DatabaseValue *values, size_t count) {
	AssayError error = {0};
	return execute(database, sql, values, count, &error) ? ASSAY_OK : error.status;
}

static const char insert[] = "INSERT INTO t(a, b, c, d) VALUES(?1, ?2, ?3, ?4)";
static const DatabaseValue row[] = {
	{.type = DATABASE_INTEGER, .integer = -7},
	{.type = DATABASE_REAL, .real = 0.5},
	{.type = DATABASE_TEXT, .text = "'); DROP TABLE t; --\0x", .length = 22},
	{.type = DATABASE_NULL},
};

static bool fill(AssayError *error) {
	Database *database = database_open(path, DATABASE_WRITE, error);
	bool ok = database && execute(database, "CREATE TABLE t(a, b, c, d)", NULL, 0, error) &&
	          execute(database, insert, row, 4, error) &&
	          execute(database, "CREATE VIEW v AS SELECT a FROM t", NULL, 0, error);
	database_close(database);
	return ok;
}

TEST(values_come_back_as_they_went_in) {
	AssayError error = {0};
	bool found = false;
	clear();
	CHECK(fill(&error));
	Database *database = database_open(path, DATABASE_READ, &error);
	DatabaseQuery *query = database_query(database, "SELECT a, b, c, d FROM t", NULL, 0, &error);
	CHECK(query && database_next(database, query, &found, &error) && found);
	CHECK(database_columns(query) == 4);
	CHECK_STRING(database_column_name(query, 2), "c");
	CHECK(database_column(query, 0).integer == -7);
	CHECK(database_column(query, 1).real == 0.5);
	DatabaseValue text = database_column(query, 2);
	CHECK(text.type == DATABASE_TEXT && text.length == 22 && memcmp(text.text, row[2].text, 22) == 0);
	CHECK(database_column(query, 3).type == DATABASE_NULL);
	CHECK(database_next(database, query, &found, &error) && !found);
	database_query_done(query);
	database_close(database);
}

TEST(a_file_that_is_read_is_not_changed_and_its_views_are_not_run) {
	AssayError error = {0};
	clear();
	CHECK(fill(&error));
	Database *database = database_open(path, DATABASE_READ, &error);
	CHECK(status_of(database, insert, row, 4) == ASSAY_IO);
	CHECK(status_of(database, "SELECT a FROM v", NULL, 0) == ASSAY_BAD_INPUT);
	CHECK(status_of(database, "SELECT a FROM u", NULL, 0) == ASSAY_BAD_INPUT);
	CHECK(status_of(database, "ATTACH 'other.db' AS other", NULL, 0) == ASSAY_BAD_INPUT);
	CHECK(status_of(database, "SELECT a FROM t; SELECT b FROM t", NULL, 0) == ASSAY_USAGE);
	CHECK(status_of(database, "SELECT a FROM t WHERE a = ?1", NULL, 0) == ASSAY_USAGE);
	database_close(database);
}

TEST(what_is_no_database_is_told) {
	AssayError error = {0};
	clear();
	FILE *file = fopen(path, "w");
	for (int i = 0; i < 200; i++)
		fputs("not a database\n", file);
	fclose(file);
	Database *database = database_open(path, DATABASE_READ, &error);
	CHECK(!database || status_of(database, "SELECT name FROM sqlite_schema", NULL, 0) == ASSAY_BAD_INPUT);
	database_close(database);
	CHECK(!database_open("/nowhere/at/all.db", DATABASE_READ, &error) && error.status == ASSAY_NOT_FOUND);
	CHECK(!database_open("/dev/null", DATABASE_READ, &error) && error.status == ASSAY_BAD_INPUT);
}

TEST(lack_of_memory_is_told) {
	AssayStatus status = ASSAY_NO_MEMORY;
	for (long successes = 0; status == ASSAY_NO_MEMORY && successes < 1000; successes++) {
		AssayError error = {0};
		clear();
		memory_fail_after(successes);
		bool ok = fill(&error);
		memory_fail_after(-1);
		status = ok ? ASSAY_OK : error.status;
	}
	CHECK(status == ASSAY_OK);
	unlink(path);
}
