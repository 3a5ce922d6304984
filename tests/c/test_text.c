#include <stdlib.h>

#include "reading.h"

static void start(void) {
	analyzer = analyzer_new("english", NULL);
	add("abbreviation", "lt.|dr.|inc.|nov.|e.g.");
	add("abbreviation.title", "lt.|dr.");
	add("abbreviation.inner", "e.g.|nov.");
	add("clitic", "'s|n't|'re|'ll");
	add("starter", "the|he|in|but");
	add("furniture.line", "Listen to this article|Advertisement");
	add("furniture.start", "Read more");
	add("furniture.lead", "CAIRO AP");
}

static void check_tokens(const char *text, const char *expected) {
	char joined[1000] = "";
	start();
	Document *d = read_text(text);
	for (uint32_t i = 0; i < d->tokens.count; i++)
		append(joined, sizeof joined, "%s", text_of(d, (Span){i, i + 1}));
	CHECK_STRING(joined, expected);
	done(d);
}

static void check_sentences(const char *text, const char *expected) {
	char joined[1000] = "";
	start();
	Document *d = read_text(text);
	for (uint32_t i = 0; i < d->sentences.count; i++)
		append(joined, sizeof joined, "%.*s", (int)(d->sentences.items[i].end - d->sentences.items[i].start),
		       text + d->sentences.items[i].start);
	CHECK_STRING(joined, expected);
	done(d);
}

/* The kinds of the lines, and `+` before a line that goes on with the one before. */
static void check_lines(const char *text, const char *expected) {
	char joined[1000] = "";
	start();
	Document *d = read_text(text);
	for (uint32_t i = 0; i < d->lines.count; i++)
		append(joined, sizeof joined, "%s%s", d->lines.items[i].joined ? "+" : "",
		       segment_kind_names[d->lines.items[i].kind]);
	CHECK_STRING(joined, expected);
	done(d);
}

/* The insides of the pairs, with their depth and `!` where the pair is never closed. */
static void check_pairs(const char *text, const char *expected) {
	char joined[1000] = "";
	start();
	Document *d = read_text(text);
	for (uint32_t i = 0; i < d->quotes.count; i++) {
		const QuotePair *pair = &d->quotes.items[i];
		append(joined, sizeof joined, "%d%s%s", pair->depth, pair->unclosed ? "!" : "=",
		       text_of(d, (Span){pair->open + 1, pair->close}));
	}
	CHECK_STRING(joined, expected);
	done(d);
}

/* ---- tokens ---- */

TEST(words_and_marks_are_tokens) {
	check_tokens("Hamas agreed, then left.", "Hamas|agreed|,|then|left|.");
	check_tokens("(one) [two]?!", "(|one|)|[|two|]|?!");
	check_tokens("wait... what…?", "wait|...|what|…?");
	check_tokens("", "");
	check_tokens(" \n\t ", "");
}

TEST(clitics_are_tokens_of_their_own) {
	check_tokens("Israel's army didn't", "Israel|'s|army|did|n't");
	check_tokens("they’re Gaza’s don’t", "they|’re|Gaza|’s|do|n’t");
	check_tokens("o'clock Sa'ar", "o'clock|Sa'ar");
	check_tokens("Bouché's", "Bouché|'s");
}

TEST(hyphens_split_and_runs_of_them_do_not) {
	check_tokens("US-backed cease-fire", "US|-|backed|cease|-|fire");
	check_tokens("one -- two–three", "one|--|two|–|three");
}

TEST(abbreviations_keep_their_stop) {
	check_tokens("The U.S. army", "The|U.S.|army");
	check_tokens("Lt. Col. Cohen", "Lt.|Col|.|Cohen");
	check_tokens("J. Smith of U.S.-led e.g. it", "J.|Smith|of|U.S.|-|led|e.g.|it");
	check_tokens("Wait, dr... no", "Wait|,|dr|...|no");
}

