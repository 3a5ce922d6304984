#include "match/prefilter.h"

#include "base/memory.h"
#include "match/impl.h"

#define ID_LIMIT (UINT32_C(1) << 24)

typedef VEC(uint32_t) Numbers;

struct Prefilter {
	Numbers place[FEATURE_KINDS]; /* by id: the feature's index in `found`, 0 for one that no pattern needs */
	VEC(uint64_t) found;          /* by feature: sentences of the block that hold it; found[0] is never read */
	Numbers features;             /* of all clauses, as indices into `found` */
	Numbers clause_ends;          /* in `features` */
	Numbers pattern_ends;         /* in `clause_ends` */
	ClassSet classes;             /* those that are features */
	uint64_t body;                /* sentences of the block that are searched at all */
};

Prefilter *prefilter_new(void) {
	Prefilter *prefilter = memory_new(sizeof *prefilter);
	if (prefilter && !vec_push(&prefilter->found, 0)) {
		prefilter_free(prefilter);
		return NULL;
	}
	return prefilter;
}

void prefilter_free(Prefilter *prefilter) {
	if (!prefilter)
		return;
	for (int kind = 0; kind < FEATURE_KINDS; kind++)
		vec_done(&prefilter->place[kind]);
	vec_done(&prefilter->found);
	vec_done(&prefilter->features);
	vec_done(&prefilter->clause_ends);
	vec_done(&prefilter->pattern_ends);
	memory_free(prefilter);
}

uint32_t prefilter_count(const Prefilter *prefilter) {
	return prefilter->pattern_ends.count;
}

static bool fits(Feature feature) {
	switch ((FeatureKind)feature.kind) {
	case FEATURE_CLASS: case FEATURE_TAG:
		return feature.id < CLASS_LIMIT;
	case FEATURE_MENTION: case FEATURE_NUMBER:
		return feature.id == 0;
	default:
		return feature.kind < FEATURE_KINDS && feature.id < ID_LIMIT;
	}
}

/* Index of the feature in `found`, a new one if need be; 0 when out of memory. */
static uint32_t intern(Prefilter *prefilter, Feature feature) {
	Numbers *place = &prefilter->place[feature.kind];
	while (place->count <= feature.id)
		if (!vec_push(place, 0))
			return 0;
	if (!place->items[feature.id] && vec_push(&prefilter->found, 0))
		place->items[feature.id] = prefilter->found.count - 1;
	if (feature.kind == FEATURE_CLASS)
		prefilter->classes.bits[feature.id / 64] |= UINT64_C(1) << (feature.id % 64);
	return place->items[feature.id];
}

static bool add_clauses(Prefilter *prefilter, const Feature *features, const uint32_t *ends, uint32_t clauses) {
	for (uint32_t clause = 0, i = 0; clause < clauses; clause++) {
		for (; i < ends[clause]; i++) {
			uint32_t index = intern(prefilter, features[i]);
			if (!index || !vec_push(&prefilter->features, index))
				return false;
		}
		if (!vec_push(&prefilter->clause_ends, prefilter->features.count))
			return false;
	}
	return vec_push(&prefilter->pattern_ends, prefilter->clause_ends.count);
}

bool prefilter_add(Prefilter *prefilter, const Feature *features, const uint32_t *ends, uint32_t clauses,
                   AssayError *error) {
	for (uint32_t i = 0; i < (clauses ? ends[clauses - 1] : 0); i++)
		if (!fits(features[i]))
			return error_set(error, ASSAY_BAD_PACK, "feature %u of a pattern is out of range", i);
	uint32_t feature_count = prefilter->features.count, clause_count = prefilter->clause_ends.count;
	if (add_clauses(prefilter, features, ends, clauses))
		return true;
	prefilter->features.count = feature_count;
	prefilter->clause_ends.count = clause_count;
	return error_no_memory(error);
}

