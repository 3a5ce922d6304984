/* Noun phrases without a tagger: from a verb backwards, or from a place forwards, to the next boundary that a closed
 * class of words or a mark makes. */
#include "attribution/impl.h"

enum {
	PHRASE_TOKENS = 30,  /* longest noun phrase with its apposition */
	RELATIVE_TOKENS = 8, /* from a verb back to the relative pronoun of its clause */
	ADVERBIAL_TOKENS = 6 /* longest adverbial between cue and content */
};

static bool is_boundary(const Reader *r, uint32_t i) {
	const Token *token = token_at(r, i);
	return token->kind == TOKEN_COMMA || token->kind == TOKEN_QUOTE || token->kind == TOKEN_STOP ||
	       token->kind == TOKEN_OPEN || is_dash(r, i);
}

static bool is_verb_like(const Reader *r, uint32_t i) {
	return is_class(r, i, r->roles->auxiliary) || is_finite_cue(r, i);
}

static bool is_adverbial(const Reader *r, uint32_t i) {
	return is_class(r, i, r->roles->adverb) || is_class(r, i, r->roles->adverb_cue);
}

static bool is_comma(const Reader *r, uint32_t i) {
	return is_mark(r, i, ',');
}

/* `and` joins two halves of one noun phrase if something nominal stands on its left, close by. */
static bool joins_phrases(const Reader *r, uint32_t i, uint32_t from) {
	if (i == from)
		return false;
	const Token *left = token_at(r, i - 1);
	return left->kind == TOKEN_WORD && ((left->flags & TOKEN_CAPITAL) || is_class(r, i - 1, r->roles->role) ||
	                                    is_class(r, i - 1, r->roles->medium));
}

/* First token of the noun phrase that ends before `end`. */
static uint32_t phrase_start(const Reader *r, uint32_t end, uint32_t from) {
	uint32_t start = end;
	for (uint32_t i = end; i-- > from && end - i <= PHRASE_TOKENS; start = i) {
		if (token_at(r, i)->kind == TOKEN_WORD && !(document_word(r->document, i)->traits & WORD_BREAKS))
			continue;
		bool conjunction = is_class(r, i, r->roles->conjunction);
		if (is_boundary(r, i) || is_verb_like(r, i) || is_class(r, i, r->roles->complementizer) ||
		    is_class(r, i, r->roles->connective) || is_class(r, i, r->roles->infinitive))
			break;
		if (conjunction && !(is_class(r, i, r->roles->coordinator) && joins_phrases(r, i, from)))
			break;
	}
	return start;
}

/* `On Sunday Hamas`, `Meanwhile multiple sources`: what stands before the phrase proper. */
static uint32_t skip_lead(const Reader *r, uint32_t start, uint32_t end) {
	while (start + 1 < end && (is_adverbial(r, start) || is_class(r, start, r->roles->time)))
		start++;
	if (start + 2 < end && is_class(r, start, r->roles->preposition)) {
		uint32_t behind = 0; /* the last word of time so far */
		for (uint32_t i = start + 1; i + 1 < end; i++) {
			if (is_class(r, i, r->roles->time))
				behind = i + 1;
			else if (!is_class(r, i, r->roles->determiner))
				break;
		}
		if (behind)
			return behind;
	}
	return start;
}

/* The token of the relative pronoun inside [start, end), or end. */
static uint32_t relative_in(const Reader *r, uint32_t start, uint32_t end) {
	for (uint32_t i = start; i < end; i++)
		if (is_class(r, i, r->roles->relative))
			return i;
	return end;
}

static uint32_t comma_before(const Reader *r, uint32_t i, uint32_t from) {
	uint32_t reach = i > from + PHRASE_TOKENS ? i - PHRASE_TOKENS : from;
	while (i-- > reach) {
		if (is_comma(r, i) || is_dash(r, i))
			return i;
		if (token_at(r, i)->kind == TOKEN_STOP || token_at(r, i)->kind == TOKEN_QUOTE)
			break;
	}
	return ID_NONE;
}

