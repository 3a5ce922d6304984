#include "bindings/lua_support.h"

#include <string.h>

#define BUF_TYPE "assay.buffer"

void register_type(lua_State *L, const char *name, const luaL_Reg *methods, const luaL_Reg *metamethods) {
	if (luaL_newmetatable(L, name)) {
		if (methods) {
			lua_newtable(L);
			luaL_setfuncs(L, methods, 0);
			lua_setfield(L, -2, "__index");
		}
		if (metamethods)
			luaL_setfuncs(L, metamethods, 0);
		lua_pushboolean(L, false);
		lua_setfield(L, -2, "__metatable");
	}
	lua_pop(L, 1);
}

void *luaA_new_handle(lua_State *L, size_t size, const char *type) {
	void *handle = lua_newuserdatauv(L, size, HANDLE_CACHE);
	memset(handle, 0, size);
	luaL_setmetatable(L, type);
	return handle;
}

void luaA_keep(lua_State *L, int parent) {
	lua_pushvalue(L, parent);
	lua_setiuservalue(L, -2, HANDLE_PARENT);
}

static int l_buf_gc(lua_State *L) {
	buf_done(luaL_checkudata(L, 1, BUF_TYPE));
	return 0;
}

static const luaL_Reg buf_metamethods[] = {{"__gc", l_buf_gc}, {NULL, NULL}};

Buf *push_buf(lua_State *L) {
	register_type(L, BUF_TYPE, NULL, buf_metamethods);
	return luaA_new_handle(L, sizeof(Buf), BUF_TYPE);
}

void push_buf_string(lua_State *L, const Buf *buf) {
	if (buf->oom)
		luaL_error(L, "not enough memory");
	lua_pushlstring(L, buf->bytes ? buf->bytes : "", buf->length);
}

int push_span(lua_State *L, uint32_t start, uint32_t end) {
	if (start == UINT32_MAX) {
		lua_pushnil(L);
		lua_pushnil(L);
	} else {
		lua_pushinteger(L, (lua_Integer)start + 1);
		lua_pushinteger(L, end);
	}
	return 2;
}

void set_span(lua_State *L, int index, uint32_t start, uint32_t end) {
	index = lua_absindex(L, index);
	push_span(L, start, end);
	lua_setfield(L, index, "end");
	lua_setfield(L, index, "start");
}

bool to_span(lua_State *L, int first, int last, size_t length, Span *span) {
	if (!lua_isinteger(L, first) || !lua_isinteger(L, last))
		return false;
	lua_Integer from = lua_tointeger(L, first), to = lua_tointeger(L, last);
	if (from < 1 || to < from - 1 || (lua_Unsigned)to > length || to >= UINT32_MAX)
		return false;
	*span = (Span){(uint32_t)(from - 1), (uint32_t)to};
	return true;
}

Span check_span(lua_State *L, int arg, size_t length) {
	Span span = SPAN_NONE;
	luaL_checkinteger(L, arg);
	luaL_checkinteger(L, arg + 1);
	if (!to_span(L, arg, arg + 1, length, &span))
		luaL_argerror(L, arg, "not a span of the text");
	return span;
}

const char *status_name(AssayStatus status) {
	static const char *const names[] = {
		[ASSAY_OK] = "ok",
		[ASSAY_CHECK_FAILED] = "check_failed",
		[ASSAY_USAGE] = "usage",
		[ASSAY_BAD_INPUT] = "bad_input",
		[ASSAY_NOT_FOUND] = "not_found",
		[ASSAY_BUG] = "bug",
		[ASSAY_IO] = "io",
		[ASSAY_TRY_AGAIN] = "try_again",
		[ASSAY_NO_MEMORY] = "no_memory",
		[ASSAY_REFUSED] = "refused",
		[ASSAY_BAD_PACK] = "bad_pack",
		[ASSAY_INTERRUPTED] = "interrupted",
	};
	return (size_t)status < sizeof names / sizeof *names ? names[status] : "bug";
}

int push_error(lua_State *L, const AssayError *error) {
	lua_pushnil(L);
	lua_pushstring(L, error->message);
	lua_pushstring(L, status_name(error->status));
	return 3;
}

int push_result(lua_State *L, bool ok, const AssayError *error) {
	if (!ok)
		return push_error(L, error);
	lua_pushboolean(L, true);
	return 1;
}

const char *check_c_string(lua_State *L, int arg) {
	size_t length;
	const char *string = luaL_checklstring(L, arg, &length);
	luaL_argcheck(L, strlen(string) == length, arg, "contains a NUL byte");
	return string;
}
