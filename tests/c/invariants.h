/* What holds of every reading of any bytes. Shared by the property tests and the fuzzer of the reader. */
#ifndef ASSAY_TEST_INVARIANTS_H
#define ASSAY_TEST_INVARIANTS_H
#include <string.h>

#include "base/utf8.h"
#include "pipeline/analyzer.h"

#define HOLDS(condition) \
	do { \
		if (!(condition)) \
			return #condition; \
	} while (0)

static inline bool starts_character(const Document *d, uint32_t byte) {
	return byte == d->length || ((unsigned char)d->text[byte] & 0xC0) != 0x80;
}

/* Whether nothing but white space and control characters stands between two bytes: what no token covers. */
static inline bool is_blank(const Document *d, uint32_t from, uint32_t to) {
	while (from < to) {
		uint32_t character;
		from += (uint32_t)utf8_decode(d->text + from, to - from, &character, NULL);
		if (!utf8_is_space(character) && character >= ' ')
			return false;
	}
	return from == to;
}

static inline bool in_tokens(const Document *d, Span span) {
	return span.start <= span.end && span.end <= d->tokens.count;
}

static inline bool none_or_in(const Document *d, Span span, Span outer) {
	return span_is_none(span) || (in_tokens(d, span) && span_contains(outer, span));
}

static inline Span sentence_span(const Document *d, uint32_t index) {
	return (Span){d->sentences.items[index].first, d->sentences.items[index].last};
}

/* Tokens with the white space between them are the text, and none ends inside a character. */
static inline const char *broken_tokens(const Document *d) {
	uint32_t byte = 0;
	HOLDS(d->text[d->length] == 0 && strlen(d->text) == d->length);
	HOLDS(utf8_valid_prefix(d->text, d->length) == d->length);
	for (uint32_t i = 0; i < d->tokens.count; i++) {
		const Token *token = &d->tokens.items[i];
		HOLDS(byte <= token->start && token->start < token->end && token->end <= d->length);
		HOLDS(starts_character(d, token->start) && starts_character(d, token->end));
		HOLDS(is_blank(d, byte, token->start));
		HOLDS(token->word < d->words.words.count);
		byte = token->end;
	}
	HOLDS(is_blank(d, byte, d->length));
	return NULL;
}

/* Lines, paragraphs and sentences tile the tokens; a sentence lies in its paragraph; its bytes are those of its tokens. */
static inline const char *broken_segments(const Document *d) {
	uint32_t token = 0;
	for (uint32_t i = 0; i < d->lines.count; token = d->lines.items[i++].end)
		HOLDS(d->lines.items[i].first == token && d->lines.items[i].end > token);
	HOLDS(token == d->tokens.count);
	token = 0;
	for (uint32_t i = 0; i < d->paragraphs.count; token = d->paragraphs.items[i++].end)
		HOLDS(d->paragraphs.items[i].first == token && d->paragraphs.items[i].end > token);
	HOLDS(token == d->tokens.count);
	token = 0;
	for (uint32_t i = 0; i < d->sentences.count; token = d->sentences.items[i++].last) {
		const Sentence *s = &d->sentences.items[i];
		HOLDS(s->first == token && s->last > token && s->paragraph < d->paragraphs.count);
		const Paragraph *p = &d->paragraphs.items[s->paragraph];
		HOLDS(p->first <= s->first && s->last <= p->end);
		Span bytes = document_bytes(d, (Span){s->first, s->last});
		HOLDS(s->start == bytes.start && s->end == bytes.end);
	}
	HOLDS(token == d->tokens.count);
	return NULL;
}

static inline const char *broken_words(const Document *d) {
	uint32_t before = 0;
	for (uint32_t i = 0; i < d->quotes.count; before = d->quotes.items[i++].open)
		HOLDS(before <= d->quotes.items[i].open && d->quotes.items[i].open < d->quotes.items[i].close &&
		      d->quotes.items[i].close <= d->tokens.count);
	before = 0;
	for (uint32_t i = 0; i < d->hits.count; before = d->hits.items[i++].first)
		HOLDS(before <= d->hits.items[i].first && d->hits.items[i].first < d->hits.items[i].end &&
		      d->hits.items[i].end <= d->tokens.count);
	for (uint32_t i = 0; i < d->tokens.count; i++) {
		uint32_t hit = document_hit_at(d, i);
		HOLDS(token_starts_phrase(d, i) == (hit < d->hits.count && d->hits.items[hit].first == i));
	}
	before = 0;
	for (uint32_t i = 0; i < d->mentions.count; before = d->mentions.items[i++].first) {
		const Mention *m = &d->mentions.items[i];
		HOLDS(before <= m->first && m->first < m->end && m->sentence < d->sentences.count);
		HOLDS(span_contains(sentence_span(d, m->sentence), (Span){m->first, m->end}));
		HOLDS(!(m->entity & ENTITY_LOCAL) || (m->entity & ~ENTITY_LOCAL) < d->names.count);
	}
	for (uint32_t i = 0; i < d->numbers.count; i++) {
		const Number *n = &d->numbers.items[i];
		HOLDS(n->first < n->end && n->sentence < d->sentences.count);
		HOLDS(span_contains(sentence_span(d, n->sentence), (Span){n->first, n->end}));
		HOLDS(!(n->low > n->high));
		HOLDS(!i || n[-1].sentence <= n->sentence);
	}
	for (uint32_t i = 0; i < d->descriptions.count; i++) {
		const Description *c = &d->descriptions.items[i];
		HOLDS(c->first < c->end && c->sentence < d->sentences.count);
		HOLDS(span_contains(sentence_span(d, c->sentence), (Span){c->first, c->end}));
		HOLDS(!i || c[-1].sentence <= c->sentence);
	}
	return NULL;
}

