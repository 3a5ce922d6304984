/* Names, links between them, descriptions and antecedents, on a small lexicon. */
#include <stdlib.h>

#include "lexicon/antecedent.h"
#include "reading.h"

static uint32_t entity(const char *name, const char *class_name, uint32_t side) {
	uint32_t id = lexicon_add_entity(analyzer->lexicon, name, vocabulary_add_class(analyzer->vocabulary, class_name), side);
	CHECK(lexicon_add_alias(analyzer->lexicon, name, id, MENTION_NAME, NULL));
	return id;
}

static uint32_t north, south;

static void start(void) {
	analyzer = analyzer_new("english", NULL);
	add("function", "the|a|an|in|on|of|to|at|and|by|for|with|he|she|then|it|was|this|his|'s|that");
	add("determiner", "the|a|an|this");
	add("definite", "the|this");
	add("possessive", "'s|his");
	add("role", "official|minister|adviser|envoy|source|spokeswoman|member");
	add("person.role", "official|officials|minister|prime|adviser|envoy|sources|spokeswoman|president|king");
	add("person.modifier", "senior|defence|former");
	add("person.past", "former");
	add("pronoun.person", "he|she|his");
	add("person.male", "he|his|king");
	add("person.female", "she|spokeswoman");
	add("name.particle", "al|bin|de");
	add("name.surname", "king");
	add("name.not", "republican|foreign|defence|national");
	add("name.body", "university|ministry|congress|department|airlines|bank|units");
	add("name.organ", "ministry|congress|department");
	add("name.company", "airlines");
	add("name.of", "of");
	add("name.joiner", "and|&");
	add("name.syllable", "in|un");
	add("name.numbered", "flight");
	add("abbreviation", "mr.|t.|f.b.i.");
	add("abbreviation.title", "mr.");
	add("clitic", "'s");
	north = entity("Northland", "state", ID_NONE);
	south = entity("Southland", "state", ID_NONE);
	CHECK(lexicon_add_alias(analyzer->lexicon, "Northern", north, MENTION_ADJECTIVE, NULL));
	CHECK(lexicon_add_alias(analyzer->lexicon, "Southern", south, MENTION_ADJECTIVE, NULL));
	CHECK(lexicon_add_alias(analyzer->lexicon, "Northport", north, MENTION_METONYM, NULL));
	uint32_t vera = entity("Vera Lund", "person", north);
	CHECK(lexicon_add_alias(analyzer->lexicon, "Lund", vera, MENTION_NAME, NULL));
}

/* text=entity of each mention, with the sign of its form and >side where another is its side. */
static void list_mentions(const Document *d, char *joined, size_t size) {
	static const char signs[MENTION_FORMS] = {'\0', '~', '?', '!', '*', '#'};
	*joined = '\0';
	for (uint32_t i = 0; i < d->mentions.count; i++) {
		const Mention *m = &d->mentions.items[i];
		size_t length, side_length;
		const char *name = lexicon_entity_name(analyzer->lexicon, d, m->entity, &length);
		uint32_t side = lexicon_side(analyzer->lexicon, d, m->entity);
		const char *side_name = lexicon_entity_name(analyzer->lexicon, d, side, &side_length);
		char sign[2] = {signs[m->form], '\0'};
		append(joined, size, "%s%s=%.*s%s%.*s", text_of(d, (Span){m->first, m->end}), sign, (int)length, name,
		       side == m->entity ? "" : ">", side == m->entity ? 0 : (int)side_length, side_name);
		CHECK(m->title <= m->first && m->first < m->end);
		CHECK(!i || d->mentions.items[i - 1].end <= m->first);
	}
}

static void check_mentions(const char *text, const char *expected) {
	char joined[1000];
	start();
	Document *d = read_text(text);
	list_mentions(d, joined, sizeof joined);
	CHECK_STRING(joined, expected);
	done(d);
}

/* ---- shape ---- */

TEST(one_capital_word_inside_a_sentence_is_a_name) {
	check_mentions("We saw Adela there.", "Adela=Adela");
	check_mentions("We like apples but saw Apples once, then apples.", "");
}

