#include "attribution/attribution.h"

#include <stdlib.h>

#include "attribution/impl.h"
#include "base/memory.h"

enum {
	HEARER_TOKENS = 12, /* between a cue and its `that` */
	CONTENT_REACH = 400, /* how far a content is searched for its end: keeps hostile sentences linear */
	SUBJECT_TOKENS = 6  /* of a phrase that opens a sentence */
};

bool attribution_roles_init(AttributionRoles *roles, Vocabulary *v) {
	const struct { ClassId *role; const char *name; } table[] = {
		{&roles->say, "cue.say"}, {&roles->tell, "cue.tell"}, {&roles->urge, "cue.urge"}, {&roles->object, "cue.object"},
		{&roles->participle, "cue.participle"}, {&roles->according, "cue.according"},
		{&roles->agent, "agent"}, {&roles->adverb_cue, "cue.adverb"},
		{&roles->complementizer, "complementizer"}, {&roles->relative, "relative"},
		{&roles->auxiliary, "auxiliary"}, {&roles->adverb, "adverb"}, {&roles->time, "time"},
		{&roles->preposition, "preposition"}, {&roles->conjunction, "conjunction"},
		{&roles->coordinator, "coordinator"}, {&roles->determiner, "determiner"}, {&roles->definite, "definite"},
		{&roles->possessive, "possessive"}, {&roles->pronoun, "pronoun"}, {&roles->person_pronoun, "pronoun.person"},
		{&roles->connective, "connective"}, {&roles->medium, "medium"}, {&roles->role, "role"},
		{&roles->infinitive, "infinitive"}, {&roles->person_class, "person"}, {&roles->media_class, "media"},
		{&roles->kinds[0], "cue.neutral"}, {&roles->kinds[1], "cue.assertive"}, {&roles->kinds[2], "cue.distancing"},
		{&roles->kinds[3], "cue.factive"}, {&roles->kinds[4], "cue.denial"}, {&roles->kinds[5], "cue.directive"},
		{&roles->kinds[6], "cue.belief"}, {&roles->kinds[7], "cue.hearsay"},
	};
	for (size_t i = 0; i < sizeof table / sizeof *table; i++)
		if ((*table[i].role = vocabulary_add_class(v, table[i].name)) == CLASS_LIMIT)
			return false;
	return true;
}

static ClassId cue_kind(const Reader *r, Span cue) {
	for (uint32_t i = cue.end; i-- > cue.start;)
		for (int kind = 0; kind < CUE_KINDS; kind++)
			if (is_class(r, i, r->roles->kinds[kind]))
				return r->roles->kinds[kind];
	return r->roles->kinds[0];
}

/* Trims marks and connectives that are not content: a comma or full stop at the edges. */
static Span trim(const Reader *r, Span content) {
	while (content.start < content.end && token_at(r, content.start)->kind == TOKEN_COMMA)
		content.start++;
	while (content.end > content.start) {
		const Token *last = token_at(r, content.end - 1);
		bool dash = last->kind == TOKEN_DASH && (last->flags & TOKEN_SPACED);
		if (last->kind != TOKEN_COMMA && last->kind != TOKEN_STOP && !dash)
			break;
		content.end--;
	}
	return content;
}

static Attribution blank(const Reader *r, Span content, Span speaker, Span cue) {
	return (Attribution){.kind = ATTRIBUTION_INDIRECT, .content = content, .parts = {SPAN_NONE, SPAN_NONE},
	                     .speaker = speaker, .cue = cue, .cue_class = cue_kind(r, cue), .entity = ID_NONE,
	                     .side = ID_NONE, .via = ID_NONE, .parent = ID_NONE, .sentence = r->sentence};
}

