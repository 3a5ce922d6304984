#include "host/state.h"

#include <lauxlib.h>
#include <stdlib.h>
#include <unistd.h>

#include "base/memory.h"
#include "test.h"

/* A folder that passes for the Lua library. */
static char scripts[64];

static void make_scripts(void) {
	char command[256];
	snprintf(scripts, sizeof scripts, "/tmp/assay-test-XXXXXX");
	CHECK(mkdtemp(scripts) != NULL);
	snprintf(command, sizeof command, "mkdir %s/assay && echo 'return {answer = 42}' > %s/assay/init.lua", scripts,
	         scripts);
	CHECK(system(command) == 0);
}

static void remove_scripts(void) {
	char command[100];
	snprintf(command, sizeof command, "rm -rf %s", scripts);
	CHECK(system(command) == 0);
}

static lua_State *open_state(size_t limit) {
	AssayError error;
	make_scripts();
	lua_State *L = state_new(scripts, limit, &error);
	CHECK(L != NULL);
	return L;
}

static void close_state(lua_State *L) {
	state_free(L);
	remove_scripts();
}

static bool runs(lua_State *L, const char *code) {
	bool fine = luaL_loadstring(L, code) == LUA_OK && state_call(L, 0, 0) == LUA_OK;
	if (!fine)
		printf("%s\n", lua_tostring(L, -1));
	lua_settop(L, 0);
	return fine;
}

TEST(the_libraries_are_there) {
	lua_State *L = open_state(0);
	CHECK(runs(L, "assert(require 'assay'.answer == 42)"));
	CHECK(runs(L, "assert(require 'lpeg'.P 'x':match 'x' == 2)"));
	CHECK(runs(L, "assert(require 'assay.core'.json)"));
	CHECK(runs(L, "assert(lpeg == nil)"));
	close_state(L);
}

TEST(the_search_path_names_the_library_first_and_nothing_relative) {
	lua_State *L = open_state(0);
	CHECK(runs(L, "for entry in (package.path .. ';' .. package.cpath):gmatch '[^;]+' do assert(entry:find '^/') end"));
	lua_getglobal(L, "package");
	lua_getfield(L, -1, "path");
	CHECK(strncmp(lua_tostring(L, -1), state_scripts(L), strlen(state_scripts(L))) == 0);
	close_state(L);
}

TEST(a_folder_without_the_library_is_not_found) {
	AssayError error;
	CHECK(state_new("/nonexistent", 0, &error) == NULL);
	CHECK(error.status == ASSAY_NOT_FOUND);
}

TEST(the_heap_is_counted_and_capped) {
	lua_State *L = open_state((size_t)4 << 20);
	CHECK(state_used(L) > 1000 && state_used(L) < (size_t)4 << 20);
	luaL_loadstring(L, "local t = {} for i = 1, 1e7 do t[i] = {} end");
	CHECK(state_call(L, 0, 0) == LUA_ERRMEM);
	AssayError error;
	CHECK(!state_error(L, LUA_ERRMEM, &error) && error.status == ASSAY_NO_MEMORY);
	CHECK(state_used(L) <= (size_t)4 << 20);
	CHECK(runs(L, "collectgarbage() return #('x'):rep(1000)"));
	close_state(L);
}

TEST(an_error_carries_a_traceback) {
	lua_State *L = open_state(0);
	luaL_loadstring(L, "local function inner() error 'deep' end inner()");
	CHECK(state_call(L, 0, 0) == LUA_ERRRUN);
	CHECK(strstr(lua_tostring(L, -1), "deep") && strstr(lua_tostring(L, -1), "stack traceback"));
	AssayError error;
	CHECK(!state_error(L, LUA_ERRRUN, &error) && error.status == ASSAY_BUG && !strchr(error.message, '\n'));
	CHECK(lua_gettop(L) == 0);
	close_state(L);
}

TEST(every_failing_allocation_at_the_start_is_an_error_and_no_leak) {
	make_scripts();
	long failures = 0;
	for (long i = 0; i < 2000; i += 1 + i / 50) {
		AssayError error = {0};
		memory_fail_after(i);
		lua_State *L = state_new(scripts, 0, &error);
		memory_fail_after(-1);
		CHECK(L != NULL || error.status == ASSAY_NO_MEMORY);
		failures += L == NULL;
		state_free(L);
	}
	CHECK(failures > 0);
	remove_scripts();
}
