#include <string.h>

#include "base/digest.h"
#include "base/error.h"
#include "base/utf8.h"
#include "store/impl.h"

#define KEY_MAX 512 /* bytes */

/* ---- Checks ---- */

/* C0 and C1 controls and DEL, of a well-formed string. */
static bool has_control(const char *string) {
	for (const unsigned char *s = (const unsigned char *)string; *s; s++)
		if (*s < 0x20 || *s == 0x7F || (*s == 0xC2 && s[1] < 0xA0))
			return true;
	return false;
}

static bool check_key(const char *key, AssayError *error) {
	if (!key || !*key || strlen(key) > KEY_MAX)
		return error_set(error, ASSAY_BAD_INPUT, "an article's id must have 1 to %d bytes", KEY_MAX);
	return store_check_string("id", key, error) &&
	       (!has_control(key) || error_set(error, ASSAY_BAD_INPUT, "a control character in an article's id"));
}

static bool check_text(const StoreArticle *article, AssayError *error) {
	const char *nul = article->length ? memchr(article->text, '\0', article->length) : NULL;
	if (nul)
		return error_set(error, ASSAY_BAD_INPUT, "%s: a NUL byte in the text at byte %zu", article->key,
		                 (size_t)(nul - article->text));
	if (article->length >= UINT32_MAX)
		return error_set(error, ASSAY_BAD_INPUT, "%s: the text is too long", article->key);
	size_t valid = utf8_valid_prefix(article->text, article->length);
	return valid == article->length ||
	       error_set(error, ASSAY_BAD_INPUT, "%s: invalid UTF-8 in the text at byte %zu", article->key, valid);
}

static bool check_article(const StoreArticle *article, AssayError *error) {
	return check_key(article->key, error) && check_text(article, error) &&
	       store_check_string("outlet", article->outlet, error) &&
	       store_check_string("published", article->published, error) &&
	       store_check_string("title", article->title, error) && store_check_string("meta", article->meta, error);
}

static bool is_boundary(const StoreArticle *article, uint32_t offset) {
	return offset == article->length || ((unsigned char)article->text[offset] & 0xC0) != 0x80;
}

static bool check_sentences(const StoreArticle *article, const StoreSentence *sentences, size_t count,
                            AssayError *error) {
	for (size_t i = 0; i < count; i++) {
		const StoreSentence *s = &sentences[i];
		if (s->start > s->end || s->end > article->length || !is_boundary(article, s->start) ||
		    !is_boundary(article, s->end))
			return error_set(error, ASSAY_BAD_INPUT, "%s: sentence %zu is not a span of the text", article->key, i);
		if (!s->kind)
			return error_set(error, ASSAY_BAD_INPUT, "%s: sentence %zu has no kind", article->key, i);
		if (!store_check_string("kind of a sentence", s->kind, error))
			return false;
	}
	return true;
}

/* ---- Adding ---- */

/* id 0 when there is no such row. */
static bool find_id(Store *store, StoreSql sql, const char *first, const char *second, int64_t *id, AssayError *error) {
	sqlite3_stmt *statement = store_statement(store, sql, error);
	if (!statement)
		return false;
	store_bind_string(statement, 1, first);
	if (second)
		store_bind_string(statement, 2, second);
	bool found, ok = store_row(store, statement, &found, error);
	*id = ok && found ? sqlite3_column_int64(statement, 0) : 0;
	sqlite3_reset(statement);
	return ok;
}

/* The outlet's row, made when it is new. */
static bool add_source(Store *store, const char *outlet, int64_t *id, AssayError *error) {
	*id = 0;
	if (!outlet)
		return true;
	if (!find_id(store, SQL_SOURCE_FIND, outlet, NULL, id, error) || *id)
		return *id != 0;
	sqlite3_stmt *statement = store_statement(store, SQL_SOURCE_ADD, error);
	if (!statement)
		return false;
	store_bind_string(statement, 1, outlet);
	if (!store_finish(store, statement, error))
		return false;
	*id = sqlite3_last_insert_rowid(store->db);
	return true;
}

static bool insert_article(Store *store, const StoreArticle *article, const char *sha256, int64_t source,
                           AssayError *error) {
	sqlite3_stmt *statement = store_statement(store, SQL_ARTICLE_ADD, error);
	if (!statement)
		return false;
	store_bind_string(statement, 1, article->key);
	if (source)
		sqlite3_bind_int64(statement, 2, source);
	store_bind_string(statement, 3, article->published);
	store_bind_string(statement, 4, article->title);
	store_bind_string(statement, 5, article->meta);
	store_bind_string(statement, 6, sha256);
	sqlite3_bind_int64(statement, 7, (sqlite3_int64)article->length);
	int code = sqlite3_bind_text64(statement, 8, article->length ? article->text : "", article->length, SQLITE_STATIC,
	                               SQLITE_UTF8);
	return code == SQLITE_OK ? store_finish(store, statement, error) : store_fail(store, code, error);
}

