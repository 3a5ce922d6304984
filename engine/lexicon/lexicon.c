#include "lexicon/lexicon.h"

#include <math.h>
#include <string.h>

#include "base/memory.h"
#include "base/utf8.h"
#include "lexicon/impl.h"

enum { PHRASE_WORDS = 15 }; /* two bits of case per word must fit in Alias.needs */

static bool roles_init(LexiconRoles *roles, Vocabulary *v) {
	const struct { ClassId *role; const char *name; uint32_t traits; } table[] = {
		{&roles->furniture_line, "furniture.line", WORD_FURNITURE},
		{&roles->furniture_start, "furniture.start", WORD_FURNITURE},
		{&roles->furniture_lead, "furniture.lead", WORD_FURNITURE},
		{&roles->about, "number.about", WORD_HEDGE},
		{&roles->nearly, "number.nearly", WORD_HEDGE},
		{&roles->over, "number.over", WORD_HEDGE},
		{&roles->under, "number.under", WORD_HEDGE},
		{&roles->at_least, "number.at_least", WORD_HEDGE},
		{&roles->up_to, "number.up_to", WORD_HEDGE},
		{&roles->range, "number.range", 0},
		{&roles->between, "number.between", WORD_HEDGE},
		{&roles->multiplier, "number.multiplier", 0},
		{&roles->function_word, "function", WORD_FUNCTION | WORD_SMALL},
		{&roles->name_particle, "name.particle", WORD_PARTICLE | WORD_SMALL},
		{&roles->role, "role", 0},
		{&roles->title, "abbreviation.title", WORD_TITLE_SHORT},
		{&roles->person_role, "person.role", WORD_PERSON_ROLE | WORD_PERSON},
		{&roles->not_name, "name.not", WORD_NOT_NAME},
		{&roles->surname, "name.surname", WORD_SURNAME},
		{&roles->body, "name.body", WORD_BODY},
		{&roles->organ, "name.organ", WORD_ORGAN},
		{&roles->company, "name.company", WORD_COMPANY},
		{&roles->of, "name.of", WORD_OF},
		{&roles->joiner, "name.joiner", WORD_JOINER},
		{&roles->syllable, "name.syllable", WORD_SYLLABLE | WORD_SMALL},
		{&roles->numbered, "name.numbered", WORD_NUMBERED},
		{&roles->modifier, "person.modifier", 0},
		{&roles->determiner, "determiner", WORD_DETERMINER},
		{&roles->definite, "definite", 0},
		{&roles->possessive, "possessive", 0},
		{&roles->person_pronoun, "pronoun.person", WORD_PERSON},
		{&roles->male, "person.male", 0},
		{&roles->female, "person.female", 0},
		{&roles->person, "person", 0},
		{&roles->past, "person.past", 0},
	};
	for (size_t i = 0; i < sizeof table / sizeof *table; i++) {
		if ((*table[i].role = vocabulary_add_class(v, table[i].name)) == CLASS_LIMIT)
			return false;
		if (table[i].traits)
			vocabulary_class_add_traits(v, *table[i].role, table[i].traits);
	}
	return true;
}

Lexicon *lexicon_new(Vocabulary *vocabulary, AssayError *error) {
	Lexicon *lexicon = memory_new(sizeof *lexicon);
	if (lexicon) {
		lexicon->vocabulary = vocabulary;
		lexicon->metonyms = true;
		lexicon->finder = finder_new(lexicon);
		if (lexicon->finder && roles_init(&lexicon->roles, vocabulary) && trie_init(&lexicon->trie))
			return lexicon;
	}
	lexicon_free(lexicon);
	error_no_memory(error);
	return NULL;
}

void lexicon_free(Lexicon *lexicon) {
	if (!lexicon)
		return;
	finder_free(lexicon->finder);
	trie_done(&lexicon->trie);
	strmap_done(&lexicon->entity_map);
	vec_done(&lexicon->entities);
	vec_done(&lexicon->aliases);
	vec_done(&lexicon->values);
	arena_done(&lexicon->arena);
	memory_free(lexicon);
}

const LexiconRoles *lexicon_roles(const Lexicon *lexicon) {
	return &lexicon->roles;
}

Vocabulary *lexicon_vocabulary(const Lexicon *lexicon) {
	return lexicon->vocabulary;
}

void lexicon_tag_entity(Lexicon *lexicon, uint32_t entity, ClassId tag) {
	lexicon->entities.items[entity].tags.bits[tag / 64] |= UINT64_C(1) << (tag % 64);
}

