#include <math.h>

#include "base/error.h"
#include "store/impl.h"

/* ---- Adding ---- */

static bool check_required(const char *what, const char *string, AssayError *error) {
	if (!string)
		return error_set(error, ASSAY_BAD_INPUT, "a run without %s", what);
	return store_check_string(what, string, error);
}

static bool check_run(const StoreRun *run, AssayError *error) {
	return check_required("pack", run->pack, error) && check_required("engine", run->engine, error) &&
	       check_required("result", run->result, error) && store_check_string("version", run->version, error) &&
	       store_check_string("pack_sha256", run->pack_sha256, error) &&
	       store_check_string("question", run->question, error) && store_check_string("params", run->params, error);
}

static bool check_evidence(const StoreRun *run, AssayError *error) {
	for (uint32_t i = 0; i < run->evidence_count; i++) {
		const StoreEvidence *e = &run->evidence[i];
		if (!e->article || !e->rule)
			return error_set(error, ASSAY_BAD_INPUT, "evidence %u has no %s", i, e->rule ? "article" : "rule");
		if (e->start > e->end)
			return error_set(error, ASSAY_BAD_INPUT, "evidence %u ends before it starts", i);
		if (!store_check_string("rule", e->rule, error) || !store_check_string("holder", e->holder, error) ||
		    !store_check_string("speaker", e->speaker, error) || !store_check_string("evidence", e->json, error))
			return false;
	}
	return true;
}

static bool check_findings(const StoreRun *run, AssayError *error) {
	for (uint32_t i = 0; i < run->finding_count; i++) {
		const StoreFinding *f = &run->findings[i];
		if (!f->kind || !f->subject)
			return error_set(error, ASSAY_BAD_INPUT, "finding %u has no %s", i, f->kind ? "subject" : "kind");
		for (uint32_t k = 0; k < f->evidence_count; k++)
			if (f->evidence[k] >= run->evidence_count)
				return error_set(error, ASSAY_BAD_INPUT, "finding %u names evidence that is not there", i);
		if (!store_check_string("kind", f->kind, error) || !store_check_string("subject", f->subject, error) ||
		    !store_check_string("status", f->status, error) || !store_check_string("finding", f->json, error))
			return false;
	}
	return true;
}

/* The current revision of the key. */
static bool find_article(Store *store, const char *key, int64_t *id, int64_t *length, AssayError *error) {
	sqlite3_stmt *statement = store_statement(store, SQL_ARTICLE_LENGTH, error);
	if (!statement)
		return false;
	store_bind_string(statement, 1, key);
	bool found, ok = store_row(store, statement, &found, error);
	if (ok && found) {
		*id = sqlite3_column_int64(statement, 0);
		*length = sqlite3_column_int64(statement, 1);
	} else if (ok) {
		ok = error_set(error, ASSAY_NOT_FOUND, "no article '%s' in %s", key, store->path);
	}
	sqlite3_reset(statement);
	return ok;
}

static bool insert_run(Store *store, const StoreRun *run, AssayError *error) {
	sqlite3_stmt *statement = store_statement(store, SQL_RUN_ADD, error);
	if (!statement)
		return false;
	const char *const strings[] = {run->pack, run->version, run->pack_sha256, run->engine, run->question,
	                               run->params ? run->params : "{}", run->result};
	int code = SQLITE_OK;
	for (int i = 0; i < 7 && code == SQLITE_OK; i++)
		code = store_bind_string(statement, i + 1, strings[i]);
	return code == SQLITE_OK ? store_finish(store, statement, error) : store_fail(store, code, error);
}

static bool insert_evidence(Store *store, int64_t run, uint32_t n, const StoreEvidence *e, AssayError *error) {
	int64_t article, length;
	if (!find_article(store, e->article, &article, &length, error))
		return false;
	if (e->end > length)
		return error_set(error, ASSAY_BAD_INPUT, "evidence of '%s' lies behind the end of '%s'", e->rule, e->article);
	sqlite3_stmt *statement = store_statement(store, SQL_EVIDENCE_ADD, error);
	if (!statement)
		return false;
	sqlite3_bind_int64(statement, 1, run);
	sqlite3_bind_int64(statement, 2, n);
	sqlite3_bind_int64(statement, 3, article);
	store_bind_string(statement, 4, e->rule);
	sqlite3_bind_int64(statement, 5, e->start);
	sqlite3_bind_int64(statement, 6, e->end);
	store_bind_string(statement, 7, e->holder);
	store_bind_string(statement, 8, e->speaker);
	store_bind_string(statement, 9, e->json);
	return store_finish(store, statement, error);
}

static void bind_number(sqlite3_stmt *statement, int index, double number) {
	if (!isnan(number))
		sqlite3_bind_double(statement, index, number);
}