static bool insert_sentences(Store *store, int64_t article, const StoreSentence *sentences, size_t count,
                             AssayError *error) {
	for (size_t i = 0; i < count; i++) {
		sqlite3_stmt *statement = store_statement(store, SQL_SENTENCE_ADD, error);
		if (!statement)
			return false;
		sqlite3_bind_int64(statement, 1, article);
		sqlite3_bind_int64(statement, 2, (sqlite3_int64)i);
		sqlite3_bind_int64(statement, 3, sentences[i].paragraph);
		sqlite3_bind_int64(statement, 4, sentences[i].start);
		sqlite3_bind_int64(statement, 5, sentences[i].end);
		store_bind_string(statement, 6, sentences[i].kind);
		if (!store_finish(store, statement, error))
			return false;
	}
	return true;
}

static bool add(Store *store, const StoreArticle *article, const StoreSentence *sentences, size_t count, bool *added,
                int64_t *id, AssayError *error) {
	char sha256[DIGEST_HEX];
	int64_t source;
	digest_sha256(article->text, article->length, sha256);
	if (!find_id(store, SQL_ARTICLE_KNOWN, article->key, sha256, id, error))
		return false;
	*added = *id == 0;
	if (!*added)
		return true;
	if (!add_source(store, article->outlet, &source, error) ||
	    !insert_article(store, article, sha256, source, error))
		return false;
	*id = sqlite3_last_insert_rowid(store->db);
	return insert_sentences(store, *id, sentences, count, error);
}

bool store_add_article(Store *store, const StoreArticle *article, const StoreSentence *sentences, size_t count,
                       bool *added, int64_t *id, AssayError *error) {
	bool is_new = false;
	int64_t number = 0;
	if (!check_article(article, error) || !check_sentences(article, sentences, count, error) ||
	    !store_write_begin(store, error) ||
	    !store_write_end(store, add(store, article, sentences, count, &is_new, &number, error), error))
		return false;
	if (added)
		*added = is_new;
	if (id)
		*id = number;
	return true;
}

/* ---- Reading ---- */

int64_t store_article_count(Store *store, AssayError *error) {
	int64_t count;
	return store_value(store, "SELECT count(DISTINCT key) FROM article", &count, error) ? count : -1;
}

/* Columns as in ARTICLE_COLUMNS. */
static bool keep_article(const Store *store, sqlite3_stmt *statement, StoreCursor *cursor, StoreArticle *article,
                         AssayError *error) {
	enum { KEY, OUTLET, PUBLISHED, TITLE, META, SHA256, TEXT, COLUMNS };
	Buf *row = &cursor->row;
	size_t kept[COLUMNS];
	buf_clear(row);
	for (int i = 0; i < COLUMNS; i++)
		kept[i] = store_keep_column(row, statement, i + 1);
	if (row->oom)
		return error_no_memory(error);
	if (kept[KEY] == SIZE_MAX || kept[TEXT] == SIZE_MAX)
		return store_fail(store, SQLITE_CORRUPT, error);
	*article = (StoreArticle){
		.id = sqlite3_column_int64(statement, 0),
		.key = store_kept(row, kept[KEY]),
		.outlet = store_kept(row, kept[OUTLET]),
		.published = store_kept(row, kept[PUBLISHED]),
		.title = store_kept(row, kept[TITLE]),
		.meta = store_kept(row, kept[META]),
		.sha256 = store_kept(row, kept[SHA256]),
		.text = store_kept(row, kept[TEXT]),
		.length = row->length - kept[TEXT] - 1,
	};
	return true;
}

static bool read_article(Store *store, StoreSql sql, const char *key, StoreCursor *cursor, StoreArticle *article,
                         bool *found, AssayError *error) {
	sqlite3_stmt *statement = store_statement(store, sql, error);
	if (!statement)
		return false;
	store_bind_string(statement, 1, key);
	bool ok = store_row(store, statement, found, error) &&
	          (!*found || keep_article(store, statement, cursor, article, error));
	sqlite3_reset(statement);
	return ok;
}

bool store_article_next(Store *store, StoreCursor *cursor, StoreArticle *article, bool *found, AssayError *error) {
	const char *last = cursor->key.length ? cursor->key.bytes : "";
	if (!read_article(store, SQL_ARTICLE_NEXT, last, cursor, article, found, error))
		return false;
	if (!*found)
		return true;
	if (strcmp(article->key, last) <= 0) /* of a damaged index, and without end */
		return store_fail(store, SQLITE_CORRUPT, error);
	buf_clear(&cursor->key);
	buf_append_string(&cursor->key, article->key);
	return !cursor->key.oom || error_no_memory(error);
}

bool store_article_find(Store *store, const char *key, StoreCursor *cursor, StoreArticle *article, bool *found,
                        AssayError *error) {
	return read_article(store, SQL_ARTICLE_FIND, key, cursor, article, found, error);
}
