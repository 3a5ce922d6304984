/* Nouns and adjectives that report: `X's claim that`, `the plan to`, `X was confident that`. */
#include "attribution/impl.h"

enum { MODIFIERS = 3 }; /* words between a possessive and its noun */

/* Whose noun it is: the owner before it, or who stands behind the agent word. */
static Span owner_of(const Reader *r, uint32_t noun) {
	for (uint32_t i = noun; i-- > r->first && noun - i <= MODIFIERS + 1;) {
		if (is_class(r, i, r->roles->possessive)) {
			if (is_class(r, i, r->roles->clitic) || token_at(r, i)->kind != TOKEN_WORD)
				return phrase_until(r, i, r->first);
			return (Span){i, i + 1};
		}
		if (token_at(r, i)->kind != TOKEN_WORD || is_class(r, i, r->roles->determiner) ||
		    is_class(r, i, r->roles->preposition) || is_class(r, i, r->roles->auxiliary))
			break;
	}
	return SPAN_NONE;
}

/* `said in a statement that`: the verb has taken the content already. */
static bool is_taken(const Reader *r, uint32_t start) {
	const Document *document = r->document;
	for (uint32_t i = document->attributions.count; i-- > 0 && document->attributions.count - i <= 4;)
		if (document->attributions.items[i].sentence == r->sentence &&
		    (document->attributions.items[i].content.start == start ||
		     document->attributions.items[i].content.start == start + 1))
			return true;
	return false;
}

bool noun_read(Reader *r, uint32_t noun) {
	Complement complement = complement_of_noun(r, noun + 1);
	if (!complement.form || is_taken(r, complement.start))
		return true;
	Span owner = owner_of(r, noun);
	if (!span_is_none(owner) && span_is_empty(owner))
		owner = SPAN_NONE;
	Span content = {complement.start, content_end(r, complement, r->limit)};
	return attribution_add(r, attribution_blank(r, content, owner, (Span){noun, noun + 1}));
}

bool adjective_read(Reader *r, uint32_t adjective) {
	uint32_t before = adjective;
	while (before > r->first && (is_class(r, before - 1, r->roles->adverb)))
		before--;
	if (before == r->first || !is_class(r, before - 1, r->roles->copula))
		return true;
	Complement complement = complement_of_adjective(r, adjective + 1);
	if (!complement.form)
		return true;
	Span speaker = subject_before(r, before - 1, r->first);
	if (!span_is_none(speaker) && span_is_empty(speaker))
		speaker = r->subject;
	if (!is_source(r, speaker))
		return true;
	r->subject = speaker;
	Span content = {complement.start, content_end(r, complement, r->limit)};
	return attribution_add(r, attribution_blank(r, content, speaker, (Span){adjective, adjective + 1}));
}
