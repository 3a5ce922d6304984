#include "store/store.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/error.h"
#include "base/memory.h"
#include "base/utf8.h"
#include "store/database.h"
#include "store/impl.h"

#define TIMEOUT_MS 5000
#define HEADER_LENGTH 100 /* of an SQLite file */
#define FOREIGN_LENGTH (1 << 28) /* bytes of one value or row of a file that others made */

/* ---- Errors ---- */

/* A limit of the file system, which SQLite reports as a failed write. */
static bool is_no_space(const Store *store, int code) {
	int reason = (code & 0xFF) == SQLITE_IOERR ? sqlite3_system_errno(store->db) : 0;
	return (code & 0xFF) == SQLITE_FULL || reason == ENOSPC || reason == EDQUOT || reason == EFBIG;
}

bool store_fail(const Store *store, int code, AssayError *error) {
	const char *path = store->path;
	if (code == SQLITE_IOERR_NOMEM || (code & 0xFF) == SQLITE_NOMEM)
		return error_no_memory(error);
	if (is_no_space(store, code))
		return error_set(error, ASSAY_TRY_AGAIN, "%s: no space left to write", path);
	switch (code & 0xFF) {
	case SQLITE_BUSY:
	case SQLITE_LOCKED:
		return error_set(error, ASSAY_TRY_AGAIN, "%s: in use by another process", path);
	case SQLITE_NOTADB:
	case SQLITE_CORRUPT:
		return error_set(error, ASSAY_BAD_INPUT, "%s: damaged file (%s)", path, sqlite3_errmsg(store->db));
	case SQLITE_CONSTRAINT:
	case SQLITE_TOOBIG:
		return error_set(error, ASSAY_BAD_INPUT, "%s: refused (%s)", path, sqlite3_errmsg(store->db));
	case SQLITE_READONLY:
		return error_set(error, ASSAY_IO, "%s: may not be written", path);
	case SQLITE_IOERR:
	case SQLITE_CANTOPEN:
	case SQLITE_PERM:
		return error_set(error, ASSAY_IO, "%s: %s", path, sqlite3_errmsg(store->db));
	case SQLITE_INTERRUPT:
		return error_set(error, ASSAY_INTERRUPTED, "%s: interrupted", path);
	}
	return error_set(error, ASSAY_BUG, "%s: %s", path, sqlite3_errmsg(store->db));
}

bool store_check_string(const char *what, const char *string, AssayError *error) {
	size_t length = string ? strlen(string) : 0;
	size_t valid = utf8_valid_prefix(string, length);
	return valid == length || error_set(error, ASSAY_BAD_INPUT, "%s: invalid UTF-8 at byte %zu", what, valid);
}

/* ---- Statements ---- */

sqlite3_stmt *store_statement(Store *store, StoreSql sql, AssayError *error) {
	sqlite3_stmt **statement = &store->statements[sql];
	if (*statement) {
		sqlite3_reset(*statement);
		sqlite3_clear_bindings(*statement);
		return *statement;
	}
	int code = sqlite3_prepare_v3(store->db, store_sql[sql], -1, SQLITE_PREPARE_PERSISTENT, statement, NULL);
	if (code != SQLITE_OK)
		store_fail(store, code, error);
	return *statement;
}

bool store_row(const Store *store, sqlite3_stmt *statement, bool *found, AssayError *error) {
	int code = sqlite3_step(statement);
	*found = code == SQLITE_ROW;
	return *found || code == SQLITE_DONE || store_fail(store, code, error);
}

bool store_finish(const Store *store, sqlite3_stmt *statement, AssayError *error) {
	bool found, ok = store_row(store, statement, &found, error);
	sqlite3_reset(statement);
	return ok;
}

bool store_execute(Store *store, const char *sql, AssayError *error) {
	int code = sqlite3_exec(store->db, sql, NULL, NULL, NULL);
	return code == SQLITE_OK || store_fail(store, code, error);
}

