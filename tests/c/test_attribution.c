#include "reading.h"

#include <stdlib.h>
#include <string.h>

static void entity(const char *name, const char *class_name, const char *adjective) {
	ClassId id = vocabulary_add_class(analyzer->vocabulary, class_name);
	uint32_t of = lexicon_add_entity(analyzer->lexicon, name, id, ID_NONE);
	lexicon_add_alias(analyzer->lexicon, name, of, MENTION_NAME, NULL);
	if (adjective)
		lexicon_add_alias(analyzer->lexicon, adjective, of, MENTION_ADJECTIVE, NULL);
}

static void start(void) {
	analyzer = analyzer_new("english", NULL);
	add("cue.say", "said|says|claim|claimed|announced|denied|saying|adding");
	add("cue.that", "found|announced");
	add("cue.tell", "told|telling");
	add("cue.urge", "urged");
	add("cue.intend", "wants|decided|expected");
	add("cue.about", "spoke");
	add("cue.object", "welcomed|called|praised|supports");
	add("cue.seem", "seemed");
	add("cue.noun", "claim|plan");
	add("cue.adjective", "confident");
	add("cue.ambiguous", "supports|claim");
	add("cue.preposition", "about|of|for");
	add("cue.nobody", "you|there");
	add("copula", "was|is|been");
	add("verb", "went|left");
	add("modal", "would|may");
	add("predicative", "as");
	add("interrogative", "whether|why|what");
	add("agent", "by");
	add("infinitive", "to");
	add("cue.participle", "saying|adding|telling");
	add("cue.according", "according to");
	add("cue.adverb", "reportedly");
	add("cue.distancing", "claimed");
	add("cue.denial", "denied");
	add("complementizer", "that");
	add("relative", "who|which");
	add("auxiliary", "has|had|was|is|will|would|did|may|been");
	add("adverb", "later|also");
	add("time", "friday|sunday|yesterday");
	add("preposition", "on|in|to|of|for|from|by|about|close to");
	add("conjunction", "and|or|but|while|because|as");
	add("coordinator", "and");
	add("determiner", "the|a|an");
	add("definite", "the");
	add("possessive", "its|his|'s");
	add("pronoun", "he|she|they|it");
	add("pronoun.person", "he|she");
	add("connective", "meanwhile|however");
	add("medium", "agency|newspaper|report");
	add("role", "~official|~source|spokesman|minister|adviser");
	add("function", "the|a|an|on|in|to|of|for|he|she|it|they|we|according|meanwhile|reportedly|and|but|that");
	add("clitic", "'s");
	entity("Israel", "state", "Israeli");
	entity("Hamas", "group", NULL);
	entity("Reuters", "media", NULL);
	entity("Donald Trump", "person", NULL);
}

/* The canonical name, or "-". */
static const char *name_of(const Document *d, uint32_t entity_id) {
	static char names[4][100];
	static unsigned next;
	size_t length;
	if (entity_id == ID_NONE)
		return "-";
	const char *name = lexicon_entity_name(analyzer->lexicon, d, entity_id, &length);
	char *copy = names[next++ % 4];
	snprintf(copy, sizeof names[0], "%.*s", (int)length, name);
	return copy;
}

/* `kind SPEAKER/cue: content` of every attribution, parted by |. */
static void check(const char *text, const char *expected) {
	char joined[2000] = "";
	start();
	Document *d = read_text(text);
	for (uint32_t i = 0; i < d->attributions.count; i++) {
		const Attribution *a = &d->attributions.items[i];
		append(joined, sizeof joined, "%s %s/%s: %s", attribution_kind_names[a->kind], text_of(d, a->speaker),
		       text_of(d, a->cue), text_of(d, a->content));
	}
	CHECK_STRING(joined, expected);
	done(d);
}

/* The first attribution of the text, for its fields; the caller gives d back with done. */
static Attribution first_of(const char *text, Document **d) {
	start();
	*d = read_text(text);
	CHECK((*d)->attributions.count > 0);
	return (*d)->attributions.count ? (*d)->attributions.items[0] : (Attribution){0};
}

