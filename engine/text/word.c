#include "text/word.h"

#include <stdio.h>

#include "base/hash.h"
#include "base/memory.h"
#include "base/utf8.h"
#include "text/token.h"

#ifndef SPELLINGS_KEPT
#define SPELLINGS_KEPT (1u << 17) /* some 16 MB; a million words of news have a quarter of that */
#endif

enum {
	KEPT_BYTES = 40, /* longer ones are rare */
	KEPT_DIGITS = 4  /* longer numbers hardly come again */
};

/* A normal form. */
typedef struct Lexeme {
	Word word;
	ClassSet *merged; /* of word and stem, where both have classes */
	uint32_t version; /* of the vocabulary when the word was looked up */
	uint32_t article; /* that last used it, */
	uint32_t index;   /* and its place among that article's words */
} Lexeme;

typedef struct Slot {
	uint32_t hash;
	uint32_t spelling; /* index + 1; 0: free */
} Slot;

struct Spellings {
	Vocabulary *vocabulary;
	const TokenRoles *roles;
	Arena arena;
	Slot *slots;
	uint32_t capacity; /* a power of two */
	uint32_t article;  /* counts from 1 */
	VEC(Spelling) spellings;
	VEC(Lexeme) lexemes;
	StrMap lexeme_map; /* normal form → lexeme */
	Buf norm;
	Spelling passing;  /* one that is not kept */
};

