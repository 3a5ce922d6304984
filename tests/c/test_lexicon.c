#include <math.h>
#include <stdlib.h>

#include "reading.h"

static uint32_t entity(const char *name, const char *class_name, uint32_t side) {
	return lexicon_add_entity(analyzer->lexicon, name, vocabulary_add_class(analyzer->vocabulary, class_name), side);
}

static void alias(const char *surface, uint32_t of, MentionForm form) {
	CHECK(lexicon_add_alias(analyzer->lexicon, surface, of, form, NULL));
}

static void value(const char *word, double number) {
	CHECK(lexicon_add_number(analyzer->lexicon, word, number));
}

static uint32_t israel, hamas;

static void start(void) {
	analyzer = analyzer_new("english", NULL);
	add("function", "the|a|in|on|of|to|at|and|by|for|with");
	add("role", "official|spokesman|adviser");
	add("name.particle", "al|bin|de");
	add("abbreviation", "lt.");
	add("abbreviation.title", "lt.");
	add("clitic", "'s");
	add("number.about", "some|about|more or less");
	add("number.nearly", "nearly");
	add("number.over", "more than");
	add("number.under", "fewer than");
	add("number.at_least", "at least");
	add("number.up_to", "up to");
	add("number.range", "to|and");
	add("number.between", "between");
	add("number.multiplier", "hundred|thousand|million");
	value("two", 2), value("five", 5), value("twenty", 20), value("thirty", 30);
	value("hundred", 100), value("thousand", 1000), value("million", 1e6);
	CHECK(lexicon_add_value(analyzer->lexicon, "hundreds", 200, 999, NULL));
	CHECK(lexicon_add_value(analyzer->lexicon, "tens of thousands", 20000, NAN, NULL));
	israel = entity("Israel", "state", ID_NONE);
	hamas = entity("Hamas", "group", ID_NONE);
	alias("Israel", israel, MENTION_NAME);
	alias("Israeli", israel, MENTION_ADJECTIVE);
	alias("IDF", israel, MENTION_NAME);
	alias("Hamas", hamas, MENTION_NAME);
	alias("Islamic Resistance Movement", hamas, MENTION_NAME);
}

/* The hits of a class, by their text. */
static void check_hits(const char *phrases, const char *text, const char *expected) {
	char joined[1000] = "";
	start();
	add("probe", phrases);
	ClassId id = vocabulary_find_class(analyzer->vocabulary, "probe");
	Document *d = read_text(text);
	for (uint32_t i = 0; i < d->tokens.count; i++) {
		uint32_t end = document_class_end(d, i, id);
		if (end)
			append(joined, sizeof joined, "%s", text_of(d, (Span){i, end}));
	}
	CHECK_STRING(joined, expected);
	done(d);
}

/* ---- phrases ---- */

TEST(phrases_match_in_any_case) {
	check_hits("aid truck", "Aid trucks or an AID truck, aid. Truck", "AID truck");
}

TEST(a_tilde_stands_for_every_form_of_a_stem) {
	check_hits("~enter", "They entered and enter, entering an entrance.", "entered|enter|entering");
	check_hits("~open the ~crossing", "He opened the crossings.", "opened the crossings");
}

TEST(a_hash_stands_for_any_number) {
	check_hits("# trucks", "some 200 trucks and 3.5 trucks or six trucks", "200 trucks|3.5 trucks");
}

TEST(hyphens_do_not_part_a_phrase) {
	check_hits("cease fire", "A cease-fire, a cease fire, a cease - fire", "cease-fire|cease fire");
	check_hits("cease-fire", "A cease-fire, a cease fire", "cease-fire|cease fire");
}

TEST(the_longest_phrase_of_a_class_counts) {
	check_hits("aid|aid truck|aid truck convoy", "aid truck driver", "aid truck");
}

TEST(no_phrase_goes_over_a_blank_line) {
	check_hits("aid truck", "Here is aid\n\ntruck and more. And aid\ntruck of it.", "aid\ntruck");
}

TEST(possessives_in_a_phrase_are_words_of_their_own) {
	check_hits("hamas's men", "It was Hamas’s men.", "Hamas’s men");
}

