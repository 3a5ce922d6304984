#include "text/word.h"

#include "base/hash.h"
#include "base/memory.h"
#include "base/utf8.h"
#include "text/token.h"

#ifndef WORDS_KEPT
#define WORDS_KEPT (1u << 17) /* normal forms, and spellings: at most some 16 MB; a million words of news have a quarter */
#endif
#define OWN_WORD (UINT32_C(1) << 31) /* the article's, with its index there */

enum {
	KEPT_BYTES = 40, /* longer ones are rare */
	KEPT_DIGITS = 4  /* longer numbers hardly come again */
};

/* A normal form. */
typedef struct Lexeme {
	Word word;
	ClassSet *merged; /* classes of word and stem, where both have some */
} Lexeme;

/* Where the words of the article that is read stand in its list. */
typedef struct Place {
	uint32_t article, index;
} Place;

struct Spellings {
	Vocabulary *vocabulary;
	const TokenRoles *roles;
	Arena arena;
	Spelling *slots;    /* open addressing */
	const char **bytes; /* of the slots, not NUL-terminated */
	uint32_t capacity;  /* a power of two */
	uint32_t count;
	VEC(Lexeme) lexemes;
	VEC(Place) places;   /* of the lexemes */
	StrMap lexeme_map;   /* normal form → lexeme */
	uint32_t article;    /* counts from 1 */
	uint32_t version;   /* of the vocabulary when all was looked up */
	Buf norm;
	Spelling passing;   /* one that is not kept */
};

bool token_roles_init(TokenRoles *roles, Vocabulary *vocabulary) {
	char name[] = "fused.1";
	bool ok = true;
	for (int i = 0; i < ENDINGS; i++, name[sizeof name - 2]++)
		ok &= (roles->fused[i] = vocabulary_add_class(vocabulary, name)) != CLASS_LIMIT;
	roles->abbreviation = vocabulary_add_class(vocabulary, "abbreviation");
	roles->clitic = vocabulary_add_class(vocabulary, "clitic");
	roles->emoticon = vocabulary_add_class(vocabulary, "emoticon");
	roles->opener = vocabulary_add_class(vocabulary, "phrase.opener");
	return ok && roles->abbreviation != CLASS_LIMIT && roles->clitic != CLASS_LIMIT && roles->emoticon != CLASS_LIMIT &&
	       roles->opener != CLASS_LIMIT;
}

void word_table_done(WordTable *table) {
	vec_done(&table->words);
	strmap_done(&table->map);
	arena_done(&table->arena);
}

void word_table_refresh(WordTable *table, Vocabulary *vocabulary) {
	uint32_t words = vocabulary_word_count(vocabulary), stems = vocabulary_stem_count(vocabulary);
	if (table->known_words == words && table->known_stems == stems)
		return;
	for (uint32_t i = 0; i < table->words.count; i++) {
		Word *word = &table->words.items[i];
		word->id = vocabulary_find_word(vocabulary, word->norm, word->length);
		word->stem = vocabulary_find_stem(vocabulary, word->norm, word->length);
	}
	table->known_words = words;
	table->known_stems = stems;
}

static bool table_init(Spellings *s, uint32_t capacity) {
	s->capacity = capacity;
	s->slots = memory_new(capacity * sizeof *s->slots);
	s->bytes = memory_new(capacity * sizeof *s->bytes);
	return s->slots && s->bytes;
}

Spellings *spellings_new(Vocabulary *vocabulary, const TokenRoles *roles) {
	Spellings *s = memory_new(sizeof *s);
	if (!s)
		return NULL;
	s->vocabulary = vocabulary;
	s->roles = roles;
	if (table_init(s, 64))
		return s;
	spellings_free(s);
	return NULL;
}

void spellings_free(Spellings *s) {
	if (!s)
		return;
	memory_free(s->slots);
	memory_free(s->bytes);
	vec_done(&s->lexemes);
	vec_done(&s->places);
	strmap_done(&s->lexeme_map);
	arena_done(&s->arena);
	buf_done(&s->norm);
	memory_free(s);
}

