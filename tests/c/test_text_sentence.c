/* Sentences and line breaks: what each rule does, properties over random texts, hostile texts. */
#include <stdlib.h>

#include "base/memory.h"
#include "reading.h"

static void start(void) {
	analyzer = analyzer_new("english", NULL);
	add("abbreviation", "dr.|inc.|e.g.|no.|ill.|p.m.|etc.");
	add("abbreviation.title", "dr.");
	add("abbreviation.inner", "e.g.");
	add("abbreviation.numeric", "no.");
	add("abbreviation.proper", "ill.");
	add("abbreviation.final", "p.m.|etc.");
	add("time", "monday|march");
	add("time.zone", "eastern");
	add("starter", "the|he|it|they|i|did|and");
	add("inquit", "asked");
	add("coordinator", "and");
	add("exclaimed", "yippy");
	add("furniture.line", "advertisement");
}

/* The sentences, parted by |; white space in them is one space. */
static void check_with(Newline newline, const char *text, const char *expected) {
	char joined[1000] = "", sentence[400];
	start();
	analyzer->newline = newline;
	Document *d = read_text(text);
	for (uint32_t i = 0; i < d->sentences.count; i++) {
		size_t length = 0;
		for (uint32_t at = d->sentences.items[i].start; at < d->sentences.items[i].end; at++)
			sentence[length++] = text[at] == '\n' ? ' ' : text[at];
		sentence[length] = 0;
		append(joined, sizeof joined, "%s", sentence);
	}
	CHECK_STRING(joined, expected);
	done(d);
}

static void check(const char *text, const char *expected) {
	check_with(NEWLINE_AUTO, text, expected);
}

/* ---- stops ---- */

TEST(what_closes_behind_a_stop_belongs_to_the_sentence) {
	check("It is so.) They left.", "It is so.)|They left.");
	check("(It is so. ) They left.", "(It is so. )|They left.");
	check("He sang. :-) They left.", "He sang. :-)|They left.");
	check("He sang! 🎉 They left.", "He sang! 🎉|They left.");
	check("\"He sang. \"", "\"He sang. \"");
}

TEST(references_behind_a_stop_belong_to_the_sentence) {
	check("He sang.[4] They left. [1–3, 7] [8] It rained.", "He sang.[4]|They left. [1–3, 7] [8]|It rained.");
	check("He sang. [better source needed] They left.", "He sang. [better source needed]|They left.");
	check("He sang.7 They left. 8 The rain fell.", "He sang.7|They left. 8|The rain fell.");
	check("He sang. 80 people left.", "He sang.|80 people left.");
	check("He sang Help! (1965), and left.", "He sang Help! (1965), and left.");
}

TEST(three_spaced_stops_are_an_omission_and_four_an_end) {
	check("He sang . . . They left.", "He sang . . . They left.");
	check("He sang . . . . They left.", "He sang . . . .|They left.");
	check("He sang. . . . They left.", "He sang.|. . . They left.");
	check("He sang.... They left.", "He sang....|They left.");
	check("He sang [...] They left.", "He sang [...] They left.");
}

TEST(a_small_letter_starts_a_sentence_behind_a_whole_word) {
	check("we will wait. thanks for all.", "we will wait.|thanks for all.");
	check("we saw Lu. they left.", "we saw Lu.|they left.");
	check("the rec. genes are there.", "the rec. genes are there.");
	check("\"Is it so?\" he said. \"Go!\" they cried.", "\"Is it so?\" he said.|\"Go!\" they cried.");
	check("He saw Black Lake Rock! the band.", "He saw Black Lake Rock! the band.");
	check("Oh! how good it is.", "Oh! how good it is.");
}

TEST(a_missing_space_ends_a_sentence_before_a_capital) {
	check("We sang all day.Rain fell.", "We sang all day.|Rain fell.");
	check("He paid 1,000.They left.", "He paid 1,000.|They left.");
	check("He uses Node.JS and Amazon.Com a lot.", "He uses Node.JS and Amazon.Com a lot.");
	check("They write it in .Net and speak !Xun.", "They write it in .Net and speak !Xun.");
}

