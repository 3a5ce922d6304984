/* The inverted index: features to documents. */
#include <stdlib.h>

#include "base/memory.h"
#include "reuse/reuse.h"

static int by_value(const void *left, const void *right) {
	uint64_t a = *(const uint64_t *)left, b = *(const uint64_t *)right;
	return a < b ? -1 : a > b;
}

static void sort_unique(ReuseFeatures *features) {
	uint32_t kept = 0;
	if (features->count > 0)
		qsort(features->items, features->count, sizeof *features->items, by_value);
	for (uint32_t i = 0; i < features->count; i++)
		if (i == 0 || features->items[i] != features->items[kept - 1])
			features->items[kept++] = features->items[i];
	features->count = kept;
}

bool reuse_add(ReuseIndex *index, ReuseFeatures *features) {
	sort_unique(features);
	if (index->begins.count >= REUSE_LAST || index->features.count >= REUSE_LAST - features->count)
		return false;
	if (!vec_reserve(&index->features, features->count) || !vec_push(&index->begins, index->features.count))
		return false;
	for (uint32_t i = 0; i < features->count; i++)
		index->features.items[index->features.count++] = features->items[i];
	index->sealed = false;
	return true;
}

static uint32_t end_of(const ReuseIndex *index, uint32_t document) {
	return document + 1 < index->begins.count ? index->begins.items[document + 1] : index->features.count;
}

uint32_t reuse_size(const ReuseIndex *index, uint32_t document) {
	return end_of(index, document) - index->begins.items[document];
}

typedef struct Posting {
	uint64_t feature;
	uint32_t document, place; /* place: in `features` */
} Posting;

/* One pass of a radix sort, by 16 bits of the feature: stable. */
static void sort_by_digit(const Posting *from, Posting *to, uint32_t count, int shift) {
	uint32_t places[0x10000] = {0}, next = 0;
	for (uint32_t i = 0; i < count; i++)
		places[from[i].feature >> shift & 0xFFFF]++;
	for (uint32_t digit = 0; digit < 0x10000; digit++) {
		uint32_t first = next;
		next += places[digit];
		places[digit] = first;
	}
	for (uint32_t i = 0; i < count; i++)
		to[places[from[i].feature >> shift & 0xFFFF]++] = from[i];
}

static void sort_postings(Posting *postings, Posting *other, uint32_t count) {
	for (int shift = 0; shift < 64; shift += 32) {
		sort_by_digit(postings, other, count, shift);
		sort_by_digit(other, postings, count, shift + 16);
	}
}

static void fill_postings(const ReuseIndex *index, Posting *postings) {
	for (uint32_t d = 0; d < index->begins.count; d++)
		for (uint32_t i = index->begins.items[d]; i < end_of(index, d); i++)
			postings[i] = (Posting){index->features.items[i], d, i};
}

static void fill_lists(ReuseIndex *index, const Posting *postings) {
	uint32_t count = index->features.count;
	for (uint32_t i = 0; i < count; i++) {
		bool last = i + 1 == count || postings[i + 1].feature != postings[i].feature;
		index->documents.items[i] = postings[i].document | (last ? REUSE_LAST : 0);
		index->places.items[postings[i].place] = i;
	}
	index->documents.count = index->places.count = count;
}

static bool seal(ReuseIndex *index) {
	uint32_t count = index->features.count;
	if (index->sealed || count == 0)
		return true;
	vec_clear(&index->documents);
	vec_clear(&index->places);
	Posting *postings = memory_new(count * sizeof *postings), *other = memory_new(count * sizeof *other);
	index->sealed = postings && other && vec_reserve(&index->documents, count) && vec_reserve(&index->places, count);
	if (index->sealed) {
		fill_postings(index, postings);
		sort_postings(postings, other, count);
		fill_lists(index, postings);
	}
	memory_free(postings);
	memory_free(other);
	return index->sealed;
}

static uint32_t count_shared(const ReuseIndex *index, uint32_t a, uint32_t b) {
	const uint64_t *features = index->features.items;
	uint32_t i = index->begins.items[a], j = index->begins.items[b], shared = 0;
	while (i < end_of(index, a) && j < end_of(index, b)) {
		uint64_t left = features[i], right = features[j];
		shared += left == right;
		i += left <= right;
		j += right <= left;
	}
	return shared;
}

typedef struct Search {
	const ReuseIndex *index;
	uint32_t *met; /* how often each document was met from the current one; all zeros between two */
	VEC(uint32_t) others;
} Search;

static bool meet_others(Search *s, uint32_t document, uint32_t reach) {
	const ReuseIndex *index = s->index;
	for (uint32_t i = index->begins.items[document]; i < end_of(index, document); i++) {
		const uint32_t *at = index->documents.items + index->places.items[i];
		for (uint32_t steps = 0; steps < reach && !(*at & REUSE_LAST); steps++) {
			uint32_t other = *++at & ~REUSE_LAST;
			if (s->met[other]++ == 0 && !vec_push(&s->others, other))
				return false;
		}
	}
	return true;
}

static int by_number(const void *left, const void *right) {
	uint32_t a = *(const uint32_t *)left, b = *(const uint32_t *)right;
	return a < b ? -1 : a > b;
}

/* What was met can be less than what is shared: lists are cut. */
static bool add_pairs(Search *s, uint32_t document, uint32_t least, ReusePairs *pairs) {
	if (s->others.count > 0)
		qsort(s->others.items, s->others.count, sizeof *s->others.items, by_number);
	for (uint32_t i = 0; i < s->others.count; i++) {
		uint32_t other = s->others.items[i], met = s->met[other];
		s->met[other] = 0;
		if (met >= least && !vec_push(pairs, (ReusePair){document, other, count_shared(s->index, document, other)}))
			return false;
	}
	vec_clear(&s->others);
	return true;
}

bool reuse_pairs(ReuseIndex *index, uint32_t least, uint32_t reach, ReusePairs *pairs) {
	uint32_t count = index->begins.count;
	Search s = {index, memory_new((count + 1) * sizeof *s.met), {0}};
	bool fine = s.met && seal(index);
	for (uint32_t d = 0; fine && d < count; d++)
		fine = meet_others(&s, d, reach) && add_pairs(&s, d, least, pairs);
	memory_free(s.met);
	vec_done(&s.others);
	return fine;
}

bool reuse_spread(ReuseIndex *index, uint32_t document, uint64_t feature, uint32_t *count) {
	*count = 0;
	if (!seal(index))
		return false;
	uint32_t low = index->begins.items[document], high = end_of(index, document), end = high;
	while (low < high) {
		uint32_t middle = low + (high - low) / 2;
		if (index->features.items[middle] < feature)
			low = middle + 1;
		else
			high = middle;
	}
	if (low == end || index->features.items[low] != feature)
		return true;
	uint32_t first = index->places.items[low], last = first;
	while (first > 0 && !(index->documents.items[first - 1] & REUSE_LAST))
		first--;
	while (!(index->documents.items[last] & REUSE_LAST))
		last++;
	*count = last - first + 1;
	return true;
}

void reuse_done(ReuseIndex *index) {
	vec_done(&index->features);
	vec_done(&index->begins);
	vec_done(&index->places);
	vec_done(&index->documents);
}