static bool normalise(Spellings *s, const char *surface, uint32_t length) {
	buf_clear(&s->norm);
	vocabulary_normalise(surface, length, &s->norm);
	return !s->norm.oom;
}

const ClassSet *spelling_classes(Spellings *s, const char *surface, uint32_t length) {
	uint32_t word = normalise(s, surface, length)
	                    ? vocabulary_find_word(s->vocabulary, s->norm.bytes, s->norm.length) : WORD_NONE;
	return word == WORD_NONE ? NULL : &vocabulary_word(s->vocabulary, word)->classes;
}

static uint8_t case_flags(const char *surface, uint32_t length) {
	uint32_t letters = 0, upper = 0;
	bool first = false;
	for (uint32_t i = 0, character; i < length;) {
		i += (uint32_t)utf8_decode(surface + i, length - i, &character, NULL);
		if (!utf8_is_letter(character))
			continue;
		bool is_upper = utf8_is_upper(character);
		first = letters ? first : is_upper;
		letters++;
		upper += is_upper;
	}
	return (uint8_t)((first ? TOKEN_CAPITAL : 0) | (letters > 1 && upper == letters ? TOKEN_UPPER : 0));
}

/* Byte length of the clitic that ends the surface, or 0. A clitic starts at the last apostrophe or one letter before it
 * (n't). */
static uint32_t clitic_length(Spellings *s, const char *surface, uint32_t length) {
	uint32_t apostrophe = length, character;
	for (uint32_t i = 0, next; i < length; i = next) {
		next = i + (uint32_t)utf8_decode(surface + i, length - i, &character, NULL);
		if (character == '\'' || character == 0x2019)
			apostrophe = i;
	}
	if (apostrophe == length || apostrophe == 0)
		return 0;
	for (uint32_t from = apostrophe > 1 ? apostrophe - 1 : apostrophe; from <= apostrophe; from++)
		if (class_set_has(spelling_classes(s, surface + from, length - from), s->roles->clitic))
			return length - from;
	return 0;
}

static uint32_t fused_length(Spellings *s, const char *surface, uint32_t length) {
	const ClassSet *classes = spelling_classes(s, surface, length);
	for (uint32_t i = 1; classes && i <= ENDINGS && i < length; i++)
		if (class_set_has(classes, s->roles->fused[i - 1]))
			return i;
	return 0;
}

static bool takes_stop(Spellings *s, const char *surface, uint32_t length) {
	if (!normalise(s, surface, length))
		return false;
	buf_append_byte(&s->norm, '.');
	uint32_t word = s->norm.oom ? WORD_NONE : vocabulary_find_word(s->vocabulary, s->norm.bytes, s->norm.length);
	return word != WORD_NONE && class_set_has(&vocabulary_word(s->vocabulary, word)->classes, s->roles->abbreviation);
}

/* Looks up what depends on the packs. A number neither splits nor takes a full stop. */
static bool judge(Spellings *s, Spelling *spelling, const char *bytes, uint32_t length) {
	if (utf8_is_digit((unsigned char)*bytes))
		return true;
	if (!normalise(s, bytes, length)) /* none of the look-ups below needs a longer buffer, but the last */
		return false;
	uint32_t clitic = clitic_length(s, bytes, length);
	spelling->ending = (uint8_t)(clitic ? clitic : fused_length(s, bytes, length));
	spelling->stop = takes_stop(s, bytes, length);
	return !s->norm.oom;
}

