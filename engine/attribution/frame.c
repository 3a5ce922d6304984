/* A verb that reports, with its source and its content, by its voice. */
#include "attribution/impl.h"

enum { SPEAKERS_BACK = 8 }; /* attributions looked back at for a participle's subject */

static bool is_modal(const Reader *r, const Verb *verb) {
	for (uint32_t i = verb->group; i < verb->word; i++)
		if (is_class(r, i, r->roles->modal))
			return true;
	return false;
}

/* `voters who support X` tells which ones; only what they say is a report. */
static bool describes(const Reader *r, const Verb *verb, Form form) {
	return is_relative(r, verb) && verb->group > r->first + 1 && token_at(r, verb->group - 2)->kind == TOKEN_WORD &&
	       (form == FORM_OBJECT || form == FORM_INFINITIVE || form == FORM_ORDER);
}

static bool read_following(Reader *r, uint32_t word, Span speaker, Complement complement) {
	Span content = {complement.start, content_end(r, complement, r->limit)};
	Attribution attribution = attribution_blank(r, content, speaker, (Span){word, word + 1});
	attribution.via = medium_in(r, word + 1, complement.start);
	return attribution_add(r, attribution);
}

/* `HEARER was told by SPEAKER`: what the hearer was told stands before, else behind the speaker. */
static bool read_passive_tell(Reader *r, uint32_t word, Span speaker) {
	Span hearer = subject_before(r, word, r->first);
	uint32_t end = span_is_none(hearer) || span_is_empty(hearer) ? 0 : closing_content_end(r, hearer.start);
	r->subject = speaker;
	if (!end) {
		Complement complement = complement_of(r, word, speaker.end);
		return !complement.form || read_following(r, word, speaker, complement);
	}
	uint32_t before = r->document->attributions.count, limit = r->limit;
	bool ok = closing_add(r, end, speaker, (Span){word, word + 1});
	if (r->document->attributions.count > before)
		r->document->attributions.items[before].via = medium_in(r, hearer.start, hearer.end);
	r->limit = limit;
	return ok;
}

/* `PATIENT was praised by SPEAKER`: the patient is the content. */
static bool read_patient(Reader *r, const Verb *verb, Span speaker) {
	Span patient = subject_before(r, verb->word, r->first);
	if (span_is_none(patient) || span_is_empty(patient))
		return true;
	return attribution_add(r, attribution_blank(r, patient, speaker, (Span){verb->word, verb->word + 1}));
}

/* `PATIENT is expected to`, `it was reported that`: nobody is named. */
static bool read_agentless(Reader *r, uint32_t word, uint32_t behind) {
	Complement complement = complement_of(r, word, behind);
	if (complement.form != FORM_CLAUSE && complement.form != FORM_INFINITIVE)
		return true;
	Span patient = subject_before(r, word, r->first);
	Span content = {complement.start, content_end(r, complement, r->limit)};
	Attribution attribution = attribution_blank(r, content, SPAN_NONE, (Span){word, word + 1});
	if (complement.form == FORM_INFINITIVE && !span_is_none(patient) && !span_is_empty(patient)) {
		attribution.parts[0] = patient;
		attribution.parts[1] = content_trim(r, content);
		attribution.content.start = patient.start;
	}
	return attribution_add(r, attribution);
}

static bool read_passive(Reader *r, const Verb *verb) {
	uint32_t behind = verb->word + 1;
	bool agent = behind + 1 < r->last && is_class(r, behind, r->roles->agent);
	Span speaker = agent ? phrase_from(r, behind + 1) : SPAN_NONE;
	if (!is_source(r, speaker))
		return read_agentless(r, verb->word, behind);
	if (is_class(r, verb->word, r->roles->tell))
		return read_passive_tell(r, verb->word, speaker);
	return read_patient(r, verb, speaker);
}