TEST(numbers_keep_their_separators) {
	check_tokens("2,000 at 13:59 on 11.10.25, 3.5", "2,000|at|13:59|on|11.10.25|,|3.5");
	check_tokens("on 2025-10-11.", "on|2025-10-11|.");
	check_tokens("13-14 in 2025.", "13|-|14|in|2025|.");
	check_tokens("2025-10-115", "2025-10-115");
}

TEST(dates_telephone_numbers_and_runs_of_a_symbol_are_one_token) {
	check_tokens("On 11/28/2000 call 555-010-4477", "On|11/28/2000|call|555-010-4477");
	check_tokens("*** a << b", "***|a|<<|b");
}

TEST(a_fused_word_splits_where_the_pack_says) {
	start();
	add("fused.3", "cannot");
	Document *d = read_text("They cannot");
	CHECK(d->tokens.count == 3);
	CHECK_STRING(document_word(d, 2)->norm, "not");
	done(d);
}

TEST(addresses_are_one_token) {
	check_tokens("see https://a.org/x?y=1, or www.b.com.", "see|https://a.org/x?y=1|,|or|www.b.com|.");
	check_tokens("write to first.last@news.co.uk.", "write|to|first.last@news.co.uk|.");
	check_tokens("me@home", "me|@|home");
}

TEST(marks_have_their_kinds) {
	static const char text[] = "a . , - ( ) \" « $ 7";
	static const uint8_t kinds[] = {TOKEN_WORD, TOKEN_STOP, TOKEN_COMMA, TOKEN_DASH, TOKEN_OPEN, TOKEN_CLOSE,
	                                TOKEN_QUOTE, TOKEN_QUOTE, TOKEN_SYMBOL, TOKEN_NUMBER};
	start();
	Document *d = read_text(text);
	CHECK(d->tokens.count == sizeof kinds);
	for (uint32_t i = 0; i < sizeof kinds && i < d->tokens.count; i++)
		CHECK(d->tokens.items[i].kind == kinds[i]);
	done(d);
}

TEST(offsets_are_bytes_of_the_text) {
	static const char text[] = "Erdoğan — “Öl”";
	static const Span expected[] = {{0, 8}, {9, 12}, {13, 16}, {16, 19}, {19, 22}};
	start();
	Document *d = read_text(text);
	CHECK(d->tokens.count == 5);
	for (uint32_t i = 0; i < 5 && i < d->tokens.count; i++)
		CHECK(d->tokens.items[i].start == expected[i].start && d->tokens.items[i].end == expected[i].end);
	done(d);
}

TEST(flags_tell_case_and_place) {
	start();
	Document *d = read_text("The IDF\nleft\n\nIt’s");
	const Token *t = d->tokens.items;
	CHECK(t[0].flags == (TOKEN_SPACED | TOKEN_LINE_START | TOKEN_CAPITAL));
	CHECK(t[1].flags == (TOKEN_SPACED | TOKEN_CAPITAL | TOKEN_UPPER));
	CHECK(t[2].flags == (TOKEN_SPACED | TOKEN_LINE_START));
	CHECK(t[3].flags == (TOKEN_SPACED | TOKEN_LINE_START | TOKEN_BLANK_BEFORE | TOKEN_CAPITAL));
	CHECK(t[4].flags == 0);
	done(d);
}

TEST(a_return_and_newline_are_one_line_end) {
	start();
	Document *d = read_text("a\r\nb\r\rc");
	CHECK(!(d->tokens.items[1].flags & TOKEN_BLANK_BEFORE) && (d->tokens.items[1].flags & TOKEN_LINE_START));
	CHECK(d->tokens.items[2].flags & TOKEN_BLANK_BEFORE);
	done(d);
}

