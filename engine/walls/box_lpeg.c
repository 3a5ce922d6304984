/* LPeg as a pack has it. LPeg 1.0 and 1.1 write outside their memory for large exponents and overflow the C stack for
 * deep patterns, so the size of every pattern is bounded before it is made; its metatable, through which a pattern in
 * use could be freed, is out of reach. A match itself cannot be interrupted (walls/guard.h). */
#include <string.h>

#include "walls/impl.h"

#define PATTERN_BYTES ((size_t)240000) /* some 30,000 nodes; LPeg's recursion ends at about 60,000 on 8 MiB of stack */
#define NUMBER_LIMIT 4000
#define NODE 8 /* bytes, of LPeg's tree */
#define RULES 250
#define BACKTRACK 10000 /* entries of LPeg's stack; its default of 400 is met by honest packs */

static const char pegs_key = 0; /* registry: list of search patterns, and pattern → number */

static void check_pattern(lua_State *L, int index, int depth);

static size_t check_size(lua_State *L, size_t bytes) {
	if (bytes > PATTERN_BYTES)
		luaL_error(L, "pattern too large");
	return bytes;
}

static void check_grammar(lua_State *L, int index, int depth) {
	int count = 0;
	if (depth > 8)
		luaL_error(L, "grammars nested too deeply");
	luaL_checkstack(L, 8, NULL);
	for (lua_pushnil(L); lua_next(L, index); lua_pop(L, 1)) {
		if (++count > RULES + 2)
			luaL_error(L, "grammar has too many rules");
		check_pattern(L, lua_gettop(L), depth + 1);
	}
	box_charge(L, (size_t)count);
}

/* What LPeg would turn into a pattern is none that is too large. */
static void check_pattern(lua_State *L, int index, int depth) {
	size_t length;
	switch (lua_type(L, index)) {
	case LUA_TSTRING:
		lua_tolstring(L, index, &length);
		check_size(L, 2 * NODE * length);
		break;
	case LUA_TNUMBER: {
		lua_Number number = lua_tonumber(L, index);
		if (!(number >= -NUMBER_LIMIT && number <= NUMBER_LIMIT))
			luaL_error(L, "a pattern's number is at most %d", NUMBER_LIMIT);
		break;
	}
	case LUA_TTABLE:
		check_grammar(L, index, depth);
		break;
	case LUA_TFUNCTION:
		box_of(L)->keeps_state = true;
		break;
	default:
		break;
	}
}

/* Bytes of the tree that LPeg makes of it; of a grammar they are known only afterwards. */
static size_t size_of(lua_State *L, int index) {
	switch (lua_type(L, index)) {
	case LUA_TUSERDATA:
		return lua_rawlen(L, index);
	case LUA_TSTRING:
		return 2 * NODE * lua_rawlen(L, index);
	case LUA_TNUMBER:
		return 2 * NODE * NUMBER_LIMIT;
	}
	return NODE;
}

static int call_own(lua_State *L) {
	lua_pushvalue(L, lua_upvalueindex(1));
	lua_insert(L, 1);
	lua_call(L, lua_gettop(L) - 1, LUA_MULTRET);
	if (lua_gettop(L) > 0 && luaL_testudata(L, 1, BOX_PATTERN))
		box_charge(L, check_size(L, lua_rawlen(L, 1)) / 64);
	return lua_gettop(L);
}

/* One pattern. */
static int unary(lua_State *L) {
	check_pattern(L, 1, 0);
	return call_own(L);
}

/* Two patterns that become one. */
static int binary(lua_State *L) {
	check_pattern(L, 1, 0);
	check_pattern(L, 2, 0);
	check_size(L, size_of(L, 1) + size_of(L, 2));
	return call_own(L);
}

static int power(lua_State *L) {
	check_pattern(L, 1, 0);
	lua_Integer exponent = luaL_checkinteger(L, 2);
	if (exponent < -NUMBER_LIMIT || exponent > NUMBER_LIMIT)
		return luaL_error(L, "an exponent is at most %d", NUMBER_LIMIT);
	size_t times = (size_t)(exponent < 0 ? -exponent : exponent) + 1;
	check_size(L, (size_of(L, 1) + 2 * NODE) * times);
	return call_own(L);
}

/* A pattern and what its captures become: functions and tables run and keep what the pack wrote. */
static int capture(lua_State *L) {
	check_pattern(L, 1, 0);
	int type = lua_type(L, 2);
	if (type == LUA_TFUNCTION || type == LUA_TTABLE)
		box_of(L)->keeps_state = true;
	return call_own(L);
}

