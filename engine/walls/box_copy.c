/* Data from a box to another state. The box is only read, raw, so that nothing of the pack runs; a number for a pattern
 * is the one thing that is made there, protected. */
#include <math.h>
#include <stdio.h>

#include "walls/impl.h"

#define DEPTH 32
#define RESULT_LIMIT "result limit of 4000000 values passed"
#define VALUES 4000000 /* counted as often as they are reached: shared tables must not multiply */

typedef struct Copying {
	lua_State *from, *to;
	int known;   /* index in `to`: address of a table → its copy, false while it is being copied */
	int weights; /* the same → number of values in it, counted as often as they are reached */
	size_t left; /* values that may still be copied */
} Copying;

static void copy_value(Copying *copying, int index, int depth);

static int refuse(Copying *copying, const char *what) {
	return luaL_error(copying->to, "a pack's files give data; there is %s", what);
}

static int number_of_peg(lua_State *L) {
	lua_pushinteger(L, box_peg_number(L, 1));
	return 1;
}

static void copy_pattern(Copying *copying, int index) {
	lua_State *from = copying->from;
	lua_pushcfunction(from, number_of_peg);
	lua_pushvalue(from, index);
	int status = lua_pcall(from, 1, 1, 0);
	lua_Integer number = status == LUA_OK ? lua_tointeger(from, -1) : 0;
	if (status != LUA_OK && lua_type(from, -1) == LUA_TSTRING)
		luaL_error(copying->to, "%s", lua_tostring(from, -1));
	lua_pop(from, 1);
	if (!number)
		refuse(copying, "a userdata");
	lua_createtable(copying->to, 0, 1);
	lua_pushinteger(copying->to, number);
	lua_setfield(copying->to, -2, "peg");
}

static void copy_key(Copying *copying, int index) {
	lua_State *from = copying->from;
	if (lua_type(from, index) != LUA_TSTRING && !lua_isinteger(from, index))
		refuse(copying, "a key that is neither a string nor a whole number");
	copy_value(copying, index, 0);
}

static void copy_fields(Copying *copying, int index, int depth) {
	lua_State *from = copying->from, *to = copying->to;
	lua_createtable(to, (int)lua_rawlen(from, index), 0);
	for (lua_pushnil(from); lua_next(from, index); lua_pop(from, 1)) {
		int value = lua_gettop(from);
		copy_key(copying, value - 1);
		copy_value(copying, value, depth + 1);
		lua_rawset(to, -3);
	}
}

/* A table that was copied before is the same table again. */
static bool copy_known(Copying *copying, const void *address) {
	lua_State *to = copying->to;
	int type = lua_rawgetp(to, copying->known, address);
	if (type == LUA_TBOOLEAN)
		refuse(copying, "a table that holds itself");
	if (type != LUA_TTABLE) {
		lua_pop(to, 1);
		return false;
	}
	lua_rawgetp(to, copying->weights, address);
	size_t weight = (size_t)lua_tointeger(to, -1);
	lua_pop(to, 1);
	if (weight > copying->left)
		luaL_error(to, RESULT_LIMIT);
	copying->left -= weight;
	return true;
}

static void copy_table(Copying *copying, int index, int depth) {
	lua_State *from = copying->from, *to = copying->to;
	const void *address = lua_topointer(from, index);
	if (depth > DEPTH || !lua_checkstack(from, 4))
		luaL_error(to, "result limit: tables nested more than %d deep", DEPTH);
	luaL_checkstack(to, 6, NULL);
	if (copy_known(copying, address))
		return;
	size_t before = copying->left;
	lua_pushboolean(to, 0);
	lua_rawsetp(to, copying->known, address);
	copy_fields(copying, index, depth);
	lua_pushvalue(to, -1);
	lua_rawsetp(to, copying->known, address);
	lua_pushinteger(to, (lua_Integer)(before - copying->left));
	lua_rawsetp(to, copying->weights, address);
}

static void copy_number(Copying *copying, int index) {
	lua_State *from = copying->from;
	if (lua_isinteger(from, index)) {
		lua_pushinteger(copying->to, lua_tointeger(from, index));
		return;
	}
	lua_Number number = lua_tonumber(from, index);
	if (!isfinite(number))
		refuse(copying, "a number that is infinite or none");
	lua_pushnumber(copying->to, number);
}

/* Pushes the copy of the value at the absolute index. */
static void copy_value(Copying *copying, int index, int depth) {
	lua_State *from = copying->from, *to = copying->to;
	size_t length;
	const char *bytes;
	if (copying->left-- == 0)
		luaL_error(to, RESULT_LIMIT);
	switch (lua_type(from, index)) {
	case LUA_TNIL:
		lua_pushnil(to);
		break;
	case LUA_TBOOLEAN:
		lua_pushboolean(to, lua_toboolean(from, index));
		break;
	case LUA_TNUMBER:
		copy_number(copying, index);
		break;
	case LUA_TSTRING:
		bytes = lua_tolstring(from, index, &length);
		lua_pushlstring(to, bytes, length);
		break;
	case LUA_TTABLE:
		copy_table(copying, index, depth);
		break;
	case LUA_TUSERDATA:
		copy_pattern(copying, index);
		break;
	default:
		refuse(copying, lua_type(from, index) == LUA_TFUNCTION ? "a function" : "a value of another type");
	}
}

void box_copy(Box *box, int index, lua_State *L) {
	luaL_checkstack(L, 6, NULL);
	lua_newtable(L);
	lua_newtable(L);
	Copying copying = {box->L, L, lua_gettop(L) - 1, lua_gettop(L), VALUES};
	copy_value(&copying, lua_absindex(box->L, index), 0);
	lua_replace(L, copying.known);
	lua_settop(L, copying.known);
}