bool store_value(Store *store, const char *sql, int64_t *value, AssayError *error) {
	sqlite3_stmt *statement = NULL;
	int code = sqlite3_prepare_v2(store->db, sql, -1, &statement, NULL);
	bool found = false;
	bool ok = code == SQLITE_OK ? store_row(store, statement, &found, error) : store_fail(store, code, error);
	*value = found ? sqlite3_column_int64(statement, 0) : 0;
	sqlite3_finalize(statement);
	return ok;
}

int store_bind_string(sqlite3_stmt *statement, int index, const char *string) {
	if (!string)
		return sqlite3_bind_null(statement, index);
	return sqlite3_bind_text(statement, index, string, -1, SQLITE_STATIC);
}

size_t store_keep_column(Buf *row, sqlite3_stmt *statement, int column) {
	if (sqlite3_column_type(statement, column) == SQLITE_NULL)
		return SIZE_MAX;
	size_t offset = row->length;
	const char *text = (const char *)sqlite3_column_text(statement, column);
	if (!text)
		row->oom = true;
	else
		buf_append(row, text, (size_t)sqlite3_column_bytes(statement, column));
	buf_append_byte(row, '\0');
	return offset;
}

const char *store_kept(const Buf *row, size_t offset) {
	return offset == SIZE_MAX ? NULL : row->bytes + offset;
}

void store_cursor_done(StoreCursor *cursor) {
	buf_done(&cursor->row);
	buf_done(&cursor->key);
	*cursor = (StoreCursor){0};
}

/* ---- Transactions ---- */

static bool run_statement(Store *store, StoreSql sql, AssayError *error) {
	sqlite3_stmt *statement = store_statement(store, sql, error);
	return statement && store_finish(store, statement, error);
}

static bool is_open(const Store *store) {
	return !sqlite3_get_autocommit(store->db);
}

static void roll_back(Store *store) {
	if (is_open(store))
		sqlite3_exec(store->db, "ROLLBACK", NULL, NULL, NULL);
}

bool store_begin(Store *store, AssayError *error) {
	if (store->batch)
		return error_set(error, ASSAY_USAGE, "%s: begin inside a batch", store->path);
	if (sqlite3_db_readonly(store->db, "main") == 1) /* SQLite would begin, and fail only at the first change */
		return error_set(error, ASSAY_IO, "%s: may not be written", store->path);
	return store->batch = store_execute(store, "BEGIN IMMEDIATE", error);
}

static bool fail_lost(const Store *store, AssayError *error) {
	return error_set(error, ASSAY_TRY_AGAIN, "%s: the batch was rolled back by an earlier failure", store->path);
}

bool store_commit(Store *store, AssayError *error) {
	if (!store->batch)
		return error_set(error, ASSAY_USAGE, "%s: commit outside a batch", store->path);
	bool ok = is_open(store) ? store_execute(store, "COMMIT", error) : fail_lost(store, error);
	store->batch = is_open(store);
	return ok;
}

bool store_rollback(Store *store, AssayError *error) {
	if (!store->batch)
		return error_set(error, ASSAY_USAGE, "%s: rollback outside a batch", store->path);
	roll_back(store);
	store->batch = false;
	return true;
}

bool store_write_begin(Store *store, AssayError *error) {
	if (!store->batch)
		return store_execute(store, "BEGIN IMMEDIATE", error);
	return is_open(store) ? run_statement(store, SQL_SAVEPOINT, error) : fail_lost(store, error);
}

static bool end_savepoint(Store *store, bool ok, AssayError *error) {
	if (!is_open(store))
		return false;
	if (!ok)
		run_statement(store, SQL_ROLLBACK_TO, NULL);
	return run_statement(store, SQL_RELEASE, ok ? error : NULL) && ok;
}

bool store_write_end(Store *store, bool ok, AssayError *error) {
	if (store->batch)
		return end_savepoint(store, ok, error);
	if (ok && store_execute(store, "COMMIT", error))
		return true;
	roll_back(store);
	return false;
}

/* ---- Opening ---- */

