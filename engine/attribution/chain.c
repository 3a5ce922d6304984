/* Reports inside reports: which stands in which, and those that are the outer source's own. */
#include "attribution/impl.h"

enum { PARENTS_BACK = 16 };

/* Parent: the smallest content that holds the cue and the speaker of this one. Contents of one sentence only. */
void chain_find_parents(Document *document) {
	Attribution *all = document->attributions.items;
	for (uint32_t i = 0; i < document->attributions.count; i++) {
		bool cued = !span_is_none(all[i].cue);
		Span inner = cued ? all[i].cue : all[i].content;
		for (uint32_t j = i; j-- > 0 && i - j <= PARENTS_BACK;) {
			if (all[j].kind == ATTRIBUTION_SCARE || !span_contains(all[j].content, inner) ||
			    (!cued && all[j].content.start == all[i].content.start && all[j].content.end == all[i].content.end))
				continue;
			all[i].parent = j;
			break;
		}
	}
}

/* An attribution inside a report adds a link to its chain only if it names another source than the report's own. */
static bool adds_nobody(const Document *document, const Attribution *a) {
	if (a->parent == ID_NONE || a->kind != ATTRIBUTION_INDIRECT)
		return false;
	const Attribution *parent = &document->attributions.items[a->parent];
	return span_is_none(a->speaker) || (a->entity != ID_NONE && a->entity == parent->entity);
}

/* Words in marks that a cue inside a report has for its content (`SPEAKER said he saw “…”`): the speaker's own, unless
 * somebody else says them. */
static bool quotes_own_words(const Reader *r, const Attribution *a) {
	const Document *document = r->document;
	if (a->kind != ATTRIBUTION_DIRECT || a->partial || a->carried || span_is_none(a->cue) || a->parent == ID_NONE)
		return false;
	const Attribution *parent = &document->attributions.items[a->parent];
	if (parent->kind != ATTRIBUTION_INDIRECT || span_is_none(parent->speaker))
		return false;
	uint32_t cue = a->cue.start;
	bool says = is_class(r, cue, r->roles->tell) || is_class(r, cue, r->roles->object) ||
	            (is_class(r, cue, r->roles->say) && !is_class(r, cue, r->roles->that));
	return !says || (a->entity != ID_NONE && a->entity == parent->entity);
}

static void give_to_report(Document *document, Attribution *a) {
	a->partial = true;
	take_speaker(a, &document->attributions.items[a->parent]);
}

/* Drops those; what stood in them stands in the report. */
void chain_drop_own(const Reader *r) {
	Document *document = r->document;
	Attribution *all = document->attributions.items;
	for (uint32_t i = document->attributions.count; i-- > 0;) {
		if (adds_nobody(document, &all[i]))
			all[i].content.end = all[i].content.start;
		else if (quotes_own_words(r, &all[i]))
			give_to_report(document, &all[i]);
	}
	uint32_t kept = 0;
	for (uint32_t i = 0; i < document->attributions.count; i++) {
		if (span_is_empty(all[i].content))
			continue;
		all[kept] = all[i];
		all[kept++].parent = ID_NONE;
	}
	document->attributions.count = kept;
	chain_find_parents(document);
}
