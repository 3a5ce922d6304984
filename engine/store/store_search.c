/* Full-text search over sentences. The index holds no text (content=''): a sentence is cut out of its article when it
 * is indexed and when it is shown. Words are folded as Unicode asks for and nothing else, so the index knows no
 * language. Its rowids are sentence ids, which only grow; what is missing from it is whatever lies behind its last
 * rowid. */
#include <string.h>

#include "base/error.h"
#include "base/memory.h"
#include "base/vec.h"
#include "store/impl.h"

static const char create_index[] =
	"CREATE VIRTUAL TABLE IF NOT EXISTS sentence_fts "
	"USING fts5(text, content='', tokenize='unicode61 remove_diacritics 2')";

/* ---- Texts of sentences ---- */

typedef struct Slices {
	sqlite3_blob *blob; /* text of the article read last */
	int64_t article;
	Buf text;           /* of the sentence read last */
} Slices;

static void slices_done(Slices *slices) {
	sqlite3_blob_close(slices->blob);
	buf_done(&slices->text);
}

static int open_slices(Store *store, Slices *slices, int64_t article) {
	if (slices->blob && slices->article == article)
		return SQLITE_OK;
	int code = slices->blob ? sqlite3_blob_reopen(slices->blob, article)
	                        : sqlite3_blob_open(store->db, "main", "article", "text", article, 0, &slices->blob);
	slices->article = article;
	return code;
}

static bool read_slice(Store *store, Slices *slices, int64_t article, int64_t start, int64_t end, AssayError *error) {
	int code = open_slices(store, slices, article);
	if (code == SQLITE_OK && (start < 0 || start > end || end > sqlite3_blob_bytes(slices->blob)))
		code = SQLITE_CORRUPT;
	if (code != SQLITE_OK)
		return store_fail(store, code, error);
	buf_clear(&slices->text);
	char part[4096];
	for (int64_t at = start; at < end;) {
		int64_t length = end - at < (int64_t)sizeof part ? end - at : (int64_t)sizeof part;
		code = sqlite3_blob_read(slices->blob, part, (int)length, (int)at);
		if (code != SQLITE_OK)
			return store_fail(store, code, error);
		buf_append(&slices->text, part, (size_t)length);
		at += length;
	}
	buf_append(&slices->text, "", 0);
	return !slices->text.oom || error_no_memory(error);
}

/* ---- The index ---- */

static bool index_sentence(Store *store, int64_t id, const Buf *text, AssayError *error) {
	sqlite3_stmt *insert = store_statement(store, SQL_SEARCH_INDEX, error);
	if (!insert)
		return false;
	sqlite3_bind_int64(insert, 1, id);
	int code = sqlite3_bind_text64(insert, 2, text->bytes, text->length, SQLITE_STATIC, SQLITE_UTF8);
	return code == SQLITE_OK ? store_finish(store, insert, error) : store_fail(store, code, error);
}

static bool index_missing(Store *store, Slices *slices, AssayError *error) {
	if (!store_execute(store, create_index, error))
		return false;
	sqlite3_stmt *missing = store_statement(store, SQL_SEARCH_SENTENCES, error);
	if (!missing)
		return false;
	bool found, ok;
	while ((ok = store_row(store, missing, &found, error)) && found) {
		int64_t article = sqlite3_column_int64(missing, 1);
		int64_t start = sqlite3_column_int64(missing, 2), end = sqlite3_column_int64(missing, 3);
		if (!(ok = read_slice(store, slices, article, start, end, error) &&
		           index_sentence(store, sqlite3_column_int64(missing, 0), &slices->text, error)))
			break;
	}
	sqlite3_reset(missing);
	return ok;
}

static bool is_stale(Store *store, bool *stale, AssayError *error) {
	int64_t value;
	if (!store_value(store, "SELECT count(*) FROM sqlite_schema WHERE name = 'sentence_fts'", &value, error))
		return false;
	*stale = value == 0;
	if (*stale)
		return true;
	sqlite3_stmt *statement = store_statement(store, SQL_SEARCH_STALE, error);
	if (!statement)
		return false;
	bool found, ok = store_row(store, statement, &found, error);
	*stale = ok && found && sqlite3_column_int(statement, 0);
	sqlite3_reset(statement);
	return ok;
}

static bool complete_index(Store *store, AssayError *error) {
	bool stale;
	if (!is_stale(store, &stale, error))
		return false;
	if (!stale)
		return true;
	if (!store_write_begin(store, error))
		return false;
	Slices slices = {0};
	bool ok = index_missing(store, &slices, error);
	slices_done(&slices);
	return store_write_end(store, ok, error);
}

