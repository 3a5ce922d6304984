/* pairs and next in a fixed order: numbers, then strings by their bytes, then booleans. The order of Lua's own differs
 * from process to process, and would show in results. */
#include <stdlib.h>
#include <string.h>

#include "walls/impl.h"

typedef struct Key {
	int type; /* a lua_type; numbers come first */
	bool is_integer;
	lua_Integer integer; /* of a boolean too */
	lua_Number number;
	const char *bytes; /* lives in the table */
	size_t length;
} Key;

static int compare_numbers(const Key *a, const Key *b) {
	if (a->is_integer && b->is_integer)
		return (a->integer > b->integer) - (a->integer < b->integer);
	if (a->number != b->number)
		return a->number > b->number ? 1 : -1;
	return (int)b->is_integer - (int)a->is_integer;
}

static int compare(const void *left, const void *right) {
	const Key *a = left, *b = right;
	if (a->type != b->type) {
		static const int rank[] = {[LUA_TNUMBER] = 0, [LUA_TSTRING] = 1, [LUA_TBOOLEAN] = 2};
		return rank[a->type] - rank[b->type];
	}
	if (a->type == LUA_TNUMBER)
		return compare_numbers(a, b);
	if (a->type == LUA_TBOOLEAN)
		return (int)(a->integer - b->integer);
	int order = memcmp(a->bytes, b->bytes, a->length < b->length ? a->length : b->length);
	return order ? order : (a->length > b->length) - (a->length < b->length);
}

/* The key at the top of the stack. */
static Key read_key(lua_State *L) {
	Key key = {.type = lua_type(L, -1)};
	switch (key.type) {
	case LUA_TNUMBER:
		key.is_integer = lua_isinteger(L, -1);
		key.integer = key.is_integer ? lua_tointeger(L, -1) : 0;
		key.number = lua_tonumber(L, -1);
		break;
	case LUA_TSTRING:
		key.bytes = lua_tolstring(L, -1, &key.length);
		break;
	case LUA_TBOOLEAN:
		key.integer = lua_toboolean(L, -1);
		break;
	default:
		luaL_error(L, "a key that is a %s has no order", luaL_typename(L, -1));
	}
	return key;
}

static void push_key(lua_State *L, const Key *key) {
	if (key->type == LUA_TSTRING)
		lua_pushlstring(L, key->bytes, key->length);
	else if (key->type == LUA_TBOOLEAN)
		lua_pushboolean(L, (int)key->integer);
	else if (key->is_integer)
		lua_pushinteger(L, key->integer);
	else
		lua_pushnumber(L, key->number);
}

static size_t count_keys(lua_State *L, int table) {
	size_t count = 0;
	for (lua_pushnil(L); lua_next(L, table); lua_pop(L, 1))
		count++;
	return count;
}

/* Pushes the list of the table's keys in order. */
static void push_keys(lua_State *L, int table) {
	size_t count = count_keys(L, table), at = 0;
	box_charge(L, 8 * count);
	Key *keys = lua_newuserdatauv(L, (count + 1) * sizeof *keys, 0);
	for (lua_pushnil(L); lua_next(L, table);) {
		lua_pop(L, 1);
		keys[at++] = read_key(L);
	}
	qsort(keys, count, sizeof *keys, compare);
	lua_createtable(L, (int)count, 0);
	for (size_t i = 0; i < count; i++) {
		push_key(L, &keys[i]);
		lua_rawseti(L, -2, (lua_Integer)i + 1);
	}
	lua_remove(L, -2);
}

/* Upvalues: the table, its keys, the number of keys given. What was removed meanwhile is passed over. */
static int step(lua_State *L) {
	for (lua_Integer n = lua_tointeger(L, lua_upvalueindex(3)) + 1;; n++) {
		box_charge(L, 1);
		if (lua_rawgeti(L, lua_upvalueindex(2), n) == LUA_TNIL)
			return 1;
		lua_pushinteger(L, n);
		lua_replace(L, lua_upvalueindex(3));
		lua_pushvalue(L, -1);
		if (lua_rawget(L, lua_upvalueindex(1)) != LUA_TNIL)
			return 2;
		lua_pop(L, 2);
	}
}

static int l_pairs(lua_State *L) {
	luaL_checkany(L, 1);
	if (luaL_getmetafield(L, 1, "__pairs") != LUA_TNIL) {
		lua_pushvalue(L, 1);
		lua_call(L, 1, 3);
		return 3;
	}
	luaL_checktype(L, 1, LUA_TTABLE);
	lua_settop(L, 1);
	lua_pushvalue(L, 1);
	push_keys(L, 1);
	lua_pushinteger(L, 0);
	lua_pushcclosure(L, step, 3);
	lua_pushvalue(L, 1);
	lua_pushnil(L);
	return 3;
}

/* The least key behind the given one: linear in the table, and paid for. */
static int l_next(lua_State *L) {
	luaL_checktype(L, 1, LUA_TTABLE);
	lua_settop(L, 2);
	bool from_start = lua_isnil(L, 2), found = false;
	Key least = {0}, from = {0};
	size_t count = 0;
	if (!from_start)
		from = read_key(L);
	for (lua_pushnil(L); lua_next(L, 1); count++) {
		lua_pop(L, 1);
		Key key = read_key(L);
		if ((from_start || compare(&key, &from) > 0) && (!found || compare(&key, &least) < 0)) {
			least = key;
			found = true;
		}
	}
	box_charge(L, count);
	if (!found) {
		lua_pushnil(L);
		return 1;
	}
	push_key(L, &least);
	lua_pushvalue(L, -1);
	lua_rawget(L, 1);
	return 2;
}

void box_open_order(lua_State *L) {
	static const luaL_Reg own[] = {{"pairs", l_pairs}, {"next", l_next}, {NULL, NULL}};
	lua_pushglobaltable(L);
	luaL_setfuncs(L, own, 0);
	lua_pop(L, 1);
}