static bool insert_links(Store *store, int64_t run, uint32_t ord, const StoreFinding *f, AssayError *error) {
	for (uint32_t i = 0; i < f->evidence_count; i++) {
		sqlite3_stmt *statement = store_statement(store, SQL_EVIDENCE_OF_ADD, error);
		if (!statement)
			return false;
		sqlite3_bind_int64(statement, 1, run);
		sqlite3_bind_int64(statement, 2, ord);
		sqlite3_bind_int64(statement, 3, f->evidence[i]);
		if (!store_finish(store, statement, error))
			return false;
	}
	return true;
}

static bool insert_finding(Store *store, int64_t run, uint32_t ord, const StoreFinding *f, AssayError *error) {
	int64_t article, length;
	if (f->article && !find_article(store, f->article, &article, &length, error))
		return false;
	sqlite3_stmt *statement = store_statement(store, SQL_FINDING_ADD, error);
	if (!statement)
		return false;
	sqlite3_bind_int64(statement, 1, run);
	sqlite3_bind_int64(statement, 2, ord);
	store_bind_string(statement, 3, f->kind);
	if (f->article)
		sqlite3_bind_int64(statement, 4, article);
	store_bind_string(statement, 5, f->subject);
	bind_number(statement, 6, f->score);
	bind_number(statement, 7, f->low);
	bind_number(statement, 8, f->high);
	if (f->n >= 0)
		sqlite3_bind_int64(statement, 9, f->n);
	store_bind_string(statement, 10, f->status);
	store_bind_string(statement, 11, f->json);
	return store_finish(store, statement, error) && insert_links(store, run, ord, f, error);
}

static bool insert_all(Store *store, const StoreRun *run, int64_t *id, AssayError *error) {
	if (!insert_run(store, run, error))
		return false;
	*id = sqlite3_last_insert_rowid(store->db);
	for (uint32_t i = 0; i < run->evidence_count; i++)
		if (!insert_evidence(store, *id, i, &run->evidence[i], error))
			return false;
	for (uint32_t i = 0; i < run->finding_count; i++)
		if (!insert_finding(store, *id, i, &run->findings[i], error))
			return false;
	return true;
}

bool store_run_add(Store *store, const StoreRun *run, int64_t *id, AssayError *error) {
	int64_t number = 0;
	if (!check_run(run, error) || !check_evidence(run, error) || !check_findings(run, error) ||
	    !store_write_begin(store, error) || !store_write_end(store, insert_all(store, run, &number, error), error))
		return false;
	if (id)
		*id = number;
	return true;
}

/* ---- Reading ---- */

static bool keep_run(const Store *store, sqlite3_stmt *statement, StoreCursor *cursor, StoreRun *run,
                     AssayError *error) {
	enum { PACK, VERSION, SHA256, ENGINE, QUESTION, PARAMS, COLUMNS };
	Buf *row = &cursor->row;
	size_t kept[COLUMNS];
	buf_clear(row);
	for (int i = 0; i < COLUMNS; i++)
		kept[i] = store_keep_column(row, statement, i + 1);
	if (row->oom)
		return error_no_memory(error);
	if (kept[PACK] == SIZE_MAX || kept[ENGINE] == SIZE_MAX || kept[PARAMS] == SIZE_MAX)
		return store_fail(store, SQLITE_CORRUPT, error);
	cursor->last = sqlite3_column_int64(statement, 0);
	*run = (StoreRun){
		.id = cursor->last,
		.pack = store_kept(row, kept[PACK]),
		.version = store_kept(row, kept[VERSION]),
		.pack_sha256 = store_kept(row, kept[SHA256]),
		.engine = store_kept(row, kept[ENGINE]),
		.question = store_kept(row, kept[QUESTION]),
		.params = store_kept(row, kept[PARAMS]),
	};
	return true;
}

bool store_run_next(Store *store, StoreCursor *cursor, StoreRun *run, bool *found, AssayError *error) {
	sqlite3_stmt *statement = store_statement(store, SQL_RUN_NEXT, error);
	if (!statement)
		return false;
	sqlite3_bind_int64(statement, 1, cursor->last);
	bool ok = store_row(store, statement, found, error) &&
	          (!*found || keep_run(store, statement, cursor, run, error));
	sqlite3_reset(statement);
	return ok;
}

bool store_run_result(Store *store, int64_t id, Buf *result, bool *found, AssayError *error) {
	sqlite3_stmt *statement = store_statement(store, SQL_RUN_RESULT, error);
	if (!statement)
		return false;
	sqlite3_bind_int64(statement, 1, id);
	bool ok = store_row(store, statement, found, error);
	if (ok && *found) {
		store_keep_column(result, statement, 0);
		ok = !result->oom || error_no_memory(error);
		result->length -= result->length > 0; /* the NUL */
	}
	sqlite3_reset(statement);
	return ok;
}