/* Head of `HEAD, apposition, VERB` and of `HEAD who …, VERB`, where the comma stands at `comma`. */
static Span head_of_apposition(const Reader *r, uint32_t comma, uint32_t from) {
	uint32_t open = comma_before(r, comma, from);
	uint32_t reach = comma > from + PHRASE_TOKENS ? comma - PHRASE_TOKENS : from;
	uint32_t inner = open == ID_NONE ? reach : open + 1;
	uint32_t relative = relative_in(r, inner, comma);
	if (relative > inner && relative < comma) {
		uint32_t start = skip_lead(r, phrase_start(r, relative, inner), relative);
		return start < relative ? (Span){start, relative} : SPAN_NONE;
	}
	if (open == ID_NONE || open == from)
		return SPAN_NONE;
	uint32_t start = skip_lead(r, phrase_start(r, open, from), open);
	return start < open ? (Span){start, comma} : SPAN_NONE;
}

/* Last token before the verb that is neither auxiliary nor adverb, nor an adverb between commas; `from` - 1 possible. */
static uint32_t before_verb_group(const Reader *r, uint32_t verb, uint32_t from) {
	uint32_t i = verb;
	while (verb - i < PHRASE_TOKENS) {
		if (i > from && (is_adverbial(r, i - 1) || is_class(r, i - 1, r->roles->auxiliary)))
			i--;
		else if (i > from + 2 && is_comma(r, i - 1) && is_comma(r, i - 3) &&
		         (is_adverbial(r, i - 2) || is_class(r, i - 2, r->roles->connective)))
			i -= 3;
		else
			break;
	}
	return i;
}

bool is_source(const Reader *r, Span span) {
	if (span_is_none(span) || span_is_empty(span))
		return false;
	return span.end - span.start > 1 || !is_class(r, span.start, r->roles->nobody);
}

/* The phrase before a relative pronoun, a comma aside. */
static Span plain_head(const Reader *r, uint32_t relative, uint32_t from) {
	uint32_t end = is_comma(r, relative - 1) ? relative - 1 : relative;
	uint32_t start = skip_lead(r, phrase_start(r, end, from), end);
	return start < end ? (Span){start, end} : SPAN_NONE;
}

/* `HEAD who has left`: where the verb at `verb` stands in a relative clause, its pronoun; else ID_NONE. */
static uint32_t relative_before(const Reader *r, uint32_t verb, uint32_t from) {
	for (uint32_t i = verb; i-- > from && verb - i <= RELATIVE_TOKENS;) {
		if (is_class(r, i, r->roles->relative))
			return i;
		if (is_boundary(r, i) || is_class(r, i, r->roles->complementizer))
			break;
	}
	return ID_NONE;
}

/* The phrase behind a verb or an infinitive is its object: what of it can be a noun phrase. */
static uint32_t skip_verb(const Reader *r, uint32_t start, uint32_t end) {
	for (uint32_t i = start; i < end; i++)
		if (is_class(r, i, r->roles->determiner) || is_class(r, i, r->roles->possessive) ||
		    (token_at(r, i)->flags & TOKEN_CAPITAL) || is_class(r, i, r->roles->role))
			return i;
	return end;
}

/* `with nearly 140 members`: what stands behind the last preposition. */
static uint32_t skip_prepositions(const Reader *r, uint32_t start, uint32_t end) {
	if (!is_class(r, start, r->roles->preposition))
		return start;
	uint32_t behind = start + 1;
	for (uint32_t i = behind; i < end; i++)
		if (is_class(r, i, r->roles->preposition))
			behind = i + 1;
	return behind;
}