TEST(who_asked_stays_with_the_quotation) {
	check("“Why now?” Ann Lee asked. They left.", "“Why now?” Ann Lee asked.|They left.");
	check("“Why now?” I asked.", "“Why now?” I asked.");
	check("“Why now?” Ann left.", "“Why now?”|Ann left.");
}

TEST(a_name_keeps_its_exclamation_mark) {
	check("Work at Yippy! Mail is fine.", "Work at Yippy! Mail is fine.");
	check("Work at Yippy! They left.", "Work at Yippy!|They left.");
}

TEST(a_number_behind_one_letter_or_a_degree_sign_goes_on) {
	check("Ann (b. 1950) and Bo (d. March 1999) sang.", "Ann (b. 1950) and Bo (d. March 1999) sang.");
	check("It is at N°. 12 there.", "It is at N°. 12 there.");
}

TEST(a_dash_before_a_capital_starts_a_sentence) {
	check("All is well. - Ann Lee", "All is well.|- Ann Lee");
	check("Some can be -- if I may say so? -- odd.", "Some can be -- if I may say so? -- odd.");
}

/* ---- abbreviations ---- */

TEST(an_abbreviation_before_numbers_is_a_word_elsewhere) {
	check("He has no. 5 of it.", "He has no. 5 of it.");
	check("The answer is no. Ann left.", "The answer is no.|Ann left.");
}

TEST(an_abbreviation_of_a_name_needs_its_capital) {
	check("He came from Peoria, Ill. Mayor Lee left.", "He came from Peoria, Ill. Mayor Lee left.");
	check("He was very ill. Ann left.", "He was very ill.|Ann left.");
}

TEST(a_time_of_day_ends_a_sentence_but_before_a_time) {
	check("They left at 6 p.m. Ann sang.", "They left at 6 p.m.|Ann sang.");
	check("They left at 6 p.m. Monday by car.", "They left at 6 p.m. Monday by car.");
	check("They left at 6 p.m. EST by car, or 6 p.m. Eastern time.", "They left at 6 p.m. EST by car, or 6 p.m. Eastern time.");
	check("At 6 p.m. Ann sang.", "At 6 p.m. Ann sang.");
}

TEST(a_letter_behind_a_small_word_is_no_initial) {
	check("They went from A to B. The road is bad.", "They went from A to B.|The road is bad.");
	check("It was you and I. Did Al I. Lee go?", "It was you and I.|Did Al I. Lee go?");
}

TEST(a_possessive_mark_is_no_closing_quotation) {
	check("They met the U.S.' Kurdish friends.", "They met the U.S.' Kurdish friends.");
	check("He said “from the U.S.” Ann left.", "He said “from the U.S.”|Ann left.");
}

TEST(an_abbreviation_in_brackets_ends_no_sentence_around_them) {
	check("Then Ann Lee (D-N.Y.) The Hague's friend left.", "Then Ann Lee (D-N.Y.) The Hague's friend left.");
	check("(They left for the U.S.) The talks go on.", "(They left for the U.S.)|The talks go on.");
}

/* ---- lists, addresses, stamps ---- */

TEST(items_of_a_list_are_sentences_without_stops) {
	check("1. Cut it 2. Cook it 3. Eat it", "1. Cut it|2. Cook it|3. Eat it");
	check("1.) Cut it. 2.) Cook it", "1.) Cut it.|2.) Cook it");
	check("a) cut it b) cook it", "a) cut it|b) cook it");
	check("• 9. Cut it • 10. Cook it", "• 9. Cut it|• 10. Cook it");
	check("The steps: 1. Cut it 2. Cook it", "The steps: 1. Cut it|2. Cook it");
	check("The best: 2. Ann 1. Bo", "The best: 2. Ann|1. Bo");
}

