#include <string.h>

#include "base/memory.h"
#include "lexicon/impl.h"

static uint64_t edge_key(uint32_t node, TrieEdge edge) {
	return (uint64_t)(node + 1) << 34 | (uint64_t)edge.kind << 32 | edge.id;
}

static uint64_t mix(uint64_t key) {
	key ^= key >> 29;
	key *= 0xBF58476D1CE4E5B9u;
	return key ^ key >> 32;
}

static struct TrieSlot *slot_for(struct TrieSlot *slots, uint32_t capacity, uint64_t key) {
	uint32_t i = (uint32_t)mix(key) & (capacity - 1);
	while (slots[i].key && slots[i].key != key)
		i = (i + 1) & (capacity - 1);
	return &slots[i];
}

static bool trie_grow(Trie *trie) {
	uint32_t capacity = trie->capacity ? trie->capacity * 2 : 64;
	struct TrieSlot *slots = memory_new(capacity * sizeof *slots);
	if (!slots)
		return false;
	for (uint32_t i = 0; i < trie->capacity; i++)
		if (trie->slots[i].key)
			*slot_for(slots, capacity, trie->slots[i].key) = trie->slots[i];
	memory_free(trie->slots);
	trie->slots = slots;
	trie->capacity = capacity;
	return true;
}

bool trie_init(Trie *trie) {
	return trie_grow(trie) && vec_push(&trie->nodes, (TrieNode){0});
}

void trie_done(Trie *trie) {
	memory_free(trie->slots);
	for (int kind = 0; kind < EDGE_KINDS; kind++)
		vec_done(&trie->roots[kind]);
	vec_done(&trie->nodes);
	vec_done(&trie->others);
}

uint32_t trie_look_up(const Trie *trie, uint32_t node, TrieEdge edge) {
	struct TrieSlot *slot = slot_for(trie->slots, trie->capacity, edge_key(node, edge));
	return slot->key ? slot->node : TRIE_NONE;
}

static bool add_root(Trie *trie, TrieEdge edge, uint32_t child) {
	while (trie->roots[edge.kind].count <= edge.id)
		if (!vec_push(&trie->roots[edge.kind], TRIE_NONE))
			return false;
	trie->roots[edge.kind].items[edge.id] = child;
	return true;
}

static bool add_edge(Trie *trie, uint32_t node, TrieEdge edge, uint32_t child) {
	if ((trie->count + 1) * 4u > trie->capacity * 3u && !trie_grow(trie))
		return false;
	trie->nodes.items[node].edges |= trie_edge_bit(edge);
	*slot_for(trie->slots, trie->capacity, edge_key(node, edge)) = (struct TrieSlot){edge_key(node, edge), child};
	trie->count++;
	return true;
}

uint32_t trie_add(Trie *trie, uint32_t node, TrieEdge edge) {
	uint32_t known = trie_find(trie, node, edge), child = trie->nodes.count;
	if (known != TRIE_NONE)
		return known;
	if (!vec_push(&trie->nodes, (TrieNode){0}) ||
	    !(node == TRIE_ROOT ? add_root(trie, edge, child) : add_edge(trie, node, edge, child)))
		return TRIE_NONE;
	return child;
}

bool trie_add_target(Trie *trie, uint32_t node, HitKind kind, uint32_t target, uint32_t needs) {
	TrieTarget *first = &trie->nodes.items[node].first, new = {target, needs, TRIE_NONE, (uint8_t)kind, true};
	for (const TrieTarget *t = first->given ? first : NULL; t; t = trie_next_target(trie, t))
		if (t->kind == kind && t->target == target)
			return true;
	if (first->given) {
		if (!vec_push(&trie->others, *first))
			return false;
		new.next = trie->others.count - 1;
	}
	*first = new;
	return true;
}
