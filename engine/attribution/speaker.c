/* Whose words: a speaker's phrase → entity, side, anonymous; pronouns and `the official` → the speaker before. */
#include <string.h>

#include "attribution/impl.h"
#include "lexicon/antecedent.h"

enum {
	ANTECEDENT_REACH = 24, /* attributions looked back at */
	MENTION_REACH = 32
};

typedef struct Resolver {
	const AttributionRoles *roles;
	const Lexicon *lexicon;
	Document *document;
} Resolver;

static bool span_has(const Resolver *r, Span span, ClassId id) {
	for (uint32_t i = span.start; i < span.end; i++)
		if (token_has(r->document, i, id))
			return true;
	return false;
}

/* The first word of the class inside the span, as index into the article's words; ID_NONE if there is none. */
static uint32_t word_of_class(const Resolver *r, Span span, ClassId id) {
	for (uint32_t i = span.start; i < span.end; i++)
		if (token_has(r->document, i, id))
			return document_word(r->document, i)->stem != WORD_NONE ? document_word(r->document, i)->stem
			                                                       : r->document->tokens.items[i].word;
	return ID_NONE;
}

static bool is_person(const Resolver *r, const Mention *mention) {
	if (mention->form != MENTION_NAME && mention->form != MENTION_SHORT)
		return false;
	if (mention->entity & ENTITY_LOCAL)
		return r->document->names.items[mention->entity & ~ENTITY_LOCAL].kind != NAME_BODY;
	return lexicon_entity(r->lexicon, mention->entity)->class == r->roles->person_class;
}

static bool is_media(const Resolver *r, const Mention *mention) {
	return !(mention->entity & ENTITY_LOCAL) &&
	       lexicon_entity(r->lexicon, mention->entity)->class == r->roles->media_class;
}

/* The head of a speaker's phrase: what stands before its first comma. */
static Span head_of(const Resolver *r, Span speaker) {
	for (uint32_t i = speaker.start; i < speaker.end; i++)
		if (r->document->tokens.items[i].kind == TOKEN_COMMA)
			return (Span){speaker.start, i};
	return speaker;
}

static void use_named(const Resolver *r, Attribution *a, uint32_t entity) {
	a->entity = entity;
	a->side = lexicon_side(r->lexicon, r->document, entity);
}

/* A mention behind a preposition (`a source close to X`, `a spokeswoman for X`) is no speaker itself. */
static bool governed(const Resolver *r, Span head, uint32_t token) {
	for (uint32_t i = head.start; i < token; i++)
		if (token_has(r->document, i, r->roles->preposition))
			return true;
	return false;
}

static bool resolve_named(const Resolver *r, Attribution *a) {
	Span head = head_of(r, a->speaker);
	const Mention *person = NULL, *media = NULL, *first = NULL;
	uint32_t i = document_mention_at(r->document, head.start);
	for (; i < r->document->mentions.count && r->document->mentions.items[i].first < head.end; i++) {
		const Mention *mention = &r->document->mentions.items[i];
		if (!first)
			first = mention;
		if (is_person(r, mention) && !governed(r, head, mention->first))
			person = mention;
		if (is_media(r, mention))
			media = mention;
	}
	bool role = span_has(r, head, r->roles->role);
	const Mention *named = person ? person : media;
	if (!named && first && !role && first->form != MENTION_ADJECTIVE && !governed(r, head, first->first))
		named = first;
	if (named) {
		use_named(r, a, named->entity);
		return true;
	}
	if (!first)
		return false;
	a->anonymous = true;
	a->side = lexicon_side(r->lexicon, r->document, first->entity);
	return true;
}

static void add_candidate(Attribution *a, uint32_t entity) {
	for (int i = 0; entity != ID_NONE && i < SPEAKER_CANDIDATES; i++) {
		if (a->candidates[i] == entity)
			return;
		if (a->candidates[i] == ID_NONE) {
			a->candidates[i] = entity;
			return;
		}
	}
}

static void copy_speaker(Attribution *to, const Attribution *from) {
	to->entity = from->entity;
	to->side = from->side;
	to->anonymous = from->anonymous;
}

/* A name that no mention covers: one word that nothing else in the article explains. */
static bool is_written_as_name(const Resolver *r, Span head) {
	return !span_is_empty(head) && (r->document->tokens.items[head.end - 1].flags & TOKEN_CAPITAL) &&
	       !token_has(r->document, head.end - 1, r->roles->role) &&
	       !token_has(r->document, head.end - 1, lexicon_roles(r->lexicon)->function_word);
}