/* ---- match_spans(sentence_fts, text): what the query matched, as a blob of Spans in text ---- */

typedef VEC(Span) Spans;

typedef struct Tokens {
	const Spans *matches; /* in tokens, in order, disjoint */
	Spans *spans;         /* the same in bytes */
	uint32_t token;       /* number of the next token */
	uint32_t match;
} Tokens;

/* FTS5 counts tokens; this finds the bytes of those that it named. */
static int on_token(void *context, int flags, const char *token, int length, int start, int end) {
	(void)token, (void)length;
	Tokens *tokens = context;
	if (flags & FTS5_TOKEN_COLOCATED || tokens->match == tokens->matches->count)
		return SQLITE_OK;
	uint32_t number = tokens->token++;
	Span match = tokens->matches->items[tokens->match];
	if (number == match.start && !vec_push(tokens->spans, (Span){(uint32_t)start, (uint32_t)end}))
		return SQLITE_NOMEM;
	if (number >= match.start && tokens->spans->count)
		tokens->spans->items[tokens->spans->count - 1].end = (uint32_t)end;
	if (number + 1 == match.end)
		tokens->match++;
	return SQLITE_OK;
}

/* Token ranges of the row's phrase instances; FTS5 gives them in order, and those that overlap become one. */
static int collect_matches(const Fts5ExtensionApi *api, Fts5Context *context, Spans *matches) {
	int count, phrase, column, offset;
	int code = api->xInstCount(context, &count);
	for (int i = 0; i < count && code == SQLITE_OK; i++) {
		code = api->xInst(context, i, &phrase, &column, &offset);
		if (code != SQLITE_OK)
			break;
		Span match = {(uint32_t)offset, (uint32_t)(offset + api->xPhraseSize(context, phrase))};
		Span *last = matches->count ? &matches->items[matches->count - 1] : NULL;
		if (last && match.start < last->end)
			last->end = match.end > last->end ? match.end : last->end;
		else if (!span_is_empty(match) && !vec_push(matches, match))
			code = SQLITE_NOMEM;
	}
	return code;
}

static void match_spans(const Fts5ExtensionApi *api, Fts5Context *context, sqlite3_context *result, int count,
                        sqlite3_value **values) {
	Spans matches = {0}, spans = {0};
	int code = count == 1 ? collect_matches(api, context, &matches) : SQLITE_MISUSE;
	if (code == SQLITE_OK) {
		Tokens tokens = {&matches, &spans, 0, 0};
		const char *text = (const char *)sqlite3_value_text(values[0]);
		code = api->xTokenize(context, text, sqlite3_value_bytes(values[0]), &tokens, on_token);
	}
	if (code == SQLITE_OK)
		sqlite3_result_blob64(result, spans.items, spans.count * sizeof(Span), SQLITE_TRANSIENT);
	else
		sqlite3_result_error_code(result, code);
	vec_done(&matches);
	vec_done(&spans);
}

static bool register_function(Store *store, AssayError *error) {
	fts5_api *api = NULL;
	sqlite3_stmt *statement = NULL;
	if (store->searching)
		return true;
	int code = sqlite3_prepare_v2(store->db, "SELECT fts5(?1)", -1, &statement, NULL);
	if (code == SQLITE_OK)
		code = sqlite3_bind_pointer(statement, 1, &api, "fts5_api_ptr", NULL);
	if (code == SQLITE_OK && (code = sqlite3_step(statement)) == SQLITE_ROW)
		code = api ? api->xCreateFunction(api, "match_spans", NULL, match_spans, NULL) : SQLITE_ERROR;
	store->searching = code == SQLITE_OK;
	if (!store->searching)
		store_fail(store, code, error);
	sqlite3_finalize(statement);
	return store->searching;
}

/* ---- Finding ---- */

static bool check_query(const char *query, AssayError *error) {
	size_t length = strlen(query);
	if (length > STORE_QUERY_MAX)
		return error_set(error, ASSAY_BAD_INPUT, "query: longer than %d bytes", STORE_QUERY_MAX);
	if (query[strspn(query, " \t\r\n")] == '\0')
		return error_set(error, ASSAY_BAD_INPUT, "query: empty");
	if (*query == '*') /* FTS5 takes it for a command */
		return error_set(error, ASSAY_BAD_INPUT, "query: syntax error near \"*\"");
	return store_check_string("query", query, error);
}

