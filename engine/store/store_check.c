#include <string.h>

#include "base/digest.h"
#include "base/error.h"
#include "store/impl.h"

static bool fail_check(const Store *store, const char *what, AssayError *error) {
	return error_set(error, ASSAY_BAD_INPUT, "%s: damaged project file (%s)", store->path, what);
}

/* Calls check for each row until it is false. */
static bool check_rows(Store *store, const char *sql, bool (*check)(const Store *, sqlite3_stmt *, AssayError *),
                       AssayError *error) {
	sqlite3_stmt *statement = NULL;
	int code = sqlite3_prepare_v2(store->db, sql, -1, &statement, NULL);
	bool found = true, ok = code == SQLITE_OK || store_fail(store, code, error);
	while (ok && (ok = store_row(store, statement, &found, error)) && found)
		ok = check(store, statement, error);
	sqlite3_finalize(statement);
	return ok;
}

static bool check_verdict(const Store *store, sqlite3_stmt *row, AssayError *error) {
	const char *verdict = (const char *)sqlite3_column_text(row, 0);
	if (!verdict)
		return error_no_memory(error);
	return strcmp(verdict, "ok") == 0 || fail_check(store, verdict, error);
}

static bool check_reference(const Store *store, sqlite3_stmt *row, AssayError *error) {
	const char *table = (const char *)sqlite3_column_text(row, 0);
	return error_set(error, ASSAY_BAD_INPUT, "%s: damaged project file (a reference in %s to what is not there)",
	                 store->path, table ? table : "it");
}

static bool check_digest(const Store *store, sqlite3_stmt *row, AssayError *error) {
	char sha256[DIGEST_HEX];
	const char *key = (const char *)sqlite3_column_text(row, 0), *stored = (const char *)sqlite3_column_text(row, 1);
	const void *text = sqlite3_column_blob(row, 3);
	size_t length = (size_t)sqlite3_column_bytes(row, 3);
	if (!key || !stored || (!text && length))
		return error_no_memory(error);
	digest_sha256(text, length, sha256);
	if (strcmp(sha256, stored) == 0 && sqlite3_column_int64(row, 2) == (sqlite3_int64)length)
		return true;
	return error_set(error, ASSAY_BAD_INPUT, "%s: damaged project file (the text of '%s')", store->path, key);
}

static bool check_span(const Store *store, sqlite3_stmt *row, AssayError *error) {
	(void)row;
	return fail_check(store, "an offset behind the end of its article", error);
}

static bool check_index(Store *store, AssayError *error) {
	int64_t there;
	if (!store_value(store, "SELECT count(*) FROM sqlite_schema WHERE name = 'sentence_fts'", &there, error))
		return false;
	return !there || sqlite3_db_readonly(store->db, "main") ||
	       store_execute(store, "INSERT INTO sentence_fts(sentence_fts) VALUES('integrity-check')", error);
}

bool store_check_pages(Store *store, AssayError *error) {
	return check_rows(store, "PRAGMA quick_check(1)", check_verdict, error);
}

bool store_check(Store *store, AssayError *error) {
	static const char spans[] =
		"SELECT 1 FROM sentence s JOIN article a ON a.id = s.article_id WHERE s.end > a.bytes UNION ALL "
		"SELECT 1 FROM evidence e JOIN article a ON a.id = e.article_id WHERE e.end > a.bytes";
	return check_rows(store, "PRAGMA integrity_check(1)", check_verdict, error) &&
	       check_rows(store, "PRAGMA foreign_key_check", check_reference, error) &&
	       check_rows(store, "SELECT key, sha256, bytes, text FROM article ORDER BY id", check_digest, error) &&
	       check_rows(store, spans, check_span, error) && check_index(store, error);
}
