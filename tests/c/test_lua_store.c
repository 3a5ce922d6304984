/* Lua runs out of memory at every allocation in turn: each is a Lua error, and nothing leaks (run with a leak
 * checker). */
#include <stdlib.h>

#include <lualib.h>

#include "base/memory.h"
#include "bindings/lua_support.h"
#include "test.h"

static long countdown;

static void *failing_allocator(void *context, void *block, size_t old_size, size_t size) {
	(void)context;
	if (size == 0) {
		free(block);
		return NULL;
	}
	bool grows = !block || size > old_size;
	if (grows && countdown >= 0 && countdown-- < 2) /* twice: Lua collects garbage and tries again */
		return NULL;
	return realloc(block, size);
}

static const char script[] =
	"local json, store, database = ...\n"
	"local project <close> = assert(store.open ':memory:')\n"
	"local meta = assert(json.decode '{\"a\":[1,2.5,null,{\"b\":\"text\"}],\"c\":{},\"d\":[]}')\n"
	"assert(json.encode(meta, {indent = 1, order = {'c'}}))\n"
	"local e = {rule = 'r', start = 0, ['end'] = 4}\n"
	"local text = 'Some words here.'\n"
	"assert(project:add {id = 'one', text = text, meta = meta, sentences = {{1, #text, 'body', 1}}})\n"
	"for a in project:articles() do assert(a.text == text) end\n"
	"assert(#assert(project:search 'words') == 1)\n"
	"assert(project:save_run {engine = 'e', pack = {name = 'p'}, articles = {{id = 'one',\n"
	"	stances = {{actor = 'A', stance = 'none', evidence = {e}}}}}, stances = {{actor = 'A', articles = 1}}})\n"
	"for r in project:runs() do assert(project:run(r.id)) end\n"
	"local db <close> = assert(database.open(':memory:', {create = true}))\n"
	"assert(db:query 'CREATE TABLE t(a, b)')\n"
	"for i = 1, 20 do assert(db:query('INSERT INTO t(a, b) VALUES(?1, ?2)', i, 'text ' .. i)) end\n"
	"assert(#assert(db:query 'SELECT a, b FROM t') == 20)\n"
	"json.decode '['\n"
	"pcall(json.encode, {print})\n";

static int run(lua_State *L) {
	lua_settop(L, 0);
	if (luaL_loadstring(L, script) != LUA_OK)
		return lua_error(L);
	luaL_requiref(L, "_G", luaopen_base, 1);
	lua_settop(L, 1);
	lua_pushcfunction(L, lua_open_json);
	lua_call(L, 0, 1);
	lua_pushcfunction(L, lua_open_store);
	lua_call(L, 0, 1);
	lua_pushcfunction(L, lua_open_database);
	lua_call(L, 0, 1);
	lua_call(L, 3, 0);
	return 0;
}

/* True when the script ran to its end. */
static bool run_with(long successes) {
	countdown = -1;
	lua_State *L = lua_newstate(failing_allocator, NULL);
	CHECK(L != NULL);
	lua_pushcfunction(L, run);
	countdown = successes + 1;
	int status = lua_pcall(L, 0, 0, 0);
	countdown = -1;
	if (status != LUA_OK && !strstr(lua_tostring(L, -1), "not enough memory"))
		printf("allocation %ld: %s\n", successes, lua_tostring(L, -1));
	CHECK(status == LUA_OK || strstr(lua_tostring(L, -1), "not enough memory"));
	lua_close(L);
	return status == LUA_OK;
}

TEST(lack_of_memory_in_lua_is_a_lua_error) {
	long successes = 0;
	while (!run_with(successes))
		successes++;
	CHECK(successes > 100);
}

/* Lua's own memory holds here; the C layers' and the JSON parser's fails. */
static bool run_with_c(long successes) {
	lua_State *L = luaL_newstate();
	lua_pushcfunction(L, run);
	memory_fail_after(successes);
	int status = lua_pcall(L, 0, 0, 0);
	memory_fail_after(-1);
	const char *message = status == LUA_OK ? "" : lua_tostring(L, -1);
	bool told = strstr(message, "memory") != NULL;
	if (status != LUA_OK && !told)
		printf("allocation %ld: %s\n", successes, message);
	CHECK(status == LUA_OK || told);
	lua_close(L);
	return status == LUA_OK;
}

TEST(lack_of_memory_in_c_is_told) {
	long successes = 0;
	while (!run_with_c(successes))
		successes++;
	CHECK(successes > 20);
}
