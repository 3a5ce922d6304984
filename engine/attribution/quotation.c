/* Quotation marks that no cue claimed as its content: fragments inside a report, quotations carried on from the one
 * before, terms in scare quotes. */
#include "attribution/impl.h"
#include "base/memory.h"

enum {
	TERM_TOKENS = 3,         /* a longer fragment is somebody's words, not a term */
	PHRASE_TOKENS = 6,
	TITLE_TOKENS = 16,
	INTRODUCTION_TOKENS = 16 /* from the colon back to the verb */
};

static const QuotePair *pair_search(const Document *document, uint32_t token) {
	uint32_t low = 0, high = document->quotes.count;
	while (low < high) {
		uint32_t middle = low + (high - low) / 2;
		if (document->quotes.items[middle].open < token)
			low = middle + 1;
		else
			high = middle;
	}
	return low < document->quotes.count ? &document->quotes.items[low] : NULL;
}

const QuotePair *pair_opened_at(const Reader *r, uint32_t token) {
	if (token_at(r, token)->kind != TOKEN_QUOTE)
		return NULL;
	const QuotePair *pair = pair_search(r->document, token);
	return pair && pair->open == token ? pair : NULL;
}

const QuotePair *pair_closed_at(const Reader *r, uint32_t token) {
	const Document *document = r->document;
	if (token_at(r, token)->kind != TOKEN_QUOTE)
		return NULL;
	const QuotePair *pair = pair_search(document, token);
	uint32_t i = pair ? (uint32_t)(pair - document->quotes.items) : document->quotes.count;
	for (uint32_t back = 0; i-- > 0 && back < 16; back++)
		if (document->quotes.items[i].close == token && !document->quotes.items[i].unclosed)
			return &document->quotes.items[i];
	return NULL;
}

const QuotePair *pair_around(const Reader *r, uint32_t token) {
	const QuotePairList *pairs = &r->document->quotes;
	const QuotePair *behind = pair_search(r->document, token);
	uint32_t i = behind ? (uint32_t)(behind - pairs->items) : pairs->count;
	for (uint32_t back = 0; i-- > 0 && back < 16; back++)
		if (!pairs->items[i].depth)
			return pairs->items[i].close > token ? &pairs->items[i] : NULL;
	return NULL;
}

static Attribution quotation(const Document *document, const QuotePair *pair) {
	return (Attribution){.kind = ATTRIBUTION_DIRECT, .unclosed = pair->unclosed,
	                     .content = {pair->open + 1, pair->close}, .parts = {SPAN_NONE, SPAN_NONE},
	                     .speaker = SPAN_NONE, .cue = SPAN_NONE, .cue_class = CLASS_LIMIT, .entity = ID_NONE,
	                     .side = ID_NONE, .candidates = {ID_NONE, ID_NONE, ID_NONE}, .via = ID_NONE,
	                     .parent = ID_NONE, .part_of = ID_NONE,
	                     .next_part = ID_NONE,
	                     .sentence = document_sentence_of(document, pair->open)};
}

/* The smallest content of the first `count` attributions that holds the pair, or the direct one that is the pair. */
static const Attribution *holder_of(const Document *document, const QuotePair *pair, uint32_t count) {
	const Attribution *best = NULL;
	for (uint32_t i = count; i-- > 0 && count - i <= 64;) {
		const Attribution *a = &document->attributions.items[i];
		bool holds = a->content.start <= pair->open + 1 && a->content.end + 1 >= pair->close;
		if (holds && (!best || a->content.end - a->content.start < best->content.end - best->content.start))
			best = a;
	}
	return best;
}

/* `as “a test”`, `to “politics”`, `him “a fool”`, `the plan a “joke”`: what a verb says of its object, which begins at
 * `object`. */
static bool is_predicate(const Reader *r, const QuotePair *pair, uint32_t object) {
	if (pair->open < r->first + 2)
		return false;
	uint32_t before = pair->open - 1;
	bool determiner = is_class(r, before, r->roles->determiner);
	bool definite = determiner && is_class(r, before, r->roles->definite);
	before -= determiner;
	if (is_class(r, before, r->roles->predicative))
		return true;
	bool has_object = !determiner || before > object;
	return has_object && !definite && !is_class(r, before, r->roles->preposition) &&
	       !is_class(r, before, r->roles->possessive) && token_at(r, before)->kind == TOKEN_WORD;
}