/* The strings of a set or range: LPeg folds them into one node. */
static int strings(lua_State *L) {
	box_charge(L, (size_t)lua_gettop(L));
	return call_own(L);
}

static int l_match(lua_State *L) {
	size_t length;
	check_pattern(L, 1, 0);
	luaL_checklstring(L, 2, &length);
	box_charge(L, length / 8 + 1);
	return call_own(L);
}

typedef struct Wrapped {
	const char *name;
	lua_CFunction wrapper;
} Wrapped;

/* Replaces functions of the table at `to` by wrappers of those of the table at `from`. */
static void wrap(lua_State *L, int from, int to, const Wrapped *list) {
	for (; list->name; list++) {
		if (lua_getfield(L, from, list->name) == LUA_TNIL) {
			lua_pop(L, 1);
			continue;
		}
		lua_pushcclosure(L, list->wrapper, 1);
		lua_setfield(L, to, list->name);
	}
}

/* LPeg's own table stays in the registry. */
static void open(lua_State *L) {
	static const Wrapped functions[] = {
		{"P", unary}, {"B", unary}, {"C", unary}, {"Cs", unary}, {"Ct", unary}, {"Cg", capture}, {"Cf", capture},
		{"Cmt", capture}, {"S", strings}, {"R", strings}, {"V", strings}, {"Cc", strings}, {"Cp", strings},
		{"Carg", strings}, {"Cb", strings}, {"match", l_match}, {"type", strings}, {"locale", strings}, {NULL, NULL},
	};
	static const Wrapped operators[] = {
		{"__mul", binary}, {"__add", binary}, {"__sub", binary}, {"__div", capture}, {"__mod", capture},
		{"__pow", power}, {"__unm", unary}, {"__len", unary}, {NULL, NULL},
	};
	lua_getfield(L, LUA_REGISTRYINDEX, LUA_LOADED_TABLE);
	lua_getfield(L, -1, "lpeg");
	int own = lua_gettop(L);
	lua_newtable(L);
	wrap(L, own, own + 1, functions);
	luaL_getmetatable(L, BOX_PATTERN);
	wrap(L, own + 2, own + 2, operators);
	lua_pushvalue(L, own + 1);
	lua_setfield(L, own + 2, "__index");
	lua_getfield(L, own, "setmaxstack");
	lua_pushinteger(L, BACKTRACK);
	lua_call(L, 1, 0);
	lua_pushvalue(L, own + 1);
	lua_setglobal(L, "lpeg");
}

void box_open_lpeg(lua_State *L) {
	int top = lua_gettop(L);
	open(L);
	lua_settop(L, top);
}

/* Pattern → one that searches: it gives the position of the first match that is not empty, and the one behind. */
static const char searcher[] =
	"local lpeg, pattern = ...\n"
	"local function judge(_, behind, first) return behind > first, first, behind end\n"
	"return lpeg.P { lpeg.Cmt(lpeg.Cp() * (pattern / 0), judge) + 1 * lpeg.V(1) }\n";

static void push_pegs(lua_State *L) {
	if (lua_rawgetp(L, LUA_REGISTRYINDEX, &pegs_key) == LUA_TTABLE)
		return;
	lua_pop(L, 1);
	lua_newtable(L);
	lua_pushvalue(L, -1);
	lua_rawsetp(L, LUA_REGISTRYINDEX, &pegs_key);
}

lua_Integer box_peg_number(lua_State *L, int index) {
	index = lua_absindex(L, index);
	if (!luaL_testudata(L, index, BOX_PATTERN))
		return 0;
	push_pegs(L);
	lua_pushvalue(L, index);
	if (lua_rawget(L, -2) == LUA_TNUMBER) {
		lua_Integer known = lua_tointeger(L, -1);
		lua_pop(L, 2);
		return known;
	}
	lua_pop(L, 1);
	lua_Integer number = (lua_Integer)lua_rawlen(L, -1) + 1;
	lua_pushvalue(L, index);
	lua_pushinteger(L, number);
	lua_rawset(L, -3);
	if (luaL_loadbufferx(L, searcher, sizeof searcher - 1, "=search", "t") != LUA_OK)
		lua_error(L);
	lua_getfield(L, LUA_REGISTRYINDEX, LUA_LOADED_TABLE);
	lua_getfield(L, -1, "lpeg");
	lua_remove(L, -2);
	lua_pushvalue(L, index);
	lua_call(L, 2, 1);
	lua_rawseti(L, -2, number);
	lua_pop(L, 1);
	return number;
}

bool box_push_peg(lua_State *L, lua_Integer number) {
	push_pegs(L);
	lua_rawgeti(L, -1, number);
	lua_remove(L, -2);
	return !lua_isnil(L, -1);
}
