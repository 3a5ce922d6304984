/* Finds the packs' phrases in an article. */
#include <stdlib.h>

#include "base/memory.h"
#include "lexicon/impl.h"

typedef struct Walk {
	const Lexicon *lexicon;
	Document *document;
	uint32_t start; /* token where the phrase begins */
	bool ok;
} Walk;

static bool case_fits(const Document *document, const Alias *alias, uint32_t first, uint32_t end) {
	uint32_t needs = alias->needs;
	for (uint32_t i = first; i < end && needs; i++) {
		const Token *token = &document->tokens.items[i];
		if (token->kind == TOKEN_DASH)
			continue;
		bool fits = (needs & 3) == 0 || (token->flags & ((needs & 3) == 2 ? TOKEN_UPPER : TOKEN_CAPITAL));
		if (!fits)
			return false;
		needs >>= 2;
	}
	return true;
}

static void emit(Walk *walk, uint32_t node, uint32_t end) {
	const Trie *trie = &walk->lexicon->trie;
	Document *document = walk->document;
	for (uint32_t i = trie->nodes.items[node].first_target; i != TRIE_NONE && walk->ok; i = trie->targets.items[i].next) {
		const TrieTarget *target = &trie->targets.items[i];
		if (target->kind == HIT_ENTITY &&
		    !case_fits(document, &walk->lexicon->aliases.items[target->target], walk->start, end))
			continue;
		walk->ok = vec_push(&document->hits, (PhraseHit){walk->start, end, target->target, target->kind});
	}
}

/* Hyphens between the words of a phrase do not count, nor may it go over a paragraph's end. */
static uint32_t next_word(const Document *document, uint32_t at) {
	const TokenList *tokens = &document->tokens;
	if (at + 1 < tokens->count && tokens->items[at].kind == TOKEN_DASH && !(tokens->items[at].flags & TOKEN_SPACED) &&
	    !(tokens->items[at + 1].flags & TOKEN_SPACED))
		at++;
	return at < tokens->count && !(tokens->items[at].flags & TOKEN_BLANK_BEFORE) ? at : tokens->count;
}

static void follow(Walk *walk, uint32_t node, uint32_t at) {
	const Document *document = walk->document;
	if (at > walk->start && (at = next_word(document, at)) == document->tokens.count)
		return;
	const Token *token = &document->tokens.items[at];
	const Word *word = document_word(document, at);
	const TrieEdge edges[] = {{EDGE_WORD, word->id}, {EDGE_STEM, word->stem}, {EDGE_NUMBER, 0}};
	for (size_t i = 0; i < 3; i++) {
		if (edges[i].kind == EDGE_NUMBER ? token->kind != TOKEN_NUMBER : edges[i].id == WORD_NONE)
			continue;
		uint32_t child = trie_find(&walk->lexicon->trie, node, edges[i]);
		if (child == TRIE_NONE)
			continue;
		emit(walk, child, at + 1);
		follow(walk, child, at + 1);
	}
}

static int hit_order(const void *left, const void *right) {
	const PhraseHit *a = left, *b = right;
	if (a->first != b->first)
		return a->first < b->first ? -1 : 1;
	if (a->end != b->end)
		return a->end > b->end ? -1 : 1;
	if (a->kind != b->kind)
		return a->kind < b->kind ? -1 : 1;
	return a->target < b->target ? -1 : a->target > b->target;
}

static bool may_open(const Lexicon *lexicon, const Document *document, uint32_t token) {
	const Token *t = &document->tokens.items[token];
	return (t->flags & TOKEN_OPENS) || (lexicon->number_opens && t->kind == TOKEN_NUMBER);
}

static bool find_at(Walk *walk, uint32_t token) {
	Document *document = walk->document;
	uint32_t before = document->hits.count;
	walk->start = token;
	follow(walk, TRIE_ROOT, token);
	if (document->hits.count - before > 1)
		qsort(document->hits.items + before, document->hits.count - before, sizeof(PhraseHit), hit_order);
	return walk->ok;
}

bool lexicon_find_phrases(const Lexicon *lexicon, Document *document) {
	Walk walk = {.lexicon = lexicon, .document = document, .ok = true};
	uint32_t count = document->tokens.count;
	if (!vec_reserve(&document->hit_of, count + 1u))
		return false;
	document->hit_of.count = count + 1;
	for (uint32_t i = 0; i < count; i++) {
		document->hit_of.items[i] = document->hits.count;
		if (may_open(lexicon, document, i) && !find_at(&walk, i))
			return false;
	}
	document->hit_of.items[count] = document->hits.count;
	return true;
}