/* `“one thing said” and “another”`: coordinated with words that are no term. */
static bool is_second_quoted(const Reader *r, const QuotePair *pair) {
	if (pair->open < r->first + 3 || !is_class(r, pair->open - 1, r->roles->coordinator))
		return false;
	const QuotePair *first = pair_closed_at(r, pair->open - 2);
	return first && first->close - first->open - 1 > TERM_TOKENS;
}

/* A short fragment in the place of a noun is a term; one that opens a content, says something of an object or starts
 * with a function word of a clause is words of the speaker. */
static bool is_term(const Reader *r, const QuotePair *pair, const Attribution *holder) {
	uint32_t length = pair->close - pair->open - 1;
	if (length > TERM_TOKENS || !length)
		return false;
	if (is_class(r, pair->open + 1, r->roles->preposition) || is_class(r, pair->open + 1, r->roles->auxiliary) ||
	    is_second_quoted(r, pair))
		return false;
	if (!holder)
		return true;
	bool object = !span_is_none(holder->cue) && is_class(r, holder->cue.start, r->roles->object);
	bool opens = holder->content.start == pair->open ||
	             (pair->open > r->first && is_class(r, pair->open - 1, r->roles->complementizer));
	return !opens && !(object && is_predicate(r, pair, holder->content.start));
}

/* The nearest cue before the pair in its sentence that has a speaker. */
static const Attribution *cue_before(const Document *document, const QuotePair *pair, uint32_t sentence,
                                     uint32_t count) {
	const Attribution *best = NULL;
	for (uint32_t i = count; i-- > 0 && count - i <= 32;) {
		const Attribution *a = &document->attributions.items[i];
		if (a->sentence == sentence && !span_is_none(a->speaker) && !span_is_none(a->cue) && a->cue.start < pair->open &&
		    (!best || a->cue.start > best->cue.start))
			best = a;
	}
	return best;
}

static bool is_whole_paragraph(const Document *document, const QuotePair *pair, uint32_t paragraph) {
	const Paragraph *p = &document->paragraphs.items[paragraph];
	return p->first == pair->open && pair->close + 1 >= p->end;
}

/* The last direct quotation of the paragraph before the pair: a quotation without attribution goes on with its
 * speaker. One that is a paragraph of its own goes on with the paragraph before. */
static const Attribution *carried_from(const Document *document, const QuotePair *pair, uint32_t count) {
	uint32_t paragraph = document->sentences.items[document_sentence_of(document, pair->open)].paragraph;
	if (paragraph && is_whole_paragraph(document, pair, paragraph))
		paragraph--;
	const Attribution *best = NULL, *report = NULL;
	for (uint32_t i = count; i-- > 0 && count - i <= 32;) {
		const Attribution *a = &document->attributions.items[i];
		if (a->kind == ATTRIBUTION_SCARE || span_is_none(a->speaker) || a->content.start >= pair->open ||
		    document->sentences.items[a->sentence].paragraph != paragraph)
			continue;
		const Attribution **last = a->kind == ATTRIBUTION_DIRECT ? &best : &report;
		if (!*last || a->content.start > (*last)->content.start)
			*last = a;
	}
	return best ? best : report;
}

/* The quotation of the paragraph before, left open there, that the pair goes on with. */
static const Attribution *left_open(const Document *document, const QuotePair *pair, uint32_t count) {
	for (uint32_t i = count; i-- > 0 && count - i <= 16;) {
		const Attribution *a = &document->attributions.items[i];
		if (a->unclosed && a->content.end == pair->open)
			return a;
	}
	return NULL;
}

/* `SPEAKER wrote:` right before the pair, in a sentence of its own. */
static bool read_introduction(const Reader *r, const QuotePair *pair, Attribution *found) {
	if (pair->open != r->first || !r->first || !is_mark(r, r->first - 1, ':'))
		return false;
	Reader before = *r;
	before.sentence = document_sentence_of(r->document, r->first - 1);
	before.first = r->document->sentences.items[before.sentence].first;
	before.last = before.limit = r->first;
	uint32_t colon = r->first - 1;
	found->cue = (Span){colon, colon + 1};
	for (uint32_t i = colon; i-- > before.first && colon - i <= INTRODUCTION_TOKENS;) {
		Verb verb;
		if (is_class(r, i, r->roles->say) && cue_verb(&before, i, &verb) && verb.voice == VOICE_FINITE) {
			found->speaker = subject_before(&before, i, before.first);
			found->cue = (Span){i, i + 1};
			break;
		}
	}
	if (span_is_none(found->speaker) || span_is_empty(found->speaker))
		found->speaker = sentence_subject(&before, colon);
	return !span_is_none(found->speaker);
}