/* Clauses lie in one another or apart; a scope and its cue lie apart, in one sentence. */
static inline const char *broken_context(const Document *d) {
	for (uint32_t i = 0; i < d->clauses.count; i++) {
		const Clause *c = &d->clauses.items[i], *last = i ? c - 1 : NULL;
		Span span = {c->first, c->end};
		HOLDS(c->first < c->end && c->sentence < d->sentences.count && c->kind < CLAUSE_KINDS);
		HOLDS(span_contains(sentence_span(d, c->sentence), span));
		HOLDS(!last || last->first <= c->first);
		HOLDS(!last || c->first >= last->end || c->end <= last->end);
		if (c->parent == ID_NONE)
			continue;
		HOLDS(c->parent < i && d->clauses.items[c->parent].sentence == c->sentence);
		HOLDS(span_contains((Span){d->clauses.items[c->parent].first, d->clauses.items[c->parent].end}, span));
	}
	for (uint32_t i = 0; i < d->scopes.count; i++) {
		const Scope *s = &d->scopes.items[i];
		HOLDS(s->axis < AXIS_COUNT && s->sentence < d->sentences.count);
		HOLDS(!span_is_empty(s->cue) && !span_is_empty(s->scope) && !span_overlaps(s->cue, s->scope));
		HOLDS(span_contains(sentence_span(d, s->sentence), s->cue));
		HOLDS(span_contains(sentence_span(d, s->sentence), s->scope));
		HOLDS(!i || (s[-1].cue.start <= s->cue.start && s[-1].sentence <= s->sentence));
	}
	return NULL;
}

static inline const char *broken_attributions(const Document *d) {
	Span all = {0, d->tokens.count};
	for (uint32_t i = 0; i < d->attributions.count; i++) {
		const Attribution *a = &d->attributions.items[i];
		HOLDS(a->kind < ATTRIBUTION_KINDS && a->sentence < d->sentences.count);
		HOLDS(!span_is_none(a->content) && !span_is_empty(a->content) && span_contains(all, a->content));
		HOLDS(!i || a[-1].content.start <= a->content.start);
		HOLDS(span_is_none(a->parts[0]) == span_is_none(a->parts[1]));
		HOLDS(none_or_in(d, a->parts[0], a->content) && none_or_in(d, a->parts[1], a->content));
		HOLDS(a->parts[0].end <= a->parts[1].start);
		HOLDS(none_or_in(d, a->speaker, all) && none_or_in(d, a->cue, all));
		HOLDS(span_is_none(a->cue) || !span_is_empty(a->cue));
		HOLDS(span_is_none(a->speaker) || !span_is_empty(a->speaker));
		HOLDS(a->parent == ID_NONE || a->parent < i);
		HOLDS(a->part_of == ID_NONE || (a->part_of < i && d->attributions.items[a->part_of].part_of == ID_NONE));
		HOLDS(a->next_part == ID_NONE || (a->next_part > i && a->next_part < d->attributions.count));
	}
	return NULL;
}

static inline bool holds_tokens(const Attribution *a, Span tokens) {
	if (a->kind == ATTRIBUTION_SCARE)
		return false;
	if (!span_is_none(a->parts[0]))
		return span_contains(a->parts[0], tokens) || span_contains(a->parts[1], tokens);
	return span_contains(a->content, tokens);
}

/* What is found around tokens is what going through all attributions finds; tried at 64 places. */
static inline const char *broken_chains(const Document *d) {
	for (uint32_t at = 0; at < d->tokens.count; at += d->tokens.count / 64 + 1) {
		Span tokens = {at, at + 1 + at % 3 < d->tokens.count ? at + 1 + at % 3 : d->tokens.count};
		uint32_t found = d->attributions.count;
		for (uint32_t i = d->attributions.count; i-- > 0;)
			if (holds_tokens(&d->attributions.items[i], tokens))
				HOLDS((found = attribution_around(d, tokens, found)) == i);
		HOLDS(attribution_around(d, tokens, found) == ID_NONE);
	}
	return NULL;
}

/* The first property that does not hold, as text; NULL: all do. */
static inline const char *broken_property(const Document *d) {
	const char *(*const checks[])(const Document *) = {broken_tokens, broken_segments, broken_words, broken_context,
	                                                    broken_attributions, broken_chains};
	for (size_t i = 0; i < sizeof checks / sizeof *checks; i++) {
		const char *broken = checks[i](d);
		if (broken)
			return broken;
	}
	return NULL;
}

#endif
