#include "text/word.h"

#include "base/hash.h"
#include "base/memory.h"
#include "base/utf8.h"
#include "text/token.h"

#ifndef WORDS_KEPT
#define WORDS_KEPT (1u << 17) /* spellings: at most some 16 MB; two million words of news have 77,000 */
#endif
#define OWN_WORD (UINT32_C(1) << 31) /* the article's, with its index there */

enum {
	KEPT_BYTES = 40, /* longer ones are rare */
	KEPT_DIGITS = 4  /* longer numbers hardly come again */
};

bool token_roles_init(TokenRoles *roles, Vocabulary *vocabulary) {
	char name[] = "fused.1";
	bool ok = true;
	for (int i = 0; i < ENDINGS; i++, name[sizeof name - 2]++)
		ok &= (roles->fused[i] = vocabulary_add_class(vocabulary, name)) != CLASS_LIMIT;
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
		Word *word = table->words.items[i];
		word->id = vocabulary_find_word(vocabulary, word->norm, word->length);
		word->stem = vocabulary_find_stem(vocabulary, word->norm, word->length);
	}
	table->known_words = words;
	table->known_stems = stems;
}

static bool table_init(Spellings *s, uint32_t capacity) {
	s->capacity = capacity;
	s->slots = memory_new(capacity * sizeof *s->slots);
	return s->slots;
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
	vec_done(&s->words);
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
	uint32_t letters = 0, upper = 0, next;
	bool first = false;
	for (uint32_t i = 0; i < length; i = next) {
		uint32_t character = (unsigned char)surface[i];
		next = i + 1;
		if (character >= 0x80)
			next = i + (uint32_t)utf8_decode(surface + i, length - i, &character, NULL);
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
	if (!memchr(surface, '\'', length) && utf8_ascii_prefix(surface, length) == length)
		return 0;
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

static uint32_t fused_length(const Spellings *s, const ClassSet *classes, uint32_t length) {
	for (uint32_t i = 1; classes && i <= ENDINGS && i < length; i++)
		if (class_set_has(classes, s->roles->fused[i - 1]))
			return i;
	return 0;
}

static const ClassSet *own_classes(const Spellings *s, const Word *word) {
	return word->id == WORD_NONE ? NULL : &vocabulary_word(s->vocabulary, word->id)->classes;
}

/* What depends on the packs. A number neither splits nor takes a full stop. */
static void judge(Spellings *s, Spelling *spelling, const char *surface, uint32_t length) {
	bool number = utf8_is_digit((unsigned char)*surface);
	spelling->stop = number ? STOP_APART : STOP_UNKNOWN;
	spelling->ending = (uint8_t)(number ? 0 : clitic_length(s, surface, length));
	if (number || spelling->ending)
		return;
	const Word *word = spelling->word;
	const ClassSet *own = word ? own_classes(s, word) : spelling_classes(s, surface, length);
	spelling->ending = (uint8_t)fused_length(s, own, length);
}

bool spelling_judge_stop(Spellings *s, Spelling *spelling, const char *surface, uint32_t length) {
	if (spelling->stop != STOP_UNKNOWN)
		return true;
	if (!normalise(s, surface, length))
		return false;
	buf_append_byte(&s->norm, '.');
	uint32_t word = s->norm.oom ? WORD_NONE : vocabulary_find_word(s->vocabulary, s->norm.bytes, s->norm.length);
	bool taken = word != WORD_NONE &&
	             class_set_has(&vocabulary_word(s->vocabulary, word)->classes, s->roles->abbreviation);
	spelling->stop = taken ? STOP_TAKEN : STOP_APART;
	return !s->norm.oom;
}

/* Fills in what the vocabulary says of the normal form. */
static bool look_up(Spellings *s, Word *word, Arena *arena) {
	const ClassSet *own = own_classes(s, word), *of_stem = vocabulary_stem_classes(s->vocabulary, word->stem);
	bool has_room = word->classes && word->classes != own && word->classes != of_stem; /* merged before */
	word->id = vocabulary_find_word(s->vocabulary, word->norm, word->length);
	word->stem = vocabulary_find_stem(s->vocabulary, word->norm, word->length);
	own = own_classes(s, word);
	of_stem = vocabulary_stem_classes(s->vocabulary, word->stem);
	ClassSet *merged = has_room ? (ClassSet *)word->classes : NULL;
	word->classes = own ? own : of_stem;
	if (own && of_stem) {
		if (!merged && !(merged = arena_alloc(arena, sizeof *merged)))
			return false;
		for (size_t i = 0; i < sizeof own->bits / sizeof *own->bits; i++)
			merged->bits[i] = own->bits[i] | of_stem->bits[i];
		word->classes = merged;
	}
	word->traits = vocabulary_traits(s->vocabulary, word->id, word->stem, word->classes);
	return true;
}

/* A new word with the normal form in s->norm; NULL: out of memory. */
static Word *word_new(Spellings *s, Arena *arena) {
	size_t length = s->norm.length;
	Word *word = arena_alloc(arena, sizeof *word + length + 1);
	if (!word)
		return NULL;
	*word = (Word){.length = (uint32_t)length, .id = WORD_NONE, .stem = WORD_NONE};
	memcpy(word->norm, s->norm.bytes, length);
	word->norm[length] = '\0';
	return look_up(s, word, arena) ? word : NULL;
}

static const char *spelling_bytes(const Spelling *spelling) {
	return spelling->length <= CHUNK_BYTES ? (const char *)&spelling->bytes : (const char *)(uintptr_t)spelling->bytes.tail;
}

/* Looks all up again if the vocabulary has grown. */
static bool refresh(Spellings *s) {
	if (s->version == vocabulary_version(s->vocabulary))
		return true;
	for (uint32_t i = 0; i < s->words.count; i++)
		if (!look_up(s, s->words.items[i], &s->arena))
			return false;
	for (uint32_t i = 0; i < s->capacity; i++) {
		Spelling *slot = &s->slots[i];
		if (slot->length)
			judge(s, slot, spelling_bytes(slot), slot->length);
	}
	s->version = vocabulary_version(s->vocabulary);
	return true;
}

bool spellings_begin(Spellings *s, WordTable *table) {
	table->known_words = vocabulary_word_count(s->vocabulary);
	table->known_stems = vocabulary_stem_count(s->vocabulary);
	if (!++s->article) { /* counted round */
		for (uint32_t i = 0; i < s->words.count; i++)
			s->words.items[i]->article = 0;
		s->article = 1;
	}
	return refresh(s);
}

static Spelling *long_slot(const Spellings *s, const char *surface, uint32_t length) {
	uint32_t mask = s->capacity - 1, i = (uint32_t)hash_bytes(surface, length) & mask;
	for (;; i = (i + 1) & mask) {
		Spelling *slot = &s->slots[i];
		if (!slot->length || (slot->length == length && memcmp(spelling_bytes(slot), surface, length) == 0))
			return slot;
	}
}

/* The surface's place in the table, or the free one where it belongs. */
static Spelling *slot_for(const Spellings *s, const char *surface, uint32_t length) {
	Chunk bytes = chunk_of(surface, length <= CHUNK_BYTES ? length : 0);
	return length <= CHUNK_BYTES ? spelling_slot(s, bytes, (uint32_t)chunk_hash(bytes)) : long_slot(s, surface, length);
}

static bool grow(Spellings *s) {
	Spelling *before = s->slots;
	uint32_t capacity = s->capacity;
	if (!table_init(s, 2 * capacity)) {
		s->slots = before;
		s->capacity = capacity;
		return false;
	}
	for (uint32_t i = 0; i < capacity; i++)
		if (before[i].length)
			*slot_for(s, spelling_bytes(&before[i]), before[i].length) = before[i];
	memory_free(before);
	return true;
}

/* Whether a form is kept depends on nothing but itself and a table that only fills: within an article a normal form is
 * either shared or the article's own, never both. */
static bool may_keep(const char *bytes, size_t length) {
	return length <= (utf8_is_digit((unsigned char)*bytes) ? KEPT_DIGITS : KEPT_BYTES);
}

static Spelling *keep(Spellings *s, const Spelling *spelling, const char *surface, uint32_t length) {
	if ((s->count + 1) / 2 * 3 > s->capacity && !grow(s))
		return NULL;
	Chunk bytes = chunk_of(surface, length <= CHUNK_BYTES ? length : CHUNK_BYTES);
	if (length > CHUNK_BYTES && !(bytes.tail = (uintptr_t)arena_copy(&s->arena, surface, length)))
		return NULL;
	Spelling *slot = slot_for(s, surface, length);
	*slot = *spelling;
	slot->bytes = bytes;
	slot->length = (uint8_t)length;
	s->count++;
	return slot;
}

/* The spelling that is the normal form in s->norm: the table has one for each shared word, and so leads from normal forms
 * to words as well. Without a word where that is not kept; NULL: out of memory. */
static Spelling *normal_spelling(Spellings *s) {
	const char *norm = s->norm.bytes;
	uint32_t length = (uint32_t)s->norm.length;
	Spelling *slot = may_keep(norm, length) ? slot_for(s, norm, length) : NULL;
	if (slot && slot->length)
		return slot;
	s->passing = (Spelling){0};
	if (!slot || s->count == WORDS_KEPT)
		return &s->passing;
	Word *word = word_new(s, &s->arena);
	if (!word || !vec_push(&s->words, word))
		return NULL;
	slot = keep(s, &(Spelling){.word = word, .flags = case_flags(norm, length)}, norm, length);
	if (slot)
		judge(s, slot, word->norm, length);
	return slot;
}

static Spelling *learn(Spellings *s, const char *surface, uint32_t length, bool kept) {
	Spelling *normal = normalise(s, surface, length) ? normal_spelling(s) : NULL, *new = &s->passing;
	if (!normal || (normal->length == length && !memcmp(spelling_bytes(normal), surface, length)))
		return normal;
	*new = (Spelling){.word = normal->word, .flags = case_flags(surface, length)};
	judge(s, new, surface, length);
	return kept && new->word && s->count < WORDS_KEPT ? keep(s, new, surface, length) : new;
}

Spelling *spelling_of(Spellings *s, const char *surface, uint32_t length) {
	bool kept = may_keep(surface, length);
	Spelling *slot = kept ? slot_for(s, surface, length) : NULL;
	return slot && slot->length ? slot : learn(s, surface, length, kept);
}

/* The article's own word with the normal form of the surface. */
static uint32_t own_word(Spellings *s, const char *surface, uint32_t length, WordTable *table) {
	if (!normalise(s, surface, length))
		return WORD_NONE;
	uint32_t known = strmap_find(&table->map, s->norm.bytes, s->norm.length);
	if (known == STRMAP_NONE) {
		Word *word = word_new(s, &table->arena);
		known = table->words.count;
		if (!word || !vec_push(&table->words, word) || !strmap_set(&table->map, word->norm, word->length, known))
			return WORD_NONE;
	}
	return known;
}

uint32_t spelling_new_word(Spellings *s, Spelling *spelling, const char *surface, uint32_t length, WordTable *table) {
	Word *word = spelling->word;
	if (!word)
		return own_word(s, surface, length, table);
	if (word->article != s->article) {
		if (!vec_push(&table->words, word))
			return WORD_NONE;
		word->article = s->article;
		word->index = table->words.count - 1;
	}
	return word->index;
}