/* ---- shapes ---- */

TEST(a_speaker_says_that) {
	check("Hamas said that it will go.", "indirect Hamas/said: it will go");
	check("Hamas said it will go.", "indirect Hamas/said: it will go");
	check("On Sunday Hamas had also said later on Friday that it will go.", "indirect Hamas/said: it will go");
}

TEST(a_speaker_behind_the_content) {
	check("It will go, Hamas said.", "indirect Hamas/said: It will go");
	check("It will go, the Israeli official said on Friday.", "indirect the Israeli official/said: It will go");
	check("“It will go,” Hamas said.", "direct Hamas/said: It will go,");
	check("“It will go,” said Donald Trump.", "direct Donald Trump/said: It will go,");
}

TEST(a_colon_opens_the_content) {
	check("Hamas said: “We will go.”", "direct Hamas/said: We will go.");
	check("Donald Trump said: it is so.", "indirect Donald Trump/said: it is so");
}

TEST(according_to_stands_at_the_start_the_end_or_inside) {
	check("According to Hamas, it will go.", "indirect Hamas/According to: it will go");
	check("It will go, according to Hamas.", "indirect Hamas/according to: It will go");
	check("The plan, according to Hamas, will go.",
	    "indirect Hamas/according to: The plan, according to Hamas, will go");
}

TEST(a_content_around_its_source_has_two_parts) {
	Document *d;
	Attribution a = first_of("The plan, according to Hamas, will go.", &d);
	CHECK_STRING(text_of(d, a.parts[0]), "The plan");
	CHECK_STRING(text_of(d, a.parts[1]), "will go");
	done(d);
	a = first_of("It will go, according to Hamas.", &d);
	CHECK(span_is_none(a.parts[0]) && span_is_none(a.parts[1]));
	done(d);
}

TEST(the_medium_that_was_told_is_not_the_speaker) {
	Document *d;
	Attribution a = first_of("An Israeli official told Reuters that it will go.", &d);
	CHECK_STRING(text_of(d, a.speaker), "An Israeli official");
	CHECK_STRING(text_of(d, a.content), "it will go");
	CHECK_STRING(name_of(d, a.via), "Reuters");
	CHECK(a.anonymous && a.entity == ID_NONE);
	CHECK_STRING(name_of(d, a.side), "Israel");
	done(d);
	check("Donald Trump told the Reuters agency it is so.", "indirect Donald Trump/told: it is so");
}

TEST(a_participle_goes_on_with_the_speaker) {
	check("Hamas welcomed the plan, adding that it will go.",
	      "indirect Hamas/welcomed: the plan|indirect Hamas/adding: it will go");
}

TEST(a_coordinated_cue_shares_its_subject) {
	check("Hamas said that it will go and announced that it is so.",
	      "indirect Hamas/said: it will go|indirect Hamas/announced: it is so");
}

TEST(an_adverb_reports_its_sentence_without_a_speaker) {
	check("The talks will reportedly go on.", "indirect -/reportedly: The talks will reportedly go on");
}

TEST(an_apposition_belongs_to_the_speaker) {
	Document *d;
	Attribution a = first_of("Moshe Cohen, an adviser to Hamas, said that it is so.", &d);
	CHECK_STRING(text_of(d, a.content), "it is so");
	CHECK_STRING(name_of(d, a.entity), "Moshe Cohen");
	CHECK_STRING(name_of(d, a.side), "Hamas");
	CHECK(!a.anonymous);
	done(d);
}

TEST(a_cue_without_a_speaker_is_none) {
	check("It was said.", "");
	check("The truck was called big.", "");
	check("Said that it will go.", "");
	check("There said that it will go.", "");
}

TEST(any_noun_phrase_may_speak) {
	check("The book said that it will go.", "indirect The book/said: it will go");
	check("Many said that it will go.", "indirect Many/said: it will go");
}