TEST(a_word_at_the_start_is_a_name_if_it_is_one_elsewhere) {
	check_mentions("Scones arrived late. We knew Adela well. Adela smiled.", "Adela=Adela|Adela=Adela");
}

TEST(titles_fields_and_single_letters_are_no_names) {
	check_mentions("We met Foreign Minister Adela Brand and Prime Minister P there.", "Adela Brand=Adela Brand");
	check_mentions("We met Stefan King there.", "Stefan King=Stefan King");
}

TEST(a_body_of_something_is_one_name) {
	check_mentions("We left the University of Elmstead and the Bank of the Valley early.",
	               "University of Elmstead=University of Elmstead|Bank of the Valley=Bank of the Valley");
	check_mentions("We left the Department of Roads and Rivers early.", "Department of Roads and Rivers=Department of "
	               "Roads and Rivers");
	check_mentions("We met Adela Brand of Elmstead there.", "Adela Brand=Adela Brand|Elmstead=Elmstead");
}

TEST(signs_numbers_and_hyphens_join_where_they_belong) {
	check_mentions("We saw Brand & Sons leave.", "Brand & Sons=Brand & Sons");
	check_mentions("We saw Flight 93 leave with Adela 12 times.", "Flight 93=Flight 93|Adela=Adela");
	check_mentions("We saw Moon Jae-in leave.", "Moon Jae-in=Moon Jae-in");
	check_mentions("We saw Adela-backed plans.", "Adela=Adela");
	check_mentions("We saw the Northland-Southland talks.", "Northland=Northland|Southland=Southland");
	check_mentions("We saw Omar al-Brand and al-Tell leave.", "Omar al-Brand=Omar al-Brand|al-Tell=al-Tell");
}

TEST(title_case_and_shouting_make_no_names) {
	check_mentions("Great Plans for the Valley\n\nWe slept well in it that day, with nothing to say.", "");
	check_mentions("WE SAW THE GREAT PLANS OF ADELA THERE.", "");
	check_mentions("Great Plans of Adela\n\nThen we knew that Adela slept well, with nothing to say.", "Adela=Adela|Adela=Adela");
}

TEST(a_body_of_a_state_has_its_side) {
	check_mentions("We met the Northern Foreign Ministry and the Southern Foreign Ministry there.",
	               "Northern?=Northland|Foreign Ministry=Foreign Ministry>Northland|Southern?=Southland|"
	               "Foreign Ministry=Foreign Ministry>Southland");
	check_mentions("We met the Ministry of Southland there.", "Ministry of Southland=Ministry of Southland>Southland");
	check_mentions("We saw the Northland Congress vote.", "Northland Congress=Northland Congress>Northland");
	check_mentions("We saw Northern Airlines fly.", "Northern Airlines=Northern Airlines");
}

TEST(a_person_has_the_side_of_the_office) {
	check_mentions("We met Northern envoy Adela Brand there.", "Northern?=Northland|Adela Brand=Adela Brand>Northland");
	check_mentions("We met Northland's minister Adela Brand there.",
	               "Northland=Northland|Adela Brand=Adela Brand>Northland");
	check_mentions("We met President Adela Brand of Southland there.",
	               "Adela Brand=Adela Brand>Southland|Southland=Southland");
	check_mentions("Northern sources told Adela Brand then.", "Northern?=Northland|Adela Brand=Adela Brand");
}

TEST(another_first_name_is_another_person) {
	check_mentions("We met Vera Lund and Sven Lund there.", "Vera Lund=Vera Lund>Northland|Sven Lund=Sven Lund");
}

/* ---- links ---- */

TEST(short_names_stand_for_the_full_one_before_or_behind) {
	check_mentions("We saw Brand then. We met Adela Brand there. It was Mr. Brand and Adela.",
	               "Brand~=Adela Brand|Adela Brand=Adela Brand|Brand~=Adela Brand|Adela~=Adela Brand");
}