/* The noun phrase that ends before `end`, as the subject of the verb at `verb`. */
static Span plain_subject(const Reader *r, uint32_t verb, uint32_t end, uint32_t from) {
	uint32_t start = phrase_start(r, end, from);
	bool object = start > from && !is_class(r, start, r->roles->interrogative) &&
	              (is_class(r, start - 1, r->roles->auxiliary) || is_class(r, start - 1, r->roles->infinitive));
	if (object) {
		uint32_t relative = relative_before(r, start - 1, from);
		if (relative != ID_NONE && relative > from)
			return plain_head(r, relative, from);
		if (!is_class(r, verb, r->roles->participle))
			return SPAN_NONE;
		start = skip_verb(r, start, end);
	}
	start = skip_prepositions(r, skip_lead(r, start, end), end);
	uint32_t relative = relative_in(r, start, end);
	if (relative > start && relative < end)
		return (Span){start, relative};
	if (start + 1 < end && (relative == start || is_class(r, start, r->roles->interrogative)))
		start++; /* `which she claimed` */
	return start < end ? (Span){start, end} : SPAN_NONE;
}

Span subject_before(const Reader *r, uint32_t verb, uint32_t from) {
	uint32_t end = before_verb_group(r, verb, from);
	if (end == from)
		return SPAN_NONE;
	if (is_class(r, end - 1, r->roles->coordinator))
		return (Span){verb, verb};
	if (is_class(r, end - 1, r->roles->determiner) || is_class(r, end - 1, r->roles->possessive) ||
	    is_class(r, end - 1, r->roles->preposition) || is_class(r, end - 1, r->roles->infinitive))
		return SPAN_NONE;
	if (is_comma(r, end - 1) || token_at(r, end - 1)->kind == TOKEN_CLOSE)
		return head_of_apposition(r, token_at(r, end - 1)->kind == TOKEN_CLOSE ? end : end - 1, from);
	if (is_class(r, end - 1, r->roles->relative))
		end--;
	if (end > from && (is_comma(r, end - 1) || is_dash(r, end - 1)))
		end--;
	return plain_subject(r, verb, end, from);
}

Span phrase_until(const Reader *r, uint32_t end, uint32_t from) {
	return (Span){skip_lead(r, phrase_start(r, end, from), end), end};
}

Span sentence_subject(const Reader *r, uint32_t before) {
	for (uint32_t i = r->first + 1; i < before && i - r->first < PHRASE_TOKENS; i++) {
		if (!is_verb_like(r, i) && !is_class(r, i, r->roles->finite))
			continue;
		Span subject = subject_before(r, i, r->first);
		if (is_source(r, subject))
			return subject;
	}
	uint32_t mention = document_mention_at(r->document, r->first);
	if (mention >= r->document->mentions.count || r->document->mentions.items[mention].end > before)
		return SPAN_NONE;
	uint32_t end = r->document->mentions.items[mention].end;
	while (end < before && (is_class(r, end, r->roles->role) || is_class(r, end, r->roles->medium)))
		end++;
	return (Span){r->document->mentions.items[mention].first, end};
}

Span phrase_from(const Reader *r, uint32_t at) {
	uint32_t end = at;
	while (end < r->last && end - at < PHRASE_TOKENS) {
		bool conjunction = is_class(r, end, r->roles->conjunction) && !is_class(r, end, r->roles->coordinator);
		if (is_boundary(r, end) || conjunction || is_class(r, end, r->roles->complementizer) ||
		    is_class(r, end, r->roles->relative) || is_class(r, end, r->roles->auxiliary) ||
		    (end > at && is_class(r, end, r->roles->time)))
			break;
		end++;
	}
	if (end > at && (is_class(r, end - 1, r->roles->preposition)))
		end--;
	return (Span){at, end};
}

uint32_t skip_adverbials(const Reader *r, uint32_t at) {
	for (uint32_t from = at; at - from < PHRASE_TOKENS;) {
		if (at < r->last && (is_class(r, at, r->roles->time) || is_adverbial(r, at))) {
			at++;
			continue;
		}
		if (at + 1 >= r->last || !is_class(r, at, r->roles->preposition))
			return at;
		uint32_t i = at + 1;
		while (i < r->last && i - at < ADVERBIAL_TOKENS && !is_class(r, i, r->roles->time) && !is_boundary(r, i) &&
		       !is_class(r, i, r->roles->complementizer))
			i++;
		if (i >= r->last || !is_class(r, i, r->roles->time))
			return at;
		at = i + 1;
	}
	return at;
}