/* SQLITE_ERROR is FTS5 speaking about the query; the statement itself is known to be right. */
static bool fail_query(const Store *store, int code, AssayError *error) {
	if (code != SQLITE_ERROR)
		return store_fail(store, code, error);
	const char *reason = sqlite3_errmsg(store->db);
	if (strncmp(reason, "fts5: ", 6) == 0)
		reason += 6;
	return error_set(error, ASSAY_BAD_INPUT, "query: %s", reason);
}

static bool add_hit(sqlite3_stmt *row, StoreHits *hits, AssayError *error) {
	StoreHit *hit = vec_add(hits);
	if (!hit)
		return error_no_memory(error);
	*hit = (StoreHit){
		.sentence_id = sqlite3_column_int64(row, 0),
		.article_id = sqlite3_column_int64(row, 1),
		.n = (uint32_t)sqlite3_column_int64(row, 3),
		.start = (uint32_t)sqlite3_column_int64(row, 4),
		.end = (uint32_t)sqlite3_column_int64(row, 5),
	};
	const char *key = (const char *)sqlite3_column_text(row, 2);
	hit->article = key ? arena_copy(&hits->arena, key, (size_t)sqlite3_column_bytes(row, 2)) : NULL;
	return hit->article || error_no_memory(error);
}

static bool find_hits(Store *store, const char *query, uint32_t limit, StoreHits *hits, AssayError *error) {
	sqlite3_stmt *statement = store_statement(store, SQL_SEARCH_FIND, error);
	if (!statement)
		return false;
	store_bind_string(statement, 1, query);
	sqlite3_bind_int64(statement, 2, limit);
	bool ok = true;
	int code;
	while (ok && (code = sqlite3_step(statement)) == SQLITE_ROW)
		ok = add_hit(statement, hits, error);
	if (ok && code != SQLITE_DONE)
		ok = fail_query(store, code, error);
	sqlite3_reset(statement);
	return ok;
}

static bool keep_matches(StoreHit *hit, Arena *arena, const void *spans, size_t length) {
	if (!length)
		return true;
	Span *matches = arena_alloc(arena, length);
	if (!matches)
		return false;
	memcpy(matches, spans, length);
	hit->match_count = (uint32_t)(length / sizeof(Span));
	for (uint32_t i = 0; i < hit->match_count; i++) {
		matches[i].start += hit->start;
		matches[i].end += hit->start;
	}
	hit->matches = matches;
	return true;
}

static bool find_matches(Store *store, const char *query, const Buf *text, StoreHit *hit, Arena *arena,
                         AssayError *error) {
	sqlite3_stmt *statement = store_statement(store, SQL_SEARCH_MATCHES, error);
	if (!statement)
		return false;
	store_bind_string(statement, 1, query);
	sqlite3_bind_int64(statement, 2, hit->sentence_id);
	sqlite3_bind_text64(statement, 3, text->bytes, text->length, SQLITE_STATIC, SQLITE_UTF8);
	bool found, ok = store_row(store, statement, &found, error);
	if (ok && found) {
		const void *spans = sqlite3_column_blob(statement, 0);
		ok = keep_matches(hit, arena, spans, (size_t)sqlite3_column_bytes(statement, 0)) || error_no_memory(error);
	}
	sqlite3_reset(statement);
	return ok;
}

static bool fill_hits(Store *store, const char *query, Slices *slices, StoreHits *hits, AssayError *error) {
	for (uint32_t i = 0; i < hits->count; i++) {
		StoreHit *hit = &hits->items[i];
		if (!read_slice(store, slices, hit->article_id, hit->start, hit->end, error) ||
		    !find_matches(store, query, &slices->text, hit, &hits->arena, error))
			return false;
		hit->text = arena_copy(&hits->arena, slices->text.bytes, slices->text.length);
		if (!hit->text)
			return error_no_memory(error);
	}
	return true;
}

bool store_search(Store *store, const char *query, uint32_t limit, StoreHits *hits, AssayError *error) {
	if (!check_query(query, error) || !register_function(store, error) || !complete_index(store, error) ||
	    !find_hits(store, query, limit, hits, error))
		return false;
	Slices slices = {0};
	bool ok = fill_hits(store, query, &slices, hits, error);
	slices_done(&slices);
	return ok;
}

void store_hits_done(StoreHits *hits) {
	memory_free(hits->items);
	arena_done(&hits->arena);
	*hits = (StoreHits){0};
}