bool token_roles_init(TokenRoles *roles, Vocabulary *vocabulary) {
	char name[16];
	bool ok = true;
	for (int i = 0; i < ENDINGS; i++) {
		snprintf(name, sizeof name, "fused.%d", i + 1);
		ok &= (roles->fused[i] = vocabulary_add_class(vocabulary, name)) != CLASS_LIMIT;
	}
	roles->abbreviation = vocabulary_add_class(vocabulary, "abbreviation");
	roles->clitic = vocabulary_add_class(vocabulary, "clitic");
	roles->emoticon = vocabulary_add_class(vocabulary, "emoticon");
	return ok && roles->abbreviation != CLASS_LIMIT && roles->clitic != CLASS_LIMIT && roles->emoticon != CLASS_LIMIT;
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

Spellings *spellings_new(Vocabulary *vocabulary, const TokenRoles *roles) {
	Spellings *s = memory_new(sizeof *s);
	if (!s)
		return NULL;
	s->vocabulary = vocabulary;
	s->roles = roles;
	s->capacity = 64;
	s->slots = memory_new(s->capacity * sizeof *s->slots);
	if (s->slots)
		return s;
	memory_free(s);
	return NULL;
}

void spellings_free(Spellings *s) {
	if (!s)
		return;
	memory_free(s->slots);
	vec_done(&s->spellings);
	vec_done(&s->lexemes);
	strmap_done(&s->lexeme_map);
	arena_done(&s->arena);
	buf_done(&s->norm);
	memory_free(s);
}

void spellings_begin(Spellings *s, WordTable *words) {
	words->known_words = vocabulary_word_count(s->vocabulary);
	words->known_stems = vocabulary_stem_count(s->vocabulary);
	if (++s->article)
		return;
	for (uint32_t i = 0; i < s->lexemes.count; i++)
		s->lexemes.items[i].article = 0;
	s->article = 1;
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

/* Looks up what depends on the packs. */
static bool judge(Spellings *s, Spelling *spelling) {
	const char *bytes = spelling->bytes;
	if (!normalise(s, bytes, spelling->length)) /* none of the look-ups below needs a longer buffer, but the last */
		return false;
	uint32_t clitic = clitic_length(s, bytes, spelling->length);
	spelling->ending = (uint8_t)(clitic ? clitic : fused_length(s, bytes, spelling->length));
	spelling->stop = takes_stop(s, bytes, spelling->length);
	spelling->version = vocabulary_version(s->vocabulary);
	return !s->norm.oom;
}

static Slot *slot_for(const Spellings *s, uint64_t head, uint32_t hash, const char *surface, uint32_t length) {
	for (uint32_t i = hash & (s->capacity - 1);; i = (i + 1) & (s->capacity - 1)) {
		Slot *slot = &s->slots[i];
		if (!slot->spelling)
			return slot;
		if (slot->hash != hash)
			continue;
		const Spelling *known = &s->spellings.items[slot->spelling - 1];
		if (known->head == head && known->length == length &&
		    (length <= 8 || memcmp(known->bytes + 8, surface + 8, length - 8) == 0))
			return slot;
	}
}

static bool grow(Spellings *s) {
	uint32_t old_capacity = s->capacity, capacity = old_capacity * 2;
	Slot *slots = memory_new(capacity * sizeof *slots), *old = s->slots;
	if (!slots)
		return false;
	for (uint32_t i = 0; i < old_capacity; i++) {
		uint32_t at = old[i].hash & (capacity - 1);
		while (old[i].spelling && slots[at].spelling)
			at = (at + 1) & (capacity - 1);
		if (old[i].spelling)
			slots[at] = old[i];
	}
	memory_free(old);
	s->slots = slots;
	s->capacity = capacity;
	return true;
}

/* Whether a normal form is kept depends on nothing but itself and a table that only fills: within an article it is
 * either a lexeme or one of the article's own words, never both. */
static bool may_keep(const char *norm, size_t length) {
	return length <= KEPT_BYTES && (length <= KEPT_DIGITS || *norm - '0' < 0 || *norm > '9');
}

static Spelling *keep(Spellings *s, const Spelling *spelling, uint32_t hash) {
	if ((s->spellings.count + 1) * 4u > s->capacity * 3u && !grow(s))
		return NULL;
	const char *bytes = arena_copy(&s->arena, spelling->bytes, spelling->length);
	if (!bytes || !vec_push(&s->spellings, *spelling))
		return NULL;
	Spelling *kept = &s->spellings.items[s->spellings.count - 1];
	kept->bytes = bytes;
	*slot_for(s, kept->head, hash, bytes, kept->length) = (Slot){hash, s->spellings.count};
	return kept;
}

static const Spelling *new_spelling(Spellings *s, const char *surface, uint32_t length, uint64_t head, uint32_t hash) {
	s->passing = (Spelling){.head = head, .bytes = surface, .length = length, .lexeme = WORD_NONE};
	s->passing.flags = case_flags(surface, length);
	if (!judge(s, &s->passing) || !normalise(s, surface, length))
		return NULL;
	bool room = s->spellings.count < SPELLINGS_KEPT && length <= KEPT_BYTES;
	return room && may_keep(s->norm.bytes, s->norm.length) ? keep(s, &s->passing, hash) : &s->passing;
}

const Spelling *spelling_of(Spellings *s, const char *surface, uint32_t length) {
	uint64_t head = hash_head(surface, length);
	uint32_t hash = (uint32_t)hash_with_head(head, surface, length);
	Slot *slot = slot_for(s, head, hash, surface, length);
	if (!slot->spelling)
		return new_spelling(s, surface, length, head, hash);
	Spelling *known = &s->spellings.items[slot->spelling - 1];
	return known->version == vocabulary_version(s->vocabulary) || judge(s, known) ? known : NULL;
}

/* Fills in what the vocabulary says of word->norm. *merged: room for classes of word and stem, or NULL for none yet. */
static bool look_up(Spellings *s, Word *word, ClassSet **merged, Arena *arena) {
	word->id = vocabulary_find_word(s->vocabulary, word->norm, word->length);
	word->stem = vocabulary_find_stem(s->vocabulary, word->norm, word->length);
	const ClassSet *own = word->id == WORD_NONE ? NULL : &vocabulary_word(s->vocabulary, word->id)->classes;
	const ClassSet *of_stem = vocabulary_stem_classes(s->vocabulary, word->stem);
	word->classes = own ? own : of_stem;
	if (!own || !of_stem)
		return true;
	if (!*merged && !(*merged = arena_alloc(arena, sizeof **merged)))
		return false;
	for (size_t i = 0; i < sizeof own->bits / sizeof *own->bits; i++)
		(*merged)->bits[i] = own->bits[i] | of_stem->bits[i];
	word->classes = *merged;
	return true;
}

/* Index of the article's own word with the normal form in s->norm. */
static uint32_t own_word(Spellings *s, WordTable *table) {
	uint32_t known = strmap_find(&table->map, s->norm.bytes, s->norm.length);
	if (known != STRMAP_NONE)
		return known;
	Word word = {.norm = arena_copy(&table->arena, s->norm.bytes, s->norm.length), .length = (uint32_t)s->norm.length};
	ClassSet *merged = NULL;
	if (!word.norm || !look_up(s, &word, &merged, &table->arena) || !vec_push(&table->words, word) ||
	    !strmap_set(&table->map, word.norm, word.length, table->words.count - 1))
		return WORD_NONE;
	return table->words.count - 1;
}

/* The lexeme of the normal form in s->norm; WORD_NONE: not kept, or out of memory, which *oom tells. */
static uint32_t lexeme_of(Spellings *s, bool *oom) {
	uint32_t known = strmap_find(&s->lexeme_map, s->norm.bytes, s->norm.length);
	if (known != STRMAP_NONE || s->lexemes.count >= SPELLINGS_KEPT || !may_keep(s->norm.bytes, s->norm.length))
		return known;
	Lexeme lexeme = {.word = {.norm = arena_copy(&s->arena, s->norm.bytes, s->norm.length),
	                          .length = (uint32_t)s->norm.length}};
	*oom = !lexeme.word.norm || !vec_push(&s->lexemes, lexeme);
	if (*oom)
		return WORD_NONE;
	*oom = !strmap_set(&s->lexeme_map, lexeme.word.norm, lexeme.word.length, s->lexemes.count - 1);
	s->lexemes.count -= *oom;
	return *oom ? WORD_NONE : s->lexemes.count - 1;
}

static uint32_t lexeme_word(Spellings *s, Lexeme *lexeme, WordTable *table) {
	uint32_t version = vocabulary_version(s->vocabulary);
	if (lexeme->article == s->article)
		return lexeme->index;
	if (lexeme->version != version && !look_up(s, &lexeme->word, &lexeme->merged, &s->arena))
		return WORD_NONE;
	lexeme->version = version;
	if (!vec_push(&table->words, lexeme->word))
		return WORD_NONE;
	lexeme->article = s->article;
	lexeme->index = table->words.count - 1;
	return lexeme->index;
}

uint32_t spelling_word(Spellings *s, const Spelling *spelling, WordTable *table) {
	uint32_t lexeme = spelling->lexeme;
	if (lexeme == WORD_NONE) {
		bool oom = false;
		if (!normalise(s, spelling->bytes, spelling->length) || ((lexeme = lexeme_of(s, &oom)) == WORD_NONE && oom))
			return WORD_NONE;
		if (lexeme == WORD_NONE)
			return own_word(s, table);
		if (spelling != &s->passing)
			s->spellings.items[spelling - s->spellings.items].lexeme = lexeme;
	}
	return lexeme_word(s, &s->lexemes.items[lexeme], table);
}