TEST(what_may_be_said_is_not_said) {
	check("Hamas would announce that it will go.", "");
	check("Hamas may have said that it will go.", "");
}

/* ---- frames ---- */

TEST(a_verb_of_intention_takes_an_infinitive) {
	check("Hamas wants to go.", "indirect Hamas/wants: to go");
	check("Hamas wants the land.", "");
}

TEST(a_verb_of_judgement_takes_a_noun_phrase) {
	check("Hamas praised the plan, and it was late.", "indirect Hamas/praised: the plan");
	check("Hamas praised the plan as good.", "indirect Hamas/praised: the plan as good");
}

TEST(a_verb_with_a_preposition_takes_what_is_behind_it) {
	check("Hamas spoke about the land.", "indirect Hamas/spoke: the land");
	check("Hamas spoke on Friday.", "");
}

TEST(a_bare_clause_needs_a_verb_where_the_cue_has_other_uses) {
	check("Hamas found that it was late.", "indirect Hamas/found: it was late");
	check("Hamas found a way.", "");
	check("Hamas announced it will go.", "indirect Hamas/announced: it will go");
	check("Hamas announced today.", "");
}

TEST(a_question_word_opens_a_content) {
	check("Hamas said why it went.", "indirect Hamas/said: why it went");
}

TEST(a_noun_reports_for_its_owner) {
	check("Israel's claim that it will go is old.", "indirect Israel/claim: it will go is old");
	check("The plan to go is old.", "indirect -/plan: to go is old");
	check("The plan of Israel is old.", "");
}

TEST(an_adjective_reports_behind_a_copula) {
	check("Hamas was confident that it will go.", "indirect Hamas/confident: it will go");
	check("A confident Hamas that went.", "");
}

TEST(a_form_that_is_a_noun_as_well_needs_a_subject) {
	check("Israel supports the plan.", "indirect Israel/supports: the plan");
	check("The supports that it has are old.", "");
}

TEST(half_of_a_compound_is_no_cue) {
	check("The Israel-praised plan is old.", "");
}

TEST(a_passive_names_its_source_behind_the_agent) {
	check("The plan was praised by Hamas.", "indirect Hamas/praised: The plan");
}

TEST(a_passive_without_agent_has_no_source) {
	check("Hamas is expected to go.", "indirect -/expected: Hamas is expected to go");
	Document *d;
	Attribution a = first_of("Hamas is expected to go.", &d);
	CHECK_STRING(text_of(d, a.parts[0]), "Hamas");
	CHECK_STRING(text_of(d, a.parts[1]), "to go");
	done(d);
	check("It was announced that it will go.", "indirect -/announced: it will go");
	check("Hamas seemed to go.", "indirect -/seemed: Hamas seemed to go");
}

TEST(a_relative_clause_that_tells_which_ones_reports_only_what_they_say) {
	check("Those who praised the plan left.", "");
	check("Those who said that it will go left.", "indirect Those/said: it will go left");
}

TEST(the_subject_of_a_verb_behind_a_relative_clause_is_its_head) {
	check("The man who has left the house said that it will go.", "indirect The man/said: it will go");
}

TEST(a_content_ends_before_a_relative_clause_that_is_reported_itself) {
	check("Hamas said that it has a plan, which it claimed will work.",
	    "indirect Hamas/said: it has a plan|indirect it/claimed: will work");
}

TEST(a_content_that_goes_on_behind_its_speaker_has_two_parts) {
	Document *d;
	Attribution a = first_of("In the end, Hamas said, it will go.", &d);
	CHECK_STRING(text_of(d, a.parts[0]), "In the end");
	CHECK_STRING(text_of(d, a.parts[1]), "it will go");
	done(d);
}

/* ---- quotation marks ---- */

TEST(a_quotation_may_end_as_a_sentence_before_its_cue) {
	check("“Will we go?” Hamas said.", "direct Hamas/said: Will we go?");
	check("“Will we go?” said Donald Trump.", "direct Donald Trump/said: Will we go?");
}

