/* Any bytes as a query: refused, or hits with their matches inside, in order. */
#include <stdlib.h>
#include <string.h>

#include "store/store.h"

#define REQUIRE(holds) ((holds) ? (void)0 : abort())
#define LIMIT 3

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void add(Store *store, const char *key, const char *text) {
	StoreArticle article = {.key = key, .text = text, .length = strlen(text)};
	StoreSentence sentences[8];
	size_t count = 0;
	for (const char *at = text, *stop; (stop = strchr(at, '.')); at = stop + 1)
		sentences[count++] = (StoreSentence){(uint32_t)(at - text), (uint32_t)(stop + 1 - text), 0, "body"};
	REQUIRE(store_add_article(store, &article, sentences, count, NULL, NULL, NULL));
}

static Store *filled(void) {
	Store *store = store_open(":memory:", STORE_CREATE, NULL);
	REQUIRE(store);
	add(store, "a", "The ferry left the harbour. A b c. Islanders wait for news from Malmö.");
	add(store, "b", "A ferry, a harbour. “Not now”, the NEAR AND far of it. b a. été.");
	return store;
}

static void check_hit(const StoreHit *hit) {
	uint32_t from = hit->start;
	REQUIRE(hit->start < hit->end && strlen(hit->text) == hit->end - hit->start);
	for (uint32_t i = 0; i < hit->match_count; from = hit->matches[i++].end)
		REQUIRE(from <= hit->matches[i].start && hit->matches[i].start < hit->matches[i].end);
	REQUIRE(from <= hit->end);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
	static Store *store;
	char query[STORE_QUERY_MAX + 10];
	StoreHits hits = {0};
	AssayError error = {0};
	if (!store)
		store = filled();
	if (size >= sizeof query)
		return 0;
	memcpy(query, data, size);
	query[size] = 0;
	if (store_search(store, query, LIMIT, &hits, &error)) {
		REQUIRE(hits.count <= LIMIT);
		for (uint32_t i = 0; i < hits.count; i++)
			check_hit(&hits.items[i]);
	} else
		REQUIRE(error.status == ASSAY_BAD_INPUT && *error.message);
	store_hits_done(&hits);
	return 0;
}
