#include <lauxlib.h>

#include "bindings/lua_support.h"
#include "host/archive.h"
#include "host/lua_host.h"

#define MESSAGE 256

static int push_failure(lua_State *L, const char *message) {
	lua_pushnil(L);
	lua_pushstring(L, message);
	return 2;
}

/* host.unpack(bytes, entries, limit, ratio) -> entries, each "<s4Bs4": name, 1 for a folder, content | nil, message.
 * At most so many entries, bytes unpacked, and unpacked bytes for one of the archive. */
static int l_unpack(lua_State *L) {
	size_t length;
	char message[MESSAGE];
	const char *bytes = luaL_checklstring(L, 1, &length);
	ArchiveLimits limits = {
		.entries = (size_t)luaL_checkinteger(L, 2),
		.bytes = (size_t)luaL_checkinteger(L, 3),
		.ratio = (size_t)luaL_checkinteger(L, 4),
	};
	luaL_argcheck(L, limits.ratio > 0, 4, "zero");
	Buf *out = push_buf(L);
	if (!archive_unpack(bytes, length, &limits, out, message, sizeof message))
		return push_failure(L, message);
	push_buf_string(L, out);
	return 1;
}

/* host.archive({ { name, bytes }, … }) -> bytes of a gzipped tar archive, the same for the same files | nil, message */
static int l_archive(lua_State *L) {
	luaL_checktype(L, 1, LUA_TTABLE);
	Buf *tar = push_buf(L), *out = push_buf(L);
	for (lua_Integer i = 1; lua_rawgeti(L, 1, i) == LUA_TTABLE; i++) {
		size_t length;
		lua_rawgeti(L, -1, 1);
		lua_rawgeti(L, -2, 2);
		const char *content = luaL_checklstring(L, -1, &length);
		if (!archive_add(tar, luaL_checkstring(L, -2), content, length))
			return push_failure(L, "a name is longer than 100 bytes");
		lua_pop(L, 3);
	}
	lua_pop(L, 1);
	if (!archive_close(tar, out))
		return luaL_error(L, "not enough memory");
	push_buf_string(L, out);
	return 1;
}

void lua_add_archives(lua_State *L) {
	static const luaL_Reg functions[] = {{"unpack", l_unpack}, {"archive", l_archive}, {NULL, NULL}};
	luaL_setfuncs(L, functions, 0);
}