/* Known words are taken in a loop of their own, which the second reading goes through. */
TEST(known_words_have_the_flags_of_new_ones) {
	start();
	const char *text = "Rain,\nrain\nSnow rain\n\nsnow \nrain.\n (snow) \r\nrain\tsnow\n1 rain";
	Document *new = read_text(text), *known = read_text(text);
	CHECK(new->tokens.count == known->tokens.count);
	for (uint32_t i = 0; i < new->tokens.count; i++)
		CHECK(new->tokens.items[i].flags == known->tokens.items[i].flags);
	CHECK(known->tokens.items[2].flags == (TOKEN_SPACED | TOKEN_LINE_START));
	CHECK(known->tokens.items[5].flags == (TOKEN_SPACED | TOKEN_LINE_START | TOKEN_BLANK_BEFORE));
	CHECK(known->tokens.items[6].flags == (TOKEN_SPACED | TOKEN_LINE_START));
	document_free(new);
	done(known);
}

TEST(a_normal_form_that_was_met_in_capitals_only_is_the_same_word_in_small_letters) {
	start();
	Document *capitals = read_text("HARBOUR Counterrevolutionaries");
	Document *small = read_text("harbour counterrevolutionaries");
	for (uint32_t i = 0; i < 2; i++) {
		CHECK(document_word(capitals, i) == document_word(small, i));
		CHECK(small->tokens.items[i].flags == (i ? TOKEN_SPACED : TOKEN_SPACED | TOKEN_LINE_START));
	}
	document_free(capitals);
	done(small);
}

TEST(normal_forms_are_lower_case_with_one_apostrophe) {
	Buf norm = {0};
	vocabulary_normalise("O’NEILL Ä", strlen("O’NEILL Ä"), &norm);
	CHECK_STRING(norm.bytes, "o'neill ä");
	buf_done(&norm);
}

TEST(one_normal_form_is_one_word) {
	start();
	Document *d = read_text("Aid aid AID it’s it's");
	CHECK(d->tokens.items[0].word == d->tokens.items[2].word);
	CHECK(d->words.words.count == 3);
	done(d);
}

TEST(dotted_runs_are_read_in_linear_time) {
	enum { COUNT = 300000 };
	char *text = malloc(3 * COUNT + 1);
	for (int i = 0; i < COUNT; i++)
		memcpy(text + 3 * i, "ab.", 4);
	start();
	Document *d = read_text(text);
	CHECK(d->tokens.count == 2 * COUNT);
	done(d);
	free(text);
}

/* ---- vocabulary ---- */

TEST(a_lemma_stands_for_its_irregular_form) {
	size_t length;
	start();
	CHECK_STRING(vocabulary_stem_text(analyzer->vocabulary, "leaving", 7, &length), "leav");
	CHECK(vocabulary_add_lemma(analyzer->vocabulary, "left", "leave"));
	CHECK_STRING(vocabulary_stem_text(analyzer->vocabulary, "left", 4, &length), "leav");
	CHECK(length == 4);
	done(NULL);
}

TEST(an_unknown_stemmer_is_refused) {
	AssayError error = {0};
	CHECK(!vocabulary_new("klingon", &error) && error.status == ASSAY_BAD_PACK);
}

TEST(without_a_stemmer_a_word_is_its_own_stem) {
	size_t length;
	Vocabulary *vocabulary = vocabulary_new(NULL, NULL);
	CHECK_STRING(vocabulary_stem_text(vocabulary, "leaving", 7, &length), "leaving");
	vocabulary_free(vocabulary);
}

TEST(there_are_only_so_many_classes) {
	char name[20];
	Vocabulary *vocabulary = vocabulary_new(NULL, NULL);
	for (int i = 0; i < CLASS_LIMIT; i++) {
		snprintf(name, sizeof name, "c%d", i);
		CHECK(vocabulary_add_class(vocabulary, name) == i);
	}
	CHECK(vocabulary_add_class(vocabulary, "more") == CLASS_LIMIT);
	CHECK(vocabulary_add_class(vocabulary, "c7") == 7);
	vocabulary_free(vocabulary);
}