/* One word of a phrase as an edge of the trie. */
static bool edge_of(Lexicon *lexicon, const char *word, size_t length, TrieEdge *edge, AssayError *error) {
	if (length == 1 && *word == '#') {
		*edge = (TrieEdge){EDGE_NUMBER, 0};
		return true;
	}
	bool stem = *word == '~' && length > 1;
	Buf norm = {0};
	vocabulary_normalise(word + stem, length - stem, &norm);
	*edge = (TrieEdge){stem ? EDGE_STEM : EDGE_WORD, WORD_NONE};
	if (!norm.oom)
		edge->id = stem ? vocabulary_add_stem(lexicon->vocabulary, norm.bytes, norm.length)
		                : vocabulary_add_word(lexicon->vocabulary, norm.bytes, norm.length);
	buf_done(&norm);
	return edge->id != WORD_NONE || error_no_memory(error);
}

static uint32_t case_need(const char *word, size_t length) {
	uint32_t letters = 0, upper = 0, first = 0, character;
	for (size_t i = 0; i < length;) {
		i += utf8_decode(word + i, length - i, &character, NULL);
		if (!utf8_is_letter(character))
			continue;
		first = letters++ ? first : utf8_is_upper(character);
		upper += utf8_is_upper(character);
	}
	return letters > 1 && upper == letters ? 2 : first;
}

/* Words of the phrase; `'s` at the end of a word is a word of its own, as the tokeniser has it. */
static uint32_t split_phrase(const char *phrase, Span words[PHRASE_WORDS + 1]) {
	uint32_t count = 0, i = 0;
	while (phrase[i] && count <= PHRASE_WORDS) {
		while (phrase[i] == ' ' || phrase[i] == '-')
			i++;
		uint32_t start = i;
		while (phrase[i] && phrase[i] != ' ' && phrase[i] != '-')
			i++;
		bool possessive = i - start > 2 && phrase[i - 1] == 's' && phrase[i - 2] == '\'';
		if (possessive)
			words[count++] = (Span){start, i - 2};
		if (i > start && count <= PHRASE_WORDS)
			words[count++] = (Span){possessive ? i - 2 : start, i};
	}
	return count;
}

static void note_edge(Lexicon *lexicon, TrieEdge edge, uint32_t traits) {
	if (edge.kind == EDGE_STEM)
		vocabulary_stem_add_traits(lexicon->vocabulary, edge.id, traits);
	else if (edge.kind == EDGE_WORD)
		vocabulary_word_add_traits(lexicon->vocabulary, edge.id, traits);
	else
		lexicon->numbers |= traits;
}

/* Of the first word of a phrase. */
static uint32_t first_traits(const Lexicon *lexicon, HitKind kind, uint32_t target, bool alone) {
	if (kind == HIT_ENTITY && lexicon->aliases.items[target].needs & 3)
		return alone ? WORD_NAME_OPENER | WORD_NAME_ALONE : WORD_NAME_OPENER;
	return alone ? WORD_OPENER | WORD_ALONE : WORD_OPENER;
}

static bool add_target(Lexicon *lexicon, const char *phrase, HitKind kind, uint32_t target, AssayError *error) {
	Span words[PHRASE_WORDS + 1];
	uint32_t count = split_phrase(phrase, words), node = TRIE_ROOT;
	if (!count || count > PHRASE_WORDS)
		return error_set(error, ASSAY_BAD_PACK, "'%s': a phrase has 1 to %d words", phrase, PHRASE_WORDS);
	TrieEdge edge = {EDGE_NUMBER, 0};
	for (uint32_t i = 0; i < count; i++) {
		if (!edge_of(lexicon, phrase + words[i].start, words[i].end - words[i].start, &edge, error))
			return false;
		if (kind == HIT_CLASS && count == 1 && edge.kind != EDGE_NUMBER)
			break;
		note_edge(lexicon, edge, i ? WORD_FOLLOWS : first_traits(lexicon, kind, target, count == 1));
		if ((node = trie_add(&lexicon->trie, node, edge)) == TRIE_NONE)
			return error_no_memory(error);
	}
	if (node == TRIE_ROOT) {
		if (edge.kind == EDGE_STEM)
			vocabulary_stem_add_class(lexicon->vocabulary, edge.id, (ClassId)target);
		else
			vocabulary_word_add_class(lexicon->vocabulary, edge.id, (ClassId)target);
		return true;
	}
	uint32_t needs = kind == HIT_ENTITY ? lexicon->aliases.items[target].needs : 0;
	return trie_add_target(&lexicon->trie, node, kind, target, needs) || error_no_memory(error);
}

bool lexicon_add_phrase(Lexicon *lexicon, const char *phrase, ClassId id, AssayError *error) {
	return add_target(lexicon, phrase, HIT_CLASS, id, error);
}

bool lexicon_add_number(Lexicon *lexicon, const char *word, double value) {
	uint32_t id = vocabulary_add_word(lexicon->vocabulary, word, strlen(word));
	if (id == WORD_NONE)
		return false;
	vocabulary_word(lexicon->vocabulary, id)->value = value;
	vocabulary_word_add_traits(lexicon->vocabulary, id, WORD_NUMBER);
	return true;
}