/* Fills in what the vocabulary says of word->norm. *merged: room for classes of word and stem, or NULL for none yet. */
static bool look_up(Spellings *s, Word *word, ClassSet **merged, Arena *arena) {
	word->id = vocabulary_find_word(s->vocabulary, word->norm, word->length);
	word->stem = vocabulary_find_stem(s->vocabulary, word->norm, word->length);
	const ClassSet *own = word->id == WORD_NONE ? NULL : &vocabulary_word(s->vocabulary, word->id)->classes;
	const ClassSet *of_stem = vocabulary_stem_classes(s->vocabulary, word->stem);
	word->classes = own ? own : of_stem;
	if (own && of_stem) {
		if (!*merged && !(*merged = arena_alloc(arena, sizeof **merged)))
			return false;
		for (size_t i = 0; i < sizeof own->bits / sizeof *own->bits; i++)
			(*merged)->bits[i] = own->bits[i] | of_stem->bits[i];
		word->classes = *merged;
	}
	word->traits = vocabulary_traits(s->vocabulary, word->id, word->stem, word->classes);
	return true;
}

static void note_opener(const Spellings *s, Spelling *spelling, const Word *word) {
	spelling->flags &= (uint8_t)~TOKEN_OPENS;
	if (class_set_has(word->classes, s->roles->opener))
		spelling->flags |= TOKEN_OPENS;
}

/* Looks all up again if the vocabulary has grown. */
static bool refresh(Spellings *s) {
	if (s->version == vocabulary_version(s->vocabulary))
		return true;
	for (uint32_t i = 0; i < s->lexemes.count; i++)
		if (!look_up(s, &s->lexemes.items[i].word, &s->lexemes.items[i].merged, &s->arena))
			return false;
	for (uint32_t i = 0; i < s->capacity; i++) {
		Spelling *slot = &s->slots[i];
		if (slot->length && !judge(s, slot, s->bytes[i], slot->length))
			return false;
		if (slot->length && slot->word != WORD_NONE)
			note_opener(s, slot, &s->lexemes.items[slot->word].word);
	}
	s->version = vocabulary_version(s->vocabulary);
	return true;
}

bool spellings_begin(Spellings *s, WordTable *table) {
	table->known_words = vocabulary_word_count(s->vocabulary);
	table->known_stems = vocabulary_stem_count(s->vocabulary);
	if (!++s->article) { /* counted round */
		memset(s->places.items, 0, s->places.count * sizeof *s->places.items);
		s->article = 1;
	}
	return refresh(s);
}

/* Place of the surface in the table, or the free one where it belongs. */
static uint32_t slot_for(const Spellings *s, uint64_t head, const char *surface, uint32_t length) {
	uint32_t mask = s->capacity - 1, i = (uint32_t)hash_with_head(head, surface, length) & mask;
	for (;; i = (i + 1) & mask) {
		const Spelling *slot = &s->slots[i];
		if (!slot->length || (slot->head == head && slot->length == length &&
		                      (length <= 8 || memcmp(s->bytes[i] + 8, surface + 8, length - 8) == 0)))
			return i;
	}
}

static bool grow(Spellings *s) {
	Spellings before = *s;
	if (!table_init(s, 2 * before.capacity)) {
		memory_free(s->slots);
		memory_free(s->bytes);
		*s = before;
		return false;
	}
	for (uint32_t i = 0; i < before.capacity; i++) {
		if (!before.slots[i].length)
			continue;
		uint32_t slot = slot_for(s, before.slots[i].head, before.bytes[i], before.slots[i].length);
		s->slots[slot] = before.slots[i];
		s->bytes[slot] = before.bytes[i];
	}
	memory_free(before.slots);
	memory_free(before.bytes);
	return true;
}

/* Whether a form is kept depends on nothing but itself and a table that only fills: within an article a normal form is
 * either shared or the article's own, never both. */
static bool may_keep(const char *bytes, size_t length) {
	return length <= KEPT_BYTES && (length <= KEPT_DIGITS || !utf8_is_digit((unsigned char)*bytes));
}

static Spelling *keep(Spellings *s, const Spelling *spelling, const char *surface, uint32_t length) {
	if ((s->count + 1) * 8u > s->capacity * 7u && !grow(s))
		return NULL;
	const char *bytes = arena_copy(&s->arena, surface, length);
	if (!bytes)
		return NULL;
	uint32_t slot = slot_for(s, spelling->head, bytes, length);
	s->bytes[slot] = bytes;
	s->slots[slot] = *spelling;
	s->slots[slot].length = (uint8_t)length;
	s->count++;
	return &s->slots[slot];
}

