/* What stands behind a cue: the frames of verbs, one function each, in the order in which they are tried. */
#include "attribution/impl.h"

enum {
	HEARER_TOKENS = 12, /* between a cue and its `that` */
	CLAUSE_TOKENS = 16  /* how far a clause is searched for its verb */
};

static const Complement nothing = {0, 0, FORM_NONE};

uint32_t medium_in(const Reader *r, uint32_t start, uint32_t end) {
	const Document *document = r->document;
	uint32_t i = document_mention_at(document, start);
	for (; i < document->mentions.count && document->mentions.items[i].first < end; i++) {
		uint32_t entity = document->mentions.items[i].entity;
		if (!(entity & ENTITY_LOCAL) && lexicon_entity(r->lexicon, entity)->class == r->roles->media_class)
			return entity;
	}
	return ID_NONE;
}

bool is_clause(const Reader *r, uint32_t start) {
	const AttributionRoles *roles = r->roles;
	for (uint32_t i = start; i < r->limit && i - start < CLAUSE_TOKENS; i++) {
		TokenKind kind = (TokenKind)token_at(r, i)->kind;
		if (kind == TOKEN_STOP || (kind == TOKEN_QUOTE && i > start) ||
		    (i > start && (is_class(r, i, roles->relative) || is_class(r, i, roles->complementizer))))
			return false;
		Verb verb;
		if (is_class(r, i, roles->auxiliary) || is_class(r, i, roles->finite) ||
		    (is_finite_cue(r, i) && cue_verb(r, i, &verb) && verb.voice == VOICE_FINITE))
			return true;
		if (is_class(r, i, roles->infinitive) || (kind == TOKEN_COMMA && i - start > 3))
			return false;
	}
	return false;
}

/* Token behind the hearer of a `tell` cue that no `that` follows: a name with its medium noun, a pronoun, or a short
 * phrase with a determiner. */
static uint32_t skip_hearer(const Reader *r, uint32_t at) {
	const Document *document = r->document;
	if (at >= r->limit)
		return at;
	if (is_class(r, at, r->roles->pronoun))
		return at + 1;
	uint32_t i = at;
	if (is_class(r, i, r->roles->determiner) || is_class(r, i, r->roles->possessive))
		i++;
	uint32_t mention = document_mention_at(document, i);
	if (mention < document->mentions.count && document->mentions.items[mention].first == i) {
		i = document->mentions.items[mention].end;
	} else {
		uint32_t start = i;
		while (i < r->limit && token_at(r, i)->kind == TOKEN_WORD && (token_at(r, i)->flags & TOKEN_CAPITAL))
			i++;
		if (i == start && (i > at || is_class(r, i, r->roles->role)) && i < r->limit)
			i++;
	}
	while (i < r->limit && (is_class(r, i, r->roles->medium) || is_class(r, i, r->roles->role)))
		i++;
	return i;
}

static Complement quotation(uint32_t start) {
	return (Complement){start, start, FORM_QUOTATION};
}

/* A complementizer, a question word, an opening mark, a colon at `at`. */
static Complement marked_clause(const Reader *r, uint32_t at) {
	if (at >= r->limit)
		return nothing;
	if (is_class(r, at, r->roles->complementizer))
		return (Complement){at + 1, at, FORM_CLAUSE};
	if (pair_opened_at(r, at))
		return quotation(at);
	if (is_class(r, at, r->roles->interrogative))
		return (Complement){at, at, FORM_CLAUSE};
	if (is_mark(r, at, ':') && at + 1 < r->last)
		return pair_opened_at(r, at + 1) ? quotation(at + 1) : (Complement){at + 1, at, FORM_CLAUSE};
	if (is_mark(r, at, ',') && at + 1 < r->last && pair_opened_at(r, at + 1))
		return quotation(at + 1);
	return nothing;
}

/* The marked clause within reach of a cue, over hearer and adverbials. */
static Complement marked_clause_over(const Reader *r, uint32_t at) {
	for (uint32_t i = at; i < r->limit && i - at <= HEARER_TOKENS; i++) {
		TokenKind kind = (TokenKind)token_at(r, i)->kind;
		Complement found = marked_clause(r, i);
		if (found.form && (!is_class(r, i, r->roles->interrogative) || i == at))
			return found;
		if (kind == TOKEN_COMMA || kind == TOKEN_STOP || kind == TOKEN_OPEN || is_finite_cue(r, i) ||
		    is_class(r, i, r->roles->participle))
			break;
	}
	return nothing;
}

/* What can be neither a bare clause nor a noun phrase. */
static bool opens_neither(const Reader *r, uint32_t at) {
	TokenKind kind = at < r->limit ? (TokenKind)token_at(r, at)->kind : TOKEN_STOP;
	return kind == TOKEN_STOP || kind == TOKEN_COMMA || kind == TOKEN_CLOSE || kind == TOKEN_DASH ||
	       (kind == TOKEN_QUOTE && !pair_opened_at(r, at)) || is_class(r, at, r->roles->preposition) ||
	       is_class(r, at, r->roles->conjunction) || is_class(r, at, r->roles->relative) ||
	       is_class(r, at, r->roles->infinitive) ||
	       is_class(r, at, r->roles->cue_preposition);
}

