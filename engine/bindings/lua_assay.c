/* The openers: assay.core for the Lua library, and assay for programs that have only the module. */
#include <string.h>

#include "base/digest.h"
#include "bindings/impl.h"
#include "store/store.h"

#define EXPORT __attribute__((visibility("default")))

EXPORT int luaopen_assay_core(lua_State *L);
EXPORT int luaopen_assay(lua_State *L);

/*** core.sha256(bytes) → hexadecimal digest. */
static int l_sha256(lua_State *L) {
	size_t length;
	const char *bytes = luaL_checklstring(L, 1, &length);
	char hex[65];
	digest_sha256(bytes, length, hex);
	lua_pushstring(L, hex);
	return 1;
}

static void push_versions(lua_State *L) {
	lua_newtable(L);
	lua_pushliteral(L, ASSAY_VERSION);
	lua_setfield(L, -2, "engine");
	lua_pushliteral(L, LUA_RELEASE);
	lua_setfield(L, -2, "lua");
	lua_pushstring(L, store_sqlite_version());
	lua_setfield(L, -2, "sqlite");
}

int luaopen_assay_core(lua_State *L) {
	lua_open_article(L);
	lua_open_items(L);
	lua_open_entity(L);
	lua_open_pattern(L);
	lua_newtable(L);
	lua_open_json(L);
	lua_setfield(L, -2, "json");
	lua_open_store(L);
	lua_setfield(L, -2, "store");
	lua_open_database(L);
	lua_setfield(L, -2, "database");
	lua_open_analyzer(L);
	lua_setfield(L, -2, "analyzer");
	lua_open_box(L);
	lua_open_reuse(L);
	lua_setfield(L, -2, "reuse");
	lua_pushcfunction(L, l_sha256);
	lua_setfield(L, -2, "sha256");
	push_versions(L);
	lua_setfield(L, -2, "version");
	return 1;
}

/* Prepends FOLDER/?.lua and FOLDER/?/init.lua to package.path, where FOLDER is the library: beside the module's folder
 * in a source tree, $ASSAY_PATH, or the installed one. */
static const char library_finder[] =
	"local file, prefix, modules = ...\n"
	"local folder = file and file:match '^(.*)/[^/]*$' or '.'\n"
	"local given = os.getenv 'ASSAY_PATH'\n"
	"for _, path in ipairs { given or folder .. '/../scripts', prefix .. '/share/assay' } do\n"
	"  local handle = io.open(path .. '/assay/init.lua')\n"
	"  if handle then\n"
	"    handle:close()\n"
	"    package.path = path .. '/?.lua;' .. path .. '/?/init.lua;' .. package.path\n"
	"    package.cpath = package.cpath .. ';' .. modules\n"
	"    return assert(loadfile(path .. '/assay/init.lua'))('assay', path .. '/assay/init.lua')\n"
	"  end\n"
	"end\n"
	"error('no assay library (assay/init.lua) beside ' .. folder .. ' or in ' .. prefix)\n";

int luaopen_assay(lua_State *L) {
	const char *file = luaL_optstring(L, 2, NULL);
	luaL_getsubtable(L, LUA_REGISTRYINDEX, LUA_PRELOAD_TABLE);
	lua_pushcfunction(L, luaopen_assay_core);
	lua_setfield(L, -2, "assay.core");
	if (luaL_loadbuffer(L, library_finder, sizeof library_finder - 1, "=assay library") != LUA_OK)
		return lua_error(L);
	lua_pushstring(L, file);
	lua_pushliteral(L, ASSAY_PREFIX);
	lua_pushliteral(L, LUA_CPATH_DEFAULT); /* LPeg is found there whatever LUA_CPATH says */
	lua_call(L, 3, 1);
	return 1;
}
