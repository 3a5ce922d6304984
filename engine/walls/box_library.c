/* string, table, math and utf8 as a pack has them: what costs more than one step is paid for before Lua's own function
 * is called, and table functions keep to the table itself, whatever its metatable says of its length. */
#include <string.h>

#include "walls/impl.h"

#define STRING_LIMIT ((size_t)16 << 20) /* bytes that string.rep may make */
#define COUNT_LIMIT ((lua_Integer)10000000)

const char box_random_seed = 0;

/* Calls the first upvalue, Lua's own function, with all arguments. */
static int call_own(lua_State *L) {
	lua_pushvalue(L, lua_upvalueindex(1));
	lua_insert(L, 1);
	lua_call(L, lua_gettop(L) - 1, LUA_MULTRET);
	return lua_gettop(L);
}

static size_t bytes_of(lua_State *L, int index) {
	size_t length = 0;
	if (lua_type(L, index) == LUA_TSTRING)
		lua_tolstring(L, index, &length);
	return length;
}

/* Linear in the strings that are given. */
static int pay_bytes(lua_State *L) {
	size_t bytes = (size_t)lua_gettop(L);
	for (int i = 1; i <= lua_gettop(L); i++)
		bytes += bytes_of(L, i);
	box_charge(L, bytes / 8);
	return call_own(L);
}

static int l_rep(lua_State *L) {
	size_t length, between;
	luaL_checklstring(L, 1, &length);
	lua_Integer count = luaL_checkinteger(L, 2);
	luaL_optlstring(L, 3, "", &between);
	if (count <= 0 || length + between == 0) {
		lua_pushliteral(L, "");
		return 1;
	}
	if ((size_t)count > STRING_LIMIT / (length + between))
		return luaL_error(L, "resulting string too large");
	box_charge(L, (length + between) * (size_t)count / 8);
	return call_own(L);
}

static bool shows_address(const char *format, size_t length) {
	for (const char *at = format, *end = format + length; (at = memchr(at, '%', (size_t)(end - at))) != NULL; at++) {
		do
			at++;
		while (at < end && *at && strchr("-+ #.0123456789", *at));
		if (at >= end)
			return false;
		if (*at == 'p')
			return true;
	}
	return false;
}

/* What %s would show by its address is shown by its type; %p shows nothing else. */
static int l_format(lua_State *L) {
	size_t length;
	const char *format = luaL_checklstring(L, 1, &length);
	if (shows_address(format, length))
		return luaL_error(L, "invalid conversion '%%p' to 'format'");
	for (int i = 2; i <= lua_gettop(L); i++) {
		if (lua_type(L, i) <= LUA_TSTRING && lua_type(L, i) != LUA_TLIGHTUSERDATA)
			continue;
		box_tostring(L, i, NULL);
		lua_replace(L, i);
	}
	return pay_bytes(L);
}

static void open_string(lua_State *L) {
	static const luaL_Reg own[] = {
		{"find", box_string_find}, {"match", box_string_match}, {"gmatch", box_string_gmatch},
		{"gsub", box_string_gsub}, {NULL, NULL},
	};
	static const luaL_Reg wrapped[] = {
		{"byte", pay_bytes}, {"char", pay_bytes}, {"format", l_format}, {"len", call_own}, {"lower", pay_bytes},
		{"rep", l_rep}, {"reverse", pay_bytes}, {"sub", pay_bytes}, {"upper", pay_bytes}, {NULL, NULL},
	};
	luaL_newlib(L, own);
	for (const luaL_Reg *entry = wrapped; entry->name; entry++) {
		lua_getfield(L, 1, entry->name);
		lua_pushcclosure(L, entry->func, 1);
		lua_setfield(L, -2, entry->name);
	}
	lua_pushliteral(L, "");
	lua_getmetatable(L, -1);
	lua_pushvalue(L, -3);
	lua_setfield(L, -2, "__index");
	lua_pop(L, 2);
}

/* ---- Tables ---- */

/* The elements of a table that does not lie about their number. */
static size_t check_plain(lua_State *L, int index) {
	luaL_checktype(L, index, LUA_TTABLE);
	if (luaL_getmetafield(L, index, "__len") != LUA_TNIL)
		luaL_argerror(L, index, "a table without __len expected");
	return lua_rawlen(L, index);
}

