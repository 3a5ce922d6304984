#include <assay.h>

#include <stdlib.h>
#include <unistd.h>

#include "test.h"

/* The Lua library is found as any caller's is: by $ASSAY_PATH, here the source tree's when it is not set. */
__attribute__((constructor)) static void set_path(void) {
	setenv("ASSAY_PATH", "scripts", 0);
}

static const char text[] =
	"Egypt said on Monday it would open the crossing.\n\n\"We will not wait,\" Foreign Minister Badr Abdelatty said.\n";

static Assay *open_session(void) {
	AssayError error = {0};
	Assay *assay = assay_open(NULL, &error);
	CHECK(assay != NULL);
	if (!assay)
		printf("%s\n", error.message);
	return assay;
}

static AssayArticle *analyse(Assay *assay, const char *id) {
	AssayError error = {0};
	const AssayMeta meta = {.id = id, .outlet = "Outlet", .published = "2025-11-10"};
	AssayArticle *article = assay_analyse(assay, text, strlen(text), &meta, &error);
	CHECK(article != NULL);
	if (!article)
		printf("%s\n", error.message);
	return article;
}

TEST(exit_codes_are_those_that_are_documented) {
	static const int codes[] = {0, 1, 2, 65, 66, 70, 74, 75, 75, 77, 78, 130};
	for (size_t i = 0; i < sizeof codes / sizeof *codes; i++)
		CHECK(assay_exit_code((AssayStatus)i) == codes[i]);
	CHECK(assay_exit_code((AssayStatus)99) == 70);
	CHECK_STRING(assay_version(), ASSAY_VERSION);
}

TEST(a_session_without_a_library_is_not_found) {
	AssayError error = {0};
	const AssayOptions options = {.scripts = "/nonexistent"};
	CHECK(assay_open(&options, &error) == NULL);
	CHECK(error.status == ASSAY_NOT_FOUND && error.message[0]);
	CHECK(assay_open(&options, NULL) == NULL);
	assay_close(NULL);
}

TEST(an_article_keeps_its_text) {
	Assay *assay = open_session();
	AssayArticle *article = analyse(assay, "a");
	size_t length = 0;
	const char *kept = article ? assay_article_text(article, &length) : NULL;
	CHECK(kept && length == strlen(text) && memcmp(kept, text, length) == 0);
	assay_article_free(article);
	assay_close(assay);
}

TEST(ill_formed_bytes_are_replaced) {
	Assay *assay = open_session();
	AssayArticle *article = assay_analyse(assay, "Egypt \xFF said so.", 15, NULL, NULL);
	size_t length = 0;
	const char *kept = article ? assay_article_text(article, &length) : NULL;
	CHECK(kept && strstr(kept, "\xEF\xBF\xBD") && length == 17);
	assay_close(assay);
}

TEST(layers_lie_in_the_text) {
	Assay *assay = open_session();
	AssayArticle *article = analyse(assay, "a");
	size_t length = strlen(text);
	for (int layer = ASSAY_SENTENCES; article && layer <= ASSAY_QUOTES; layer++) {
		size_t count = assay_article_count(article, (AssayLayer)layer);
		CHECK(count > 0);
		AssayItem item;
		for (size_t i = 0; i < count; i++) {
			CHECK(assay_article_item(article, (AssayLayer)layer, i, &item));
			CHECK(item.start <= item.end && item.end <= length);
		}
		CHECK(!assay_article_item(article, (AssayLayer)layer, count, &item));
	}
	assay_close(assay);
}

TEST(a_direct_quotation_has_a_speaker) {
	Assay *assay = open_session();
	AssayArticle *article = analyse(assay, "a");
	bool found = false;
	AssayItem item;
	for (size_t i = 0; article && assay_article_item(article, ASSAY_QUOTES, i, &item); i++)
		if (item.kind && strcmp(item.kind, "direct") == 0)
			found = found || (item.speaker_start != UINT32_MAX && item.cue_start != UINT32_MAX);
	CHECK(found);
	assay_close(assay);
}

TEST(a_run_needs_a_pack) {
	AssayError error = {0};
	Assay *assay = open_session();
	CHECK(assay_run(assay, NULL, 0, &error) == NULL);
	CHECK(error.status == ASSAY_BAD_PACK);
	CHECK(!assay_load_pack(assay, "no-such-pack", &error));
	CHECK(error.status == ASSAY_NOT_FOUND);
	assay_close(assay);
}

TEST(a_run_gives_the_json_object) {
	AssayError error = {0};
	Assay *assay = open_session();
	CHECK(assay_load_pack(assay, "safe-passage", &error));
	AssayArticle *articles[] = {analyse(assay, "a"), analyse(assay, "b")};
	char *json = assay_run(assay, articles, 2, &error);
	CHECK(json && strncmp(json, "{\"v\":1", 6) == 0 && strstr(json, "\"id\":\"b\""));
	if (!json)
		printf("%s\n", error.message);
	assay_string_free(json);
	assay_close(assay);
}

TEST(an_article_read_before_its_pack_gives_the_same_run) {
	AssayError error = {0};
	Assay *early = open_session(), *late = open_session();
	AssayArticle *first = analyse(early, "a");
	CHECK(assay_load_pack(early, "safe-passage", &error) && assay_load_pack(late, "safe-passage", &error));
	AssayArticle *second = analyse(late, "a");
	char *a = assay_run(early, &first, 1, &error), *b = assay_run(late, &second, 1, &error);
	CHECK(a && b && strcmp(a, b) == 0);
	assay_string_free(a);
	assay_string_free(b);
	assay_close(early);
	assay_close(late);
}

TEST(an_article_of_another_session_is_refused) {
	AssayError error = {0};
	Assay *mine = open_session(), *other = open_session();
	AssayArticle *article = analyse(other, "a");
	CHECK(assay_load_pack(mine, "safe-passage", &error));
	CHECK(assay_run(mine, &article, 1, &error) == NULL && error.status == ASSAY_USAGE);
	assay_close(mine);
	assay_close(other);
}

TEST(a_memory_limit_stops_the_session_and_nothing_else) {
	AssayError error = {0};
	const AssayOptions options = {.memory_limit = 300000};
	Assay *assay = assay_open(&options, &error);
	AssayArticle *article = assay ? assay_analyse(assay, text, strlen(text), NULL, &error) : NULL;
	CHECK(article == NULL && error.status == ASSAY_NO_MEMORY);
	assay_close(assay);
}

TEST(a_store_knows_what_it_has) {
	AssayError error = {0};
	bool added = false;
	Assay *assay = open_session();
	AssayArticle *article = analyse(assay, "a");
	AssayStore *store = assay_store_open(":memory:", &error);
	CHECK(store != NULL && assay_store_count(store, &error) == 0);
	CHECK(article && assay_store_add(store, article, &added, &error) && added);
	CHECK(article && assay_store_add(store, article, &added, &error) && !added);
	CHECK(assay_store_count(store, &error) == 1);
	assay_store_close(store);
	assay_close(assay);
}

TEST(a_store_in_no_folder_is_not_found) {
	AssayError error = {0};
	CHECK(assay_store_open("/nonexistent/folder/x.db", &error) == NULL);
	CHECK(error.status == ASSAY_NOT_FOUND);
	assay_store_close(NULL);
}
