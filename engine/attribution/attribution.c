#include "attribution/attribution.h"

#include <stdlib.h>

#include "attribution/impl.h"
#include "base/memory.h"

enum { DOUBLES_BACK = 8 };

static void add_traits(const AttributionRoles *roles, Vocabulary *v) {
	const struct { ClassId role; uint32_t traits; } table[] = {
		{roles->say, WORD_CUE | WORD_BREAKS},      {roles->that, WORD_CUE | WORD_BREAKS},
		{roles->tell, WORD_CUE | WORD_BREAKS},     {roles->urge, WORD_CUE | WORD_BREAKS},
		{roles->intend, WORD_CUE | WORD_BREAKS},   {roles->object, WORD_CUE | WORD_BREAKS},
		{roles->about, WORD_CUE | WORD_BREAKS},    {roles->seem, WORD_CUE | WORD_BREAKS},
		{roles->noun, WORD_CUE},                   {roles->adjective, WORD_CUE},
		{roles->adverb_cue, WORD_CUE},             {roles->according, WORD_CUE},
		{roles->auxiliary, WORD_BREAKS},           {roles->complementizer, WORD_BREAKS},
		{roles->connective, WORD_BREAKS},          {roles->infinitive, WORD_BREAKS},
		{roles->conjunction, WORD_BREAKS | WORD_CONTEXT}, {roles->coordinator, WORD_CONTEXT},
		{roles->relative, WORD_CONTEXT},
	};
	for (size_t i = 0; i < sizeof table / sizeof *table; i++)
		vocabulary_class_add_traits(v, table[i].role, table[i].traits);
}

bool attribution_roles_init(AttributionRoles *roles, Vocabulary *v) {
	const struct { ClassId *role; const char *name; } table[] = {
		{&roles->say, "cue.say"}, {&roles->that, "cue.that"}, {&roles->tell, "cue.tell"}, {&roles->urge, "cue.urge"},
		{&roles->intend, "cue.intend"}, {&roles->object, "cue.object"}, {&roles->about, "cue.about"},
		{&roles->seem, "cue.seem"}, {&roles->participle, "cue.participle"}, {&roles->ambiguous, "cue.ambiguous"},
		{&roles->noun, "cue.noun"}, {&roles->adjective, "cue.adjective"}, {&roles->according, "cue.according"},
		{&roles->adverb_cue, "cue.adverb"}, {&roles->agent, "agent"}, {&roles->cue_preposition, "cue.preposition"},
		{&roles->copula, "copula"}, {&roles->finite, "verb"}, {&roles->interrogative, "interrogative"},
		{&roles->predicative, "predicative"}, {&roles->modal, "modal"}, {&roles->nobody, "cue.nobody"},
		{&roles->clitic, "clitic"},
		{&roles->complementizer, "complementizer"}, {&roles->relative, "relative"},
		{&roles->auxiliary, "auxiliary"}, {&roles->adverb, "adverb"}, {&roles->time, "time"},
		{&roles->preposition, "preposition"}, {&roles->conjunction, "conjunction"},
		{&roles->coordinator, "coordinator"}, {&roles->determiner, "determiner"}, {&roles->definite, "definite"},
		{&roles->possessive, "possessive"}, {&roles->pronoun, "pronoun"}, {&roles->person_pronoun, "pronoun.person"},
		{&roles->connective, "connective"}, {&roles->medium, "medium"}, {&roles->role, "role"},
		{&roles->infinitive, "infinitive"}, {&roles->person_class, "person"}, {&roles->media_class, "media"},
		{&roles->kinds[0], "cue.neutral"}, {&roles->kinds[1], "cue.assertive"}, {&roles->kinds[2], "cue.distancing"},
		{&roles->kinds[3], "cue.factive"}, {&roles->kinds[4], "cue.denial"}, {&roles->kinds[5], "cue.directive"},
		{&roles->kinds[6], "cue.belief"}, {&roles->kinds[7], "cue.hearsay"}, {&roles->kinds[8], "cue.intention"},
	};
	for (size_t i = 0; i < sizeof table / sizeof *table; i++)
		if ((*table[i].role = vocabulary_add_class(v, table[i].name)) == CLASS_LIMIT)
			return false;
	const ClassId verbs[] = {roles->say, roles->that, roles->tell, roles->urge, roles->intend, roles->object,
	                         roles->about, roles->seem};
	const ClassId others[] = {roles->noun, roles->adjective, roles->adverb_cue};
	roles->verbs = (ClassSet){{0}};
	for (size_t i = 0; i < sizeof verbs / sizeof *verbs; i++)
		class_set_add(&roles->verbs, verbs[i]);
	roles->cues = roles->verbs;
	for (size_t i = 0; i < sizeof others / sizeof *others; i++)
		class_set_add(&roles->cues, others[i]);
	add_traits(roles, v);
	return true;
}

static ClassId cue_kind(const Reader *r, Span cue) {
	for (uint32_t i = cue.end; i-- > cue.start;)
		for (int kind = 0; kind < CUE_KINDS; kind++)
			if (is_class(r, i, r->roles->kinds[kind]))
				return r->roles->kinds[kind];
	return r->roles->kinds[0];
}

