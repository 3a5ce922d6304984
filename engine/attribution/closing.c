/* Attributions that stand behind their content: `CONTENT, SPEAKER cue`, `“…,” cue SPEAKER`, and in its middle. */
#include "attribution/impl.h"

enum {
	CLAIMS_BACK = 8,   /* attributions looked back at */
	HEARER_TOKENS = 16 /* behind a cue, where the medium is named that was told */
};

/* `“Why?” SPEAKER asked.`: a quotation that ends as a sentence before the one that holds its cue, or NULL. */
static const QuotePair *quotation_before(const Reader *r) {
	if (!r->first || !r->sentence)
		return NULL;
	const Sentence *sentences = r->document->sentences.items;
	bool same = sentences[r->sentence].paragraph == sentences[r->sentence - 1].paragraph;
	return same ? pair_closed_at(r, r->first - 1) : NULL;
}

/* Whether a cue has the pair for its content. */
static bool is_claimed(const Reader *r, const QuotePair *pair) {
	const Document *document = r->document;
	for (uint32_t i = document->attributions.count; i-- > 0 && document->attributions.count - i <= CLAIMS_BACK;)
		if (document->attributions.items[i].content.start == pair->open + 1)
			return true;
	return false;
}

uint32_t closing_content_end(const Reader *r, uint32_t speaker) {
	if (speaker == r->first) {
		const QuotePair *pair = quotation_before(r);
		return pair && !is_claimed(r, pair) ? r->first : 0;
	}
	if (speaker <= r->first + 1)
		return 0;
	if (token_at(r, speaker - 1)->kind == TOKEN_QUOTE && pair_closed_at(r, speaker - 1))
		return speaker;
	return is_mark(r, speaker - 1, ',') || token_at(r, speaker - 1)->kind == TOKEN_DASH ? speaker - 1 : 0;
}

Span inverted_speaker(const Reader *r, uint32_t verb) {
	if (verb == r->first && closing_content_end(r, verb)) {
		Span behind = phrase_from(r, verb + 1);
		return is_class(r, verb, r->roles->say) && is_source(r, behind) ? behind : SPAN_NONE;
	}
	if (verb <= r->first + 1 || verb + 1 >= r->last || !is_class(r, verb, r->roles->say))
		return SPAN_NONE;
	const Token *before = token_at(r, verb - 1);
	bool closed = before->kind == TOKEN_QUOTE && pair_closed_at(r, verb - 1);
	if (!closed && !is_mark(r, verb - 1, ','))
		return SPAN_NONE;
	if (!closed && is_source(r, subject_before(r, verb, r->first)))
		return SPAN_NONE; /* the comma closes an apposition */
	Span speaker = phrase_from(r, verb + 1);
	return is_source(r, speaker) ? speaker : SPAN_NONE;
}

/* `CONTENT, SPEAKER said, CONTENT`: where the content goes on, or 0. */
static uint32_t goes_on(const Reader *r, uint32_t end, Span cue) {
	uint32_t behind = skip_adverbials(r, cue.end);
	if (!is_mark(r, end, ',') || behind + 2 >= r->last || !is_mark(r, behind, ',') || pair_opened_at(r, behind + 1) ||
	    is_class(r, behind + 1, r->roles->participle))
		return 0;
	return behind + 1;
}

/* A quotation that does not go on with the words before it: behind a colon or a bracket, or with a capital behind a
 * comma. */
static bool stands_alone(const Reader *r, const QuotePair *pair) {
	const Token *before = token_at(r, pair->open - 1);
	if (before->kind == TOKEN_OPEN || is_mark(r, pair->open - 1, ':'))
		return true;
	return before->kind == TOKEN_COMMA && (token_at(r, pair->open + 1)->flags & TOKEN_CAPITAL);
}

bool closing_add(Reader *r, uint32_t end, Span speaker, Span cue) {
	uint32_t start = r->first, more = goes_on(r, end, cue);
	if (start + 1 < end && is_class(r, start, r->roles->connective) && is_mark(r, start + 1, ','))
		start += 2;
	const QuotePair *pair = pair_closed_at(r, end - 1);
	if (pair && (pair->open <= start || stands_alone(r, pair)))
		start = pair->open;
	Attribution attribution = attribution_blank(r, (Span){start, end}, speaker, cue);
	attribution.via = medium_in(r, cue.end, cue.end + HEARER_TOKENS < r->last ? cue.end + HEARER_TOKENS : r->last);
	if (more) {
		attribution.parts[0] = content_trim(r, (Span){start, end});
		attribution.parts[1] = content_trim(r, (Span){more, r->last});
		attribution.content.end = r->last;
	} else if (end > r->first) {
		r->limit = end;
	}
	return attribution_add(r, attribution);
}

/* From where on a verb may close a content: behind a mark that can part it from its speaker. */
static uint32_t first_closing(const Reader *r) {
	if (r->first && token_at(r, r->first - 1)->kind == TOKEN_QUOTE)
		return r->first;
	uint32_t i = r->first + 1;
	for (; (i = token_set_next(&r->document->sets, SET_CONTEXT, i, r->last)) < r->last; i++) {
		TokenKind kind = (TokenKind)token_at(r, i)->kind;
		if (kind == TOKEN_COMMA || kind == TOKEN_DASH || kind == TOKEN_QUOTE)
			break;
	}
	return i;
}

/* Whether the verb at `i` closes a content: its speaker before it, nothing behind it. */
static uint32_t closes(const Reader *r, uint32_t i, Span *speaker) {
	Verb verb;
	if ((!is_class(r, i, r->roles->say) && !is_class(r, i, r->roles->tell)) ||
	    is_class(r, i, r->roles->participle) || pair_around(r, i) || !cue_verb(r, i, &verb) ||
	    verb.voice != VOICE_FINITE || is_relative(r, &verb))
		return 0;
	if (complement_of(r, i, i + 1).form)
		return 0;
	*speaker = subject_before(r, i, r->first);
	return is_source(r, *speaker) ? closing_content_end(r, speaker->start) : 0;
}

bool closing_read_first(Reader *r) {
	uint32_t first = first_closing(r);
	for (uint32_t i = r->last; (i = token_set_end(&r->document->sets, SET_CUE, first, i)) > first;) {
		i--;
		Span speaker;
		uint32_t end = closes(r, i, &speaker);
		if (!end)
			continue;
		r->subject = speaker;
		return closing_add(r, end, speaker, (Span){i, i + 1});
	}
	return true;
}
