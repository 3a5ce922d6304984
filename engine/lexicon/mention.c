/* Mentions: the packs' aliases, names that no pack lists, and short forms of names that stand in full in the article. */
#include "base/memory.h"
#include "lexicon/names.h"

static bool add_mention(Finder *f, Span tokens, uint32_t title, uint32_t entity, MentionForm form, uint32_t sentence) {
	return vec_push(&f->document->mentions,
	                (Mention){tokens.start, tokens.end, title, entity, (uint8_t)form, sentence});
}

static bool is_person(const Finder *f, uint32_t entity) {
	if (entity & ENTITY_LOCAL)
		return f->document->names.items[entity & ~ENTITY_LOCAL].kind != NAME_BODY;
	return f->lexicon->entities.items[entity].class == f->lexicon->roles.person;
}

/* The acronym in brackets behind the name is its mention, and stands for it from there on. */
static uint32_t take_acronym(Finder *f, Span name, uint32_t entity, const Sentence *sentence, uint32_t index) {
	uint32_t acronym = acronym_behind(f, name, sentence->last);
	if (!acronym)
		return name.end;
	f->links.items[f->document->tokens.items[acronym].word].acronym = entity;
	bool ok = add_mention(f, (Span){acronym, acronym + 1}, acronym, entity, MENTION_ACRONYM, index);
	return ok ? acronym + 1 : 0;
}

/* Each gives the token behind what it read, 0 when out of memory. */
static uint32_t take_listed(Finder *f, const PhraseHit *hit, const Sentence *sentence, uint32_t index) {
	const Alias *alias = &f->lexicon->aliases.items[hit->target];
	Span name = {hit->first, hit->end};
	uint32_t title = title_before(f, name.start, sentence->first);
	if (!add_mention(f, name, title, alias->entity, alias->form, index))
		return 0;
	if (alias->form != MENTION_NAME)
		return name.end;
	if (!remember_name(f, name, alias->entity, is_person(f, alias->entity)))
		return 0;
	return take_acronym(f, name, alias->entity, sentence, index);
}

static uint32_t take_name(Finder *f, Span name, const Sentence *sentence, uint32_t index) {
	uint32_t title = title_before(f, name.start, sentence->first);
	NameKind kind = name_kind(f, name, title);
	uint32_t entity = link_name(f, name, name_side(f, name, title, sentence), kind);
	if (entity == ID_NONE || !add_mention(f, name, title, entity, MENTION_NAME, index) ||
	    !remember_name(f, name, entity, is_person(f, entity)))
		return 0;
	return take_acronym(f, name, entity, sentence, index);
}

static uint32_t take_word(Finder *f, uint32_t token, const Sentence *sentence, uint32_t index) {
	MentionForm form;
	Span name = {token, token + 1};
	uint32_t entity = link_word(f, token, &form), title = title_before(f, token, sentence->first);
	if (entity == ID_NONE) {
		form = MENTION_NAME;
		entity = link_name(f, name, name_side(f, name, title, sentence), name_kind(f, name, title));
		if (entity == ID_NONE || !vec_push(&f->pending, f->document->mentions.count))
			return 0;
	}
	return add_mention(f, name, title, entity, form, index) ? token + 1 : 0;
}

/* Whether a listed name that begins a longer one stands apart: `Egyptian Foreign Ministry`, `Egypt Defence Minister`, but
 * neither `Egyptian Airlines` nor `Egypt Sherrod`. */
static bool splits(const Finder *f, const PhraseHit *hit, Span name) {
	if (f->lexicon->aliases.items[hit->target].form == MENTION_ADJECTIVE)
		return !has_trait(f, hit->end, WORD_COMPANY);
	uint32_t title = name.end;
	title += title < f->document->tokens.count && has_trait(f, title, WORD_NOT_NAME);
	return title < f->document->tokens.count && has_trait(f, title, WORD_PERSON_ROLE) && is_capital_word(f, title);
}

static uint32_t mention_from(Finder *f, uint32_t first, const Sentence *sentence, uint32_t index) {
	const PhraseHit *hit = entity_hit(f->lexicon, f->document, first, sentence->last);
	Span name = name_at(f, first, sentence);
	if (hit && (hit->end >= name.end || splits(f, hit, name)))
		return take_listed(f, hit, sentence, index);
	if (span_is_empty(name) || sentence->kind == SEGMENT_FURNITURE)
		return first + 1;
	return name.end - name.start == 1 ? take_word(f, first, sentence, index) : take_name(f, name, sentence, index);
}

/* Words that a name behind them explains: they were entities of their own so far, which then count for it. */
static void settle_pending(Finder *f) {
	Document *document = f->document;
	for (uint32_t i = 0; i < f->pending.count; i++) {
		Mention *mention = &document->mentions.items[f->pending.items[i]];
		MentionForm form;
		uint32_t entity = link_word(f, mention->first, &form);
		if (entity == ID_NONE || entity == mention->entity)
			continue;
		document->names.items[mention->entity & ~ENTITY_LOCAL].side = entity;
		mention->entity = entity;
		mention->form = (uint8_t)form;
	}
}

static bool find_in_sentence(Finder *f, uint32_t index) {
	const Sentence *sentence = &f->document->sentences.items[index];
	f->title_case = f->title_case_of.items[index];
	f->opening = sentence_opening(f->document, sentence);
	uint32_t last = sentence->last;
	for (uint32_t i = sentence->first; (i = token_set_next(&f->document->sets, SET_NAME, i, last)) < last;)
		if (!(i = mention_from(f, i, sentence, index)))
			return false;
	return true;
}

/* Fetches together what is known of the names met: thousands of them are too many for the nearest caches. */
static void fetch_ahead(const Lexicon *lexicon, const Document *document) {
	for (uint32_t i = 0; i < document->hits.count; i++) {
		const PhraseHit *hit = &document->hits.items[i];
		if (hit->kind == HIT_ENTITY)
			__builtin_prefetch(&lexicon->entities.items[lexicon->aliases.items[hit->target].entity]);
	}
}

bool lexicon_find_mentions(Lexicon *lexicon, Document *document) {
	Finder *f = lexicon->finder;
	fetch_ahead(lexicon, document);
	f->document = document;
	f->pending.count = 0;
	names_begin(&f->names);
	bool ok = notes_take(f);
	for (uint32_t s = 0; s < document->sentences.count && ok; s++)
		ok = find_in_sentence(f, s);
	if (ok)
		settle_pending(f);
	return ok && document_rank_mentions(document);
}

Finder *finder_new(const Lexicon *lexicon) {
	Finder *f = memory_new(sizeof *f);
	if (f)
		f->lexicon = lexicon;
	return f;
}

void finder_free(Finder *f) {
	if (!f)
		return;
	vec_done(&f->notes);
	vec_done(&f->links);
	vec_done(&f->title_case_of);
	vec_done(&f->pending);
	memory_free(f->names.slots);
	memory_free(f);
}