/* A content that is one pair of quotation marks and nothing else is a direct quotation. */
static bool add(Reader *r, Attribution attribution) {
	Span content = trim(r, attribution.content);
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

/* A verb cue, not the noun of the same form. */
static bool is_verb_cue(const Reader *r, uint32_t i) {
	return is_class(r, i, r->roles->say) || is_class(r, i, r->roles->tell) || is_class(r, i, r->roles->urge) ||
	       is_class(r, i, r->roles->object);
}

/* Where the content that starts at `start` ends: before a participle cue behind a comma, or a coordinated cue. */
static uint32_t content_end(const Reader *r, uint32_t start, uint32_t limit) {
	for (uint32_t i = start + 1; i + 1 < limit && i - start < CONTENT_REACH; i++) {
		if (is_mark(r, i, ',') && is_class(r, i + 1, r->roles->participle))
			return i;
		if (!is_class(r, i, r->roles->coordinator))
			continue;
		uint32_t next = i + 1;
		while (next + 1 < limit && (is_class(r, next, r->roles->adverb) || is_class(r, next, r->roles->auxiliary)))
			next++;
		if (is_verb_cue(r, next) && !is_class(r, next, r->roles->participle))
			return is_mark(r, i - 1, ',') ? i - 1 : i;
	}
	return limit;
}

/* The medium named in [start, end), as in `told MEDIUM that`. */
static uint32_t medium_in(const Reader *r, uint32_t start, uint32_t end) {
	const Document *document = r->document;
	uint32_t i = document_mention_at(document, start);
	for (; i < document->mentions.count && document->mentions.items[i].first < end; i++) {
		uint32_t entity = document->mentions.items[i].entity;
		if (!(entity & ENTITY_LOCAL) && lexicon_entity(r->lexicon, entity)->class == r->roles->media_class)
			return entity;
	}
	return ID_NONE;
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
	if (is_class(r, i, r->roles->determiner))
		i++;
	uint32_t mention = document_mention_at(document, i);
	if (mention < document->mentions.count && document->mentions.items[mention].first == i) {
		i = document->mentions.items[mention].end;
	} else {
		uint32_t start = i;
		while (i < r->limit && token_at(r, i)->kind == TOKEN_WORD && (token_at(r, i)->flags & TOKEN_CAPITAL))
			i++;
		if (i == start && i > at && i < r->limit)
			i++;
	}
	while (i < r->limit && (is_class(r, i, r->roles->medium) || is_class(r, i, r->roles->role)))
		i++;
	return i;
}

/* The `that` (or opening quotation mark) within reach of a cue, over hearer and adverbials; ID_NONE if there is none. */
static uint32_t complementizer_behind(const Reader *r, uint32_t at) {
	for (uint32_t i = at; i < r->limit && i - at <= HEARER_TOKENS; i++) {
		if (is_class(r, i, r->roles->complementizer))
			return i;
		const Token *token = token_at(r, i);
		if (token->kind == TOKEN_QUOTE && pair_opened_at(r, i))
			return i;
		if (token->kind == TOKEN_COMMA || token->kind == TOKEN_STOP || token->kind == TOKEN_OPEN || is_verb_cue(r, i) ||
		    is_class(r, i, r->roles->participle))
			break;
	}
	return ID_NONE;
}

/* Where the content behind a cue starts, or ID_NONE if none follows. */
static uint32_t content_start(const Reader *r, uint32_t verb, uint32_t behind) {
	bool tell = is_class(r, verb, r->roles->tell);
	uint32_t at = skip_adverbials(r, behind);
	/* A `that` further on belongs to the cue only over a hearer or a prepositional phrase. */
	bool near = at < r->limit && (is_class(r, at, r->roles->complementizer) || pair_opened_at(r, at));
	bool over = tell || (at < r->limit && is_class(r, at, r->roles->preposition));
	uint32_t that = near ? at : over ? complementizer_behind(r, behind) : ID_NONE;
	if (that != ID_NONE)
		return is_class(r, that, r->roles->complementizer) ? that + 1 : that;
	if (tell)
		at = skip_adverbials(r, skip_hearer(r, at));
	if (at < r->limit && is_mark(r, at, ':'))
		return at + 1;
	if (at >= r->limit || token_at(r, at)->kind == TOKEN_STOP)
		return ID_NONE;
	if (is_mark(r, at, ','))
		return at + 1 < r->limit && pair_opened_at(r, at + 1) ? at + 1 : ID_NONE;
	if (is_class(r, at, r->roles->preposition) || is_class(r, at, r->roles->conjunction) ||
	    is_class(r, at, r->roles->relative))
		return is_class(r, verb, r->roles->object) && is_class(r, at, r->roles->preposition) ? at : ID_NONE;
	return at;
}

/* Content of an attribution that closes the sentence, `CONTENT, SPEAKER cue`: what stands before `end`. */
static bool add_closing(Reader *r, uint32_t end, Span speaker, Span cue) {
	uint32_t start = r->first;
	if (start + 1 < end && is_class(r, start, r->roles->connective) && is_mark(r, start + 1, ','))
		start += 2;
	const QuotePair *pair = end > r->first ? pair_closed_at(r, end - 1) : NULL;
	if (pair && pair->open <= start)
		start = pair->open;
	Attribution attribution = blank(r, (Span){start, end}, speaker, cue);
	attribution.via = medium_in(r, cue.end, r->last);
	r->limit = end > r->first ? end : r->limit;
	return add(r, attribution);
}

/* Where `CONTENT, SPEAKER cue` has its content's end: at the comma or closing mark before the speaker; 0 if none. */
static uint32_t closing_content_end(const Reader *r, uint32_t speaker) {
	if (speaker <= r->first + 1)
		return 0;
	if (token_at(r, speaker - 1)->kind == TOKEN_QUOTE && pair_closed_at(r, speaker - 1))
		return speaker;
	return is_mark(r, speaker - 1, ',') || token_at(r, speaker - 1)->kind == TOKEN_DASH ? speaker - 1 : 0;
}

/* `CONTENT,” said SPEAKER`: the phrase behind the verb, if the verb follows a comma or closing mark. */
static Span inverted_speaker(const Reader *r, uint32_t verb) {
	if (verb <= r->first + 1 || verb + 1 >= r->last || !is_class(r, verb, r->roles->say))
		return SPAN_NONE;
	const Token *before = token_at(r, verb - 1);
	bool closed = before->kind == TOKEN_QUOTE && pair_closed_at(r, verb - 1);
	if (!closed && !is_mark(r, verb - 1, ','))
		return SPAN_NONE;
	if (!closed && is_speaker_like(r, subject_before(r, verb, r->first)))
		return SPAN_NONE; /* the comma closes an apposition */
	Span speaker = phrase_from(r, verb + 1);
	return is_speaker_like(r, speaker) ? speaker : SPAN_NONE;
}

/* What stands behind a cue inside quotation marks does not reach over the closing mark. */
static uint32_t limit_of(const Reader *r, uint32_t verb) {
	for (uint32_t i = verb; i-- > r->first && verb - i <= CONTENT_REACH;) {
		const QuotePair *pair = token_at(r, i)->kind == TOKEN_QUOTE ? pair_opened_at(r, i) : NULL;
		if (pair && pair->close > verb)
			return pair->close < r->limit ? pair->close : r->limit;
	}
	return r->limit;
}

static bool read_following(Reader *r, uint32_t verb, Span speaker, uint32_t start) {
	Attribution attribution = blank(r, (Span){start, content_end(r, start, limit_of(r, verb))}, speaker,
	                                (Span){verb, verb + 1});
	attribution.via = medium_in(r, verb + 1, start);
	return add(r, attribution);
}

/* `HEARER was told by SPEAKER`: the phrase behind the agent word, or SPAN_NONE. */
static Span passive_speaker(const Reader *r, uint32_t verb) {
	if (verb + 2 >= r->last || verb == r->first || !is_class(r, verb + 1, r->roles->agent) ||
	    !is_class(r, verb - 1, r->roles->auxiliary))
		return SPAN_NONE;
	Span speaker = phrase_from(r, verb + 2);
	return is_speaker_like(r, speaker) ? speaker : SPAN_NONE;
}

/* What the hearer was told: the content before `CONTENT, HEARER was told by SPEAKER`, else what follows the speaker. */
static bool read_passive(Reader *r, uint32_t verb, Span speaker) {
	Span hearer = subject_before(r, verb, r->first);
	uint32_t end = span_is_none(hearer) || span_is_empty(hearer) ? 0 : closing_content_end(r, hearer.start);
	r->subject = speaker;
	if (!end) {
		uint32_t start = content_start(r, verb, speaker.end);
		return start == ID_NONE || read_following(r, verb, speaker, start);
	}
	uint32_t before = r->document->attributions.count, limit = r->limit;
	bool ok = add_closing(r, end, speaker, (Span){verb, verb + 1});
	if (r->document->attributions.count > before)
		r->document->attributions.items[before].via = medium_in(r, hearer.start, hearer.end);
	r->limit = speaker.end < r->last ? limit : r->limit;
	return ok;
}

/* A finite cue with its speaker before it (or behind it, inverted). */
static bool read_finite(Reader *r, uint32_t verb) {
	Span agent = passive_speaker(r, verb);
	if (!span_is_none(agent))
		return read_passive(r, verb, agent);
	Span inverted = inverted_speaker(r, verb);
	if (!span_is_none(inverted)) {
		r->subject = inverted;
		return add_closing(r, is_mark(r, verb - 1, ',') ? verb - 1 : verb, inverted, (Span){verb, verb + 1});
	}
	Span speaker = subject_before(r, verb, r->first);
	if (!span_is_none(speaker) && span_is_empty(speaker))
		speaker = r->subject;
	if (!is_speaker_like(r, speaker))
		return true;
	uint32_t start = content_start(r, verb, verb + 1);
	uint32_t end = closing_content_end(r, speaker.start);
	r->subject = speaker;
	bool closing = end && (start == ID_NONE || pair_closed_at(r, end - 1)) &&
	               (is_class(r, verb, r->roles->say) || is_class(r, verb, r->roles->tell));
	uint32_t limit = r->limit;
	if (closing && !add_closing(r, end, speaker, (Span){verb, verb + 1}))
		return false;
	if (start != ID_NONE)
		r->limit = limit; /* `“…,” SPEAKER said, “…”`: the content goes on */
	return start == ID_NONE || (closing && start < verb) || read_following(r, verb, speaker, start);
}

/* First speaker-like phrase of the sentence, for a participle without a cue before it: one that opens it and ends in a
 * noun for a role, else the first name. */
static Span sentence_subject(const Reader *r) {
	for (uint32_t i = r->first; i < r->last && i - r->first < SUBJECT_TOKENS; i++) {
		if (is_class(r, i, r->roles->role))
			return (Span){r->first, i + 1};
		if (token_at(r, i)->kind != TOKEN_WORD || is_class(r, i, r->roles->auxiliary) ||
		    is_class(r, i, r->roles->preposition))
			break;
	}
	uint32_t mention = document_mention_at(r->document, r->first);
	if (mention >= r->document->mentions.count || r->document->mentions.items[mention].first >= r->last)
		return SPAN_NONE;
	const Mention *m = &r->document->mentions.items[mention];
	uint32_t end = m->end;
	while (end < r->last && (is_class(r, end, r->roles->role) || is_class(r, end, r->roles->medium)))
		end++;
	return (Span){m->first, end};
}

static bool read_participle(Reader *r, uint32_t verb) {
	bool after_mark = verb > r->first && (token_at(r, verb - 1)->kind == TOKEN_COMMA ||
	                                      token_at(r, verb - 1)->kind == TOKEN_QUOTE);
	Span with = after_mark ? SPAN_NONE : subject_before(r, verb, r->first);
	Span speaker = after_mark ? (span_is_none(r->subject) ? sentence_subject(r) : r->subject) : with;
	if (!is_speaker_like(r, speaker))
		return true;
	uint32_t start = content_start(r, verb, verb + 1);
	return start == ID_NONE || read_following(r, verb, speaker, start);
}

/* `according to SPEAKER`: at the start, at the end, or inside its content. */
static bool read_according(Reader *r, Span cue) {
	Span speaker = phrase_from(r, cue.end);
	if (span_is_empty(speaker))
		return true;
	bool opens = cue.start == r->first || (cue.start <= r->first + 2 && is_class(r, r->first, r->roles->connective));
	if (opens) {
		uint32_t start = speaker.end;
		return add(r, blank(r, (Span){start, r->limit}, speaker, cue));
	}
	uint32_t before = is_mark(r, cue.start - 1, ',') ? cue.start - 1 : cue.start;
	uint32_t behind = speaker.end;
	while (behind < r->last && (is_class(r, behind, r->roles->preposition) || is_class(r, behind, r->roles->time)))
		behind++;
	if (behind >= r->limit || token_at(r, behind)->kind == TOKEN_STOP) {
		Span content = trim(r, (Span){r->first, before});
		r->limit = before > r->first ? before : r->limit;
		return add(r, blank(r, content, speaker, cue));
	}
	Attribution attribution = blank(r, (Span){r->first, r->limit}, speaker, cue);
	attribution.parts[0] = trim(r, (Span){r->first, before});
	attribution.parts[1] = trim(r, (Span){behind, r->limit});
	if (span_is_empty(attribution.parts[0]) || span_is_empty(attribution.parts[1]))
		attribution.parts[0] = attribution.parts[1] = SPAN_NONE;
	return add(r, attribution);
}

/* An adverb (`reportedly`) reports its whole sentence; nobody is named. */
static bool read_adverb(Reader *r, uint32_t at) {
	Attribution attribution = blank(r, (Span){r->first, r->limit}, SPAN_NONE, (Span){at, at + 1});
	return add(r, attribution);
}

/* Attributions that close the sentence come first: they bound the contents of the others. */
static bool read_closing_first(Reader *r) {
	for (uint32_t i = r->last; i-- > r->first;) {
		bool cue = is_class(r, i, r->roles->say) || is_class(r, i, r->roles->tell);
		if (!cue)
			continue;
		Span speaker = subject_before(r, i, r->first);
		if (!is_speaker_like(r, speaker) || !span_is_none(passive_speaker(r, i)) ||
		    content_start(r, i, i + 1) != ID_NONE)
			continue;
		uint32_t end = closing_content_end(r, speaker.start);
		if (!end)
			continue;
		r->subject = speaker;
		if (!add_closing(r, end, speaker, (Span){i, i + 1}))
			return false;
		return true;
	}
	return true;
}

/* What the word at `i` opens, if it is a cue. */
static bool read_cue(Reader *r, uint32_t i, bool *adverb_seen) {
	uint32_t according = document_class_end(r->document, i, r->roles->according);
	if (according)
		return read_according(r, (Span){i, according});
	if (is_class(r, i, r->roles->participle))
		return read_participle(r, i);
	if (is_verb_cue(r, i))
		return read_finite(r, i);
	if (*adverb_seen || !is_class(r, i, r->roles->adverb_cue))
		return true;
	*adverb_seen = true;
	return read_adverb(r, i);
}

static bool read_sentence(Reader *r) {
	if (!read_closing_first(r))
		return false;
	uint32_t closing = r->limit;
	Span closing_subject = r->subject;
	bool ok = true, adverb_seen = false;
	r->subject = SPAN_NONE;
	for (uint32_t i = r->first; i < r->last && ok; i++) {
		if (i == closing) { /* from here on the words are those around the closing speaker */
			r->limit = r->last;
			r->subject = closing_subject;
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

/* Keeps the first of several readings of one cue with the same content start. */
static void drop_doubles(Document *document) {
	uint32_t kept = 0;
	Attribution *all = document->attributions.items;
	for (uint32_t i = 0; i < document->attributions.count; i++) {
		bool twice = kept && all[kept - 1].cue.start == all[i].cue.start &&
		             all[kept - 1].content.start == all[i].content.start && !span_is_none(all[i].cue);
		if (!twice)
			all[kept++] = all[i];
	}
	document->attributions.count = kept;
}

/* Parent: the smallest content that holds the cue and the speaker of this one. Contents of one sentence only. */
static void find_parents(Document *document) {
	Attribution *all = document->attributions.items;
	for (uint32_t i = 0; i < document->attributions.count; i++) {
		Span inner = span_is_none(all[i].cue) ? all[i].content : all[i].cue;
		for (uint32_t j = i; j-- > 0 && i - j <= 16;) {
			if (all[j].kind == ATTRIBUTION_SCARE || !span_contains(all[j].content, inner) ||
			    (all[j].content.start == all[i].content.start && all[j].content.end == all[i].content.end))
				continue;
			all[i].parent = j;
			break;
		}
	}
}

bool attribution_find(const AttributionRoles *roles, const Lexicon *lexicon, Document *document) {
	for (uint32_t s = 0; s < document->sentences.count; s++) {
		const Sentence *sentence = &document->sentences.items[s];
		if (sentence->kind == SEGMENT_FURNITURE)
			continue;
		Reader reader = {roles, lexicon, document, s, sentence->first, sentence->last, sentence->last, SPAN_NONE};
		if (!read_sentence(&reader))
			return false;
	}
	if (!quotation_find(roles, lexicon, document))
		return false;
	if (document->attributions.count)
		qsort(document->attributions.items, document->attributions.count, sizeof(Attribution), content_order);
	drop_doubles(document);
	find_parents(document);
	speaker_resolve(roles, lexicon, document);
	return true;
}
