#include "text/vocabulary.h"

#include <libstemmer.h>
#include <math.h>
#include <string.h>

#include "base/memory.h"
#include "base/utf8.h"

enum { STEMMED_BYTES = 255 }; /* a longer word is its own stem */

typedef struct Stem {
	ClassSet classes;
	uint32_t traits;
} Stem;

struct Vocabulary {
	Arena arena;
	struct sb_stemmer *stemmer;
	uint32_t version;
	StrMap word_map, stem_map, class_map, lemma_map; /* lemma_map: form → index into lemmas */
	VEC(VocabularyWord *) words; /* in the arena: articles point at their classes */
	VEC(Stem *) stems;
	VEC(const char *) class_names;
	uint32_t class_traits[CLASS_LIMIT];
	VEC(const char *) lemmas;
};

Vocabulary *vocabulary_new(const char *stemmer, AssayError *error) {
	Vocabulary *vocabulary = memory_new(sizeof *vocabulary);
	if (!vocabulary) {
		error_no_memory(error);
		return NULL;
	}
	vocabulary->version = 1;
	if (stemmer && !(vocabulary->stemmer = sb_stemmer_new(stemmer, "UTF_8"))) {
		error_set(error, ASSAY_BAD_PACK, "unknown stemmer '%s'", stemmer);
		vocabulary_free(vocabulary);
		return NULL;
	}
	return vocabulary;
}

void vocabulary_free(Vocabulary *vocabulary) {
	if (!vocabulary)
		return;
	if (vocabulary->stemmer)
		sb_stemmer_delete(vocabulary->stemmer);
	strmap_done(&vocabulary->word_map);
	strmap_done(&vocabulary->stem_map);
	strmap_done(&vocabulary->class_map);
	strmap_done(&vocabulary->lemma_map);
	vec_done(&vocabulary->words);
	vec_done(&vocabulary->stems);
	vec_done(&vocabulary->class_names);
	vec_done(&vocabulary->lemmas);
	arena_done(&vocabulary->arena);
	memory_free(vocabulary);
}

uint32_t vocabulary_version(const Vocabulary *vocabulary) {
	return vocabulary->version;
}

static void changed(Vocabulary *vocabulary) {
	vocabulary->version += vocabulary->version == UINT32_MAX ? 2 : 1;
}

static bool is_apostrophe(uint32_t character) {
	return character == 0x2019 || character == 0x2018 || character == 0x02BC || character == 0xFF07;
}

void vocabulary_normalise(const char *surface, size_t length, Buf *norm) {
	size_t ascii = utf8_ascii_prefix(surface, length), before = norm->length;
	buf_append(norm, surface, ascii);
	for (size_t i = before; i < norm->length; i++)
		norm->bytes[i] = (char)utf8_lower((unsigned char)norm->bytes[i]);
	for (size_t i = ascii; i < length;) {
		uint32_t character;
		i += utf8_decode(surface + i, length - i, &character, NULL);
		if (is_apostrophe(character))
			buf_append_byte(norm, '\'');
		else
			utf8_append(norm, utf8_lower(character));
	}
}

uint32_t vocabulary_add_word(Vocabulary *vocabulary, const char *norm, size_t length) {
	uint32_t known = strmap_find(&vocabulary->word_map, norm, length);
	if (known != STRMAP_NONE)
		return known;
	char *copy = arena_copy(&vocabulary->arena, norm, length);
	VocabularyWord *word = arena_alloc(&vocabulary->arena, sizeof *word);
	if (!copy || !word || !vec_push(&vocabulary->words, word))
		return WORD_NONE;
	changed(vocabulary);
	*word = (VocabularyWord){.norm = copy, .length = (uint32_t)length, .value = NAN};
	uint32_t id = vocabulary->words.count - 1;
	if (!strmap_set(&vocabulary->word_map, copy, length, id)) {
		vocabulary->words.count--;
		return WORD_NONE;
	}
	return id;
}

uint32_t vocabulary_find_word(const Vocabulary *vocabulary, const char *norm, size_t length) {
	return strmap_find(&vocabulary->word_map, norm, length);
}

uint32_t vocabulary_word_count(const Vocabulary *vocabulary) {
	return vocabulary->words.count;
}

VocabularyWord *vocabulary_word(const Vocabulary *vocabulary, uint32_t word) {
	return vocabulary->words.items[word];
}

bool vocabulary_add_lemma(Vocabulary *vocabulary, const char *form, const char *lemma) {
	char *key = arena_copy(&vocabulary->arena, form, strlen(form));
	char *value = arena_copy(&vocabulary->arena, lemma, strlen(lemma));
	changed(vocabulary);
	return key && value && vec_push(&vocabulary->lemmas, value) &&
	       strmap_set(&vocabulary->lemma_map, key, strlen(key), vocabulary->lemmas.count - 1);
}