Spelling *spelling_of(Spellings *s, uint64_t head, const char *surface, uint32_t length) {
	bool kept = may_keep(surface, length);
	uint32_t slot = kept ? slot_for(s, head, surface, length) : 0;
	if (kept && s->slots[slot].length)
		return &s->slots[slot];
	s->passing = (Spelling){.head = head, .word = WORD_NONE, .flags = case_flags(surface, length)};
	if (!judge(s, &s->passing, surface, length))
		return NULL;
	return kept && s->count < WORDS_KEPT ? keep(s, &s->passing, surface, length) : &s->passing;
}

/* The article's own word with the normal form in s->norm. */
static uint32_t own_word(Spellings *s, WordTable *table) {
	uint32_t known = strmap_find(&table->map, s->norm.bytes, s->norm.length);
	if (known != STRMAP_NONE)
		return known | OWN_WORD;
	Word word = {.norm = arena_copy(&table->arena, s->norm.bytes, s->norm.length), .length = (uint32_t)s->norm.length};
	ClassSet *merged = NULL;
	if (!word.norm || !look_up(s, &word, &merged, &table->arena) || !vec_push(&table->words, word) ||
	    !strmap_set(&table->map, word.norm, word.length, table->words.count - 1))
		return WORD_NONE;
	return (table->words.count - 1) | OWN_WORD;
}

/* A new lexeme with the normal form in s->norm. */
static uint32_t new_lexeme(Spellings *s) {
	Lexeme lexeme = {.word = {.norm = arena_copy(&s->arena, s->norm.bytes, s->norm.length),
	                          .length = (uint32_t)s->norm.length}};
	if (!lexeme.word.norm || !look_up(s, &lexeme.word, &lexeme.merged, &s->arena) || !vec_reserve(&s->lexemes, 1) ||
	    !vec_reserve(&s->places, 1) ||
	    !strmap_set(&s->lexeme_map, lexeme.word.norm, lexeme.word.length, s->lexemes.count))
		return WORD_NONE;
	s->places.items[s->places.count++] = (Place){0, 0};
	s->lexemes.items[s->lexemes.count] = lexeme;
	return s->lexemes.count++;
}

uint32_t spelling_new_word(Spellings *s, Spelling *spelling, const char *surface, uint32_t length, WordTable *table) {
	if (!normalise(s, surface, length))
		return WORD_NONE;
	bool kept = may_keep(s->norm.bytes, s->norm.length);
	uint32_t word = kept ? strmap_find(&s->lexeme_map, s->norm.bytes, s->norm.length) : WORD_NONE;
	if (word == WORD_NONE && (!kept || s->lexemes.count == WORDS_KEPT)) {
		word = own_word(s, table);
		if (word != WORD_NONE)
			note_opener(s, spelling, &table->words.items[word & ~OWN_WORD]);
		return word;
	}
	if (word == WORD_NONE && (word = new_lexeme(s)) == WORD_NONE)
		return WORD_NONE;
	note_opener(s, spelling, &s->lexemes.items[word].word);
	return spelling->word = word;
}

/* A word is new to the article about as often as not: every one is copied behind the list, which costs less than a
 * branch, and the list grows if it was new. */
bool spellings_end(Spellings *s, WordTable *table, uint32_t *word, size_t stride, uint32_t count) {
	for (uint32_t i = 0; i < count; i++, word = (uint32_t *)((char *)word + stride)) {
		if (*word & OWN_WORD) {
			*word &= ~OWN_WORD;
			continue;
		}
		if (!vec_reserve(&table->words, 1))
			return false;
		Place *place = &s->places.items[*word];
		bool is_new = place->article != s->article;
		uint32_t index = is_new ? table->words.count : place->index;
		table->words.items[table->words.count] = s->lexemes.items[*word].word;
		table->words.count += is_new;
		*place = (Place){s->article, index};
		*word = index;
	}
	return true;
}
