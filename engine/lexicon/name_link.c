/* One bearer, several names: what is the same name, what abridges one that stands in full, and acronyms. */
#include <string.h>

#include "base/memory.h"
#include "lexicon/names.h"

/* Kinds of key in Finder.names. */
enum { KEY_FULL = 'f', KEY_ENDS = 'e', KEY_START = 's' };

static void key_word(Finder *f, uint32_t token) {
	const Word *word = document_word(f->document, token);
	buf_append_byte(&f->key, ' ');
	buf_append(&f->key, word->norm, word->length);
}

/* Hyphens do not count: `Jong-un` is `Jong Un`. */
static void key_of(Finder *f, char kind, Span name, uint32_t side) {
	buf_clear(&f->key);
	buf_append_byte(&f->key, kind);
	if (kind == KEY_FULL && side != ID_NONE) {
		buf_append(&f->key, (const char *)&side, sizeof side);
	}
	if (kind == KEY_ENDS) {
		key_word(f, name.start);
		key_word(f, name.end - 1);
		return;
	}
	uint32_t words = 0;
	for (uint32_t i = name.start; i < name.end && (kind == KEY_FULL || words < 2); i++)
		if (f->document->tokens.items[i].kind != TOKEN_DASH) {
			key_word(f, i);
			words++;
		}
}

static uint32_t find_key(Finder *f, char kind, Span name, uint32_t side) {
	key_of(f, kind, name, side);
	f->oom |= f->key.oom;
	return f->key.oom ? STRMAP_NONE : strmap_find(&f->names, f->key.bytes, f->key.length);
}

static bool set_key(Finder *f, char kind, Span name, uint32_t side, uint32_t entity) {
	key_of(f, kind, name, side);
	if (f->key.oom)
		return false;
	if (strmap_find(&f->names, f->key.bytes, f->key.length) != STRMAP_NONE)
		return strmap_set(&f->names, f->key.bytes, f->key.length, entity);
	char *copy = arena_copy(&f->keys, f->key.bytes, f->key.length);
	return copy && strmap_set(&f->names, copy, f->key.length, entity);
}

static uint32_t word_count(const Finder *f, Span name) {
	uint32_t count = 0;
	for (uint32_t i = name.start; i < name.end; i++)
		count += f->document->tokens.items[i].kind != TOKEN_DASH;
	return count;
}

/* Whether one name is the other with words left out at its end or between first and last, as initials are. */
static uint32_t abridged(Finder *f, Span name, uint32_t words) {
	uint32_t same_ends = find_key(f, KEY_ENDS, name, ID_NONE);
	if (same_ends != STRMAP_NONE)
		return same_ends;
	uint32_t same_start = words <= 3 ? find_key(f, KEY_START, name, ID_NONE) : STRMAP_NONE;
	return same_start;
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