TEST(words_that_a_pack_adds_later_are_found_after_a_refresh) {
	start();
	Document *d = read_text("A passage.");
	CHECK(document_word(d, 1)->id == WORD_NONE);
	uint32_t id = vocabulary_add_word(analyzer->vocabulary, "passage", 7);
	word_table_refresh(&d->words, analyzer->vocabulary);
	CHECK(document_word(d, 1)->id == id);
	done(d);
}

TEST(an_article_after_the_vocabulary_has_grown_is_read_with_what_is_new) {
	start();
	Document *d = read_text("Cannot leave Rafah gate by 5 approx. He said so.");
	uint32_t tokens = d->tokens.count;
	CHECK(d->hits.count == 0);
	document_free(d);
	add("place", "rafah gate");
	add("abbreviation", "approx.");
	add("fused.3", "cannot");
	d = read_text("Cannot leave Rafah gate by 5 approx. He said so.");
	ClassId place = vocabulary_find_class(analyzer->vocabulary, "place");
	CHECK(d->tokens.count == tokens); /* one split, one stop joined */
	CHECK(document_class_end(d, 3, place) == 5);
	CHECK(d->tokens.items[7].flags & TOKEN_ABBREVIATED);
	done(d);
}

TEST(every_spelling_keeps_its_word_while_the_table_grows) {
	enum { WORDS = 5000, BYTES = 24 };
	char *text = malloc(2 * WORDS * BYTES), *at = text, word[BYTES];
	for (int i = 0; i < 2 * WORDS; i++) /* each twice, of 4 to 19 letters */
		at += sprintf(at, "%c%c%c%c%s ", 'a' + i % 26, 'a' + i / 26 % 26, 'a' + i % WORDS / 676 % 26, 'x',
		              &"abcdefghijklmno"[i % WORDS % 16]);
	start();
	Document *d = read_text(text), *again = read_text(text);
	for (uint32_t i = 0; i < d->tokens.count; i++) {
		const Token *token = &d->tokens.items[i];
		snprintf(word, sizeof word, "%.*s", (int)(token->end - token->start), text + token->start);
		CHECK_STRING(document_word(d, i)->norm, word);
		CHECK_STRING(document_word(again, i)->norm, word);
	}
	CHECK(d->tokens.count == 2 * WORDS && d->words.words.count == again->words.words.count);
	document_free(again);
	done(d);
	free(text);
}

TEST(words_are_the_same_wherever_they_stand_in_the_text) {
	start();
	add("fused.3", "cannot");
	for (uint32_t before = 0; before < 3 * BLOCK_BYTES; before++) {
		char text[4 * BLOCK_BYTES];
		memset(text, 'a', before);
		strcpy(text + before, " They cannot stay, counterrevolutionaries said. \n So");
		Document *d = read_text(text);
		uint32_t first = before > 0;
		CHECK(d->tokens.count == first + 9 && d->tokens.items[first + 8].flags == (TOKEN_SPACED | TOKEN_LINE_START | TOKEN_CAPITAL));
		CHECK_STRING(document_word(d, first)->norm, "they");
		CHECK_STRING(document_word(d, first + 1)->norm, "can");
		CHECK_STRING(document_word(d, first + 5)->norm, "counterrevolutionaries");
		CHECK(!(d->tokens.items[first + 7].flags & TOKEN_SPACED));
		document_free(d);
	}
	done(NULL);
}

/* ---- sets of tokens ---- */