TEST(phrases_have_one_to_fifteen_words) {
	AssayError error = {0};
	start();
	CHECK(!lexicon_add_phrase(analyzer->lexicon, "", 0, &error) && error.status == ASSAY_BAD_PACK);
	CHECK(!lexicon_add_phrase(analyzer->lexicon, " - ", 0, NULL));
	CHECK(lexicon_add_phrase(analyzer->lexicon, "a a a a a a a a a a a a a a a", 0, NULL));
	CHECK(!lexicon_add_phrase(analyzer->lexicon, "a a a a a a a a a a a a a a a a", 0, NULL));
	CHECK(!lexicon_add_phrase(analyzer->lexicon, "a a a a a a a a a a a a a a a's", 0, NULL));
	CHECK(!lexicon_add_alias(analyzer->lexicon, "a a a a a a a a a a a a a a a a", israel, MENTION_NAME, NULL));
	done(NULL);
}

/* ---- mentions ---- */

/* text=entity of each mention; `?` behind an adjective, `~` behind a short name. */
static void check_mentions(const char *text, const char *expected) {
	char joined[1000] = "";
	Document *d = read_text(text);
	for (uint32_t i = 0; i < d->mentions.count; i++) {
		const Mention *m = &d->mentions.items[i];
		size_t length;
		const char *name = lexicon_entity_name(analyzer->lexicon, d, m->entity, &length);
		append(joined, sizeof joined, "%s=%.*s%s", text_of(d, (Span){m->first, m->end}), (int)length, name,
		       m->form == MENTION_ADJECTIVE ? "?" : m->form == MENTION_SHORT ? "~" : "");
		CHECK(d->sentences.items[m->sentence].first <= m->first && m->end <= d->sentences.items[m->sentence].last);
	}
	CHECK_STRING(joined, expected);
	done(d);
}

TEST(aliases_are_mentions_of_their_entity) {
	start();
	check_mentions("The Islamic Resistance Movement met the Israeli army.",
	               "Islamic Resistance Movement=Hamas|Israeli=Israel?");
}

TEST(an_alias_needs_its_capitals) {
	start();
	check_mentions("In hamas and the idf, Idf or IDF.", "Idf=Idf|IDF=Israel");
}

TEST(an_unlisted_name_is_an_entity_of_the_article) {
	start();
	check_mentions("On it Moshe bin Cohen said so to Lt. Anna-Lena Levi.",
	               "Moshe bin Cohen=Moshe bin Cohen|Anna-Lena Levi=Anna-Lena Levi");
}

TEST(a_short_name_is_the_full_one_before_it) {
	start();
	check_mentions("By then Moshe Cohen left. And Cohen slept; Levi did not.",
	    "Moshe Cohen=Moshe Cohen|Cohen=Moshe Cohen~|Levi=Levi");
}

TEST(a_listed_name_inside_a_longer_run_is_not_a_mention) {
	start();
	check_mentions("He met Israel Katz there.", "Israel Katz=Israel Katz");
}

TEST(a_headline_makes_no_names) {
	start();
	check_mentions("Moshe Cohen Agrees with Hamas\n\nIt was known in the city that he would.", "Hamas=Hamas");
}

TEST(no_mention_goes_from_the_headline_into_the_text) {
	start();
	check_mentions("the plan of the Islamic\nResistance Movement and Hamas were there.",
	               "Islamic=Islamic|Resistance Movement=Resistance Movement|Hamas=Hamas");
}

static void check_side(const char *text, uint32_t expected) {
	Document *d = read_text(text);
	CHECK(d->names.count == 1);
	CHECK(d->names.count && d->names.items[0].side == expected);
	done(d);
}

TEST(a_name_has_the_side_of_its_noun_phrase) {
	start();
	check_side("In it the Israeli official Moshe Cohen spoke.", israel);
	start();
	check_side("In it Moshe Cohen, an adviser to Hamas, spoke.", hamas);
	start();
	check_side("In it the Israeli Moshe Cohen spoke.", ID_NONE);
	start();
	check_side("Then Moshe Cohen spoke.", ID_NONE);
}

TEST(sides_are_followed_to_their_end) {
	start();
	uint32_t army = entity("Army", "body", israel), chief = entity("Chief", "person", army);
	ClassId state = vocabulary_find_class(analyzer->vocabulary, "state");
	CHECK(lexicon_side(analyzer->lexicon, NULL, chief) == israel);
	CHECK(lexicon_entity_has(analyzer->lexicon, NULL, chief, state));
	CHECK(lexicon_counts_for(analyzer->lexicon, NULL, chief, army));
	CHECK(lexicon_counts_for(analyzer->lexicon, NULL, chief, chief));
	CHECK(!lexicon_counts_for(analyzer->lexicon, NULL, israel, chief));
	CHECK(lexicon_side(analyzer->lexicon, NULL, israel) == israel);
	done(NULL);
}

