/* One bearer, several names: what is the same name, what abridges one that stands in full, and acronyms. */
#include <string.h>

#include "base/memory.h"
#include "lexicon/names.h"

/* Kinds of key in Finder.names. */
enum { KEY_FULL = 'f', KEY_ENDS = 'e', KEY_START = 's' };

enum { KEY_BYTES = 160, KEY_LETTERS = 8 };

typedef struct Key {
	char bytes[KEY_BYTES];
	uint32_t length;
} Key;

static void key_append(Key *key, const void *bytes, uint32_t length) {
	if (key->length + length > KEY_BYTES)
		return; /* names so long differ before */
	memcpy(key->bytes + key->length, bytes, length);
	key->length += length;
}

/* A word by its number, but short ones in capitals by their letters: `F.B.I.` is `FBI`. */
static void key_word(const Finder *f, Key *key, uint32_t token) {
	const Token *t = &f->document->tokens.items[token];
	if (!(t->flags & TOKEN_UPPER) || t->end - t->start > 2 * KEY_LETTERS) {
		key_append(key, &t->word, sizeof t->word);
		return;
	}
	const Word *word = document_word(f->document, token);
	for (uint32_t i = 0; i < word->length; i++)
		if (word->norm[i] != '.')
			key_append(key, &word->norm[i], 1);
	key_append(key, ".", 1);
}

/* Hyphens do not count: `Jong-un` is `Jong Un`. */
static Key key_of(const Finder *f, char kind, Span name, uint32_t side) {
	Key key;
	key.length = 0;
	key_append(&key, &kind, 1);
	if (kind == KEY_FULL)
		key_append(&key, &side, sizeof side);
	if (kind == KEY_ENDS) {
		key_word(f, &key, name.start);
		key_word(f, &key, name.end - 1);
		return key;
	}
	uint32_t words = 0;
	for (uint32_t i = name.start; i < name.end && (kind == KEY_FULL || words < 2); i++)
		if (f->document->tokens.items[i].kind != TOKEN_DASH) {
			key_word(f, &key, i);
			words++;
		}
	return key;
}

static uint32_t find_key(const Finder *f, char kind, Span name, uint32_t side) {
	Key key = key_of(f, kind, name, side);
	return strmap_find(&f->names, key.bytes, key.length);
}

static bool set_key(Finder *f, char kind, Span name, uint32_t side, uint32_t entity) {
	Key key = key_of(f, kind, name, side);
	uint32_t known = strmap_find(&f->names, key.bytes, key.length);
	if (known == entity)
		return true;
	const char *bytes = known == STRMAP_NONE ? arena_copy(&f->keys, key.bytes, key.length) : key.bytes;
	return bytes && strmap_set(&f->names, bytes, key.length, entity);
}

static uint32_t word_count(const Finder *f, Span name) {
	uint32_t count = 0;
	for (uint32_t i = name.start; i < name.end; i++)
		count += f->document->tokens.items[i].kind != TOKEN_DASH;
	return count;
}

/* Whether one name is the other with words left out at its end or between first and last, as initials are. */
static uint32_t abridged(const Finder *f, Span name, uint32_t words) {
	uint32_t same_ends = find_key(f, KEY_ENDS, name, ID_NONE);
	if (same_ends != STRMAP_NONE)
		return same_ends;
	return words <= 3 ? find_key(f, KEY_START, name, ID_NONE) : STRMAP_NONE;
}

/* A body that speaks for a state has a namesake in every other: there the side is part of the name. */
static uint32_t key_side(const Finder *f, Span name, uint32_t side) {
	for (uint32_t i = name.start; i < name.end; i++)
		if (has_trait(f, i, WORD_ORGAN))
			return side;
	return ID_NONE;
}

static void complete(Finder *f, uint32_t entity, Span name, uint32_t side, NameKind kind) {
	if (!(entity & ENTITY_LOCAL))
		return;
	LocalName *known = &f->document->names.items[entity & ~ENTITY_LOCAL];
	if (known->side == ID_NONE)
		known->side = side;
	if (known->kind == NAME_UNKNOWN)
		known->kind = (uint8_t)kind;
	if (name.end - name.start > known->name.end - known->name.start)
		known->name = name;
}

uint32_t link_name(Finder *f, Span name, uint32_t side, NameKind kind) {
	uint32_t own_side = key_side(f, name, side), words = word_count(f, name);
	uint32_t entity = find_key(f, KEY_FULL, name, own_side);
	if (entity == STRMAP_NONE && kind != NAME_BODY && words > 1)
		entity = abridged(f, name, words);
	if (entity == STRMAP_NONE) {
		if (!vec_push(&f->document->names, (LocalName){name, side, (uint8_t)kind}))
			return ID_NONE;
		entity = (f->document->names.count - 1) | ENTITY_LOCAL;
	}
	complete(f, entity, name, side, kind);
	return set_key(f, KEY_FULL, name, own_side, entity) ? entity : ID_NONE;
}

bool remember_name(Finder *f, Span name, uint32_t entity, bool person) {
	WordLinks *links = f->links.items;
	const Token *tokens = f->document->tokens.items;
	if (name.end - name.start < 2)
		return true;
	links[tokens[name.end - 1].word].last = entity;
	if (!person)
		return true;
	links[tokens[name.start].word].first = entity;
	return set_key(f, KEY_ENDS, name, ID_NONE, entity) && set_key(f, KEY_START, name, ID_NONE, entity);
}

uint32_t link_word(const Finder *f, uint32_t token, MentionForm *form) {
	const WordLinks *links = &f->links.items[f->document->tokens.items[token].word];
	bool upper = f->document->tokens.items[token].flags & TOKEN_UPPER;
	*form = MENTION_SHORT;
	if (links->acronym != ID_NONE && upper) {
		*form = MENTION_ACRONYM;
		return links->acronym;
	}
	return links->last != ID_NONE ? links->last : links->first;
}

/* Its letters are, in order, first letters of the name's words; the first of both are the same. */
static bool spells(const Finder *f, uint32_t token, Span name) {
	const Word *letters = document_word(f->document, token);
	uint32_t done = 0;
	for (uint32_t i = name.start; i < name.end && done < letters->length; i++) {
		const Word *word = document_word(f->document, i);
		if (word->length && word->norm[0] == letters->norm[done])
			done++;
		else if (i == name.start)
			return false;
	}
	return done == letters->length;
}

uint32_t acronym_behind(const Finder *f, Span name, uint32_t limit) {
	const Token *tokens = f->document->tokens.items;
	uint32_t i = name.end + 1;
	if (i + 1 >= limit || tokens[i - 1].kind != TOKEN_OPEN || tokens[i + 1].kind != TOKEN_CLOSE)
		return 0;
	return tokens[i].kind == TOKEN_WORD && (tokens[i].flags & TOKEN_UPPER) && spells(f, i, name) ? i : 0;
}