/* `he`, `the official`, `the report`: the last speaker before that fits; those before it are candidates. `it` and
 * `they` inside a report: its speaker. */
static void resolve_anaphor(const Resolver *r, uint32_t index) {
	Attribution *all = r->document->attributions.items, *a = &all[index];
	bool person = span_has(r, a->speaker, r->roles->person_pronoun);
	if (!person && a->parent != ID_NONE && span_has(r, a->speaker, r->roles->pronoun)) {
		copy_speaker(a, &all[a->parent]);
		return;
	}
	uint32_t role = word_of_class(r, a->speaker, r->roles->role);
	bool medium = role == ID_NONE && span_has(r, a->speaker, r->roles->medium), found = false;
	uint32_t reach = person || medium || role != ID_NONE ? ANTECEDENT_REACH : 0;
	for (uint32_t j = index; j-- > 0 && index - j <= reach;) {
		const Attribution *before = &all[j];
		if (span_is_none(before->speaker) || before->speaker.start >= a->speaker.start)
			continue;
		bool known = before->entity != ID_NONE;
		bool media = known && !(before->entity & ENTITY_LOCAL) &&
		             lexicon_entity(r->lexicon, before->entity)->class == r->roles->media_class;
		bool fits = person ? (known && !media) : medium ? media
		            : role != ID_NONE && word_of_class(r, before->speaker, r->roles->role) == role;
		if (!fits)
			continue;
		if (!found)
			copy_speaker(a, before);
		add_candidate(a, before->entity);
		found = true;
	}
	if (!found)
		a->anonymous = !person && !is_written_as_name(r, head_of(r, a->speaker));
}

/* A person pronoun: persons named before it are candidates, the last one the speaker if no speaker before fitted. */
static void resolve_by_mention(const Resolver *r, Attribution *a) {
	if (!span_has(r, a->speaker, r->roles->person_pronoun))
		return;
	uint32_t i = document_mention_at(r->document, a->speaker.start);
	for (uint32_t back = 0; i-- > 0 && back < MENTION_REACH; back++) {
		const Mention *mention = &r->document->mentions.items[i];
		if (!is_person(r, mention))
			continue;
		if (a->entity == ID_NONE)
			use_named(r, a, mention->entity);
		add_candidate(a, mention->entity);
	}
}

/* `the governor`, who did not speak before: the one named with that title. Where several are, they are candidates. */
static void resolve_by_title(const Resolver *r, Attribution *a) {
	uint32_t first = a->speaker.start;
	if (a->entity != ID_NONE || a->side != ID_NONE || a->speaker.end - first != 2 ||
	    !token_has(r->document, first, r->roles->definite) || !token_has(r->document, first + 1, r->roles->role))
		return;
	Antecedent found[ANTECEDENT_LIMIT];
	uint32_t count = antecedent_find(r->lexicon, r->document, a->speaker, found), titled = 0;
	while (titled < count && found[titled].why == ANTECEDENT_TITLE)
		add_candidate(a, found[titled++].entity);
	if (titled != 1)
		return;
	use_named(r, a, found[0].entity);
	a->anonymous = false;
}

/* Nobody is named for a quotation: those who spoke before it are candidates, no more. */
static void guess_unknown(const Resolver *r, uint32_t index) {
	Attribution *all = r->document->attributions.items;
	for (uint32_t j = index; j-- > 0 && index - j <= ANTECEDENT_REACH;)
		if (!span_is_none(all[j].speaker))
			add_candidate(&all[index], all[j].entity);
}

void take_speaker(Attribution *to, const Attribution *from) {
	to->speaker = from->speaker;
	to->cue = from->cue;
	to->cue_class = from->cue_class;
	to->via = from->via;
	copy_speaker(to, from);
	memcpy(to->candidates, from->candidates, sizeof to->candidates);
}

void speaker_resolve(const AttributionRoles *roles, const Lexicon *lexicon, Document *document) {
	Resolver r = {roles, lexicon, document};
	for (uint32_t i = 0; i < document->attributions.count; i++) {
		Attribution *a = &document->attributions.items[i];
		if (span_is_none(a->speaker)) {
			if (a->kind == ATTRIBUTION_DIRECT)
				guess_unknown(&r, i);
			continue;
		}
		if (!resolve_named(&r, a)) {
			resolve_anaphor(&r, i);
			resolve_by_mention(&r, a);
			resolve_by_title(&r, a);
		}
		if (a->side != ID_NONE && a->side == a->entity)
			a->side = ID_NONE;
	}
}
