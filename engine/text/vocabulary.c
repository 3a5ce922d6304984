#include "text/vocabulary.h"

#include <libstemmer.h>
#include <math.h>
#include <string.h>

#include "base/memory.h"
#include "base/utf8.h"

typedef struct Stem {
	ClassSet classes;
} Stem;

struct Vocabulary {
	Arena arena;
	struct sb_stemmer *stemmer;
	Buf stem_buffer;
	StrMap word_map, stem_map, class_map, lemma_map; /* lemma_map: form → index into lemmas */
	VEC(VocabularyWord *) words; /* in the arena: articles point at their classes */
	VEC(Stem *) stems;
	VEC(const char *) class_names;
	VEC(const char *) lemmas;
};

Vocabulary *vocabulary_new(const char *stemmer, AssayError *error) {
	Vocabulary *vocabulary = memory_new(sizeof *vocabulary);
	if (!vocabulary) {
		error_no_memory(error);
		return NULL;
	}
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
	buf_done(&vocabulary->stem_buffer);
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

static bool is_apostrophe(uint32_t character) {
	return character == 0x2019 || character == 0x2018 || character == 0x02BC || character == 0xFF07;
}

void vocabulary_normalise(const char *surface, size_t length, Buf *norm) {
	for (size_t i = 0; i < length;) {
		uint32_t character;
		i += utf8_decode(surface + i, length - i, &character, NULL);
		if (character < 0x80)
			buf_append_byte(norm, (char)utf8_lower(character));
		else if (is_apostrophe(character))
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
	return key && value && vec_push(&vocabulary->lemmas, value) &&
	       strmap_set(&vocabulary->lemma_map, key, strlen(key), vocabulary->lemmas.count - 1);
}

const char *vocabulary_stem_text(Vocabulary *vocabulary, const char *norm, size_t length, size_t *stem_length) {
	uint32_t lemma = strmap_find(&vocabulary->lemma_map, norm, length);
	if (lemma != STRMAP_NONE) {
		norm = vocabulary->lemmas.items[lemma];
		length = strlen(norm);
	}
	if (!vocabulary->stemmer || length > 255) {
		buf_clear(&vocabulary->stem_buffer);
		buf_append(&vocabulary->stem_buffer, norm, length);
		*stem_length = length;
		return vocabulary->stem_buffer.oom ? NULL : vocabulary->stem_buffer.bytes;
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
	class_set_add(&vocabulary->words.items[word]->classes, id);
}

void vocabulary_stem_add_class(Vocabulary *vocabulary, uint32_t stem, ClassId id) {
	class_set_add(&vocabulary->stems.items[stem]->classes, id);
}