Attribution attribution_blank(const Reader *r, Span content, Span speaker, Span cue) {
	return (Attribution){.kind = ATTRIBUTION_INDIRECT, .content = content, .parts = {SPAN_NONE, SPAN_NONE},
	                     .speaker = speaker, .cue = cue, .cue_class = cue_kind(r, cue), .entity = ID_NONE,
	                     .side = ID_NONE, .candidates = {ID_NONE, ID_NONE, ID_NONE}, .via = ID_NONE,
	                     .parent = ID_NONE, .part_of = ID_NONE, .next_part = ID_NONE, .sentence = r->sentence};
}

bool attribution_add(Reader *r, Attribution attribution) {
	Span content = content_trim(r, attribution.content);
	if (span_is_empty(content))
		return true;
	const QuotePair *pair = pair_opened_at(r, content.start);
	if (pair && (pair->close + 1 == content.end || (pair->unclosed && pair->close == content.end) ||
	             pair->close >= content.end)) {
		attribution.kind = ATTRIBUTION_DIRECT;
		attribution.unclosed = pair->unclosed;
		content = (Span){pair->open + 1, pair->close};
	}
	attribution.content = content;
	return span_is_empty(content) || vec_push(&r->document->attributions, attribution);
}

/* What the word at `i` opens, if it is a cue. Words in quotation marks are those of who is quoted. */
static bool read_cue(Reader *r, uint32_t i, bool *adverb_seen) {
	if (token_starts_phrase(r->document, i)) {
		uint32_t according = document_class_end(r->document, i, r->roles->according);
		if (according)
			return pair_around(r, i) || according_read(r, (Span){i, according});
	}
	if (!class_set_meets(document_word(r->document, i)->classes, &r->roles->cues) || pair_around(r, i))
		return true;
	if (is_class(r, i, r->roles->adjective))
		return adjective_read(r, i);
	Verb verb;
	if (cue_verb(r, i, &verb))
		return frame_read_verb(r, &verb);
	if (is_class(r, i, r->roles->noun))
		return noun_read(r, i);
	if (*adverb_seen || !is_class(r, i, r->roles->adverb_cue))
		return true;
	*adverb_seen = true;
	return adverb_read(r, i);
}

static bool read_sentence(Reader *r) {
	const TokenSetList *sets = &r->document->sets;
	if (!closing_read_first(r))
		return false;
	uint32_t closing = r->limit;
	Span closing_subject = r->subject;
	bool ok = true, adverb_seen = false;
	r->subject = SPAN_NONE;
	for (uint32_t i = r->first; ok && (i = token_set_next(sets, SET_CUE, i, r->last)) < r->last; i++) {
		if (i >= closing) { /* from here on the words are those around the closing speaker */
			r->limit = r->last;
			r->subject = closing_subject;
			closing = r->last;
		}
		ok = read_cue(r, i, &adverb_seen);
	}
	return ok;
}

/* Before by start, longer first: a content comes behind the one in which it stands. */
static int content_order(const void *left, const void *right) {
	const Attribution *a = left, *b = right;
	if (a->content.start != b->content.start)
		return a->content.start < b->content.start ? -1 : 1;
	if (a->content.end != b->content.end)
		return a->content.end > b->content.end ? -1 : 1;
	return a->cue.start < b->cue.start ? -1 : a->cue.start > b->cue.start;
}

/* Most articles have them in order as they were read. */
static void put_in_order(Document *document) {
	const Attribution *all = document->attributions.items;
	uint32_t count = document->attributions.count, ordered = 1;
	while (ordered < count && content_order(&all[ordered - 1], &all[ordered]) <= 0)
		ordered++;
	if (ordered < count)
		qsort(document->attributions.items, count, sizeof *all, content_order);
}

/* Keeps the first of several readings of one cue with the same content start. */
static void drop_doubles(Document *document) {
	uint32_t kept = 0;
	Attribution *all = document->attributions.items;
	for (uint32_t i = 0; i < document->attributions.count; i++) {
		bool twice = false;
		for (uint32_t j = kept; j-- > 0 && kept - j <= DOUBLES_BACK && !twice;)
			twice = all[j].content.start == all[i].content.start && all[j].cue.start == all[i].cue.start &&
			        !span_is_none(all[i].cue);
		if (!twice && kept++ < i)
			all[kept - 1] = all[i];
	}
	document->attributions.count = kept;
}

bool attribution_find(const AttributionRoles *roles, const Lexicon *lexicon, Document *document) {
	uint32_t pair = 0;
	Reader reader = {roles, lexicon, document, 0, 0, 0, 0, SPAN_NONE};
	for (uint32_t s = 0; s < document->sentences.count; s++) {
		const Sentence *sentence = &document->sentences.items[s];
		if (sentence->kind == SEGMENT_FURNITURE)
			continue;
		reader = (Reader){roles, lexicon, document, s, sentence->first, sentence->last, sentence->last, SPAN_NONE};
		bool cued = token_set_next(&document->sets, SET_CUE, sentence->first, sentence->last) < sentence->last;
		/* A quotation may have its cue in the sentence behind it. */
		if ((cued && !read_sentence(&reader)) || !quotation_read(&reader, &pair, sentence->first))
			return false;
	}
	if (!quotation_read(&reader, &pair, document->tokens.count + 1))
		return false;
	put_in_order(document);
	drop_doubles(document);
	chain_find_parents(document);
	speaker_resolve(roles, lexicon, document);
	chain_drop_own(&reader);
	part_link(document);
	return around_link(document);
}
