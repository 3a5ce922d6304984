/* Somebody without a name: `a senior X official`, `X defence sources`, `the minister`, `he`. */
#include "lexicon/impl.h"

enum { PHRASE_REACH = 7 }; /* tokens before the role noun in which its phrase may start */

typedef struct Describer {
	const Lexicon *lexicon;
	Document *document;
	uint32_t mention; /* first mention that ends behind the token at hand */
} Describer;

static bool is(const Describer *d, uint32_t token, ClassId id) {
	return token_has(d->document, token, id);
}

/* The mention that covers the token, among those close to the one at hand. */
static const Mention *mention_at(const Describer *d, uint32_t token) {
	const Document *document = d->document;
	for (uint32_t i = d->mention < document->mentions.count ? d->mention + 1 : d->mention; i-- > 0;) {
		const Mention *mention = &document->mentions.items[i];
		if (mention->end <= token)
			return NULL;
		if (mention->first <= token)
			return mention;
	}
	return NULL;
}

/* Moves the phrase's start to the left, over modifiers and the entity that it belongs to, up to the determiner. */
static void open_phrase(const Describer *d, Description *phrase, uint32_t from) {
	const LexiconRoles *roles = &d->lexicon->roles;
	uint32_t reach = phrase->first > from + PHRASE_REACH ? phrase->first - PHRASE_REACH : from;
	for (uint32_t i = phrase->first; i-- > reach;) {
		const Mention *mention = mention_at(d, i);
		if (mention) {
			phrase->first = i = mention->first;
			phrase->side = phrase->side == ID_NONE ? mention->entity : phrase->side;
			continue;
		}
		if (is(d, i, roles->determiner) || is(d, i, roles->definite) || is(d, i, roles->possessive)) {
			phrase->first = i;
			if (is(d, i, roles->definite) || is(d, i, roles->possessive))
				phrase->form = DESCRIPTION_DEFINITE;
			if (document_word(d->document, i)->norm[0] != '\'')
				return;
			continue;
		}
		if (d->document->tokens.items[i].kind != TOKEN_WORD || is(d, i, roles->function_word))
			return;
		if (is(d, i, roles->modifier) || is(d, i, roles->role))
			phrase->first = i;
	}
}

/* `president of X`. */
static void close_phrase(Describer *d, Description *phrase, uint32_t limit) {
	const LexiconRoles *roles = &d->lexicon->roles;
	if (phrase->end + 1 >= limit || !is(d, phrase->end, roles->of))
		return;
	uint32_t next = phrase->end + 1;
	if (is(d, next, roles->determiner) && next + 1 < limit)
		next++;
	uint32_t index = document_mention_at(d->document, next);
	const Mention *mention = index < d->document->mentions.count ? &d->document->mentions.items[index] : NULL;
	if (!mention || mention->first != next || mention->form == MENTION_ADJECTIVE)
		return;
	phrase->side = phrase->side == ID_NONE ? mention->entity : phrase->side;
	phrase->end = mention->end;
}

/* Whether a name stands behind the role: then it is a title. */
static bool is_title(const Describer *d, uint32_t end) {
	const Document *document = d->document;
	return d->mention < document->mentions.count && document->mentions.items[d->mention].first == end &&
	       document->mentions.items[d->mention].form != MENTION_ADJECTIVE;
}

/* The description whose role begins at the token. Both give the token behind it, 0 when out of memory. */
static uint32_t describe(Describer *d, uint32_t first, const Sentence *sentence, uint32_t index) {
	Document *document = d->document;
	uint32_t end = first + 1, floor = sentence->first;
	while (end < sentence->last && is(d, end, d->lexicon->roles.person_role))
		end++;
	while (d->mention < document->mentions.count && document->mentions.items[d->mention].end <= end - 1)
		d->mention++;
	if (is_title(d, end))
		return end;
	if (document->descriptions.count) {
		uint32_t before = document->descriptions.items[document->descriptions.count - 1].end;
		floor = before > floor ? before : floor;
	}
	Description phrase = {first, end, end - 1, ID_NONE, DESCRIPTION_ANONYMOUS, index};
	open_phrase(d, &phrase, floor);
	close_phrase(d, &phrase, sentence->last);
	return vec_push(&document->descriptions, phrase) ? phrase.end : 0;
}

static uint32_t describe_pronoun(Describer *d, uint32_t token, uint32_t index) {
	Description pronoun = {token, token + 1, token, ID_NONE, DESCRIPTION_PRONOUN, index};
	return vec_push(&d->document->descriptions, pronoun) ? token + 1 : 0;
}

static bool describe_sentence(Describer *d, uint32_t index) {
	const Sentence *sentence = &d->document->sentences.items[index];
	uint32_t last = sentence->last;
	for (uint32_t i = sentence->first; (i = token_set_next(&d->document->sets, SET_PERSON, i, last)) < last;) {
		if (document_word(d->document, i)->traits & WORD_PERSON_ROLE)
			i = describe(d, i, sentence, index);
		else
			i = describe_pronoun(d, i, index);
		if (!i)
			return false;
	}
	return true;
}

bool lexicon_find_descriptions(const Lexicon *lexicon, Document *document) {
	Describer d = {lexicon, document, 0};
	for (uint32_t s = 0; s < document->sentences.count; s++)
		if (document->sentences.items[s].kind != SEGMENT_FURNITURE && !describe_sentence(&d, s))
			return false;
	return true;
}