/* The path's folder is there, and what is there under the path is a regular file: opening a pipe or a device would
 * wait or worse. */
static bool check_place(const char *path, StoreMode mode, AssayError *error) {
	struct stat place;
	if (stat(path, &place) == 0)
		return S_ISREG(place.st_mode) || error_set(error, ASSAY_BAD_INPUT, "%s: not a regular file", path);
	if (errno != ENOENT)
		return error_set(error, errno == ENOTDIR ? ASSAY_NOT_FOUND : ASSAY_IO, "%s: %s", path, strerror(errno));
	if (mode == STORE_EXISTING)
		return error_set(error, ASSAY_NOT_FOUND, "%s: no such file", path);
	Buf folder = {0};
	const char *slash = strrchr(path, '/');
	buf_append(&folder, path, slash ? (size_t)(slash - path) + 1 : 0);
	buf_append_byte(&folder, '.');
	bool ok = !folder.oom && stat(folder.bytes, &place) == 0;
	if (folder.oom)
		error_no_memory(error);
	else if (!ok)
		error_set(error, ASSAY_NOT_FOUND, "%s: no such folder", path);
	buf_done(&folder);
	return ok;
}

/* "./" before a relative path keeps SQLite from reading "file:…" as a URI, whatever the process configured. */
static int open_file(Store *store, int flags) {
	bool memory = strcmp(store->path, ":memory:") == 0;
	Buf path = {0};
	if (!memory && store->path[0] != '/')
		buf_append_string(&path, "./");
	buf_append_string(&path, store->path);
	flags |= SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE;
	int code = path.oom ? SQLITE_NOMEM : sqlite3_open_v2(path.bytes, &store->db, flags, NULL);
	buf_done(&path);
	return code;
}

/* Everything that guards against a file that somebody made up; touches no file. */
static void configure(Store *store) {
	static const struct { int option, on; } options[] = {
		{SQLITE_DBCONFIG_DEFENSIVE, 1},
		{SQLITE_DBCONFIG_ENABLE_FKEY, 1},
		{SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0},
		{SQLITE_DBCONFIG_ENABLE_TRIGGER, 0},
		{SQLITE_DBCONFIG_ENABLE_VIEW, 0},
		{SQLITE_DBCONFIG_ENABLE_FTS3_TOKENIZER, 0},
		{SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0},
		{SQLITE_DBCONFIG_DQS_DML, 0},
		{SQLITE_DBCONFIG_DQS_DDL, 0},
	};
	static const struct { int limit, value; } limits[] = {
		{SQLITE_LIMIT_ATTACHED, 0},
		{SQLITE_LIMIT_EXPR_DEPTH, 100},
		{SQLITE_LIMIT_SQL_LENGTH, 100000},
		{SQLITE_LIMIT_LIKE_PATTERN_LENGTH, 1000},
		{SQLITE_LIMIT_WORKER_THREADS, 0},
		{SQLITE_LIMIT_VDBE_OP, 250000},
		{SQLITE_LIMIT_FUNCTION_ARG, 16},
		{SQLITE_LIMIT_COMPOUND_SELECT, 20},
	};
	for (size_t i = 0; i < sizeof options / sizeof *options; i++)
		sqlite3_db_config(store->db, options[i].option, options[i].on, NULL);
	for (size_t i = 0; i < sizeof limits / sizeof *limits; i++)
		sqlite3_limit(store->db, limits[i].limit, limits[i].value);
	sqlite3_busy_timeout(store->db, TIMEOUT_MS);
}

/* A rollback journal, not a WAL: SQLite up to 3.51.2 can damage a WAL file when two connections commit and checkpoint
 * at once, and there is one writer at a time either way (every write begins IMMEDIATE). DELETE leaves a single file
 * that can be copied; EXTRA is FULL plus a sync of the folder once the journal is gone, without which DELETE may lose
 * the last commit with the power. */
