/* A program that embeds assay: articles of any bytes and metadata, their layers, a project file. */
#include <assay.h>

#include <stdlib.h>
#include <string.h>

#define REQUIRE(holds) ((holds) ? (void)0 : abort())
#define RUNS_OF_A_SESSION 2000

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static bool is_boundary(const char *text, size_t length, uint32_t byte) {
	return byte == length || (byte < length && ((unsigned char)text[byte] & 0xC0) != 0x80);
}

static void check_span(const char *text, size_t length, uint32_t start, uint32_t end) {
	REQUIRE(start <= end && is_boundary(text, length, start) && is_boundary(text, length, end));
}

static void check_layers(const AssayArticle *article) {
	size_t length;
	const char *text = assay_article_text(article, &length);
	AssayItem item;
	for (int layer = ASSAY_SENTENCES; layer <= ASSAY_QUOTES; layer++) {
		size_t count = assay_article_count(article, (AssayLayer)layer);
		for (size_t i = 0; i < count; i++) {
			REQUIRE(assay_article_item(article, (AssayLayer)layer, i, &item));
			check_span(text, length, item.start, item.end);
			REQUIRE(layer != ASSAY_SENTENCES || item.kind);
			if (layer == ASSAY_QUOTES && item.speaker_start != UINT32_MAX)
				check_span(text, length, item.speaker_start, item.speaker_end);
			if (layer == ASSAY_QUOTES && item.cue_start != UINT32_MAX)
				check_span(text, length, item.cue_start, item.cue_end);
		}
		REQUIRE(!assay_article_item(article, (AssayLayer)layer, count, &item));
	}
}

static void check_store(const AssayArticle *article) {
	AssayStore *store = assay_store_open(":memory:", NULL);
	bool added = false;
	REQUIRE(store);
	if (assay_store_add(store, article, &added, NULL)) {
		REQUIRE(added && assay_store_count(store, NULL) == 1);
		REQUIRE(assay_store_add(store, article, &added, NULL) && !added);
	}
	assay_store_close(store);
}

static Assay *session(void) {
	static Assay *assay;
	static unsigned runs;
	if (runs++ % RUNS_OF_A_SESSION)
		return assay;
	assay_close(assay);
	REQUIRE(assay = assay_open(&(AssayOptions){.scripts = "scripts"}, NULL));
	return assay;
}

/* The first byte says which metadata there is and whether the article is stored; its text begins with them. */
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
	if (size == 0)
		return 0;
	int what = *data++;
	char given[16] = {0};
	size--;
	if (what & 1)
		memcpy(given, data, size < 15 ? size : 15);
	AssayMeta meta = {.id = what & 2 ? given : NULL, .published = what & 4 ? given : NULL,
	                  .outlet = what & 8 ? given : NULL, .title = what & 16 ? given : NULL};
	AssayError error = {0};
	AssayArticle *article = assay_analyse(session(), (const char *)data, size, &meta, &error);
	if (!article) {
		REQUIRE(error.status == ASSAY_BAD_INPUT && *error.message);
		return 0;
	}
	check_layers(article);
	if (what & 32)
		check_store(article);
	assay_article_free(article);
	return 0;
}