TEST(counted_parts_of_one_sentence_are_no_items) {
	check("It needs: (a) rice and (b) tea.", "It needs: (a) rice and (b) tea.");
	check("They pay for 1. above and for 2. above.", "They pay for 1. above and for 2. above.");
	check("Wages fell 3 of 4 times.", "Wages fell 3 of 4 times.");
}

TEST(an_address_ends_a_sentence_before_a_start_or_another) {
	check("See http://a.org/b They left.", "See http://a.org/b|They left.");
	check("http://a.org http://b.org", "http://a.org|http://b.org");
	check("See http://a.org and www.b.com for it.", "See http://a.org and www.b.com for it.");
}

TEST(a_stamp_of_date_and_time_stands_for_itself) {
	check("Thanks. Ann Lee 11/24/2026 10:15 AM Did you go?", "Thanks.|Ann Lee|11/24/2026 10:15 AM|Did you go?");
	check("They met on 11/24/2026 10:15 or so.", "They met on 11/24/2026 10:15 or so.");
}

/* ---- line breaks ---- */

TEST(a_small_letter_goes_on_with_a_line_unless_all_lines_are_small) {
	check("This is a line\nthat was cut off.", "This is a line that was cut off.");
	check("rice\ngreen tea\nbread, butter\n", "rice|green tea|bread, butter");
	check("The price\n, all in all, is fine.", "The price , all in all, is fine.");
}

TEST(hard_line_breaks_end_paragraphs) {
	check_with(NEWLINE_HARD, "This is a line\nthat was cut off.", "This is a line|that was cut off.");
}

TEST(soft_line_breaks_are_space) {
	check_with(NEWLINE_SOFT, "He saw Ann\nLee. They\nleft.\n\nIt rained.", "He saw Ann Lee.|They left.|It rained.");
	check_with(NEWLINE_SOFT, "He needs:\n- Rice\n2. Tea\nAdvertisement\nand bread",
	           "He needs:|- Rice|2. Tea|Advertisement|and bread");
}

/* ---- properties ---- */

static uint32_t next_random(uint32_t *state) {
	*state = *state * 1664525 + 1013904223;
	return *state >> 8;
}

/* Words, abbreviations, marks and breaks in any order, some of them with bytes beyond ASCII or none that are UTF-8. */
static void random_text(uint32_t *state, char *text, size_t size) {
	static const char *const parts[] = {
		"He", "left", "Zoë", "“", "”", "\"", "'", "‘", "’", "(", ")", "[", "]", ".", "!", "?", "…", "...", ". . .", "dr.",
		"No.", "p.m.", "U.S.", "J.", "1.", "2.", "3)", "(a)", "b)", "•", "12", "3:15", "11/24/2026", ":", ";", ",", "—",
		"-", "🎉", ":-)", "http://a.org", "a@b.org", "\n", "\n\n", "\r\n", "advertisement", "日本。", "\xff", "\xe2\x80",
		"´", "[4]", "etc.", "asked", "The", "march"};
	size_t used = 0, wanted = next_random(state) % (size - 20);
	while (used < wanted) {
		const char *part = parts[next_random(state) % (sizeof parts / sizeof *parts)];
		used += (size_t)snprintf(text + used, size - used, "%s%s", part, next_random(state) % 4 ? " " : "");
	}
	text[used] = 0;
}

static bool on_boundary(const Document *d, uint32_t byte) {
	return byte == d->length || ((unsigned char)d->text[byte] & 0xC0) != 0x80;
}