TEST(a_set_gives_its_tokens_forwards_backwards_and_counted_over_blocks) {
	enum { APART = 150, TOKENS = 3 * APART };
	char text[4 * TOKENS] = "";
	start();
	add("cue.say", "said");
	for (int i = 0; i < TOKENS; i++)
		strcat(text, i % APART ? "so " : "said "); /* at 0, 150 and 300 */
	Document *d = read_text(text);
	CHECK(token_set_next(&d->sets, SET_CUE, 0, TOKENS) == 0 && token_set_next(&d->sets, SET_CUE, 1, TOKENS) == APART);
	CHECK(token_set_next(&d->sets, SET_CUE, 1, APART) == APART && token_set_next(&d->sets, SET_CUE, 9, 9) == 9);
	CHECK(token_set_next(&d->sets, SET_CUE, 2 * APART + 1, TOKENS) == TOKENS);
	CHECK(token_set_end(&d->sets, SET_CUE, 0, TOKENS) == 2 * APART + 1);
	CHECK(token_set_end(&d->sets, SET_CUE, 1, APART) == 1 && token_set_end(&d->sets, SET_CUE, 0, APART) == 1);
	CHECK(token_set_count(&d->sets, SET_CUE, 0, TOKENS) == 3 && token_set_count(&d->sets, SET_CUE, 1, APART) == 0);
	done(d);
}

TEST(tokens_are_in_the_sets_of_their_word_mark_and_phrase) {
	start();
	add("cue.say", "said");
	add("cue.according", "according to");
	add("function", "she|to");
	Document *d = read_text("She said so, according to Ann.");
	CHECK(token_set_has(&d->sets, SET_CAPITAL, 0) && token_set_has(&d->sets, SET_NAME, 6));
	CHECK(token_set_has(&d->sets, SET_CUE, 1) && token_set_has(&d->sets, SET_CUE, 4));
	CHECK(token_set_has(&d->sets, SET_CONTEXT, 3) && token_set_has(&d->sets, SET_CONTEXT, 7));
	CHECK(token_set_has(&d->sets, SET_PLAIN, 2) && !token_set_has(&d->sets, SET_PLAIN, 5));
	CHECK(token_starts_phrase(d, 4) && token_set_count(&d->sets, SET_PHRASE, 0, 8) == 1);
	done(d);
}

/* ---- lines ---- */

#define BODY "Hamas agreed on Friday to the plan that mediators had put forward.\n"

TEST(the_first_line_without_a_stop_is_the_headline) {
	check_lines("Hamas agrees to plan\n\n" BODY, "headline|body");
	check_lines(BODY BODY, "body|body");
}

TEST(a_short_line_between_paragraphs_is_a_heading) {
	check_lines("Title here\n\n" BODY "\nWhat comes next\n\n" BODY, "headline|body|heading|body");
}

TEST(a_line_of_two_names_around_a_dash_is_a_byline) {
	check_lines("Title here\n\nJane Doe – Reuters\n\n" BODY, "headline|furniture|body");
}

TEST(a_short_line_after_furniture_and_before_the_body_is_a_caption) {
	check_lines("Title here\nListen to this article\nA man in Gaza City, Oct 3\n" BODY,
	    "headline|furniture|caption|body");
}

TEST(the_pages_own_lines_are_furniture) {
	check_lines("Title here\n\n" BODY "\nAdvertisement\n\nRead more about the war\n\n" BODY,
	            "headline|body|furniture|furniture|body");
}

TEST(a_lead_at_the_very_start_is_split_off) {
	check_lines("CAIRO (AP) — it is so.\n", "body");
	check_lines("CAIRO AP Hamas has agreed.\n" BODY, "furniture|body|body");
}

TEST(a_hard_wrapped_text_is_joined) {
	check_lines("Hamas agreed on Friday to parts of the plan\nthat President Trump has put forward but asked\n"
	            "for more talks about some of its points. The\nUnited Nations said that it was ready to send\n"
	            "aid.\n\nIsrael said it would go on to the next step\nof the plan.\n",
	            "body|+body|+body|+body|+body|body|+body");
}

/* ---- sentences ---- */

TEST(sentences_end_at_stops_before_capitals) {
	check_sentences("He left. She stayed! Why? It rained.", "He left.|She stayed!|Why?|It rained.");
	check_sentences("It cost 3.5 million, etc. and so on.", "It cost 3.5 million, etc. and so on.");
	check_sentences("Then… he left.", "Then… he left.");
}