const char *vocabulary_stem_text(Vocabulary *vocabulary, const char *norm, size_t length, size_t *stem_length) {
	uint32_t lemma = strmap_find(&vocabulary->lemma_map, norm, length);
	if (lemma != STRMAP_NONE) {
		norm = vocabulary->lemmas.items[lemma];
		length = strlen(norm);
	}
	bool number = length && utf8_is_digit((unsigned char)norm[length - 1]); /* has no ending that a stemmer takes off */
	if (!vocabulary->stemmer || number || length > STEMMED_BYTES) {
		*stem_length = length;
		return norm;
	}
	const sb_symbol *stem = sb_stemmer_stem(vocabulary->stemmer, (const sb_symbol *)norm, (int)length);
	*stem_length = stem ? (size_t)sb_stemmer_length(vocabulary->stemmer) : 0;
	return (const char *)stem;
}

uint32_t vocabulary_find_stem(Vocabulary *vocabulary, const char *norm, size_t length) {
	size_t stem_length;
	const char *stem = vocabulary_stem_text(vocabulary, norm, length, &stem_length);
	return stem ? strmap_find(&vocabulary->stem_map, stem, stem_length) : WORD_NONE;
}

uint32_t vocabulary_add_stem(Vocabulary *vocabulary, const char *norm, size_t length) {
	size_t stem_length;
	const char *stem = vocabulary_stem_text(vocabulary, norm, length, &stem_length);
	uint32_t known = stem ? strmap_find(&vocabulary->stem_map, stem, stem_length) : WORD_NONE;
	if (!stem || known != WORD_NONE)
		return known;
	char *copy = arena_copy(&vocabulary->arena, stem, stem_length);
	Stem *entry = arena_alloc(&vocabulary->arena, sizeof *entry);
	if (!copy || !entry || !vec_push(&vocabulary->stems, entry))
		return WORD_NONE;
	changed(vocabulary);
	*entry = (Stem){0};
	uint32_t id = vocabulary->stems.count - 1;
	if (!strmap_set(&vocabulary->stem_map, copy, stem_length, id)) {
		vocabulary->stems.count--;
		return WORD_NONE;
	}
	return id;
}

uint32_t vocabulary_stem_count(const Vocabulary *vocabulary) {
	return vocabulary->stems.count;
}

const ClassSet *vocabulary_stem_classes(const Vocabulary *vocabulary, uint32_t stem) {
	return stem == WORD_NONE ? NULL : &vocabulary->stems.items[stem]->classes;
}

ClassId vocabulary_find_class(const Vocabulary *vocabulary, const char *name) {
	uint32_t id = strmap_find(&vocabulary->class_map, name, strlen(name));
	return id == STRMAP_NONE ? CLASS_LIMIT : (ClassId)id;
}

ClassId vocabulary_add_class(Vocabulary *vocabulary, const char *name) {
	ClassId known = vocabulary_find_class(vocabulary, name);
	if (known != CLASS_LIMIT || vocabulary->class_names.count >= CLASS_LIMIT)
		return known;
	char *copy = arena_copy(&vocabulary->arena, name, strlen(name));
	if (!copy || !vec_push(&vocabulary->class_names, copy))
		return CLASS_LIMIT;
	ClassId id = (ClassId)(vocabulary->class_names.count - 1);
	if (!strmap_set(&vocabulary->class_map, copy, strlen(copy), id)) {
		vocabulary->class_names.count--;
		return CLASS_LIMIT;
	}
	return id;
}

uint32_t vocabulary_class_count(const Vocabulary *vocabulary) {
	return vocabulary->class_names.count;
}

const char *vocabulary_class_name(const Vocabulary *vocabulary, ClassId id) {
	return vocabulary->class_names.items[id];
}

void vocabulary_word_add_class(Vocabulary *vocabulary, uint32_t word, ClassId id) {
	changed(vocabulary);
	class_set_add(&vocabulary->words.items[word]->classes, id);
}

void vocabulary_stem_add_class(Vocabulary *vocabulary, uint32_t stem, ClassId id) {
	changed(vocabulary);
	class_set_add(&vocabulary->stems.items[stem]->classes, id);
}

void vocabulary_word_add_traits(Vocabulary *vocabulary, uint32_t word, uint32_t traits) {
	changed(vocabulary);
	vocabulary->words.items[word]->traits |= traits;
}

void vocabulary_stem_add_traits(Vocabulary *vocabulary, uint32_t stem, uint32_t traits) {
	changed(vocabulary);
	vocabulary->stems.items[stem]->traits |= traits;
}

void vocabulary_class_add_traits(Vocabulary *vocabulary, ClassId id, uint32_t traits) {
	changed(vocabulary);
	vocabulary->class_traits[id] |= traits;
}

uint32_t vocabulary_class_traits(const Vocabulary *vocabulary, ClassId id) {
	return vocabulary->class_traits[id];
}

uint32_t vocabulary_traits(const Vocabulary *vocabulary, uint32_t word, uint32_t stem, const ClassSet *classes) {
	uint32_t traits = word == WORD_NONE ? 0 : vocabulary->words.items[word]->traits;
	traits |= stem == WORD_NONE ? 0 : vocabulary->stems.items[stem]->traits;
	for (uint32_t i = 0; classes && i < CLASS_LIMIT / 64; i++)
		for (uint64_t left = classes->bits[i]; left; left &= left - 1)
			traits |= vocabulary->class_traits[i * 64 + (uint32_t)__builtin_ctzll(left)];
	return traits;
}
