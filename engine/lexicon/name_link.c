/* One bearer, several names: what is the same name, what abridges one that stands in full, and acronyms. */
#include <string.h>

#include "base/hash.h"
#include "base/memory.h"
#include "lexicon/names.h"

/* Kinds of key in Finder.names. */
typedef enum KeyKind { KEY_FULL, KEY_ENDS, KEY_START } KeyKind;

enum { ACRONYM_BYTES = 16 };

void names_begin(NameMap *names) {
	names->count = 0;
	if (++names->article)
		return;
	if (names->capacity) /* counted round */
		memset(names->slots, 0, names->capacity * sizeof *names->slots);
	names->article = 1;
}

static struct NameSlot *slot_for(const NameMap *names, uint64_t key) {
	uint32_t i = (uint32_t)key & (names->capacity - 1);
	while (names->slots[i].article == names->article && names->slots[i].key != key)
		i = (i + 1) & (names->capacity - 1);
	return &names->slots[i];
}

static bool grow(NameMap *names) {
	NameMap wider = {.capacity = names->capacity ? names->capacity * 2 : 64, .article = names->article};
	if (!(wider.slots = memory_new(wider.capacity * sizeof *wider.slots)))
		return false;
	for (uint32_t i = 0; i < names->capacity; i++)
		if (names->slots[i].article == names->article)
			*slot_for(&wider, names->slots[i].key) = names->slots[i];
	wider.count = names->count;
	memory_free(names->slots);
	*names = wider;
	return true;
}

static uint32_t find_key(const Finder *f, uint64_t key) {
	const NameMap *names = &f->names;
	const struct NameSlot *slot = names->capacity ? slot_for(names, key) : NULL;
	return slot && slot->article == names->article ? slot->entity : ID_NONE;
}

static bool set_key(Finder *f, uint64_t key, uint32_t entity) {
	NameMap *names = &f->names;
	if (names->count * 4u >= names->capacity * 3u && !grow(names))
		return false;
	struct NameSlot *slot = slot_for(names, key);
	names->count += slot->article != names->article;
	*slot = (struct NameSlot){key, entity, names->article};
	return true;
}

static uint64_t fold(uint64_t key, uint64_t more) {
	return hash_fold(key ^ more ^ hash_key[0], hash_key[1]);
}

/* A word by its number, but short ones in capitals by their letters: `F.B.I.` is `FBI`. */
static uint64_t fold_word(const Finder *f, uint64_t key, uint32_t token) {
	const Token *t = &f->document->tokens.items[token];
	if (!(t->flags & TOKEN_UPPER) || t->end - t->start > ACRONYM_BYTES)
		return fold(key, t->word);
	const Word *word = document_word(f->document, token);
	uint64_t letters = 0;
	for (uint32_t i = 0; i < word->length; i++)
		if (word->norm[i] != '.')
			letters = fold(letters, (unsigned char)word->norm[i]);
	return fold(key, letters);
}

/* Hyphens do not count: `Jong-un` is `Jong Un`. */
static uint64_t key_of(const Finder *f, KeyKind kind, Span name, uint32_t side) {
	uint64_t key = fold(kind, side);
	if (kind == KEY_ENDS)
		return fold_word(f, fold_word(f, key, name.start), name.end - 1);
	uint32_t words = 0;
	for (uint32_t i = name.start; i < name.end && (kind == KEY_FULL || words < 2); i++)
		if (f->document->tokens.items[i].kind != TOKEN_DASH) {
			key = fold_word(f, key, i);
			words++;
		}
	return key;
}

static uint32_t word_count(const Finder *f, Span name) {
	uint32_t count = 0;
	for (uint32_t i = name.start; i < name.end; i++)
		count += f->document->tokens.items[i].kind != TOKEN_DASH;
	return count;
}

/* Whether one name is the other with words left out at its end or between first and last, as initials are. */
static uint32_t abridged(const Finder *f, Span name, uint32_t words) {
	uint32_t same_ends = find_key(f, key_of(f, KEY_ENDS, name, ID_NONE));
	if (same_ends != ID_NONE)
		return same_ends;
	return words <= 3 ? find_key(f, key_of(f, KEY_START, name, ID_NONE)) : ID_NONE;
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
	uint64_t key = key_of(f, KEY_FULL, name, key_side(f, name, side));
	uint32_t entity = find_key(f, key), words = word_count(f, name);
	bool known = entity != ID_NONE;
	if (!known && kind != NAME_BODY && words > 1)
		entity = abridged(f, name, words);
	if (entity == ID_NONE) {
		if (!vec_push(&f->document->names, (LocalName){name, side, (uint8_t)kind}))
			return ID_NONE;
		entity = (f->document->names.count - 1) | ENTITY_LOCAL;
	}
	complete(f, entity, name, side, kind);
	return known || set_key(f, key, entity) ? entity : ID_NONE;
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
	return set_key(f, key_of(f, KEY_ENDS, name, ID_NONE), entity) &&
	       set_key(f, key_of(f, KEY_START, name, ID_NONE), entity);
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
