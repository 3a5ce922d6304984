#include "text/sentence.h"

#include "base/memory.h"
#include "text/boundary.h"
#include "text/enumeration.h"

bool sentence_roles_init(SentenceRoles *roles, Vocabulary *vocabulary) {
	const struct {
		ClassId *id;
		const char *name;
	} classes[] = {
		{&roles->starter, "starter"},
		{&roles->title, "abbreviation.title"},
		{&roles->inner, "abbreviation.inner"},
		{&roles->numeric, "abbreviation.numeric"},
		{&roles->proper, "abbreviation.proper"},
		{&roles->final, "abbreviation.final"},
		{&roles->time, "time"},
		{&roles->zone, "time.zone"},
		{&roles->inquit, "inquit"},
		{&roles->coordinator, "coordinator"},
		{&roles->exclaimed, "exclaimed"},
	};
	for (size_t i = 0; i < sizeof classes / sizeof *classes; i++) {
		*classes[i].id = vocabulary_add_class(vocabulary, classes[i].name);
		if (*classes[i].id == CLASS_LIMIT)
			return false;
	}
	return true;
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

/* Passes the markers that begin at token i; the first that is counted, or a bullet, is the list's. */
static uint32_t open_list(const SentenceReading *s, uint32_t i, Marker *list) {
	Marker marker = marker_at(s->tokens, s->words, i, s->end);
	if (!marker.style)
		return i;
	*list = marker;
	Marker second = marker_at(s->tokens, s->words, marker.end, s->end); /* • 9. */
	return second.style ? second.end : marker.end;
}

/* A list behind a colon has sentences for items, or their items stand in one sentence: `: (a) rice and (b) tea`. */
static uint32_t open_inner_list(const SentenceReading *s, uint32_t i, Marker *list) {
	Marker inner = {0};
	uint32_t behind = open_list(s, i, &inner);
	if (behind >= s->end || !(s->tokens->items[behind].flags & TOKEN_CAPITAL))
		return i;
	*list = inner;
	return behind;
}

/* Whether token i begins the next item of the list, where no stop ends the item before it. */
static bool next_item(const SentenceReading *s, uint32_t i, const Marker *list) {
	const Token *token = &s->tokens->items[i], *before = token - 1;
	if (!(token->flags & TOKEN_SPACED) || before->kind == TOKEN_COMMA ||
	    class_set_has(s->words->words.items[before->word]->classes, s->roles->coordinator))
		return false;
	Marker marker = marker_at(s->tokens, s->words, i, s->end);
	return marker_neighbours(list, &marker);
}

static uint32_t sentence_end(const SentenceReading *s, Marker *list) {
	uint32_t i = open_list(s, s->first, list);
	while (i < s->end) {
		const Token *token = &s->tokens->items[i];
		if (list->style && i > s->first && next_item(s, i, list))
			return i;
		i++;
		if (token->kind == TOKEN_WORD && !(token->flags & TOKEN_ABBREVIATED))
			continue;
		uint32_t behind = boundary_possible(token) ? boundary_behind(s, i - 1) : 0;
		if (behind)
			return behind;
		if (token->character == ':' && i < s->end)
			i = open_inner_list(s, i, list);
	}
	return s->end;
}

bool sentence_split(const TokenList *tokens, const WordTable *words, const SentenceRoles *roles,
                    const ParagraphList *paragraphs, SentenceList *sentences) {
	SentenceReading s = {.tokens = tokens, .words = words, .roles = roles};
	for (uint32_t p = 0; p < paragraphs->count; p++) {
		const Paragraph *paragraph = &paragraphs->items[p];
		Marker list = {0};
		s.end = paragraph->end;
		for (s.first = paragraph->first; s.first < s.end;) {
			uint32_t behind = paragraph->kind == SEGMENT_FURNITURE ? s.end : sentence_end(&s, &list);
			Sentence sentence = {tokens->items[s.first].start, tokens->items[behind - 1].end, s.first, behind, p,
			                     paragraph->kind};
			if (!vec_push(sentences, sentence))
				return false;
			s.first = behind;
		}
	}
	return true;
}