/* Speaker before the verb (or behind it, inverted); the content may stand before, behind, or on both sides. */
static bool read_finite(Reader *r, const Verb *verb) {
	uint32_t word = verb->word;
	Span cue = {word, word + 1}, inverted = inverted_speaker(r, word);
	uint32_t limit = r->limit; /* a content before the cue bounds none behind it */
	if (!span_is_none(inverted)) {
		r->subject = inverted;
		bool ok = closing_add(r, word > r->first && is_mark(r, word - 1, ',') ? word - 1 : word, inverted, cue);
		r->limit = limit;
		return ok;
	}
	Span speaker = subject_before(r, word, r->first);
	bool shared = !span_is_none(speaker) && span_is_empty(speaker);
	if (shared)
		speaker = r->subject;
	Complement complement = complement_of(r, word, word + 1);
	if (!is_source(r, speaker) || describes(r, verb, complement.form))
		return true;
	uint32_t end = shared || is_relative(r, verb) ? 0 : closing_content_end(r, speaker.start);
	r->subject = speaker;
	const QuotePair *closed = end ? pair_closed_at(r, end - 1) : NULL;
	bool lead = closed && closed->open > r->first && complement.form == FORM_BARE && is_clause(r, complement.start);
	bool quoted = closed && !lead; /* `to shouts of “Go!” SPEAKER said it was late` */
	bool when = complement.form == FORM_CLAUSE && is_class(r, complement.start, r->roles->conjunction);
	bool marked = (complement.form == FORM_CLAUSE && !when) || complement.form == FORM_QUOTATION;
	bool says = is_class(r, word, r->roles->say) || is_class(r, word, r->roles->tell);
	bool closing = end && says && ((quoted && end > r->first) || !complement.form || when);
	if (closing && !closing_add(r, end, speaker, cue))
		return false;
	r->limit = limit;
	if (!complement.form || (closing && !marked))
		return true;
	return read_following(r, word, speaker, complement);
}

/* Speaker of the longest content that ends where the participle's comma stands. */
static Span speaker_until(const Reader *r, uint32_t comma) {
	const Document *document = r->document;
	const Attribution *best = NULL;
	for (uint32_t i = document->attributions.count; i-- > 0 && document->attributions.count - i <= SPEAKERS_BACK;) {
		const Attribution *a = &document->attributions.items[i];
		if (a->sentence == r->sentence && a->content.end == comma && !span_is_none(a->speaker) &&
		    (!best || a->content.start < best->content.start))
			best = a;
	}
	return best ? best->speaker : SPAN_NONE;
}

/* A participle: behind a comma it has the subject of the clause, else the noun before it. */
static bool read_participle(Reader *r, const Verb *verb) {
	uint32_t word = verb->word;
	Complement complement = complement_of(r, word, word + 1);
	if (!complement.form)
		return true;
	bool own = word > r->first && token_at(r, word - 1)->kind == TOKEN_WORD &&
	           !is_class(r, word - 1, r->roles->preposition) && !is_class(r, word - 1, r->roles->conjunction);
	Span speaker = own ? subject_before(r, word, r->first) : speaker_until(r, word ? word - 1 : 0);
	if (!own && span_is_none(speaker))
		speaker = span_is_none(r->subject) ? sentence_subject(r, word) : r->subject;
	return !is_source(r, speaker) || read_following(r, word, speaker, complement);
}

/* `went on to say that`: the subject of the sentence speaks. */
static bool read_infinitive(Reader *r, const Verb *verb) {
	Complement complement = complement_of(r, verb->word, verb->word + 1);
	if (complement.form != FORM_CLAUSE && complement.form != FORM_QUOTATION)
		return true;
	Span speaker = span_is_none(r->subject) ? sentence_subject(r, verb->word) : r->subject;
	return !is_source(r, speaker) || read_following(r, verb->word, speaker, complement);
}

bool frame_read_verb(Reader *r, const Verb *verb) {
	if (is_modal(r, verb))
		return true;
	if (is_class(r, verb->word, r->roles->seem))
		return read_agentless(r, verb->word, verb->word + 1);
	switch ((Voice)verb->voice) {
	case VOICE_PASSIVE: return read_passive(r, verb);
	case VOICE_PARTICIPLE: return read_participle(r, verb);
	case VOICE_INFINITIVE: return read_infinitive(r, verb);
	default: return read_finite(r, verb);
	}
}
