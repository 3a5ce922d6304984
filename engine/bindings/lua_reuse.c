/* Text reuse as Lua sees it: an index of texts or of lists of strings, and the runs of words that two texts share. */
#include <string.h>

#include "base/hash.h"
#include "base/memory.h"
#include "bindings/impl.h"
#include "reuse/reuse.h"

#define INDEX_TYPE "assay.reuse.index"
#define RUNS_TYPE "assay.reuse.runs"
#define LONGEST 64 /* words of a shingle */

typedef struct IndexHandle {
	ReuseIndex index;
	ReuseWords words;       /* scratch */
	ReuseFeatures features; /* scratch */
	ReusePairs pairs;       /* scratch */
	uint32_t size;          /* words of a shingle */
} IndexHandle;

typedef struct RunsHandle {
	ReuseWords a, b;
	ReuseRuns runs;
} RunsHandle;

static int l_index_gc(lua_State *L) {
	IndexHandle *h = luaL_checkudata(L, 1, INDEX_TYPE);
	reuse_done(&h->index);
	vec_done(&h->words);
	vec_done(&h->features);
	vec_done(&h->pairs);
	return 0;
}

static int l_runs_gc(lua_State *L) {
	RunsHandle *h = luaL_checkudata(L, 1, RUNS_TYPE);
	vec_done(&h->a);
	vec_done(&h->b);
	vec_done(&h->runs);
	return 0;
}

static void need(lua_State *L, bool fine) {
	if (!fine)
		luaL_error(L, "not enough memory");
}

static void read_words(lua_State *L, int arg, ReuseWords *words) {
	size_t length;
	const char *text = luaL_checklstring(L, arg, &length);
	luaL_argcheck(L, length < UINT32_MAX, arg, "too long");
	vec_clear(words);
	need(L, reuse_words(text, (uint32_t)length, words));
}

static void read_shingles(lua_State *L, IndexHandle *h, int arg) {
	read_words(L, arg, &h->words);
	vec_clear(&h->features);
	need(L, reuse_shingles(&h->words, h->size, &h->features));
}

static void read_strings(lua_State *L, IndexHandle *h, int arg) {
	luaL_checktype(L, arg, LUA_TTABLE);
	vec_clear(&h->features);
	for (lua_Integer i = 1; lua_geti(L, arg, i) == LUA_TSTRING; i++, lua_pop(L, 1)) {
		size_t length;
		const char *bytes = lua_tolstring(L, -1, &length);
		need(L, vec_push(&h->features, hash_bytes(bytes, length)));
	}
	lua_pop(L, 1);
}

/*** reuse.index(size = 5) → an empty index; size: words of the runs by which texts are compared, 1 to 64. */
static int l_index(lua_State *L) {
	lua_Integer size = luaL_optinteger(L, 1, 5);
	luaL_argcheck(L, size >= 1 && size <= LONGEST, 1, "1 to 64 expected");
	IndexHandle *h = luaA_new_handle(L, sizeof *h, INDEX_TYPE);
	h->size = (uint32_t)size;
	return 1;
}

/*** index:add(text or list of strings) → number of the document, from 1. A text counts as its runs of words, a list as
 * its strings. */
static int l_add(lua_State *L) {
	IndexHandle *h = luaL_checkudata(L, 1, INDEX_TYPE);
	if (lua_istable(L, 2))
		read_strings(L, h, 2);
	else
		read_shingles(L, h, 2);
	need(L, reuse_add(&h->index, &h->features));
	lua_pushinteger(L, h->index.begins.count);
	return 1;
}

static void push_pair(lua_State *L, const ReuseIndex *index, const ReusePair *pair) {
	const lua_Integer values[] = {(lua_Integer)pair->a + 1, (lua_Integer)pair->b + 1, pair->shared,
	                              reuse_size(index, pair->a), reuse_size(index, pair->b)};
	lua_createtable(L, 5, 0);
	for (int i = 0; i < 5; i++) {
		lua_pushinteger(L, values[i]);
		lua_seti(L, -2, i + 1);
	}
}

/*** index:pairs(least = 1, reach = 64) → list of {a, b, shared, size of a, size of b}, a < b: the documents that share
 * at least `least` of what they count as. From one document a shared run or string leads to the next `reach` documents
 * that have it; `shared` is exact. */
