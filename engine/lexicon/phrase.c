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

/* needs: see Alias. */
static bool case_fits(const Document *document, uint32_t needs, uint32_t first, uint32_t end) {
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

static void emit(Walk *walk, const TrieTarget *target, uint32_t end) {
	Document *document = walk->document;
	for (; target && walk->ok; target = trie_next_target(&walk->lexicon->trie, target))
		if (case_fits(document, target->needs, walk->start, end))
			walk->ok = vec_push(&document->hits, (PhraseHit){walk->start, end, target->target, target->kind});
}

/* Hyphens between the words of a phrase do not count, nor may it go over a paragraph's end. */
static uint32_t next_word(const Document *document, uint32_t at) {
	const TokenList *tokens = &document->tokens;
	if (at + 1 < tokens->count && tokens->items[at].kind == TOKEN_DASH && !(tokens->items[at].flags & TOKEN_SPACED) &&
	    !(tokens->items[at + 1].flags & TOKEN_SPACED))
		at++;
	return at < tokens->count && !(tokens->items[at].flags & TOKEN_BLANK_BEFORE) ? at : tokens->count;
}

static void follow(Walk *walk, uint32_t node, uint32_t end);

static void step(Walk *walk, uint32_t node, TrieEdge edge, uint32_t at) {
	uint32_t child = trie_find(&walk->lexicon->trie, node, edge);
	if (child != TRIE_NONE)
		follow(walk, child, at + 1);
}

/* Takes every edge of the node that the token fits. */
static inline void take_edges(Walk *walk, uint32_t node, uint32_t at) {
	const Word *word = document_word(walk->document, at);
	if (word->id != WORD_NONE)
		step(walk, node, (TrieEdge){EDGE_WORD, word->id}, at);
	if (word->stem != WORD_NONE)
		step(walk, node, (TrieEdge){EDGE_STEM, word->stem}, at);
	if (walk->document->tokens.items[at].kind == TOKEN_NUMBER)
		step(walk, node, (TrieEdge){EDGE_NUMBER, 0}, at);
}

/* The phrase up to `end` leads to the node. */
static void follow(Walk *walk, uint32_t node, uint32_t end) {
	const TrieNode *n = &walk->lexicon->trie.nodes.items[node];
	if (n->first.given)
		emit(walk, &n->first, end);
	uint32_t at = n->edges ? next_word(walk->document, end) : walk->document->tokens.count;
	if (at < walk->document->tokens.count)
		take_edges(walk, node, at);
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

/* The sets that a phrase puts its first token into, as bits. */
static uint32_t sets_of(const Lexicon *lexicon, const PhraseHit *hit) {
	switch ((HitKind)hit->kind) {
	case HIT_ENTITY: return 1 << SET_NAME;
	case HIT_VALUE: return WORD_NUMBER;
	default: return vocabulary_class_traits(lexicon->vocabulary, (ClassId)hit->target) & (WORD_CONTEXT | WORD_CUE);
	}
}

static void enter_sets(const Lexicon *lexicon, Document *document, const PhraseHit *hit) {
	for (uint32_t left = sets_of(lexicon, hit); left; left &= left - 1)
		token_set_add(&document->sets, (TokenSet)__builtin_ctz(left), hit->first);
}

static bool find_at(Walk *walk, uint32_t token) {
	Document *document = walk->document;
	uint32_t before = document->hits.count;
	walk->start = token;
	take_edges(walk, TRIE_ROOT, token);
	if (document->hits.count - before > 1)
		qsort(document->hits.items + before, document->hits.count - before, sizeof(PhraseHit), hit_order);
	for (uint32_t i = before; i < document->hits.count; i++)
		enter_sets(walk->lexicon, document, &document->hits.items[i]);
	return document->hits.count > before;
}

/* Thousands of names are too many for the nearest caches: those that a block may have are fetched together. */
static void fetch_ahead(const Walk *walk, uint32_t first, uint32_t end) {
	const Document *document = walk->document;
	const Trie *trie = &walk->lexicon->trie;
	for (uint32_t i = first; (i = token_set_next(&document->sets, SET_PHRASE, i, end)) < end; i++) {
		uint32_t node = trie_find(trie, TRIE_ROOT, (TrieEdge){EDGE_WORD, document_word(document, i)->id});
		if (node != TRIE_NONE)
			__builtin_prefetch(&trie->nodes.items[node]);
	}
}

/* In the tokens of block `b`. */
static void find_in_block(Walk *walk, uint32_t b) {
	Document *document = walk->document;
	uint32_t end = b * 64 + 64 < document->tokens.count ? b * 64 + 64 : document->tokens.count;
	fetch_ahead(walk, b * 64, end);
	document->hit_ranks.items[b] = document->hits.count;
	for (uint32_t i = b * 64; (i = token_set_next(&document->sets, SET_PHRASE, i, end)) < end; i++)
		if (!find_at(walk, i))
			token_set_remove(&document->sets, SET_PHRASE, i);
}

bool lexicon_find_phrases(const Lexicon *lexicon, Document *document) {
	Walk walk = {.lexicon = lexicon, .document = document, .ok = true};
	uint32_t blocks = (document->tokens.count + 63) / 64;
	if (!token_sets_fill(&document->tokens, &document->words, lexicon->numbers, &document->sets) ||
	    !vec_reserve(&document->hit_ranks, blocks))
		return false;
	document->hit_ranks.count = blocks;
	for (uint32_t b = 0; b < blocks && walk.ok; b++)
		find_in_block(&walk, b);
	return walk.ok;
}