static void mark(Prefilter *prefilter, FeatureKind kind, uint32_t id, uint64_t bit) {
	const Numbers *place = &prefilter->place[kind];
	if (id < place->count)
		prefilter->found.items[place->items[id]] |= bit;
}

static void mark_classes(Prefilter *prefilter, FeatureKind kind, const ClassSet *set, uint64_t bit) {
	for (uint32_t i = 0; set && i < CLASS_LIMIT / 64; i++)
		for (uint64_t left = set->bits[i]; left; left &= left - 1)
			mark(prefilter, kind, i * 64 + (uint32_t)__builtin_ctzll(left), bit);
}

static void read_tokens(Prefilter *prefilter, const Document *document, const Sentence *sentence, uint64_t bit) {
	for (uint32_t i = sentence->first; i < sentence->last; i++) {
		const Word *word = document_word(document, i);
		mark(prefilter, FEATURE_WORD, word->id, bit);
		mark(prefilter, FEATURE_STEM, word->stem, bit);
		mark_classes(prefilter, FEATURE_CLASS, word->classes, bit);
	}
	for (uint32_t i = document_hit_at(document, sentence->first); i < document->hits.count; i++) {
		const PhraseHit *hit = &document->hits.items[i];
		if (hit->first >= sentence->last)
			break;
		if (hit->kind == HIT_CLASS)
			mark(prefilter, FEATURE_CLASS, hit->target, bit);
	}
}

/* Tags and names count along the sides: as lexicon_entity_has and lexicon_counts_for do. */
static void read_mentions(Prefilter *prefilter, const Lexicon *lexicon, const Document *document,
                          const Sentence *sentence, uint64_t bit) {
	uint32_t i = document_mention_at(document, sentence->first);
	for (; i < document->mentions.count && document->mentions.items[i].first < sentence->last; i++) {
		uint32_t entity = document->mentions.items[i].entity;
		mark(prefilter, FEATURE_MENTION, 0, bit);
		for (int hops = 0; entity != ID_NONE && hops < SIDE_HOPS; hops++) {
			if (!(entity & ENTITY_LOCAL)) {
				mark(prefilter, FEATURE_ENTITY, entity, bit);
				mark_classes(prefilter, FEATURE_TAG, &lexicon_entity(lexicon, entity)->tags, bit);
			}
			entity = lexicon_next_side(lexicon, document, entity);
		}
	}
}

void prefilter_read(Prefilter *prefilter, const Lexicon *lexicon, const Document *document, uint32_t first) {
	prefilter->body = 0;
	for (uint32_t i = 0; i < prefilter->found.count; i++)
		prefilter->found.items[i] = 0;
	for (uint32_t i = 0; i < PREFILTER_BLOCK && first + i < document->sentences.count; i++) {
		const Sentence *sentence = &document->sentences.items[first + i];
		if (sentence->kind == SEGMENT_FURNITURE)
			continue;
		uint64_t bit = UINT64_C(1) << i;
		prefilter->body |= bit;
		read_tokens(prefilter, document, sentence, bit);
		read_mentions(prefilter, lexicon, document, sentence, bit);
		uint32_t number = number_at(document, sentence->first);
		if (number < document->numbers.count && document->numbers.items[number].first < sentence->last)
			mark(prefilter, FEATURE_NUMBER, 0, bit);
	}
}

static uint64_t holding(const Prefilter *prefilter, uint32_t clause) {
	uint32_t i = clause ? prefilter->clause_ends.items[clause - 1] : 0;
	uint64_t sentences = 0;
	for (; i < prefilter->clause_ends.items[clause]; i++)
		sentences |= prefilter->found.items[prefilter->features.items[i]];
	return sentences;
}

uint64_t prefilter_sentences(const Prefilter *prefilter, uint32_t pattern) {
	uint32_t clause = pattern ? prefilter->pattern_ends.items[pattern - 1] : 0;
	uint64_t sentences = prefilter->body;
	for (; sentences && clause < prefilter->pattern_ends.items[pattern]; clause++)
		sentences &= holding(prefilter, clause);
	return sentences;
}
