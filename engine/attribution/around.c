/* Which attributions hold given tokens. Each is linked to the last one before it whose content ends further on: along
 * these links the ends grow, so that a search follows them, and by far links in logarithmic time. */
#include "attribution/impl.h"

/* Where what an attribution holds ends; a scare quote holds nothing. */
static uint32_t reach(const Document *document, uint32_t i) {
	const Attribution *a = &document->attributions.items[i];
	return a->kind == ATTRIBUTION_SCARE ? 0 : a->content.end;
}

static ContentLink link_of(const Document *document, uint32_t i) {
	return i == ID_NONE ? (ContentLink){ID_NONE, ID_NONE, 0} : document->content_links.items[i];
}

/* Of the attribution and those that it leads to, the first that reaches as far as the token. */
static uint32_t reaching(const Document *document, uint32_t i, uint32_t end) {
	while (i != ID_NONE && reach(document, i) < end) {
		ContentLink link = document->content_links.items[i];
		i = link.far != ID_NONE && reach(document, link.far) < end ? link.far : link.outer;
	}
	return i;
}

bool around_link(Document *document) {
	uint32_t count = document->attributions.count;
	if (!vec_reserve(&document->content_links, count))
		return false;
	for (uint32_t i = 0; i < count; i++) {
		uint32_t outer = i ? reaching(document, i - 1, reach(document, i) + 1) : ID_NONE;
		ContentLink up = link_of(document, outer), far = link_of(document, up.far);
		/* Far links lead back 1, 3, 7, … links, so that a few of them cover any way. */
		bool equal = up.depth - far.depth == far.depth - link_of(document, far.far).depth;
		document->content_links.items[i] = (ContentLink){outer, equal ? far.far : outer, up.depth + 1};
	}
	document->content_links.count = count;
	return true;
}

static bool holds(const Attribution *a, Span tokens) {
	if (a->kind == ATTRIBUTION_SCARE)
		return false;
	if (!span_is_none(a->parts[0]))
		return span_contains(a->parts[0], tokens) || span_contains(a->parts[1], tokens);
	return span_contains(a->content, tokens);
}

/* How many attributions start no later than the token. */
static uint32_t started(const Document *document, uint32_t token) {
	uint32_t low = 0, high = document->attributions.count;
	while (low < high) {
		uint32_t middle = low + (high - low) / 2;
		if (document->attributions.items[middle].content.start <= token)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

uint32_t attribution_around(const Document *document, Span tokens, uint32_t before) {
	uint32_t count = started(document, tokens.start);
	uint32_t i = before < count ? before : count;
	do
		i = i ? reaching(document, i - 1, tokens.end) : ID_NONE;
	while (i != ID_NONE && !holds(&document->attributions.items[i], tokens));
	return i;
}