static int l_pairs(lua_State *L) {
	IndexHandle *h = luaL_checkudata(L, 1, INDEX_TYPE);
	lua_Integer least = luaL_optinteger(L, 2, 1), reach = luaL_optinteger(L, 3, 64);
	luaL_argcheck(L, least >= 1 && least < UINT32_MAX, 2, "1 or more expected");
	luaL_argcheck(L, reach >= 1 && reach < UINT32_MAX, 3, "1 or more expected");
	vec_clear(&h->pairs);
	need(L, reuse_pairs(&h->index, (uint32_t)least, (uint32_t)reach, &h->pairs));
	lua_createtable(L, (int)h->pairs.count, 0);
	for (uint32_t i = 0; i < h->pairs.count; i++) {
		push_pair(L, &h->index, &h->pairs.items[i]);
		lua_seti(L, -2, (lua_Integer)i + 1);
	}
	return 1;
}

/*** index:spread(number, passage) → in how many documents the rarest of the runs of words of a passage of the document
 * stands; 0 where it has none. */
static int l_spread(lua_State *L) {
	IndexHandle *h = luaL_checkudata(L, 1, INDEX_TYPE);
	lua_Integer document = luaL_checkinteger(L, 2);
	luaL_argcheck(L, document >= 1 && document <= h->index.begins.count, 2, "no such document");
	read_shingles(L, h, 3);
	uint32_t least = 0;
	for (uint32_t i = 0; i < h->features.count; i++) {
		uint32_t count;
		need(L, reuse_spread(&h->index, (uint32_t)document - 1, h->features.items[i], &count));
		if (i == 0 || count < least)
			least = count;
	}
	lua_pushinteger(L, least);
	return 1;
}

static void push_run(lua_State *L, const RunsHandle *h, const ReuseRun *run) {
	const ReuseWord *a = h->a.items + run->a, *b = h->b.items + run->b;
	lua_createtable(L, 5, 0);
	lua_pushinteger(L, run->words);
	push_span(L, a->start, a[run->words - 1].end);
	push_span(L, b->start, b[run->words - 1].end);
	for (int i = 5; i > 0; i--)
		lua_seti(L, -i - 1, i);
}

/*** reuse.runs(a, b, least) → list of {words, first in a, last in a, first in b, last in b}: the runs of at least
 * `least` words that both texts have, case and marks aside, in the order of a. */
static int l_runs(lua_State *L) {
	lua_Integer least = luaL_checkinteger(L, 3);
	luaL_argcheck(L, least >= 1 && least < UINT32_MAX, 3, "1 or more expected");
	RunsHandle *h = luaA_new_handle(L, sizeof *h, RUNS_TYPE);
	read_words(L, 1, &h->a);
	read_words(L, 2, &h->b);
	need(L, reuse_runs(&h->a, &h->b, (uint32_t)least, &h->runs));
	lua_createtable(L, (int)h->runs.count, 0);
	for (uint32_t i = 0; i < h->runs.count; i++) {
		push_run(L, h, &h->runs.items[i]);
		lua_seti(L, -2, (lua_Integer)i + 1);
	}
	return 1;
}

/*** reuse.count(text) → words of the text. */
static int l_count(lua_State *L) {
	RunsHandle *h = luaA_new_handle(L, sizeof *h, RUNS_TYPE);
	read_words(L, 1, &h->a);
	lua_pushinteger(L, h->a.count);
	return 1;
}

int lua_open_reuse(lua_State *L) {
	static const luaL_Reg methods[] = {{"add", l_add}, {"pairs", l_pairs}, {"spread", l_spread}, {NULL, NULL}};
	static const luaL_Reg index_meta[] = {{"__gc", l_index_gc}, {NULL, NULL}};
	static const luaL_Reg runs_meta[] = {{"__gc", l_runs_gc}, {NULL, NULL}};
	static const luaL_Reg functions[] = {{"index", l_index}, {"runs", l_runs}, {"count", l_count}, {NULL, NULL}};
	register_type(L, INDEX_TYPE, methods, index_meta);
	register_type(L, RUNS_TYPE, NULL, runs_meta);
	luaL_newlib(L, functions);
	return 1;
}
