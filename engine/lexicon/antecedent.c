#include "lexicon/antecedent.h"

#include "lexicon/impl.h"

enum {
	REACH = 32,      /* mentions and descriptions looked at before a pronoun */
	ROLE_REACH = 96, /* mentions on either side of a role, which says more */
	APPOSITION = 6   /* tokens behind a name in which its role may stand */
};

const char *const antecedent_why_names[ANTECEDENT_WHYS] = {"title", "repeat", "subject", "recent"};

typedef enum Gender { GENDER_UNKNOWN, GENDER_MALE, GENDER_FEMALE } Gender;

typedef struct Search {
	const Lexicon *lexicon;
	const Document *document;
	Span anaphor;
	uint32_t role;     /* token of its role noun, or ID_NONE: a pronoun */
	uint32_t side;     /* entity that it belongs to, or ID_NONE */
	uint32_t sentence;
	Gender gender;
	Antecedent *found;
	uint32_t count;
} Search;

static bool has(const Search *s, uint32_t token, ClassId id) {
	return token_has(s->document, token, id);
}

static bool same_role(const Search *s, uint32_t token) {
	const Word *a = document_word(s->document, s->role), *b = document_word(s->document, token);
	return a == b || (a->stem != WORD_NONE && a->stem == b->stem);
}

static Gender gender_of(const Search *s, Span span) {
	for (uint32_t i = span.start; i < span.end; i++) {
		if (has(s, i, s->lexicon->roles.male))
			return GENDER_MALE;
		if (has(s, i, s->lexicon->roles.female))
			return GENDER_FEMALE;
	}
	return GENDER_UNKNOWN;
}

static bool genders_fit(Gender a, Gender b) {
	return a == GENDER_UNKNOWN || b == GENDER_UNKNOWN || a == b;
}

static bool is_person(const Search *s, const Mention *mention) {
	if (mention->form == MENTION_ADJECTIVE || mention->form == MENTION_METONYM || mention->entity == ID_NONE)
		return false;
	if (mention->entity & ENTITY_LOCAL)
		return s->document->names.items[mention->entity & ~ENTITY_LOCAL].kind != NAME_BODY;
	return s->lexicon->entities.items[mention->entity].class == s->lexicon->roles.person;
}

static uint32_t side_of(const Search *s, uint32_t entity) {
	uint32_t side = entity == ID_NONE ? ID_NONE : lexicon_side(s->lexicon, s->document, entity);
	return side == entity ? ID_NONE : side;
}

/* The role said of the name: in its title, in the phrase behind it. */
static bool has_role(const Search *s, const Mention *mention) {
	for (uint32_t i = mention->title; i < mention->first; i++)
		if (same_role(s, i))
			return true;
	uint32_t end = mention->end;
	if (end >= s->document->tokens.count || s->document->tokens.items[end].kind != TOKEN_COMMA)
		return false;
	for (uint32_t i = end + 1; i < s->document->tokens.count && i <= end + APPOSITION; i++) {
		if (s->document->tokens.items[i].kind == TOKEN_COMMA)
			return false;
		if (has(s, i, s->lexicon->roles.person_role))
			return same_role(s, i);
	}
	return false;
}

/* Keeps the candidate in its place; of one entity or description only the best. */
static void keep(Search *s, Antecedent candidate) {
	uint32_t at = 0;
	for (uint32_t i = 0; i < s->count; i++)
		if (candidate.entity != ID_NONE && s->found[i].entity == candidate.entity) {
			if (s->found[i].score >= candidate.score)
				return;
			for (; i + 1 < s->count; i++)
				s->found[i] = s->found[i + 1];
			s->count--;
		}
	while (at < s->count && s->found[at].score >= candidate.score)
		at++;
	if (at == ANTECEDENT_LIMIT)
		return;
	s->count += s->count < ANTECEDENT_LIMIT;
	for (uint32_t i = s->count - 1; i > at; i--)
		s->found[i] = s->found[i - 1];
	s->found[at] = candidate;
}

/* By kind of reason first, then by distance in sentences. An office is one's all through an article, and may be named
 * before its holder is. */
static float score_of(const Search *s, AntecedentWhy why, uint32_t sentence) {
	static const float base[ANTECEDENT_WHYS] = {1.0f, 0.8f, 0.6f, 0.5f};
	bool behind = sentence > s->sentence;
	float distance = (float)(behind ? sentence - s->sentence : s->sentence - sentence);
	return base[why] / (1 + (s->role == ID_NONE ? 0.5f : 0.02f) * distance) * (behind ? 0.9f : 1.0f);
}