/* A phrase rather than a clause, too short to be told from a term where nobody is there to have said it. */
static bool is_phrase(const Reader *r, const QuotePair *pair) {
	Reader inside = *r;
	inside.limit = pair->close;
	return pair->close - pair->open - 1 <= PHRASE_TOKENS && !is_clause(&inside, pair->open + 1);
}

/* Written as a title: no word in small letters but those that titles have. */
static bool is_title(const Reader *r, const QuotePair *pair) {
	ClassId function_word = lexicon_roles(r->lexicon)->function_word;
	for (uint32_t i = pair->open + 1; i < pair->close && i - pair->open <= TITLE_TOKENS; i++) {
		const Token *token = token_at(r, i);
		if (token->kind == TOKEN_WORD && !(token->flags & TOKEN_CAPITAL) && !is_class(r, i, function_word))
			return false;
	}
	return pair->close - pair->open <= TITLE_TOKENS;
}

/* `chanted “A” and “B”`: the content of its cue begins with words in marks, and what is in marks there is speech. */
static bool is_quoted_by(const Reader *r, const Attribution *holder) {
	return holder && !span_is_none(holder->cue) && pair_opened_at(r, holder->content.start) &&
	       !is_class(r, holder->cue.start, r->roles->object);
}

static void take_source(Attribution *found, const Attribution *source, bool carried) {
	found->speaker = source->speaker;
	found->cue = carried ? SPAN_NONE : source->cue;
	found->cue_class = source->cue_class;
	found->via = source->via;
	found->carried = carried;
}

static bool read_pair(Reader *r, const QuotePair *pair, uint32_t count) {
	Document *document = r->document;
	Attribution found = quotation(document, pair);
	const Attribution *holder = holder_of(document, pair, count);
	if (holder && holder->kind == ATTRIBUTION_DIRECT && holder->content.start == pair->open + 1)
		return true;
	const Attribution *open = holder ? NULL : left_open(document, pair, count);
	if (open)
		take_source(&found, open, true);
	if (open || (!holder && read_introduction(r, pair, &found)))
		return vec_push(&document->attributions, found);
	const Attribution *source = holder;
	bool words = pair->close - pair->open - 1 > TERM_TOKENS, whole = !holder && pair->open == r->first && words;
	if (!holder && !whole)
		source = cue_before(document, pair, found.sentence, count);
	const Attribution *before = !source && words ? carried_from(document, pair, count) : NULL;
	bool carried = before;
	if (carried)
		source = before;
	if (!whole && !is_quoted_by(r, holder) && (is_term(r, pair, source) || (!carried && is_title(r, pair)) ||
	               (!source && is_phrase(r, pair))))
		found.kind = ATTRIBUTION_SCARE;
	if (source && found.kind != ATTRIBUTION_SCARE) {
		take_source(&found, source, carried);
		found.partial = !whole;
	}
	return vec_push(&document->attributions, found);
}

bool quotation_read(const Reader *r, uint32_t *next, uint32_t bound) {
	const Document *document = r->document;
	for (; *next < document->quotes.count && document->quotes.items[*next].open < bound; ++*next) {
		const QuotePair *pair = &document->quotes.items[*next];
		if (pair->depth || pair->close <= pair->open + 1)
			continue;
		if (pair->close >= bound + pair->unclosed)
			return true;
		Reader reader = *r;
		reader.sentence = document_sentence_of(document, pair->open);
		const Sentence *sentence = &document->sentences.items[reader.sentence];
		reader.first = sentence->first;
		reader.last = reader.limit = sentence->last;
		if (sentence->kind != SEGMENT_FURNITURE && !read_pair(&reader, pair, document->attributions.count))
			return false;
	}
	return true;
}