static Complement bare_clause(const Reader *r, uint32_t word, uint32_t at) {
	if (opens_neither(r, at))
		return nothing;
	bool pure = !is_class(r, word, r->roles->object) && !is_class(r, word, r->roles->urge) &&
	            !is_class(r, word, r->roles->that);
	return pure || is_clause(r, at) ? (Complement){at, at, FORM_BARE} : nothing;
}

static Complement said(const Reader *r, uint32_t word, uint32_t behind) {
	uint32_t at = skip_adverbials(r, behind);
	Complement found = marked_clause(r, at);
	if (!found.form && at < r->limit && is_class(r, at, r->roles->preposition))
		found = marked_clause_over(r, behind);
	return found.form ? found : bare_clause(r, word, at);
}

static Complement found_that(const Reader *r, uint32_t word, uint32_t behind) {
	(void)word;
	return marked_clause(r, skip_adverbials(r, behind));
}

static Complement told(const Reader *r, uint32_t word, uint32_t behind) {
	(void)word;
	Complement found = marked_clause_over(r, behind);
	if (found.form)
		return found;
	uint32_t at = skip_adverbials(r, skip_hearer(r, skip_adverbials(r, behind)));
	found = marked_clause(r, at);
	return found.form || opens_neither(r, at) ? found : (Complement){at, at, FORM_BARE};
}

static bool opens_infinitive(const Reader *r, uint32_t at) {
	if (at + 1 >= r->limit || !is_class(r, at, r->roles->infinitive))
		return false;
	uint32_t verb = at + 1;
	return token_at(r, verb)->kind == TOKEN_WORD && !(token_at(r, verb)->flags & TOKEN_CAPITAL) &&
	       !is_class(r, verb, r->roles->determiner) && !is_class(r, verb, r->roles->possessive) &&
	       !is_class(r, verb, r->roles->pronoun) && !is_class(r, verb, r->roles->time) &&
	       !is_class(r, verb, r->roles->role) && !is_class(r, verb, r->roles->participle);
}

static Complement intended(const Reader *r, uint32_t word, uint32_t behind) {
	(void)word;
	uint32_t at = skip_adverbials(r, behind);
	return opens_infinitive(r, at) ? (Complement){at, at, FORM_INFINITIVE} : nothing;
}

/* `urged SOMEBODY to do`: the infinitive must be in sight. */
static Complement urged(const Reader *r, uint32_t word, uint32_t behind) {
	(void)word;
	uint32_t at = skip_adverbials(r, behind);
	if (at < r->limit && is_class(r, at, r->roles->cue_preposition))
		at++;
	if (opens_neither(r, at))
		return nothing;
	for (uint32_t i = at + 1; i < r->limit && i - at <= HEARER_TOKENS; i++) {
		if (opens_infinitive(r, i))
			return (Complement){at, at, FORM_ORDER};
		TokenKind kind = (TokenKind)token_at(r, i)->kind;
		if (kind == TOKEN_COMMA || kind == TOKEN_STOP || is_class(r, i, r->roles->auxiliary) ||
		    is_class(r, i, r->roles->complementizer) || is_finite_cue(r, i))
			break;
	}
	return nothing;
}

static Complement about(const Reader *r, uint32_t word, uint32_t behind) {
	(void)word;
	uint32_t at = skip_adverbials(r, behind);
	if (at + 1 >= r->limit || !is_class(r, at, r->roles->cue_preposition) || opens_infinitive(r, at))
		return nothing;
	TokenKind kind = (TokenKind)token_at(r, at + 1)->kind;
	if ((kind != TOKEN_WORD && kind != TOKEN_QUOTE && kind != TOKEN_NUMBER) || is_class(r, at + 1, r->roles->time))
		return nothing;
	return (Complement){at + 1, at + 1, FORM_OBJECT};
}

static Complement object(const Reader *r, uint32_t word, uint32_t behind) {
	(void)word;
	uint32_t at = skip_adverbials(r, behind);
	return opens_neither(r, at) ? nothing : (Complement){at, at, FORM_OBJECT};
}

Complement complement_of(const Reader *r, uint32_t word, uint32_t behind) {
	const struct { ClassId role; Complement (*read)(const Reader *, uint32_t, uint32_t); } frames[] = {
		{r->roles->intend, intended}, {r->roles->urge, urged}, {r->roles->tell, told}, {r->roles->say, said},
		{r->roles->that, found_that}, {r->roles->seem, intended}, {r->roles->about, about}, {r->roles->object, object},
	};
	for (size_t i = 0; i < sizeof frames / sizeof *frames; i++) {
		if (!is_class(r, word, frames[i].role))
			continue;
		Complement found = frames[i].read(r, word, behind);
		if (found.form && found.start < r->last)
			return found;
	}
	return nothing;
}

Complement complement_of_adjective(const Reader *r, uint32_t behind) {
	if (behind + 1 < r->limit && is_mark(r, behind, ':') && pair_opened_at(r, behind + 1))
		return quotation(behind + 1);
	return complement_of_noun(r, behind);
}

Complement complement_of_noun(const Reader *r, uint32_t behind) {
	if (behind + 1 >= r->limit)
		return nothing;
	if (is_class(r, behind, r->roles->complementizer))
		return (Complement){behind + 1, behind, FORM_CLAUSE};
	return opens_infinitive(r, behind) ? (Complement){behind, behind, FORM_INFINITIVE} : nothing;
}