static void weigh_mention(Search *s, const Mention *mention, bool opens) {
	uint32_t side = side_of(s, mention->entity);
	bool apart = s->side != ID_NONE && side != ID_NONE && side != s->side;
	if (!is_person(s, mention) || apart || !genders_fit(s->gender, gender_of(s, (Span){mention->title, mention->first})))
		return;
	bool titled = s->role != ID_NONE && has_role(s, mention);
	if (s->role != ID_NONE && !titled && (mention->first >= s->anaphor.end || s->side == ID_NONE || side != s->side))
		return;
	AntecedentWhy why = titled ? ANTECEDENT_TITLE : opens ? ANTECEDENT_SUBJECT : ANTECEDENT_RECENT;
	float score = score_of(s, why, mention->sentence) * (s->side == side ? 1.0f : 0.8f);
	keep(s, (Antecedent){{mention->first, mention->end}, mention->entity, side, (uint8_t)why, score});
}

static void weigh_description(Search *s, const Description *description) {
	if (description->form != DESCRIPTION_ANONYMOUS || description->end > s->anaphor.start)
		return; /* the others are anaphors themselves */
	bool apart = s->side != ID_NONE && description->side != ID_NONE &&
	             lexicon_side(s->lexicon, s->document, description->side) != s->side;
	bool same = s->role != ID_NONE && same_role(s, description->head);
	if (apart || (s->role != ID_NONE && !same) ||
	    !genders_fit(s->gender, gender_of(s, (Span){description->first, description->end})))
		return;
	AntecedentWhy why = same ? ANTECEDENT_REPEAT : ANTECEDENT_RECENT;
	keep(s, (Antecedent){{description->first, description->end}, ID_NONE, description->side, (uint8_t)why,
	                     score_of(s, why, description->sentence) * 0.9f});
}

static bool opens_sentence(const Search *s, uint32_t mention) {
	const Mention *m = &s->document->mentions.items[mention];
	return !mention || s->document->mentions.items[mention - 1].sentence != m->sentence;
}

static void weigh_mentions(Search *s) {
	uint32_t behind = document_mention_at(s->document, s->anaphor.start), count = s->document->mentions.count;
	uint32_t reach = s->role == ID_NONE ? REACH : ROLE_REACH;
	for (uint32_t i = behind, n = 0; i-- > 0 && n < reach; n++)
		weigh_mention(s, &s->document->mentions.items[i], opens_sentence(s, i));
	for (uint32_t i = behind; s->role != ID_NONE && i < count && i < behind + reach; i++)
		if (s->document->mentions.items[i].first >= s->anaphor.end)
			weigh_mention(s, &s->document->mentions.items[i], false);
}

static void weigh_descriptions(Search *s) {
	uint32_t low = 0, high = s->document->descriptions.count;
	while (low < high) {
		uint32_t middle = low + (high - low) / 2;
		if (s->document->descriptions.items[middle].first < s->anaphor.start)
			low = middle + 1;
		else
			high = middle;
	}
	for (uint32_t n = 0; low-- > 0 && n < REACH; n++)
		weigh_description(s, &s->document->descriptions.items[low]);
}

/* What the anaphor's own words say: its role, to whom it belongs. */
static void read_anaphor(Search *s) {
	for (uint32_t i = s->anaphor.start; i < s->anaphor.end; i++)
		if (has(s, i, s->lexicon->roles.person_role))
			s->role = i;
	s->gender = gender_of(s, s->anaphor);
	uint32_t i = document_mention_at(s->document, s->anaphor.start);
	if (i < s->document->mentions.count && s->document->mentions.items[i].first < s->anaphor.end)
		s->side = lexicon_side(s->lexicon, s->document, s->document->mentions.items[i].entity);
}

uint32_t antecedent_find(const Lexicon *lexicon, const Document *document, Span anaphor,
                         Antecedent found[ANTECEDENT_LIMIT]) {
	Search s = {.lexicon = lexicon, .document = document, .anaphor = anaphor, .role = ID_NONE, .side = ID_NONE,
	            .found = found};
	if (span_is_none(anaphor) || span_is_empty(anaphor) || anaphor.end > document->tokens.count)
		return 0;
	s.sentence = document_sentence_of(document, anaphor.start);
	read_anaphor(&s);
	weigh_mentions(&s);
	weigh_descriptions(&s);
	return s.count;
}
