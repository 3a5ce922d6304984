/* Which attributions are pieces of one report: the fragments in quotation marks inside a content, and the quotations in
 * which a direct one goes on. */
#include "attribution/impl.h"

enum { PART_REACH = 16 }; /* attributions looked back at */

/* Whether `b`, behind `a`, goes on with the quotation `a`: the same cue, none of its own, or the next paragraph of one
 * whose marks only close with the last. */
static bool goes_on(const Attribution *a, const Attribution *b) {
	if (a->kind != ATTRIBUTION_DIRECT || a->partial || b->partial || a->content.end > b->content.start)
		return false;
	if (a->unclosed && a->content.end + 1 == b->content.start)
		return true;
	return !span_is_none(a->cue) && (b->carried ? a->speaker.start == b->speaker.start : a->cue.start == b->cue.start);
}

/* The first piece of the report that attribution `index` is a piece of. */
static uint32_t head_of(const Document *document, uint32_t index) {
	const Attribution *all = document->attributions.items, *a = &all[index];
	for (uint32_t j = index; j-- > 0 && index - j <= PART_REACH;) {
		bool holds = a->partial && (all[j].kind == ATTRIBUTION_INDIRECT || all[j].kind == ATTRIBUTION_MIXED) &&
		             span_contains(all[j].content, a->content);
		if (holds || goes_on(&all[j], a))
			return all[j].part_of == ID_NONE ? j : all[j].part_of;
	}
	return ID_NONE;
}

void part_link(Document *document) {
	Attribution *all = document->attributions.items;
	for (uint32_t i = 0; i < document->attributions.count; i++) {
		if (all[i].kind != ATTRIBUTION_DIRECT)
			continue;
		all[i].part_of = head_of(document, i);
		if (all[i].part_of == ID_NONE)
			continue;
		Attribution *head = &all[all[i].part_of];
		if (head->kind == ATTRIBUTION_INDIRECT)
			head->kind = ATTRIBUTION_MIXED;
		else if (head->kind == ATTRIBUTION_DIRECT && span_is_none(head->speaker))
			take_speaker(head, &all[i]); /* a quotation over paragraphs has it where its last one closes */
	}
	for (uint32_t i = document->attributions.count; i-- > 0;) {
		if (all[i].part_of == ID_NONE)
			continue;
		all[i].next_part = all[all[i].part_of].next_part;
		all[all[i].part_of].next_part = i;
	}
}