TEST(initials_hyphens_and_ends_do_not_part_a_name) {
	check_mentions("We met Adela T. Brand. We saw Adela Brand there.",
	               "Adela T. Brand=Adela T. Brand|Adela Brand=Adela T. Brand");
	check_mentions("We met Moon Jae. We saw Moon Jae-in there.", "Moon Jae=Moon Jae-in|Moon Jae-in=Moon Jae-in");
	check_mentions("We met Kim Jong Un. We saw Kim Jong-un there.", "Kim Jong Un=Kim Jong-un|Kim Jong-un=Kim Jong-un");
}

TEST(an_acronym_in_brackets_stands_for_the_name) {
	check_mentions("We met the Popular Harvest Units (PHU) there. It was the PHU.",
	               "Popular Harvest Units=Popular Harvest Units|PHU*=Popular Harvest Units|PHU*=Popular Harvest Units");
	check_mentions("We met the Popular Harvest Units (XYZ) there.", "Popular Harvest Units=Popular Harvest Units|XYZ=XYZ");
	check_mentions("We saw the F.B.I. at work. It was the FBI then.", "F.B.I.=F.B.I.|FBI=F.B.I.");
}

TEST(many_names_are_linked_in_linear_time) {
	enum { NAMES = 60000 };
	char *text = malloc(NAMES * 24), *at = text;
	start();
	for (int i = 0; i < NAMES; i++)
		at += sprintf(at, "we met %c%c%c%c %c%c%c%c. ", 'A' + i % 26, 'a' + i / 26 % 26, 'b' + i / 676 % 20, 'x',
		              'A' + i / 7 % 26, 'a' + i / 3 % 26, 'c' + i / 11 % 20, 'y');
	Document *d = read_text(text);
	CHECK(d->mentions.count >= NAMES - 1);
	done(d);
	free(text);
}

/* ---- what packs can switch ---- */

TEST(metonyms_can_be_switched_off) {
	check_mentions("We heard from Northport then.", "Northport!=Northland");
	start();
	lexicon_set_metonyms(analyzer->lexicon, false);
	Document *d = read_text("We heard from Northport then.");
	CHECK(d->mentions.count == 1 && d->mentions.items[0].entity & ENTITY_LOCAL);
	done(d);
}

/* The entity of `the Northland president` in a text of that date. */
static const char *holder(uint32_t published) {
	static char name[100];
	const char *text = "Then the Northland president spoke.";
	Document *d = analyzer_read_dated(analyzer, text, strlen(text), published, NULL);
	size_t length;
	const char *found = lexicon_entity_name(analyzer->lexicon, d, d->mentions.items[0].entity, &length);
	snprintf(name, sizeof name, "%.*s", (int)length, found);
	document_free(d);
	return name;
}

TEST(an_office_is_its_holders_at_the_date) {
	start();
	uint32_t first = entity("Ida Moss", "person", north), second = entity("Tor Vik", "person", north);
	CHECK(lexicon_add_alias(analyzer->lexicon, "Northland president", first, MENTION_ROLE, NULL));
	lexicon_date_alias(analyzer->lexicon, 20100101, 20141231);
	CHECK(lexicon_add_alias(analyzer->lexicon, "Northland president", second, MENTION_ROLE, NULL));
	lexicon_date_alias(analyzer->lexicon, 20150101, 0);
	CHECK_STRING(holder(20121005), "Ida Moss");
	CHECK_STRING(holder(20141231), "Ida Moss");
	CHECK_STRING(holder(20200229), "Tor Vik");
	CHECK_STRING(holder(20091231), "Northland");
	Document *d = analyzer_read_dated(analyzer, "The former Northland president met Northland president Kai Berg.", 64,
	                                  20200101, NULL);
	CHECK(d->mentions.count == 3 && d->mentions.items[0].form == MENTION_NAME && d->mentions.items[1].form == MENTION_NAME);
	document_free(d);
	CHECK_STRING(holder(0), "Northland");
	done(NULL);
}

/* ---- descriptions ---- */