static const char pragmas[] =
	"PRAGMA journal_mode = DELETE;"
	"PRAGMA synchronous = EXTRA;"
	"PRAGMA cell_size_check = ON;"
	"PRAGMA mmap_size = 0;"
	"PRAGMA temp_store = MEMORY;";

static bool judge(const Store *store, int64_t application, int64_t version, AssayError *error) {
	if (application != STORE_APPLICATION_ID)
		return error_set(error, ASSAY_BAD_INPUT, "%s: a database, but not a project file", store->path);
	if (version < 0 || version > STORE_VERSION)
		return error_set(error, ASSAY_BAD_INPUT, "%s: written by a newer version (format %lld, known up to %d)",
		                 store->path, (long long)version, STORE_VERSION);
	return true;
}

static int32_t big_endian(const unsigned char *bytes) {
	return (int32_t)((uint32_t)bytes[0] << 24 | (uint32_t)bytes[1] << 16 | (uint32_t)bytes[2] << 8 | bytes[3]);
}

/* Judges the file by its header before SQLite reads anything, since reading may already roll a journal back into it.
 * The connection's own descriptor is used: closing another one of the file would drop the locks of the whole process.
 * */
static bool check_header(Store *store, AssayError *error) {
	sqlite3_file *file = NULL;
	sqlite3_int64 length = 0;
	unsigned char header[HEADER_LENGTH];
	sqlite3_file_control(store->db, "main", SQLITE_FCNTL_FILE_POINTER, &file);
	if (!file || !file->pMethods)
		return true;
	int code = file->pMethods->xFileSize(file, &length);
	if (code == SQLITE_OK && length == 0)
		return true;
	if (code == SQLITE_OK && length >= HEADER_LENGTH)
		code = file->pMethods->xRead(file, header, HEADER_LENGTH, 0);
	if (code != SQLITE_OK)
		return error_set(error, ASSAY_IO, "%s: cannot be read", store->path);
	if (length < HEADER_LENGTH || memcmp(header, "SQLite format 3", 16) != 0)
		return error_set(error, ASSAY_BAD_INPUT, "%s: not a project file", store->path);
	return judge(store, big_endian(header + 68), big_endian(header + 60), error);
}

/* A file without any table and without a mark is new. */
static bool read_version(Store *store, int64_t *version, AssayError *error) {
	int64_t application, objects;
	if (!store_value(store, "PRAGMA application_id", &application, error) ||
	    !store_value(store, "PRAGMA user_version", version, error) ||
	    !store_value(store, "SELECT count(*) FROM sqlite_schema", &objects, error))
		return false;
	return (application == 0 && *version == 0 && objects == 0) || judge(store, application, *version, error);
}

static bool run_migrations(Store *store, AssayError *error) {
	AssayError reason = {0};
	int64_t version; /* read again: another process may have migrated while this one waited for the lock */
	if (!read_version(store, &version, error))
		return false;
	for (; version < STORE_VERSION; version++) {
		if (store_execute(store, store_migrations[version], &reason))
			continue;
		if (reason.status == ASSAY_BUG) /* the SQL is right, so what it met is not */
			reason.status = ASSAY_BAD_INPUT;
		return error_set(error, reason.status, "%s", reason.message);
	}
	return true;
}

static bool migrate(Store *store, AssayError *error) {
	int64_t version;
	if (!read_version(store, &version, error))
		return false;
	if (version == STORE_VERSION)
		return true;
	return store_write_begin(store, error) && store_write_end(store, run_migrations(store, error), error);
}

/* The tables are those of the migrations, to the letter: a view under one of their names could make a query endless.
 * */