TEST(a_circle_of_sides_ends) {
	start();
	uint32_t a = entity("A", "person", ID_NONE), b = entity("B", "person", a);
	CHECK(entity("A", "person", b) == a);
	CHECK(lexicon_side(analyzer->lexicon, NULL, a) != ID_NONE);
	CHECK(!lexicon_counts_for(analyzer->lexicon, NULL, a, israel));
	done(NULL);
}

TEST(a_known_entity_keeps_its_id_and_gets_more_tags) {
	start();
	CHECK(entity("Israel", "place", ID_NONE) == israel);
	const Entity *e = lexicon_entity(analyzer->lexicon, israel);
	CHECK(class_set_has(&e->tags, vocabulary_find_class(analyzer->vocabulary, "state")));
	CHECK(e->class == vocabulary_find_class(analyzer->vocabulary, "place"));
	CHECK(lexicon_find_entity(analyzer->lexicon, "Nobody") == ID_NONE);
	done(NULL);
}

/* ---- numbers ---- */

/* The only number of the text, its bounds (NAN: open) and what it counts. */
static void check_number(const char *text, const char *surface, double low, double high, const char *unit) {
	start();
	Document *d = read_text(text);
	CHECK(d->numbers.count == 1);
	if (d->numbers.count) {
		const Number *n = &d->numbers.items[0];
		CHECK_STRING(text_of(d, (Span){n->first, n->end}), surface);
		CHECK(isnan(low) ? isnan(n->low) : n->low == low);
		CHECK(isnan(high) ? isnan(n->high) : n->high == high);
		CHECK_STRING(text_of(d, n->unit), unit);
	}
	done(d);
}

TEST(an_exact_number_is_a_point) {
	check_number("It hit 244 people.", "244", 244, 244, "people");
	check_number("It hit 2,001 of them.", "2,001", 2001, 2001, "-");
	check_number("It took 3.5 hours.", "3.5", 3.5, 3.5, "hours");
}

TEST(a_round_number_is_a_rounded_one) {
	check_number("It hit 200 people.", "200", 150, 250, "people");
	check_number("It hit 2,000 people.", "2,000", 1500, 2500, "people");
}

TEST(hedges_set_the_bounds) {
	check_number("It hit some 200 people.", "some 200", 150, 250, "people");
	check_number("It hit more or less 200 people.", "more or less 200", 150, 250, "people");
	check_number("It hit nearly 200 people.", "nearly 200", 150, 200, "people");
	check_number("It hit more than 200 people.", "more than 200", 200, 300, "people");
	check_number("It hit fewer than 200 people.", "fewer than 200", 0, 200, "people");
	check_number("It hit at least 244 people.", "at least 244", 244, NAN, "people");
	check_number("It hit up to 200 people.", "up to 200", 0, 200, "people");
}

TEST(ranges_are_intervals) {
	check_number("It hit 100 to 200 people.", "100 to 200", 100, 200, "people");
	check_number("It hit between 100 and 200 people.", "between 100 and 200", 100, 200, "people");
	check_number("It hit 13-14 people.", "13-14", 13, 14, "people");
}

TEST(number_words_are_read) {
	check_number("It hit two people.", "two", 2, 2, "people");
	check_number("It hit twenty five people.", "twenty five", 25, 25, "people");
	check_number("It hit two hundred five people.", "two hundred five", 205, 205, "people");
	check_number("It hit 2 million people.", "2 million", 1.5e6, 2.5e6, "people");
	check_number("It hit two hundred thousand people.", "two hundred thousand", 150000, 250000, "people");
	check_number("It hit thirty thousand five hundred two people.", "thirty thousand five hundred two", 30502, 30502,
	             "people");
	check_number("It hit two million five hundred thousand two people.", "two million five hundred thousand two",
	             2500002, 2500002, "people");
}

TEST(vague_numbers_have_the_packs_bounds) {
	check_number("It hit hundreds of people.", "hundreds", 200, 999, "-");
	check_number("It hit tens of thousands there.", "tens of thousands", 20000, NAN, "there");
}

TEST(the_unit_stands_behind_nationalities) {
	check_number("It hit 244 Israeli soldiers.", "244", 244, 244, "soldiers");
}

TEST(times_and_dates_are_no_numbers) {
	start();
	Document *d = read_text("At 13:59 on 11.10.25 or 2025-10-11 it was 99999999999999999999999999999999999999.");
	CHECK(d->numbers.count == 0);
	done(d);
}
