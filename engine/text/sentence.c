#include "text/sentence.h"

#include "base/memory.h"

bool sentence_roles_init(SentenceRoles *roles, Vocabulary *vocabulary) {
	roles->starter = vocabulary_add_class(vocabulary, "starter");
	roles->title = vocabulary_add_class(vocabulary, "abbreviation.title");
	roles->inner = vocabulary_add_class(vocabulary, "abbreviation.inner");
	return roles->starter != CLASS_LIMIT && roles->title != CLASS_LIMIT && roles->inner != CLASS_LIMIT;
}

bool paragraph_split(const LineList *lines, ParagraphList *paragraphs) {
	for (uint32_t i = 0; i < lines->count; i++) {
		const Line *line = &lines->items[i];
		if (line->joined && paragraphs->count)
			paragraphs->items[paragraphs->count - 1].end = line->end;
		else if (!vec_push(paragraphs, (Paragraph){line->first, line->end, line->kind}))
			return false;
	}
	return true;
}

typedef struct Splitter {
	const TokenList *tokens;
	const WordTable *words;
	const SentenceRoles *roles;
} Splitter;

static bool has_class(const Splitter *s, uint32_t token, ClassId id) {
	return class_set_has(s->words->words.items[s->tokens->items[token].word].classes, id);
}

/* The closing marks behind a stop belong to its sentence: brackets, and quotation marks that stand close to it. */
static uint32_t skip_closers(const Splitter *s, uint32_t i, uint32_t end) {
	while (i < end) {
		const Token *token = &s->tokens->items[i];
		bool closes = token->kind == TOKEN_CLOSE || token->kind == TOKEN_QUOTE;
		if (!closes || (token->flags & TOKEN_SPACED))
			break;
		i++;
	}
	return i;
}

/* What follows may begin a sentence: not a lower-case word, not punctuation. */
static bool may_start(const Splitter *s, uint32_t i) {
	const Token *token = &s->tokens->items[i];
	switch ((TokenKind)token->kind) {
	case TOKEN_WORD:
		return token->flags & TOKEN_CAPITAL;
	case TOKEN_COMMA: case TOKEN_STOP: case TOKEN_CLOSE:
		return false;
	case TOKEN_DASH:
		return token->flags & TOKEN_LINE_START;
	default:
		return true;
	}
}

/* First token at or behind i that is not an opening mark. */
static uint32_t skip_openers(const Splitter *s, uint32_t i, uint32_t end) {
	while (i + 1 < end && (s->tokens->items[i].kind == TOKEN_QUOTE || s->tokens->items[i].kind == TOKEN_OPEN))
		i++;
	return i;
}

static bool abbreviation_ends(const Splitter *s, uint32_t i, uint32_t next) {
	if (has_class(s, i, s->roles->title) || has_class(s, i, s->roles->inner))
		return false;
	const Token *token = &s->tokens->items[i];
	bool initial = token->end - token->start == 2;
	return !initial && (s->tokens->items[next].flags & TOKEN_CAPITAL) && has_class(s, next, s->roles->starter);
}

/* If a sentence of the paragraph ends with token i, the first token behind it, else 0. */
static uint32_t sentence_end(const Splitter *s, uint32_t i, uint32_t end) {
	const Token *token = &s->tokens->items[i];
	bool stop = token->kind == TOKEN_STOP;
	if (!stop && !(token->flags & TOKEN_ABBREVIATED))
		return 0;
	uint32_t behind = skip_closers(s, i + 1, end);
	if (behind == end)
		return end;
	if (s->tokens->items[behind].flags & TOKEN_SPACED) {
		uint32_t next = skip_openers(s, behind, end);
		bool quoted = behind > i + 1 && (s->tokens->items[next].flags & TOKEN_CAPITAL); /* from the U.S.” Given that */
		if (stop ? may_start(s, next) : quoted || abbreviation_ends(s, i, next))
			return behind;
	}
	return 0;
}

bool sentence_split(const TokenList *tokens, const WordTable *words, const SentenceRoles *roles,
                    const ParagraphList *paragraphs, SentenceList *sentences) {
	Splitter s = {.tokens = tokens, .words = words, .roles = roles};
	for (uint32_t p = 0; p < paragraphs->count; p++) {
		const Paragraph *paragraph = &paragraphs->items[p];
		uint32_t first = paragraph->first;
		for (uint32_t i = first; i < paragraph->end;) {
			uint32_t behind = paragraph->kind == SEGMENT_BODY ? sentence_end(&s, i, paragraph->end) : 0;
			if (i + 1 == paragraph->end)
				behind = paragraph->end;
			i = behind ? behind : i + 1;
			if (!behind)
				continue;
			Sentence sentence = {tokens->items[first].start, tokens->items[behind - 1].end, first, behind, p,
			                     paragraph->kind};
			if (!vec_push(sentences, sentence))
				return false;
			first = behind;
		}
	}
	return true;
}
