#include "host/lua_host.h"

#include <lauxlib.h>

#include "host/interrupt.h"
#include "host/state.h"
#include "host/worker.h"

/* host.scripts() -> the folder of the Lua library */
static int l_scripts(lua_State *L) {
	lua_pushstring(L, state_scripts(L));
	return 1;
}

/* host.milliseconds() -> integer of a monotonic clock; never part of a result */
static int l_milliseconds(lua_State *L) {
	lua_pushinteger(L, clock_milliseconds());
	return 1;
}

/* host.interrupted() -> number of the signal that asked to end, or nil */
static int l_interrupted(lua_State *L) {
	int number = interrupt_pending();
	if (number)
		lua_pushinteger(L, number);
	else
		lua_pushnil(L);
	return 1;
}

/* host.go_on(): an interrupt has been dealt with */
static int l_go_on(lua_State *L) {
	interrupt_clear(L);
	return 0;
}

/* host.memory([limit]) -> bytes of Lua heap in use, the limit (0: none); sets the limit when given */
static int l_memory(lua_State *L) {
	lua_Integer limit = luaL_optinteger(L, 1, -1);
	if (limit >= 0)
		state_set_limit(L, (size_t)limit);
	lua_pushinteger(L, (lua_Integer)state_used(L));
	lua_pushinteger(L, (lua_Integer)state_limit(L));
	return 2;
}

int luaopen_assay_host(lua_State *L) {
	static const luaL_Reg functions[] = {
		{"scripts", l_scripts},
		{"milliseconds", l_milliseconds},
		{"interrupted", l_interrupted},
		{"go_on", l_go_on},
		{"memory", l_memory},
		{NULL, NULL},
	};
	luaL_newlib(L, functions);
	lua_add_files(L);
	lua_add_folders(L);
	lua_add_archives(L);
	lua_add_signatures(L);
	lua_add_programs(L);
	lua_add_workers(L);
	lua_add_terminal(L);
	return 1;
}
