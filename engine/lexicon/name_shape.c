/* Where a name that no pack lists begins and ends, what its words say about its kind, and for whom its bearer speaks. */
#include "lexicon/names.h"

enum {
	NAME_TOKENS = 12,      /* longest unlisted name */
	TITLE_TOKENS = 6,      /* longest title before a name */
	SIDE_REACH = 8,        /* tokens before a name in which its affiliation may stand */
	APPOSITION_REACH = 12  /* tokens behind it */
};

/* An office before a name is its title, and behind `former` nobody's. */
static bool office_stands_alone(const Lexicon *lexicon, const Document *document, const PhraseHit *hit) {
	bool past = hit->first && token_has(document, hit->first - 1, lexicon->roles.past);
	bool title = hit->end < document->tokens.count && document->tokens.items[hit->end].kind == TOKEN_WORD &&
	             (document->tokens.items[hit->end].flags & TOKEN_CAPITAL) &&
	             !token_has(document, hit->end, lexicon->roles.function_word);
	return !past && !title;
}

static bool alias_holds(const Lexicon *lexicon, const Document *document, const PhraseHit *hit) {
	const Alias *alias = &lexicon->aliases.items[hit->target];
	if (alias->form == MENTION_METONYM)
		return lexicon->metonyms;
	if (alias->form == MENTION_ROLE && !office_stands_alone(lexicon, document, hit))
		return false;
	return (!alias->from || (document->published && alias->from <= document->published)) &&
	       (!alias->until || (document->published && document->published <= alias->until));
}

const PhraseHit *entity_hit(const Lexicon *lexicon, const Document *document, uint32_t token, uint32_t limit) {
	if (!token_starts_phrase(document, token))
		return NULL;
	for (uint32_t i = document_hit_at(document, token); i < document->hits.count; i++) {
		const PhraseHit *hit = &document->hits.items[i];
		if (hit->first != token)
			return NULL;
		if (hit->kind == HIT_ENTITY && hit->end <= limit &&
		    alias_holds(lexicon, document, hit))
			return hit;
	}
	return NULL;
}

static const Alias *alias_at(const Finder *f, uint32_t token, uint32_t limit, uint32_t *end) {
	const PhraseHit *hit = entity_hit(f->lexicon, f->document, token, limit);
	if (hit && end)
		*end = hit->end;
	return hit ? &f->lexicon->aliases.items[hit->target] : NULL;
}

static bool is_name_word(const Finder *f, uint32_t i) {
	if (!is_capital_word(f, i) || has_trait(f, i, WORD_FUNCTION))
		return false;
	if (f->title_case && note_of(f, i)->inside <= note_of(f, i)->lower)
		return false;
	return !(has_trait(f, i, WORD_TITLE_SHORT) && (f->document->tokens.items[i].flags & TOKEN_ABBREVIATED));
}

/* Whether the word is seen as a name elsewhere, or at least never as a common word. */
static bool looks_common(const Finder *f, uint32_t i) {
	const WordNote *note = note_of(f, i);
	return note->lower && note->lower >= note->inside;
}

/* `Foreign Ministry`, `National Library`. */
static bool before_body(const Finder *f, uint32_t i, uint32_t limit) {
	return i + 1 < limit && is_name_word(f, i + 1) && has_trait(f, i + 1, WORD_BODY);
}

/* `Defence Minister` behind a name. */
static bool before_title(const Finder *f, uint32_t i, uint32_t limit) {
	return i + 1 < limit && is_name_word(f, i + 1) && has_trait(f, i + 1, WORD_PERSON_ROLE);
}

static bool can_begin(const Finder *f, uint32_t i, uint32_t limit) {
	if (!is_name_word(f, i) || has_trait(f, i, WORD_PERSON_ROLE))
		return false;
	if (has_trait(f, i, WORD_NOT_NAME) && !before_body(f, i, limit))
		return false;
	return i != f->opening || !looks_common(f, i) || alias_at(f, i, limit, NULL) != NULL;
}

static bool can_go_on(const Finder *f, uint32_t i, uint32_t limit) {
	if (!is_name_word(f, i))
		return false;
	bool last = i + 1 >= limit || !is_name_word(f, i + 1);
	return !has_trait(f, i, WORD_PERSON_ROLE) || (has_trait(f, i, WORD_SURNAME) && last);
}

static bool holds_trait(const Finder *f, Span span, unsigned trait) {
	for (uint32_t i = span.start; i < span.end; i++)
		if (has_trait(f, i, trait))
			return true;
	return false;
}

