/* json.decode on any bytes; what it takes, encode writes as text that decodes to what encodes as the same text. */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "bindings/lua_support.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* The module is at slot 1; replaces the `count` values at the top by what the function gives. */
static void call(lua_State *L, const char *function, int count, int results) {
	lua_getfield(L, 1, function);
	lua_insert(L, -count - 1);
	if (lua_pcall(L, count, results, 0) != LUA_OK)
		abort();
}

static lua_State *open_state(void) {
	lua_State *L = luaL_newstate();
	if (!L)
		abort();
	lua_open_json(L);
	return L;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
	static lua_State *L;
	if (!L)
		L = open_state();
	lua_settop(L, 1);
	lua_pushlstring(L, (const char *)data, size);
	call(L, "decode", 1, 2);
	if (lua_isnil(L, -2)) {
		if (!lua_isstring(L, -1))
			abort();
		return 0;
	}
	lua_settop(L, 2);
	call(L, "encode", 1, 1);
	lua_pushvalue(L, 2);
	call(L, "decode", 1, 1);
	call(L, "encode", 1, 1);
	if (!lua_rawequal(L, 2, 3))
		abort();
	return 0;
}