static bool check_tables(Store *store, AssayError *error) {
	static const char sql[] =
		"SELECT count(*) FROM sqlite_schema WHERE type = 'table' AND (instr(?1, sql || ';') OR instr(?2, sql || ';')) "
		"AND name IN ('source', 'article', 'sentence', 'run', 'evidence', 'finding', 'evidence_of')";
	sqlite3_stmt *statement = NULL;
	bool found = false;
	int code = sqlite3_prepare_v2(store->db, sql, -1, &statement, NULL);
	for (int i = 0; i < STORE_VERSION && code == SQLITE_OK; i++)
		code = store_bind_string(statement, i + 1, store_migrations[i]);
	bool ok = code == SQLITE_OK ? store_row(store, statement, &found, error) : store_fail(store, code, error);
	int tables = found ? sqlite3_column_int(statement, 0) : 0;
	sqlite3_finalize(statement);
	if (ok && tables != 7)
		ok = error_set(error, ASSAY_BAD_INPUT, "%s: damaged project file (its tables)", store->path);
	return ok;
}

/* A file that belongs to another user is checked before its content is believed. */
static bool check_owner(Store *store, AssayError *error) {
	struct stat place;
	bool foreign = strcmp(store->path, ":memory:") != 0 && stat(store->path, &place) == 0 && place.st_uid != geteuid();
	return !foreign || store_check_pages(store, error);
}

/* Opens the file with what guards it. */
static bool connect(Store *store, int flags, AssayError *error) {
	int code = open_file(store, flags);
	if (code != SQLITE_OK)
		return store->db ? store_fail(store, code, error) : error_no_memory(error);
	configure(store);
	return true;
}

static bool prepare(Store *store, StoreMode mode, AssayError *error) {
	int flags = SQLITE_OPEN_READWRITE | (mode == STORE_CREATE ? SQLITE_OPEN_CREATE : 0);
	return connect(store, flags, error) && check_header(store, error) && store_execute(store, pragmas, error) &&
	       migrate(store, error) && check_tables(store, error) && check_owner(store, error);
}

static Store *store_new(const char *path, AssayError *error) {
	Store *store = memory_new(sizeof *store);
	size_t length = strlen(path) + 1;
	if (store && (store->path = memory_new(length))) {
		memcpy(store->path, path, length);
		return store;
	}
	memory_free(store);
	error_no_memory(error);
	return NULL;
}

Store *store_open(const char *path, StoreMode mode, AssayError *error) {
	if (!*path) {
		error_set(error, ASSAY_NOT_FOUND, "an empty path names no project file");
		return NULL;
	}
	if (strcmp(path, ":memory:") != 0 && !check_place(path, mode, error))
		return NULL;
	Store *store = store_new(path, error);
	if (store && !prepare(store, mode, error)) {
		store_close(store);
		store = NULL;
	}
	return store;
}

/* A file without a journal: it is written in one go and thrown away when that fails. */
static const char writing_pragmas[] =
	"PRAGMA journal_mode = OFF;"
	"PRAGMA synchronous = OFF;"
	"PRAGMA temp_store = MEMORY;";
static const char reading_pragmas[] =
	"PRAGMA cell_size_check = ON;"
	"PRAGMA mmap_size = 0;"
	"PRAGMA temp_store = MEMORY;";

Database *database_open(const char *path, DatabaseMode mode, AssayError *error) {
	bool reads = mode == DATABASE_READ;
	if (!check_place(path, reads ? STORE_EXISTING : STORE_CREATE, error))
		return NULL;
	Store *store = store_new(path, error);
	int flags = reads ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE;
	if (store && !(connect(store, flags, error) &&
	               store_execute(store, reads ? reading_pragmas : writing_pragmas, error))) {
		store_close(store);
		return NULL;
	}
	if (store)
		sqlite3_limit(store->db, SQLITE_LIMIT_LENGTH, FOREIGN_LENGTH);
	return store;
}

void store_close(Store *store) {
	if (!store)
		return;
	for (int i = 0; i < SQL_COUNT; i++)
		sqlite3_finalize(store->statements[i]);
	sqlite3_close_v2(store->db);
	memory_free(store->path);
	memory_free(store);
}

void store_set_timeout(Store *store, int milliseconds) {
	sqlite3_busy_timeout(store->db, milliseconds);
}

const char *store_path(const Store *store) {
	return store->path;
}

const char *store_sqlite_version(void) {
	return sqlite3_libversion();
}