/* Appending, and removing the last element, is one step. */
static int pay_shift(lua_State *L) {
	size_t count = check_plain(L, 1);
	if (lua_isinteger(L, 2) && lua_gettop(L) == (int)lua_tointeger(L, lua_upvalueindex(2))) {
		lua_Integer at = lua_tointeger(L, 2);
		box_charge(L, at >= 1 && (size_t)at < count ? count - (size_t)at : 1);
	}
	return call_own(L);
}

static int pay_range(lua_State *L, lua_Integer first, lua_Integer last) {
	if (last >= first && (lua_Unsigned)last - (lua_Unsigned)first >= (lua_Unsigned)COUNT_LIMIT)
		return luaL_error(L, "too many elements");
	box_charge(L, last >= first ? (size_t)(last - first) + 1 : 1);
	return call_own(L);
}

static int l_concat(lua_State *L) {
	size_t count = check_plain(L, 1);
	return pay_range(L, luaL_optinteger(L, 3, 1), luaL_optinteger(L, 4, (lua_Integer)count));
}

static int l_unpack(lua_State *L) {
	size_t count = check_plain(L, 1);
	return pay_range(L, luaL_optinteger(L, 2, 1), luaL_optinteger(L, 3, (lua_Integer)count));
}

static int l_move(lua_State *L) {
	check_plain(L, 1);
	if (!lua_isnoneornil(L, 5))
		check_plain(L, 5);
	return pay_range(L, luaL_checkinteger(L, 2), luaL_checkinteger(L, 3));
}

/* n log n comparisons; those by a function of the pack pay for themselves. */
static int l_sort(lua_State *L) {
	size_t count = check_plain(L, 1), steps = count;
	for (size_t rest = count; rest > 1; rest /= 2)
		steps += 2 * count;
	box_charge(L, steps);
	return call_own(L);
}

static void open_table(lua_State *L) {
	static const luaL_Reg wrapped[] = {
		{"concat", l_concat}, {"insert", pay_shift}, {"move", l_move}, {"pack", pay_bytes}, {"remove", pay_shift},
		{"sort", l_sort}, {"unpack", l_unpack}, {NULL, NULL},
	};
	lua_newtable(L);
	for (const luaL_Reg *entry = wrapped; entry->name; entry++) {
		lua_getfield(L, 1, entry->name);
		lua_pushinteger(L, strcmp(entry->name, "insert") == 0 ? 3 : 2); /* arguments when a position is given */
		lua_pushcclosure(L, entry->func, 2);
		lua_setfield(L, -2, entry->name);
	}
}

/* ---- The rest ---- */

/* Copies the library at index 1 without one function. */
static void copy_library(lua_State *L, const char *without, lua_CFunction wrapper) {
	lua_newtable(L);
	for (lua_pushnil(L); lua_next(L, 1);) {
		lua_pushvalue(L, -2); /* key, value, key */
		if (strcmp(lua_tostring(L, -1), without) == 0) {
			lua_pop(L, 2);
			continue;
		}
		lua_insert(L, -2); /* key, key, value */
		if (wrapper && lua_isfunction(L, -1))
			lua_pushcclosure(L, wrapper, 1);
		lua_rawset(L, -4);
	}
}

static void open_math(lua_State *L) {
	lua_getfield(L, 1, "randomseed");
	lua_rawsetp(L, LUA_REGISTRYINDEX, &box_random_seed);
	copy_library(L, "randomseed", NULL);
}

static void open_utf8(lua_State *L) {
	copy_library(L, "", pay_bytes);
}

/* The opener finds Lua's library at index 1 and leaves the pack's. */
static void open_library(lua_State *L, const char *name, void (*opener)(lua_State *)) {
	int top = lua_gettop(L);
	lua_pushglobaltable(L);
	lua_getfield(L, LUA_REGISTRYINDEX, LUA_LOADED_TABLE);
	lua_getfield(L, -1, name);
	lua_replace(L, 1);
	opener(L);
	lua_setfield(L, top + 1, name);
	lua_settop(L, top);
}

void box_open_library(lua_State *L) {
	open_library(L, "string", open_string);
	open_library(L, "table", open_table);
	open_library(L, "math", open_math);
	open_library(L, "utf8", open_utf8);
}