bool lexicon_add_value(Lexicon *lexicon, const char *phrase, double low, double high, AssayError *error) {
	if (!vec_push(&lexicon->values, (VagueValue){low, high}))
		return error_no_memory(error);
	return add_target(lexicon, phrase, HIT_VALUE, lexicon->values.count - 1, error);
}

uint32_t lexicon_find_entity(const Lexicon *lexicon, const char *name) {
	return strmap_find(&lexicon->entity_map, name, strlen(name));
}

uint32_t lexicon_add_entity(Lexicon *lexicon, const char *name, ClassId id, uint32_t side) {
	uint32_t known = lexicon_find_entity(lexicon, name);
	if (known != STRMAP_NONE) {
		lexicon->entities.items[known].class = id;
		lexicon_tag_entity(lexicon, known, id);
		if (side != ID_NONE)
			lexicon->entities.items[known].side = side;
		return known;
	}
	char *copy = arena_copy(&lexicon->arena, name, strlen(name));
	if (!copy || !vec_push(&lexicon->entities, (Entity){.name = copy, .class = id, .side = side}))
		return ID_NONE;
	uint32_t entity = lexicon->entities.count - 1;
	lexicon_tag_entity(lexicon, entity, id);
	return strmap_set(&lexicon->entity_map, copy, strlen(copy), entity) ? entity : ID_NONE;
}

uint32_t lexicon_entity_count(const Lexicon *lexicon) {
	return lexicon->entities.count;
}

Entity *lexicon_entity(const Lexicon *lexicon, uint32_t entity) {
	return &lexicon->entities.items[entity];
}

bool lexicon_add_alias(Lexicon *lexicon, const char *surface, uint32_t entity, MentionForm form, AssayError *error) {
	char *copy = arena_copy(&lexicon->arena, surface, strlen(surface));
	if (!copy)
		return error_no_memory(error);
	Span words[PHRASE_WORDS + 1];
	uint32_t count = split_phrase(copy, words), needs = 0;
	for (uint32_t i = 0; i < count && i < PHRASE_WORDS; i++)
		needs |= case_need(copy + words[i].start, words[i].end - words[i].start) << (2 * i);
	if (!vec_push(&lexicon->aliases, (Alias){copy, entity, needs, 0, 0, (uint8_t)form}))
		return error_no_memory(error);
	return add_target(lexicon, copy, HIT_ENTITY, lexicon->aliases.count - 1, error);
}

void lexicon_date_alias(Lexicon *lexicon, uint32_t from, uint32_t until) {
	Alias *alias = &lexicon->aliases.items[lexicon->aliases.count - 1];
	alias->from = from;
	alias->until = until;
}

void lexicon_set_metonyms(Lexicon *lexicon, bool on) {
	lexicon->metonyms = on;
}

uint32_t lexicon_alias_count(const Lexicon *lexicon) {
	return lexicon->aliases.count;
}

const Alias *lexicon_alias(const Lexicon *lexicon, uint32_t alias) {
	return &lexicon->aliases.items[alias];
}

const VagueValue *lexicon_value(const Lexicon *lexicon, uint32_t value) {
	return &lexicon->values.items[value];
}

const char *lexicon_entity_name(const Lexicon *lexicon, const Document *document, uint32_t entity, size_t *length) {
	if (entity & ENTITY_LOCAL) {
		Span bytes = document_bytes(document, document->names.items[entity & ~ENTITY_LOCAL].name);
		*length = bytes.end - bytes.start;
		return document->text + bytes.start;
	}
	*length = strlen(lexicon->entities.items[entity].name);
	return lexicon->entities.items[entity].name;
}

uint32_t lexicon_next_side(const Lexicon *lexicon, const Document *document, uint32_t entity) {
	return entity & ENTITY_LOCAL ? document->names.items[entity & ~ENTITY_LOCAL].side
	                             : lexicon->entities.items[entity].side;
}

uint32_t lexicon_side(const Lexicon *lexicon, const Document *document, uint32_t entity) {
	for (int hops = 0; entity != ID_NONE && hops < SIDE_HOPS; hops++) {
		uint32_t side = lexicon_next_side(lexicon, document, entity);
		if (side == ID_NONE)
			break;
		entity = side;
	}
	return entity;
}

bool lexicon_entity_has(const Lexicon *lexicon, const Document *document, uint32_t entity, ClassId tag) {
	for (int hops = 0; entity != ID_NONE && hops < SIDE_HOPS; hops++) {
		if (!(entity & ENTITY_LOCAL) && class_set_has(&lexicon->entities.items[entity].tags, tag))
			return true;
		entity = lexicon_next_side(lexicon, document, entity);
	}
	return false;
}

bool lexicon_counts_for(const Lexicon *lexicon, const Document *document, uint32_t entity, uint32_t other) {
	for (int hops = 0; entity != ID_NONE && hops < SIDE_HOPS; hops++) {
		if (entity == other)
			return true;
		entity = lexicon_next_side(lexicon, document, entity);
	}
	return false;
}
