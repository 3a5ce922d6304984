/* A fuzzer whose body is Lua: tests/fuzz/NAME.lua gives a function of the bytes, which raises when something does not
 * hold. Run from the project's folder. */
#ifndef ASSAY_FUZZ_SCRIPT_H
#define ASSAY_FUZZ_SCRIPT_H
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

#include <lauxlib.h>

#include "host/state.h"

#define RUNS_OF_A_STATE 20000 /* words of patterns stay in an analyzer: its memory is bounded by a new one */

static void check_status(lua_State *L, int status) {
	if (status == LUA_OK)
		return;
	fprintf(stderr, "does not hold: %s\n", luaL_tolstring(L, -1, NULL));
	abort();
}

/* A new state with the script's function at slot 1. */
static lua_State *open_script(const char *path) {
	AssayError error = {0};
	lua_State *L = state_new("scripts", 0, &error);
	if (!L) {
		fprintf(stderr, "%s\n", error.message);
		abort();
	}
	check_status(L, luaL_loadfile(L, path));
	check_status(L, state_call(L, 0, 1));
	return L;
}

static void run_script(const char *path, const uint8_t *data, size_t size) {
	static lua_State *L;
	static unsigned runs;
	if (runs++ % RUNS_OF_A_STATE == 0) {
		state_free(L);
		L = open_script(path);
	}
	lua_pushvalue(L, 1);
	lua_pushlstring(L, (const char *)data, size);
	check_status(L, state_call(L, 1, 0));
	lua_settop(L, 1);
}

#endif