static void check_tiling(const Document *d) {
	uint32_t token = 0, line = 0;
	for (uint32_t i = 0; i < d->paragraphs.count; line = d->paragraphs.items[i++].end)
		CHECK(d->paragraphs.items[i].first == line && d->paragraphs.items[i].end > line);
	CHECK(line == d->tokens.count);
	for (uint32_t i = 0; i < d->sentences.count; token = d->sentences.items[i++].last) {
		const Sentence *s = &d->sentences.items[i];
		const Paragraph *paragraph = &d->paragraphs.items[s->paragraph];
		CHECK(s->first == token && s->last > token);
		CHECK(s->first >= paragraph->first && s->last <= paragraph->end && s->kind == paragraph->kind);
		CHECK(s->start == d->tokens.items[s->first].start && s->end == d->tokens.items[s->last - 1].end);
		CHECK(on_boundary(d, s->start) && on_boundary(d, s->end));
	}
	CHECK(token == d->tokens.count);
}

static void check_pairs_nest(const Document *d) {
	enum { DEEPEST = 1000 };
	uint32_t closes[DEEPEST], depth = 0;
	for (uint32_t i = 0; i < d->quotes.count; i++) {
		const QuotePair *pair = &d->quotes.items[i];
		CHECK(pair->open < pair->close && (i == 0 || d->quotes.items[i - 1].open < pair->open));
		while (depth && closes[depth - 1] <= pair->open)
			depth--;
		CHECK(depth == 0 || pair->close <= closes[depth - 1]);
		CHECK(pair->depth == depth);
		if (depth < DEEPEST)
			closes[depth++] = pair->close;
	}
}

TEST(random_texts_are_tiled_by_sentences_and_their_pairs_nest) {
	char text[600];
	uint32_t state = 20261124;
	start();
	for (int round = 0; round < 3000; round++) {
		random_text(&state, text, sizeof text);
		analyzer->newline = (Newline)(round % NEWLINES);
		Document *d = analyzer_read(analyzer, text, strlen(text), NULL);
		CHECK(d != NULL);
		check_tiling(d);
		check_pairs_nest(d);
		document_free(d);
	}
	done(NULL);
}

/* ---- hostile texts: quadratic work would not end in the time that a test has ---- */

/* Paragraphs and sentences alone: other layers have tests of their own. */
static uint32_t count_sentences(const char *unit, uint32_t count) {
	size_t length = strlen(unit);
	char *text = calloc(length * count + TEXT_SLACK, 1);
	for (uint32_t i = 0; i < count; i++)
		memcpy(text + length * i, unit, length);
	WordTable words = {0};
	TokenList tokens = {0};
	LineList lines = {0};
	ParagraphList paragraphs = {0};
	SentenceList sentences = {0};
	CHECK(tokenise(text, (uint32_t)(length * count), analyzer->spellings, &analyzer->token_roles, &words, &tokens));
	CHECK(line_split(&tokens, &lines));
	line_join(&tokens, &words, &lines, NEWLINE_AUTO);
	CHECK(paragraph_split(&lines, &paragraphs));
	CHECK(sentence_split(&tokens, &words, &analyzer->sentence_roles, &paragraphs, &sentences));
	uint32_t found = sentences.count;
	vec_done(&sentences);
	vec_done(&paragraphs);
	vec_done(&lines);
	vec_done(&tokens);
	word_table_done(&words);
	free(text);
	return found;
}

TEST(hostile_texts_are_split_in_linear_time) {
	start();
	CHECK(count_sentences("U.S. ", 1000000) == 1);
	CHECK(count_sentences("no end of it, ", 700000) == 1);
	CHECK(count_sentences(". ", 1000000) == 1);
	CHECK(count_sentences("Ab.\" ", 300000) == 300000);
	CHECK(count_sentences(".(", 300000) == 1);
	CHECK(count_sentences("a. (“[", 300000) >= 1);
	CHECK(count_sentences(")", 1000000) == 1);
	CHECK(count_sentences(".[1", 300000) >= 1);
	CHECK(count_sentences(". [1][2]", 300000) >= 1);
	CHECK(count_sentences("1. a ", 300000) >= 1);
	CHECK(count_sentences("1/2/3 4:05 ", 300000) >= 1);
	CHECK(count_sentences("a\n", 500000) == 500000);
	done(NULL);
}