static void check_descriptions(const char *text, const char *expected) {
	char joined[1000] = "";
	start();
	Document *d = read_text(text);
	for (uint32_t i = 0; i < d->descriptions.count; i++) {
		const Description *p = &d->descriptions.items[i];
		append(joined, sizeof joined, "%s=%s%s", text_of(d, (Span){p->first, p->end}), description_form_names[p->form],
		       p->side == north ? ">N" : p->side == south ? ">S" : "");
		CHECK(p->first <= p->head && p->head < p->end);
		CHECK(!i || d->descriptions.items[i - 1].end <= p->first);
	}
	CHECK_STRING(joined, expected);
	done(d);
}

TEST(a_nationality_with_a_role_is_somebody_without_a_name) {
	check_descriptions("Then a senior Northern official spoke.", "a senior Northern official=anonymous>N");
	check_descriptions("We told Southern defence sources that.", "Southern defence sources=anonymous>S");
	check_descriptions("We met Northland's prime minister then.", "Northland's prime minister=definite>N");
	check_descriptions("We met the president of Southland then.", "the president of Southland=definite>S");
	check_descriptions("We met Northern envoy Adela Brand then.", "");
}

TEST(swapped_sides_give_swapped_descriptions) {
	check_descriptions("Then a Northern official told a Southern envoy.",
	                   "a Northern official=anonymous>N|a Southern envoy=anonymous>S");
	check_descriptions("Then a Southern official told a Northern envoy.",
	                   "a Southern official=anonymous>S|a Northern envoy=anonymous>N");
}

/* ---- antecedents ---- */

/* Candidates for the last description of the text: words/why, best first. */
static void check_antecedents(const char *text, const char *expected) {
	char joined[1000] = "";
	start();
	Document *d = read_text(text);
	Antecedent found[ANTECEDENT_LIMIT];
	const Description *last = &d->descriptions.items[d->descriptions.count - 1];
	uint32_t count = antecedent_find(analyzer->lexicon, d, (Span){last->first, last->end}, found);
	for (uint32_t i = 0; i < count; i++) {
		append(joined, sizeof joined, "%s/%s", text_of(d, found[i].tokens), antecedent_why_names[found[i].why]);
		CHECK(found[i].score > 0 && found[i].score <= 1 && (!i || found[i].score <= found[i - 1].score));
	}
	CHECK_STRING(joined, expected);
	done(d);
}

TEST(a_pronoun_is_the_one_named_first_in_the_sentence_before) {
	check_antecedents("Adela Brand met Tor Vik there. Then he slept.", "Adela Brand/subject|Tor Vik/recent");
}

TEST(gender_of_titles_is_kept) {
	check_antecedents("Then King Tor Vik met Adela Brand. Then she slept.", "Adela Brand/recent");
}

TEST(a_role_is_the_one_who_has_it) {
	check_antecedents("We saw Tor Vik. We met Minister Adela Brand and envoy Ida Moss. Then the minister slept.",
	                  "Adela Brand/title");
	check_antecedents("We met Adela Brand, the envoy, there. Then the envoy slept.", "Adela Brand/title");
	check_antecedents("Then the Northern minister slept. We met Northern minister Adela Brand and Southern minister Ida "
	                  "Moss there. Then the Southern minister slept.", "Ida Moss/title");
}

TEST(the_official_is_the_one_described_before) {
	check_antecedents("Then a senior Northern official spoke. It was late. Then the official slept.",
	                  "a senior Northern official/repeat");
	check_antecedents("Then a Northern official met a Southern envoy. Then the envoy slept.", "a Southern envoy/repeat");
}

TEST(nobody_fits_gives_no_candidate) {
	check_antecedents("It was late. Then he slept.", "");
	check_antecedents("We met Northland. Then the envoy slept.", "");
	Antecedent found[ANTECEDENT_LIMIT];
	start();
	Document *d = read_text("");
	CHECK(antecedent_find(analyzer->lexicon, d, SPAN_NONE, found) == 0);
	CHECK(antecedent_find(analyzer->lexicon, d, (Span){0, 1}, found) == 0);
	done(d);
}

