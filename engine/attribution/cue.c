/* Whether a word is a cue, and in which form: finite, participle, infinitive, passive. */
#include "attribution/impl.h"

enum { GROUP_TOKENS = 8 }; /* longest group of auxiliaries and adverbs before a verb */

static bool is_adverbial(const Reader *r, uint32_t i) {
	return is_class(r, i, r->roles->adverb) || is_class(r, i, r->roles->adverb_cue);
}

/* `“…,” NAME notes.`: behind the words it reports, and with nothing behind it, the form is a verb. */
static bool closes_quotation(const Reader *r, uint32_t word, uint32_t group) {
	if (word + 1 < r->last && token_at(r, word + 1)->kind == TOKEN_WORD)
		return false;
	uint32_t i = group;
	while (i > r->first && group - i < GROUP_TOKENS && (token_at(r, i - 1)->flags & TOKEN_CAPITAL))
		i--;
	return i < group && i && token_at(r, i - 1)->kind == TOKEN_QUOTE && pair_closed_at(r, i - 1);
}

/* A form that is a noun as well is a verb only behind an auxiliary, an infinitive, a pronoun, a relative or a plain
 * word of a subject, and never behind what opens or modifies a noun phrase. */
static bool reads_as_verb(const Reader *r, uint32_t word, uint32_t group) {
	if (!is_class(r, word, r->roles->ambiguous))
		return true;
	if (group < word && is_class(r, word - 1, r->roles->auxiliary))
		return true;
	if (group == r->first)
		return false;
	uint32_t before = group - 1;
	if (is_class(r, before, r->roles->infinitive) || is_class(r, before, r->roles->relative) ||
	    (is_class(r, before, r->roles->pronoun) && !is_class(r, before, r->roles->possessive)))
		return true;
	if (token_at(r, before)->kind != TOKEN_WORD || is_class(r, before, r->roles->determiner) ||
	    is_class(r, before, r->roles->possessive) || is_class(r, before, r->roles->preposition))
		return false;
	if (closes_quotation(r, word, group))
		return true;
	return word + 1 < r->last && (is_class(r, word + 1, r->roles->complementizer) ||
	       is_class(r, word + 1, r->roles->interrogative) || is_class(r, word + 1, r->roles->pronoun) ||
	       is_class(r, word + 1, r->roles->definite) ||
	       (token_at(r, word + 1)->kind == TOKEN_QUOTE && (token_at(r, before)->flags & TOKEN_CAPITAL)) ||
	       (is_class(r, word, r->roles->intend) && is_class(r, word + 1, r->roles->infinitive)));
}

static Voice voice_of(const Reader *r, uint32_t word, uint32_t group) {
	uint32_t auxiliary = word;
	while (auxiliary > group && !is_class(r, auxiliary - 1, r->roles->auxiliary))
		auxiliary--;
	bool participle = is_class(r, word, r->roles->participle);
	if (auxiliary > group) {
		bool copula = is_class(r, auxiliary - 1, r->roles->copula) && !is_class(r, auxiliary - 1, r->roles->clitic);
		return copula && !participle ? VOICE_PASSIVE : VOICE_FINITE;
	}
	if (group > r->first && is_class(r, group - 1, r->roles->infinitive))
		return VOICE_INFINITIVE;
	return participle ? VOICE_PARTICIPLE : VOICE_FINITE;
}

/* `TRUMP-backing`: half of a compound. */
static bool is_compounded(const Reader *r, uint32_t token) {
	return token > r->first && token_at(r, token - 1)->kind == TOKEN_DASH && !is_dash(r, token - 1) &&
	       !(token_at(r, token)->flags & TOKEN_SPACED);
}

bool cue_verb(const Reader *r, uint32_t token, Verb *verb) {
	if (!class_set_meets(document_word(r->document, token)->classes, &r->roles->verbs) || is_compounded(r, token))
		return false;
	uint32_t group = token;
	while (group > r->first && token - group < GROUP_TOKENS &&
	       (is_adverbial(r, group - 1) || is_class(r, group - 1, r->roles->auxiliary)))
		group--;
	if (!reads_as_verb(r, token, group))
		return false;
	*verb = (Verb){token, group, (uint8_t)voice_of(r, token, group)};
	return true;
}