TEST(a_cue_inside_quotation_marks_is_the_speakers_own) {
	check("“Israel said that we will go,” Hamas said.", "direct Hamas/said: Israel said that we will go,");
}

TEST(a_colon_in_the_sentence_before_names_the_speaker) {
	check("Donald Trump said:\n\n“We will go now and then.” It was late.",
	      "direct Donald Trump/said: We will go now and then.");
}

TEST(a_quotation_over_paragraphs_is_one_report) {
	start();
	Document *d = read_text("“We will go now.\n\n“It is late in the night,” Hamas said.");
	CHECK(d->attributions.count == 2);
	if (d->attributions.count == 2) {
		const Attribution *a = d->attributions.items;
		CHECK(a[0].unclosed && a[0].next_part == 1 && a[1].part_of == 0);
		CHECK_STRING(name_of(d, a[0].entity), "Hamas");
	}
	done(d);
}

TEST(a_paragraph_of_its_own_goes_on_with_the_speaker_before) {
	check("“We will go now,” Hamas said.\n\n“It is late in the night.”\n\nSo it was.",
	      "direct Hamas/said: We will go now,|direct Hamas/-: It is late in the night.");
}

TEST(a_quotation_that_goes_on_is_a_piece_of_the_report) {
	start();
	Document *d = read_text("“We will go,” Hamas said. “The talks were good enough.” So it was.");
	CHECK(d->attributions.count == 2 && d->attributions.items[0].next_part == 1);
	CHECK(d->attributions.count == 2 && d->attributions.items[1].part_of == 0);
	done(d);
}

TEST(a_title_in_marks_is_no_speech) {
	check("The film “The Big And The Old” is late.", "scare -/-: The Big And The Old");
}

TEST(a_quotation_without_a_cue_goes_on_with_the_speaker_before) {
	Document *d;
	check("“We will go,” Hamas said. “The talks were good enough.”",
	      "direct Hamas/said: We will go,|direct Hamas/-: The talks were good enough.");
	start();
	d = read_text("“We will go,” Hamas said. “The talks were good enough.”");
	CHECK(d->attributions.count == 2 && d->attributions.items[1].carried && !d->attributions.items[0].carried);
	CHECK(d->attributions.count == 2 && d->attributions.items[1].entity == d->attributions.items[0].entity);
	done(d);
}

TEST(no_quotation_is_carried_over_a_paragraph) {
	check("“We will go,” Hamas said.\n\n“The talks were good enough.” So it was.",
	      "direct Hamas/said: We will go,|direct -/-: The talks were good enough.");
}

TEST(a_fragment_inside_a_report_is_the_speakers) {
	start();
	Document *d = read_text("Hamas said that it was “a big step to the end” of it.");
	CHECK(d->attributions.count == 2);
	if (d->attributions.count == 2) {
		const Attribution *a = &d->attributions.items[1];
		CHECK(a->kind == ATTRIBUTION_DIRECT && a->partial && !a->carried && a->part_of == 0);
		CHECK(d->attributions.items[0].kind == ATTRIBUTION_MIXED && d->attributions.items[0].next_part == 1);
		CHECK_STRING(text_of(d, a->content), "a big step to the end");
		CHECK_STRING(name_of(d, a->entity), "Hamas");
	}
	done(d);
}

TEST(a_short_term_in_marks_is_a_scare_quote) {
	check("The so-called “yellow line” is there.", "scare -/-: yellow line");
}

TEST(an_unclosed_quotation_ends_with_its_paragraph) {
	Document *d;
	Attribution a = first_of("Hamas said: “We will go.\n\nIt was late in the night by then.", &d);
	CHECK(a.kind == ATTRIBUTION_DIRECT && a.unclosed);
	CHECK_STRING(text_of(d, a.content), "We will go.");
	done(d);
}

TEST(the_closing_marks_kind_does_not_matter) {
	check("Hamas said: \"We will go.”", "direct Hamas/said: We will go.");
}

