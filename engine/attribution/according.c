/* `according to SPEAKER`, and adverbs that report. */
#include "attribution/impl.h"

bool according_read(Reader *r, Span cue) {
	Span speaker = phrase_from(r, cue.end);
	if (span_is_empty(speaker))
		return true;
	bool opens = cue.start == r->first || (cue.start <= r->first + 2 && is_class(r, r->first, r->roles->connective));
	if (opens)
		return attribution_add(r, attribution_blank(r, (Span){speaker.end, r->limit}, speaker, cue));
	uint32_t before = is_mark(r, cue.start - 1, ',') ? cue.start - 1 : cue.start;
	uint32_t behind = speaker.end;
	while (behind < r->last && (is_class(r, behind, r->roles->preposition) || is_class(r, behind, r->roles->time)))
		behind++;
	if (behind >= r->limit || token_at(r, behind)->kind == TOKEN_STOP) {
		Span content = content_trim(r, (Span){r->first, before});
		r->limit = before > r->first ? before : r->limit;
		return attribution_add(r, attribution_blank(r, content, speaker, cue));
	}
	Attribution attribution = attribution_blank(r, (Span){r->first, r->limit}, speaker, cue);
	attribution.parts[0] = content_trim(r, (Span){r->first, before});
	attribution.parts[1] = content_trim(r, (Span){behind, r->limit});
	if (span_is_empty(attribution.parts[0]) || span_is_empty(attribution.parts[1]))
		attribution.parts[0] = attribution.parts[1] = SPAN_NONE;
	return attribution_add(r, attribution);
}

bool adverb_read(Reader *r, uint32_t adverb) {
	return attribution_add(r, attribution_blank(r, (Span){r->first, r->limit}, SPAN_NONE, (Span){adverb, adverb + 1}));
}