/* A listed name behind the first word begins a name of its own, but for the place in `BODY of PLACE`, and for a name
 * of one word behind another first name. */
static bool listed_name_breaks(const Finder *f, Span run, uint32_t i, uint32_t limit) {
	uint32_t end = 0;
	const Alias *alias = alias_at(f, i, limit, &end);
	if (!alias || alias->form == MENTION_METONYM)
		return false;
	const Entity *entity = &f->lexicon->entities.items[alias->entity];
	bool surname = entity->class == f->lexicon->roles.person && end == i + 1;
	return !surname || !run.end;
}

/* Behind a hyphen go on: a name word that is not listed, and the lower-case end of a name. */
static uint32_t over_dash(const Finder *f, Span run, uint32_t dash, uint32_t limit) {
	uint32_t next = dash + 1;
	if (next >= limit || !is_tight_dash(f, dash) || f->document->tokens.items[next].flags & TOKEN_SPACED)
		return 0;
	if (is_capital_word(f, next))
		return alias_at(f, next, limit, NULL) || alias_at(f, run.start, dash, NULL) ? 0 : next + 1;
	if (has_trait(f, next, WORD_SYLLABLE))
		return next + 1;
	if (has_trait(f, next, WORD_PARTICLE) && next + 2 < limit && is_tight_dash(f, next + 1) && is_capital_word(f, next + 2))
		return next + 3;
	return 0;
}

/* `University of X`, `Department of X and Y`, `X & Y`: the end of the part behind the joining word, or 0. */
static uint32_t over_joiner(const Finder *f, Span run, uint32_t i, uint32_t limit, bool *of) {
	uint32_t next = i + 1;
	if (has_trait(f, i, WORD_OF)) {
		if (!holds_trait(f, run, WORD_BODY))
			return 0;
		if (next < limit && has_trait(f, next, WORD_DETERMINER) && !is_capital_word(f, next))
			next++;
		*of = true;
	} else if (!has_trait(f, i, WORD_JOINER) || (f->document->tokens.items[i].kind == TOKEN_WORD && !*of)) {
		return 0;
	}
	if (next >= limit || !can_go_on(f, next, limit) || f->document->tokens.items[next].flags & TOKEN_BLANK_BEFORE)
		return 0;
	uint32_t end = next + 1;
	if (alias_at(f, next, limit, &end) && !has_trait(f, i, WORD_OF))
		return 0;
	return end;
}

/* `al-Sharaa`: the particle before the first word. */
static uint32_t with_particle(const Finder *f, uint32_t first, uint32_t from) {
	if (first >= from + 2 && is_tight_dash(f, first - 1) && has_trait(f, first - 2, WORD_PARTICLE))
		return first - 2;
	return first;
}

static uint32_t name_end(const Finder *f, uint32_t first, uint32_t limit) {
	const TokenList *tokens = &f->document->tokens;
	Span run = {first, first};
	bool of = false;
	for (uint32_t i = first; i < limit && i - first < NAME_TOKENS;) {
		if (i > first && tokens->items[i].flags & TOKEN_BLANK_BEFORE)
			break;
		uint32_t next = 0;
		if (i == first || can_go_on(f, i, limit)) {
			bool apart = has_trait(f, i, WORD_NOT_NAME) && before_title(f, i, limit);
			if (i > first && (apart || listed_name_breaks(f, run, i, limit)))
				break;
			next = i + 1;
		} else if (tokens->items[i].kind == TOKEN_DASH) {
			next = over_dash(f, run, i, limit);
		} else if (tokens->items[i].kind == TOKEN_NUMBER) {
			next = has_trait(f, i - 1, WORD_NUMBERED) ? i + 1 : 0;
		} else if (has_trait(f, i, WORD_PARTICLE) && i + 1 < limit) {
			uint32_t behind = is_tight_dash(f, i + 1) ? i + 2 : i + 1;
			next = behind < limit && is_name_word(f, behind) ? behind + 1 : 0;
		} else {
			next = over_joiner(f, run, i, limit, &of);
		}
		if (!next)
			break;
		i = run.end = next;
	}
	return run.end;
}