TEST(contents_nest) {
	start();
	Document *d = read_text("Reuters said that Hamas claimed that it will go.");
	CHECK(d->attributions.count == 2);
	if (d->attributions.count == 2) {
		CHECK_STRING(name_of(d, d->attributions.items[0].entity), "Reuters");
		CHECK_STRING(name_of(d, d->attributions.items[1].entity), "Hamas");
		CHECK(d->attributions.items[0].parent == ID_NONE && d->attributions.items[1].parent == 0);
	}
	done(d);
}

TEST(a_report_of_the_speakers_own_is_no_link_of_the_chain) {
	check("Donald Trump said that he claimed that it will go.",
	      "indirect Donald Trump/said: he claimed that it will go");
	check("Hamas said that the man is expected to go.", "indirect Hamas/said: the man is expected to go");
}

/* ---- speakers ---- */

TEST(the_cues_class_shows) {
	Document *d;
	Attribution a = first_of("Hamas claimed that it will go.", &d);
	CHECK_STRING(vocabulary_class_name(analyzer->vocabulary, a.cue_class), "cue.distancing");
	done(d);
	a = first_of("Hamas said that it will go.", &d);
	CHECK_STRING(vocabulary_class_name(analyzer->vocabulary, a.cue_class), "cue.neutral");
	done(d);
}

TEST(a_pronoun_is_the_speaker_before) {
	start();
	Document *d = read_text("Donald Trump said that it will go. He said that it is so.");
	CHECK(d->attributions.count == 2 && d->attributions.items[1].entity == d->attributions.items[0].entity);
	done(d);
}

TEST(a_pronoun_without_a_speaker_before_is_the_person_named_last) {
	Document *d;
	Attribution a = first_of("It was Donald Trump and Reuters. He said that it is so.", &d);
	CHECK_STRING(name_of(d, a.entity), "Donald Trump");
	CHECK(!a.anonymous);
	done(d);
}

TEST(candidates_are_ranked_the_nearest_first) {
	start();
	Document *d = read_text("Moshe Cohen said that it is so. Donald Trump said that it is late. He said that it is so.\n\n"
	                        "“It was late in the night.” So it was.");
	CHECK(d->attributions.count == 4);
	if (d->attributions.count == 4) {
		const Attribution *he = &d->attributions.items[2], *unknown = &d->attributions.items[3];
		CHECK(he->entity == he->candidates[0]);
		CHECK_STRING(name_of(d, he->candidates[0]), "Donald Trump");
		CHECK_STRING(name_of(d, he->candidates[1]), "Moshe Cohen");
		CHECK(unknown->entity == ID_NONE && span_is_none(unknown->speaker));
		CHECK_STRING(name_of(d, unknown->candidates[0]), "Donald Trump");
		CHECK(d->attributions.items[0].candidates[0] == ID_NONE);
	}
	done(d);
}

TEST(a_name_that_is_no_mention_is_not_anonymous) {
	Document *d;
	Attribution a = first_of("Then Grayson said that it will go.", &d);
	CHECK(!a.anonymous);
	done(d);
}

TEST(the_official_is_the_one_before) {
	start();
	Document *d = read_text("An Israeli official said that it will go. The official said that it is so.");
	CHECK(d->attributions.count == 2);
	if (d->attributions.count == 2) {
		CHECK(d->attributions.items[1].anonymous);
		CHECK_STRING(name_of(d, d->attributions.items[1].side), "Israel");
	}
	done(d);
}

TEST(the_minister_who_did_not_speak_is_the_one_with_that_title) {
	start();
	add("person.role", "minister");
	Document *d = read_text("Minister Donald Trump went on. The minister said that it will go.");
	const Attribution *a = d->attributions.count == 1 ? &d->attributions.items[0] : NULL;
	CHECK(a && !a->anonymous && strcmp(name_of(d, a->entity), "Donald Trump") == 0);
	done(d);
}

