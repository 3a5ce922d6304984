/* Where contents end. */
#include "attribution/impl.h"

enum {
	CONTENT_REACH = 400, /* keeps hostile sentences linear */
	COORDINATION_TOKENS = 4
};

Span content_trim(const Reader *r, Span content) {
	while (content.start < content.end && token_at(r, content.start)->kind == TOKEN_COMMA)
		content.start++;
	while (content.end > content.start) {
		const Token *last = token_at(r, content.end - 1);
		if (last->kind != TOKEN_COMMA && last->kind != TOKEN_STOP && !is_dash(r, content.end - 1))
			break;
		content.end--;
	}
	return content;
}

/* `and announced`, `but will say`: a coordinated verb, which has the source for its subject. */
static bool coordinates_verb(const Reader *r, uint32_t i, uint32_t limit) {
	if (!is_class(r, i, r->roles->coordinator))
		return false;
	uint32_t next = i + 1;
	bool auxiliary = false;
	while (next + 1 < limit && (is_class(r, next, r->roles->adverb) || is_class(r, next, r->roles->auxiliary)))
		auxiliary |= is_class(r, next++, r->roles->auxiliary);
	return next < limit && !auxiliary && is_finite_cue(r, next) && !is_class(r, next, r->roles->ambiguous);
}

/* `…, which SPEAKER claimed`: the relative clause is reported on its own. */
static bool opens_reported_relative(const Reader *r, uint32_t i, uint32_t limit) {
	return i + 2 < limit && is_class(r, i, r->roles->relative) && token_at(r, i - 1)->kind != TOKEN_WORD &&
	       is_finite_cue(r, i + 2);
}

static bool ends_clause(const Reader *r, uint32_t i, uint32_t limit) {
	if (is_mark(r, i, ';') || opens_reported_relative(r, i, limit))
		return true;
	if (is_mark(r, i, ','))
		return i + 1 < limit && is_class(r, i + 1, r->roles->participle);
	return coordinates_verb(r, i, limit);
}

/* Phrases end earlier than clauses: at any comma and before a clause. */
static bool ends_phrase(const Reader *r, uint32_t i, uint32_t limit) {
	TokenKind kind = (TokenKind)token_at(r, i)->kind;
	if (kind == TOKEN_COMMA || is_dash(r, i))
		return true;
	return (is_class(r, i, r->roles->conjunction) && !is_class(r, i, r->roles->coordinator) &&
	        !is_class(r, i, r->roles->interrogative) && !is_class(r, i, r->roles->predicative)) ||
	       ends_clause(r, i, limit);
}

/* `“A” and “B”`, `“A,” and to “B”`: another quotation close behind the coordinator at `next`, without a cue of its
 * own. */
static bool coordinates_quotation(const Reader *r, uint32_t next, uint32_t limit) {
	if (!is_class(r, next, r->roles->coordinator))
		return false;
	for (uint32_t i = next + 1; i < limit && i - next <= COORDINATION_TOKENS; i++) {
		if (is_finite_cue(r, i))
			return false;
		if (pair_opened_at(r, i))
			return true;
	}
	return false;
}

/* Behind the pair when the sentence's words go on as another clause, else 0. A quotation behind a complementizer goes
 * on with its clause. */
static uint32_t quotation_end(const Reader *r, Complement complement, uint32_t limit) {
	const QuotePair *pair = complement.form == FORM_CLAUSE ? NULL : pair_opened_at(r, complement.start);
	if (!pair || pair->unclosed || pair->close + 1 >= limit)
		return 0;
	uint32_t next = pair->close + 1;
	if (coordinates_quotation(r, next, limit))
		return 0;
	bool over = token_at(r, next)->kind == TOKEN_COMMA || token_at(r, next)->kind == TOKEN_STOP ||
	            is_mark(r, pair->close - 1, ',') || is_class(r, next, r->roles->conjunction) ||
	            is_class(r, next, r->roles->relative);
	return over ? next : 0;
}

uint32_t content_end(const Reader *r, Complement complement, uint32_t limit) {
	uint32_t start = complement.start, quoted = quotation_end(r, complement, limit);
	if (quoted)
		return quoted;
	bool phrase = complement.form == FORM_INFINITIVE || complement.form == FORM_OBJECT || complement.form == FORM_ORDER;
	uint32_t reach = limit > start + CONTENT_REACH ? start + CONTENT_REACH : limit - 1;
	for (uint32_t i = start + (pair_opened_at(r, start) == NULL); ; i++) {
		if ((i = token_set_next(&r->document->sets, SET_CONTEXT, i, reach)) >= reach)
			return limit;
		const QuotePair *pair = token_at(r, i)->kind == TOKEN_QUOTE ? pair_opened_at(r, i) : NULL;
		if (pair && pair->close < limit) {
			i = pair->close; /* marks inside belong to who is quoted */
			continue;
		}
		if (phrase ? ends_phrase(r, i, limit) : ends_clause(r, i, limit))
			return is_mark(r, i - 1, ',') ? i - 1 : i;
	}
}