/* One word alone is a name if its capital is not due to its place, or if it is a name elsewhere. */
static bool stands_alone(const Finder *f, uint32_t i) {
	const WordNote *note = note_of(f, i);
	const Token *token = &f->document->tokens.items[i];
	bool initial = token->end - token->start <= 1u + (token->flags & TOKEN_ABBREVIATED ? 1u : 0u);
	if (initial || (has_trait(f, i, WORD_BODY) && note->lower))
		return false;
	if (i != f->opening)
		return note->inside > note->lower || token->flags & TOKEN_UPPER;
	return note->inside > note->lower || (token->flags & TOKEN_UPPER && !note->lower);
}

Span name_at(const Finder *f, uint32_t first, const Sentence *sentence) {
	if (!can_begin(f, first, sentence->last))
		return (Span){first, first};
	uint32_t end = name_end(f, first, sentence->last);
	if (end - first == 1 && !stands_alone(f, first))
		return (Span){first, first};
	return (Span){with_particle(f, first, sentence->first), end};
}

uint32_t title_before(const Finder *f, uint32_t first, uint32_t from) {
	uint32_t reach = first > from + TITLE_TOKENS ? first - TITLE_TOKENS : from, title = first;
	for (uint32_t i = first; i-- > reach && has_trait(f, i, WORD_PERSON_ROLE | WORD_TITLE_SHORT);)
		title = i;
	return title;
}

NameKind name_kind(const Finder *f, Span name, uint32_t title) {
	if (title < name.start)
		return NAME_PERSON;
	bool acronym = name.end - name.start == 1 && f->document->tokens.items[name.start].flags & TOKEN_UPPER;
	return acronym || holds_trait(f, name, WORD_BODY) ? NAME_BODY : NAME_UNKNOWN;
}

/* `senior X official NAME`, `X's minister NAME`, `X Foreign Ministry`. */
static uint32_t side_before(const Finder *f, Span name, uint32_t title, uint32_t from) {
	const Document *document = f->document;
	uint32_t before = document->mentions.count;
	const Mention *last = before ? &document->mentions.items[before - 1] : NULL;
	bool role = title < name.start || holds_trait(f, name, WORD_ORGAN);
	uint32_t reach = title > from + SIDE_REACH ? title - SIDE_REACH : from;
	for (uint32_t i = title; i-- > reach;) {
		if (last && last->first <= i && i < last->end)
			return role ? last->entity : ID_NONE;
		bool possessive = token_has(document, i, f->lexicon->roles.possessive) && i + 1 == title;
		if (document->tokens.items[i].kind != TOKEN_WORD || (has_trait(f, i, WORD_FUNCTION) && !possessive))
			return ID_NONE;
		role |= token_has(document, i, f->lexicon->roles.role);
		if (!role)
			return ID_NONE;
	}
	return ID_NONE;
}

/* `X Congress`, `Ministry of X`, `President NAME of X`. */
static uint32_t side_of(const Finder *f, Span name, uint32_t title, uint32_t limit) {
	const Alias *alias = NULL;
	for (uint32_t i = name.start; i < name.end && holds_trait(f, name, WORD_ORGAN) && !alias; i++)
		if (i == name.start || has_trait(f, i - 1, WORD_OF | WORD_DETERMINER))
			alias = alias_at(f, i, name.end, NULL);
	if (title < name.start && name.end + 1 < limit && has_trait(f, name.end, WORD_OF))
		alias = alias_at(f, name.end + 1, limit, NULL);
	return alias ? alias->entity : ID_NONE;
}

/* `NAME, an adviser to X,`. */
static uint32_t side_behind(const Finder *f, uint32_t end, uint32_t limit) {
	const Document *document = f->document;
	if (end >= limit || document->tokens.items[end].kind != TOKEN_COMMA)
		return ID_NONE;
	uint32_t side = ID_NONE;
	bool role = false; /* without one it is no apposition: `NAME, X said` */
	for (uint32_t i = end + 1; i < limit && i < end + APPOSITION_REACH; i++) {
		const Alias *alias = alias_at(f, i, limit, NULL);
		if (alias && side == ID_NONE)
			side = alias->entity;
		role |= token_has(document, i, f->lexicon->roles.role);
		if (role && side != ID_NONE)
			return side;
		if (document->tokens.items[i].kind == TOKEN_COMMA || document->tokens.items[i].kind == TOKEN_QUOTE)
			break;
	}
	return ID_NONE;
}

uint32_t name_side(const Finder *f, Span name, uint32_t title, const Sentence *sentence) {
	uint32_t side = side_before(f, name, title, sentence->first);
	if (side == ID_NONE)
		side = side_of(f, name, title, sentence->last);
	return side == ID_NONE ? side_behind(f, name.end, sentence->last) : side;
}