TEST(a_name_behind_a_preposition_is_a_side_not_the_speaker) {
	Document *d;
	Attribution a = first_of("A source in Israel said that it will go.", &d);
	CHECK(a.anonymous && a.entity == ID_NONE);
	CHECK_STRING(name_of(d, a.side), "Israel");
	done(d);
}

TEST(headlines_are_read_and_furniture_is_not) {
	start();
	add("furniture.line", "hamas said that it will go");
	Document *d = read_text("Hamas said it is so\n\nHamas said that it will go\n\nIt was late in the night by then.");
	CHECK(d->attributions.count == 1);
	done(d);
}

TEST(attributions_come_in_the_order_of_their_contents) {
	start();
	Document *d = read_text("“It is so,” Hamas said, adding that “we will go” and that it is late. It is, Israel said. "
	                        "“Yes it is and was so.” According to Reuters, “it” is so, Israel claimed.");
	for (uint32_t i = 1; i < d->attributions.count; i++) {
		const Attribution *before = &d->attributions.items[i - 1], *a = &d->attributions.items[i];
		CHECK(before->content.start < a->content.start ||
		      (before->content.start == a->content.start && before->content.end >= a->content.end));
		CHECK(a->parent == ID_NONE || a->parent < i);
	}
	CHECK(d->attributions.count >= 5);
	done(d);
}

TEST(a_closing_cue_has_the_quotation_behind_a_colon) {
	check("It went so: “We will go,” Hamas said.", "direct Hamas/said: We will go,");
}

TEST(a_quotation_in_the_lead_of_a_sentence_is_not_what_was_said) {
	check("To shouts of “Go away,” Hamas said it was late.", "scare -/-: Go away,|indirect Hamas/said: it was late");
}

TEST(a_noun_form_that_closes_a_quotation_is_a_verb) {
	check("“We will go,” Hamas claim.", "direct Hamas/claim: We will go,");
}

TEST(quotations_joined_by_a_coordinator_are_one_report) {
	start();
	Document *d = read_text("Hamas said “we will go,” and “you will be late to it.”");
	CHECK(d->attributions.count == 3 && d->attributions.items[0].kind == ATTRIBUTION_MIXED);
	CHECK(d->attributions.count == 3 && d->attributions.items[1].part_of == 0 && d->attributions.items[2].part_of == 0);
	done(d);
}

TEST(words_in_marks_behind_a_cue_of_the_report_are_the_reporters) {
	start();
	Document *d = read_text("Hamas said that the minister found “a good way to the end.”.");
	const Attribution *a = d->attributions.count == 2 ? &d->attributions.items[1] : NULL;
	CHECK(a && a->partial && a->part_of == 0);
	CHECK(a && strcmp(name_of(d, a->entity), "Hamas") == 0);
	done(d);
}

TEST(words_in_marks_that_somebody_else_says_are_theirs) {
	start();
	Document *d = read_text("Reuters said that Hamas called it “a good way to the end” of it.");
	const Attribution *a = d->attributions.count == 3 ? &d->attributions.items[2] : NULL;
	CHECK(a && strcmp(name_of(d, a->entity), "Hamas") == 0);
	done(d);
}

/* A search that a row does not bound would not end here. */
TEST(rows_of_cues_and_marks_in_one_sentence_are_read_in_linear_time) {
	enum { COUNT = 100000 };
	const char *pieces[] = {"said ", "that ", "Ann Bell (AB) said ", "“x” said ", "“a b c d” ", "was told by, ", "“x, "};
	for (size_t p = 0; p < sizeof pieces / sizeof *pieces; p++) {
		size_t length = strlen(pieces[p]);
		char *text = malloc(length * COUNT + 1);
		for (size_t i = 0; i < COUNT; i++)
			memcpy(text + length * i, pieces[p], length + 1);
		start();
		Document *d = read_text(text);
		CHECK(d->tokens.count >= COUNT);
		done(d);
		free(text);
	}
}
