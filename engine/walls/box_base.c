/* The basic functions as a pack has them. No load, no print, no coroutines, no collector. */
#include <string.h>

#include "walls/impl.h"

/* A passed limit is not for the pack to catch. */
static void rethrow_limit(lua_State *L, int status) {
	Box *box = box_of(L);
	if (status == LUA_ERRMEM && box->over == BOX_WITHIN)
		box->over = BOX_OVER_MEMORY;
	if (box->over != BOX_WITHIN)
		box_raise(L);
}

static int l_pcall(lua_State *L) {
	luaL_checkany(L, 1);
	int status = lua_pcall(L, lua_gettop(L) - 1, LUA_MULTRET, 0);
	rethrow_limit(L, status);
	lua_pushboolean(L, status == LUA_OK);
	lua_insert(L, 1);
	return lua_gettop(L);
}

/* The pack's handler (an upvalue) never sees a passed limit: it would run where no hook is called. */
static int handle(lua_State *L) {
	if (box_of(L)->over != BOX_WITHIN)
		return 1;
	lua_pushvalue(L, lua_upvalueindex(1));
	lua_insert(L, 1);
	lua_call(L, 1, 1);
	return 1;
}

static int l_xpcall(lua_State *L) {
	luaL_checktype(L, 2, LUA_TFUNCTION);
	lua_pushvalue(L, 2);
	lua_pushcclosure(L, handle, 1);
	lua_insert(L, 1);
	lua_remove(L, 3); /* handler, function, arguments */
	int status = lua_pcall(L, lua_gettop(L) - 2, LUA_MULTRET, 1);
	rethrow_limit(L, status);
	lua_pushboolean(L, status == LUA_OK);
	lua_replace(L, 1);
	return lua_gettop(L);
}

/* Of tables alone: the metatables of strings and patterns are not the pack's. */
static int l_getmetatable(lua_State *L) {
	luaL_checkany(L, 1);
	if (lua_type(L, 1) != LUA_TTABLE || !lua_getmetatable(L, 1)) {
		lua_pushnil(L);
		return 1;
	}
	luaL_getmetafield(L, 1, "__metatable");
	return 1;
}

/* Finalizers run where no hook is called, weak tables tell when the collector ran. */
static int l_setmetatable(lua_State *L) {
	static const char *const refused[] = {"__gc", "__mode", "__name"};
	int type = lua_type(L, 2);
	luaL_checktype(L, 1, LUA_TTABLE);
	luaL_argexpected(L, type == LUA_TNIL || type == LUA_TTABLE, 2, "nil or table");
	if (luaL_getmetafield(L, 1, "__metatable") != LUA_TNIL)
		return luaL_error(L, "cannot change a protected metatable");
	for (size_t i = 0; type == LUA_TTABLE && i < sizeof refused / sizeof *refused; i++) {
		lua_pushstring(L, refused[i]);
		if (lua_rawget(L, 2) != LUA_TNIL)
			return luaL_error(L, "a pack's metatable has no %s", refused[i]);
		lua_pop(L, 1);
	}
	lua_settop(L, 2);
	lua_setmetatable(L, 1);
	return 1;
}

const char *box_tostring(lua_State *L, int index, size_t *length) {
	int type = lua_type(L, index);
	if (type <= LUA_TBOOLEAN || type == LUA_TNUMBER || type == LUA_TSTRING)
		return luaL_tolstring(L, index, length);
	if (luaL_callmeta(L, index, "__tostring")) {
		if (lua_type(L, -1) != LUA_TSTRING)
			luaL_error(L, "'__tostring' must return a string");
	} else {
		lua_pushstring(L, luaL_typename(L, index));
	}
	return lua_tolstring(L, -1, length);
}

static int l_tostring(lua_State *L) {
	luaL_checkany(L, 1);
	lua_settop(L, 1);
	box_tostring(L, 1, NULL);
	return 1;
}

/* Every argument is copied. */
static int l_select(lua_State *L) {
	box_charge(L, (size_t)lua_gettop(L) / 4);
	lua_pushvalue(L, lua_upvalueindex(1));
	lua_insert(L, 1);
	lua_call(L, lua_gettop(L) - 1, LUA_MULTRET);
	return lua_gettop(L);
}

void box_open_base(lua_State *L) {
	static const char *const kept[] = {
		"assert", "error", "ipairs", "rawequal", "rawget", "rawlen", "rawset", "tonumber", "type", "_VERSION",
	};
	static const luaL_Reg own[] = {
		{"pcall", l_pcall}, {"xpcall", l_xpcall}, {"getmetatable", l_getmetatable},
		{"setmetatable", l_setmetatable}, {"tostring", l_tostring}, {NULL, NULL},
	};
	lua_pushglobaltable(L);
	lua_getfield(L, LUA_REGISTRYINDEX, LUA_LOADED_TABLE);
	lua_getfield(L, -1, "_G");
	for (size_t i = 0; i < sizeof kept / sizeof *kept; i++) {
		lua_getfield(L, -1, kept[i]);
		lua_setfield(L, -4, kept[i]);
	}
	lua_getfield(L, -1, "select");
	lua_pushcclosure(L, l_select, 1);
	lua_setfield(L, -4, "select");
	lua_pop(L, 2);
	luaL_setfuncs(L, own, 0);
	lua_pop(L, 1);
}