TEST(abbreviations_rarely_end_a_sentence) {
	check_sentences("Lt. Cohen spoke. Dr. The left.", "Lt. Cohen spoke.|Dr. The left.");
	check_sentences("It is by Acme Inc. The firm sells.", "It is by Acme Inc.|The firm sells.");
	check_sentences("J. The Smith left.", "J. The Smith left.");
}

TEST(an_acronym_before_a_name_does_not_end_a_sentence) {
	check_sentences("He met U.S. President Trump. It was late.", "He met U.S. President Trump.|It was late.");
	check_sentences("He left the U.S. The talks go on.", "He left the U.S.|The talks go on.");
}

TEST(closing_marks_behind_a_stop_belong_to_its_sentence) {
	check_sentences("He said: “We go.” She left.", "He said: “We go.”|She left.");
	check_sentences("\"We go.\" \"You stay.\"", "\"We go.\"|\"You stay.\"");
	check_sentences("“Stop!” he said. (It was late.) Then", "“Stop!” he said.|(It was late.)|Then");
}

TEST(no_sentence_goes_over_a_paragraph) {
	check_sentences("A title\n\nIt is said that he went home.\n\nAnother paragraph is here.",
	                "A title|It is said that he went home.|Another paragraph is here.");
}

TEST(paragraphs_and_sentences_tile_the_tokens) {
	start();
	Document *d = read_text("A title\n\nOne. Two “three. Four” five.\nsix\n\nListen to this article\n\n) . ,");
	uint32_t at = 0;
	for (uint32_t i = 0; i < d->sentences.count; i++) {
		CHECK(d->sentences.items[i].first == at && d->sentences.items[i].last > at);
		at = d->sentences.items[i].last;
	}
	CHECK(at == d->tokens.count);
	for (uint32_t i = 0; i < d->tokens.count; i++) {
		const Sentence *s = &d->sentences.items[document_sentence_of(d, i)];
		CHECK(s->first <= i && i < s->last);
	}
	done(d);
}

/* ---- quotation marks ---- */

TEST(straight_and_curly_marks_pair) {
	check_pairs("He said \"yes\" and “no”.", "0=yes|0=no");
	check_pairs("He said “yes\" and \"no”.", "0=yes|0=no");
	check_pairs("«Oui» ``no'' „ja“", "0=Oui|0=no|0=ja");
}

TEST(pairs_nest) {
	check_pairs("“He said ‘go’ to us.”", "0=He said ‘go’ to us.|1=go");
	check_pairs("\"He said 'go' to us.\"", "0=He said 'go' to us.|1=go");
}

TEST(an_unclosed_mark_ends_with_its_paragraph) {
	check_pairs("A “first line of it.\n\nAnother “one” is here.", "0!first line of it.|0=one");
}

TEST(apostrophes_are_no_marks) {
	check_pairs("The militants' guns and the states’ aid in '67.", "");
	check_pairs("the 'so-called' plan", "0=so-called");
}

TEST(deep_nests_and_long_rows_are_paired_in_linear_time) {
	enum { COUNT = 100000 };
	char *text = malloc(12 * COUNT + 1);
	for (int mixed = 0; mixed < 2; mixed++) {
		for (int i = 0; i < COUNT; i++)
			memcpy(text + 5 * i, mixed && i % 2 ? " ‘a" : " “a", 6);
		for (int i = 0; i < COUNT; i++)
			memcpy(text + 5 * COUNT + 5 * i, mixed && i % 2 ? "a’ " : "a” ", 6);
		start();
		Document *d = read_text(text);
		CHECK(d->quotes.count >= COUNT / 2);
		CHECK(mixed || (d->quotes.items[0].depth == 0 && d->quotes.items[1].depth == 1));
		CHECK(mixed || d->quotes.items[COUNT - 1].depth == UINT16_MAX);
		done(d);
	}
	free(text);
}
