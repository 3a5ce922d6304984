/* Shared by the files of this folder only. */
#ifndef ASSAY_LEXICON_IMPL_H
#define ASSAY_LEXICON_IMPL_H
#include "lexicon/lexicon.h"

#define TRIE_ROOT 0
#define TRIE_NONE UINT32_MAX

typedef enum EdgeKind { EDGE_WORD, EDGE_STEM, EDGE_NUMBER, EDGE_KINDS } EdgeKind;

typedef struct TrieEdge {
	EdgeKind kind;
	uint32_t id; /* word or stem */
} TrieEdge;

typedef struct TrieTarget {
	uint32_t target;
	uint32_t needs; /* see Alias */
	uint32_t next;  /* index of another target of the same node, or TRIE_NONE */
	uint8_t kind;   /* HitKind */
	bool given;     /* false: the node has no target */
} TrieTarget;

/* With its first target at hand: most words that are looked at lead to the node, and to nothing else. */
typedef struct TrieNode {
	uint64_t edges; /* trie_edge_bit of each edge below it: most words that follow have none */
	TrieTarget first;
} TrieNode;

/* Phrase trie: edges live in one hash table keyed by node and edge; node 0 is the root, whose edges, being many and the
 * most asked for, have tables of their own. */
typedef struct Trie {
	struct TrieSlot { uint64_t key; uint32_t node; } *slots; /* key 0: free */
	uint32_t capacity, count;
	VEC(uint32_t) roots[EDGE_KINDS]; /* by id; TRIE_NONE: no edge */
	VEC(TrieNode) nodes;
	VEC(TrieTarget) others; /* targets of nodes that have several */
} Trie;

bool trie_init(Trie *trie);
void trie_done(Trie *trie);
uint32_t trie_add(Trie *trie, uint32_t node, TrieEdge edge); /* the child; TRIE_NONE: out of memory */
uint32_t trie_look_up(const Trie *trie, uint32_t node, TrieEdge edge); /* the child or TRIE_NONE; not of the root */
bool trie_add_target(Trie *trie, uint32_t node, HitKind kind, uint32_t target, uint32_t needs);

static inline uint64_t trie_edge_bit(TrieEdge edge) {
	return UINT64_C(1) << ((edge.id + edge.kind) % 64);
}

/* Another target of the same node, or NULL. */
static inline const TrieTarget *trie_next_target(const Trie *trie, const TrieTarget *target) {
	return target->next == TRIE_NONE ? NULL : &trie->others.items[target->next];
}

/* The child or TRIE_NONE. */
static inline uint32_t trie_find(const Trie *trie, uint32_t node, TrieEdge edge) {
	if (node == TRIE_ROOT)
		return edge.id < trie->roots[edge.kind].count ? trie->roots[edge.kind].items[edge.id] : TRIE_NONE;
	return trie->nodes.items[node].edges & trie_edge_bit(edge) ? trie_look_up(trie, node, edge) : TRIE_NONE;
}

typedef struct Finder Finder; /* of names: names.h */

Finder *finder_new(const Lexicon *lexicon); /* NULL: out of memory */
void finder_free(Finder *finder);

struct Lexicon {
	Vocabulary *vocabulary;
	Arena arena;
	LexiconRoles roles;
	uint32_t numbers;   /* traits of every number, whatever its digits */
	Trie trie;
	StrMap entity_map;
	VEC(Entity) entities;
	VEC(Alias) aliases;
	VEC(VagueValue) values;
	Finder *finder;
	bool metonyms; /* off: a metonym is a name like others */
};

#endif
