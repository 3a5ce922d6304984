/* The long layers of `assay show` as JSON Lines at once: the same bytes as their records encoded one by one. */
#include <string.h>

#include "bindings/impl.h"
#include "bindings/json_text.h"

typedef struct Writer {
	Buf *buf, *words;   /* words: norm and stem of each word that was met */
	Span *of_word;      /* in words->bytes, by the article's word; all zeros: not met */
	const char *head;   /* `{"article":…,"layer":…` */
	size_t head_length;
} Writer;

static void write_count(Buf *buf, const char *key, uint32_t value) {
	char digits[10];
	size_t at = sizeof digits;
	do
		digits[--at] = (char)('0' + value % 10);
	while (value /= 10);
	buf_append_string(buf, key);
	buf_append(buf, digits + at, sizeof digits - at);
}

static void write_start(const Writer *w, uint32_t index, uint32_t start, uint32_t end) {
	buf_append(w->buf, w->head, w->head_length);
	write_count(w->buf, ",\"n\":", index + 1);
	write_count(w->buf, ",\"start\":", start);
	write_count(w->buf, ",\"end\":", end);
}

static Span word_bytes(Writer *w, const ArticleHandle *article, uint32_t token) {
	Span *bytes = &w->of_word[article->document->tokens.items[token].word];
	if (bytes->end)
		return *bytes;
	const Word *word = document_word(article->document, token);
	size_t length, bad;
	const char *stem = vocabulary_stem_text(article->owner->analyzer->vocabulary, word->norm, word->length, &length);
	bytes->start = (uint32_t)w->words->length;
	buf_append_string(w->words, ",\"norm\":");
	json_write_string(w->words, word->norm, word->length, &bad);
	buf_append_string(w->words, ",\"stem\":");
	json_write_string(w->words, stem ? stem : "", stem ? length : 0, &bad);
	buf_append_string(w->words, "}\n");
	bytes->end = (uint32_t)w->words->length;
	return *bytes;
}

static void write_tokens(Writer *w, const ArticleHandle *article) {
	const TokenList *tokens = &article->document->tokens;
	for (uint32_t i = 0; i < tokens->count; i++) {
		Span word = word_bytes(w, article, i);
		if (w->words->oom)
			return;
		write_start(w, i, tokens->items[i].start, tokens->items[i].end);
		buf_append(w->buf, w->words->bytes + word.start, word.end - word.start);
	}
}

static void write_sentences(const Writer *w, const Document *document) {
	for (uint32_t i = 0; i < document->sentences.count; i++) {
		const Sentence *sentence = &document->sentences.items[i];
		Span bytes = document_bytes(document, (Span){sentence->first, sentence->last});
		write_start(w, i, bytes.start, bytes.end);
		buf_append_string(w->buf, ",\"kind\":\"");
		buf_append_string(w->buf, segment_kind_names[sentence->kind]);
		write_count(w->buf, "\",\"paragraph\":", sentence->paragraph);
		buf_append_string(w->buf, "}\n");
	}
}

static const char *push_head(lua_State *L, int id, const char *layer, size_t *length) {
	size_t id_length, bad;
	const char *bytes = luaL_checklstring(L, id, &id_length);
	Buf *head = push_buf(L);
	buf_append_string(head, "{\"article\":");
	if (!json_write_string(head, bytes, id_length, &bad))
		luaL_argerror(L, id, "ill-formed UTF-8");
	buf_append_string(head, ",\"layer\":\"");
	buf_append_string(head, layer);
	buf_append_string(head, "\"");
	push_buf_string(L, head);
	return lua_tolstring(L, -1, length);
}

int push_lines(lua_State *L, const ArticleHandle *article, ItemLayer layer, int id) {
	Writer w = {0};
	w.head = push_head(L, id, layer_names[layer], &w.head_length);
	w.buf = push_buf(L);
	w.words = push_buf(L);
	size_t words = article->document->words.words.count;
	w.of_word = lua_newuserdatauv(L, (words + 1) * sizeof *w.of_word, 0);
	memset(w.of_word, 0, (words + 1) * sizeof *w.of_word);
	if (layer == ITEM_TOKENS)
		write_tokens(&w, article);
	else
		write_sentences(&w, article->document);
	w.buf->oom |= w.words->oom;
	push_buf_string(L, w.buf);
	return 1;
}
