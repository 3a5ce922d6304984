#include "document/document.h"

#include <string.h>

#include "base/memory.h"
#include "base/utf8.h"

const char *const axis_names[AXIS_COUNT] = {"negation", "hedge", "condition", "question", "denial"};
const char *const mention_form_names[MENTION_FORMS] = {"name", "short", "adjective", "metonym", "acronym", "role"};
const char *const description_form_names[DESCRIPTION_FORMS] = {"anonymous", "definite", "pronoun"};
const char *const clause_kind_names[CLAUSE_KINDS] = {"main",       "coordinated", "subordinate", "relative",
                                                     "complement", "participial", "parenthesis"};
const char *const attribution_kind_names[ATTRIBUTION_KINDS] = {"direct", "indirect", "mixed", "scare"};

/* Every ill-formed sequence and every NUL becomes U+FFFD. */
static uint32_t repair(const char *bytes, size_t length, Buf *text) {
	uint32_t replaced = 0;
	size_t clean = 0, i = 0;
	while ((i += utf8_ascii_prefix(bytes + i, length - i)) < length) {
		uint32_t character;
		bool valid;
		size_t n = utf8_decode(bytes + i, length - i, &character, &valid);
		if (!valid || !character) {
			buf_append(text, bytes + clean, i - clean);
			utf8_append(text, UTF8_REPLACEMENT);
			clean = i + n;
			replaced++;
		}
		i += n;
	}
	buf_append(text, bytes + clean, length - clean);
	static const char slack[TEXT_SLACK];
	buf_append(text, slack, sizeof slack);
	return replaced;
}

Document *document_new(const char *bytes, size_t length, AssayError *error) {
	if (length >= DOCUMENT_LIMIT / 3) {
		error_set(error, ASSAY_BAD_INPUT, "the text has more than %u bytes", DOCUMENT_LIMIT / 3);
		return NULL;
	}
	Document *document = memory_new(sizeof *document);
	Buf text = {0};
	if (document)
		document->replaced = repair(bytes, length, &text);
	if (!document || text.oom) {
		buf_done(&text);
		memory_free(document);
		error_no_memory(error);
		return NULL;
	}
	document->text = text.bytes;
	document->length = (uint32_t)text.length - TEXT_SLACK;
	return document;
}

void document_free(Document *document) {
	if (!document)
		return;
	memory_free(document->text);
	word_table_done(&document->words);
	vec_done(&document->tokens);
	vec_done(&document->lines);
	vec_done(&document->paragraphs);
	vec_done(&document->sentences);
	vec_done(&document->quotes);
	vec_done(&document->sets);
	vec_done(&document->hits);
	vec_done(&document->hit_ranks);
	vec_done(&document->mentions);
	vec_done(&document->mention_ranks);
	vec_done(&document->names);
	vec_done(&document->descriptions);
	vec_done(&document->numbers);
	vec_done(&document->clauses);
	vec_done(&document->scopes);
	vec_done(&document->attributions);
	vec_done(&document->content_links);
	memory_free(document);
}

Span document_bytes(const Document *document, Span tokens) {
	if (tokens.start >= document->tokens.count)
		return (Span){document->length, document->length};
	uint32_t start = document->tokens.items[tokens.start].start;
	return (Span){start, tokens.end > tokens.start ? document->tokens.items[tokens.end - 1].end : start};
}

uint32_t document_sentence_of(const Document *document, uint32_t token) {
	uint32_t low = 0, high = document->sentences.count;
	while (low < high) {
		uint32_t middle = low + (high - low) / 2;
		if (document->sentences.items[middle].last <= token)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

/* Each token of SET_PHRASE before it in its block has a hit, few have more. */
uint32_t document_hit_at(const Document *document, uint32_t token) {
	uint64_t starts = document->sets.items[token / 64 * TOKEN_SETS + SET_PHRASE];
	uint64_t before = starts & ((UINT64_C(1) << (token % 64)) - 1);
	uint32_t i = document->hit_ranks.items[token / 64] + (uint32_t)__builtin_popcountll(before);
	while (i < document->hits.count && document->hits.items[i].first < token)
		i++;
	return i;
}

uint32_t document_phrase_end(const Document *document, uint32_t token, ClassId id) {
	for (uint32_t i = document_hit_at(document, token); i < document->hits.count; i++) {
		const PhraseHit *hit = &document->hits.items[i];
		if (hit->first != token)
			break;
		if (hit->kind == HIT_CLASS && hit->target == id)
			return hit->end;
	}
	return 0;
}

uint32_t document_mention_at(const Document *document, uint32_t token) {
	uint32_t block = token / 64, count = document->mentions.count;
	uint32_t i = block < document->mention_ranks.count ? document->mention_ranks.items[block] : count;
	while (i < count && document->mentions.items[i].end <= token)
		i++;
	return i;
}

bool document_rank_mentions(Document *document) {
	uint32_t blocks = (document->tokens.count + 63) / 64, rank = 0;
	if (!vec_reserve(&document->mention_ranks, blocks))
		return false;
	document->mention_ranks.count = blocks;
	for (uint32_t b = 0; b < blocks; b++) {
		while (rank < document->mentions.count && document->mentions.items[rank].end <= b * 64)
			rank++;
		document->mention_ranks.items[b] = rank;
	}
	return true;
}
