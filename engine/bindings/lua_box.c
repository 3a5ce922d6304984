/* The box of a pack as Lua sees it: what goes in is text, what comes out is data. core.guard.seconds: processor time that
 * a worker process gives the pack's code at once (walls/guard.h). */
#include "base/error.h"
#include "base/memory.h"
#include "base/vec.h"
#include "bindings/impl.h"
#include "walls/box.h"
#include "walls/guard.h"

#define BOX_TYPE "assay.box"

typedef struct BoxHandle {
	Box *box; /* NULL: closed */
	VEC(BoxText) texts;
} BoxHandle;

static BoxHandle *check_box(lua_State *L) {
	BoxHandle *handle = luaL_checkudata(L, 1, BOX_TYPE);
	if (!handle->box)
		luaL_error(L, "attempt to use a closed box");
	return handle;
}

static lua_Integer option(lua_State *L, const char *name, lua_Integer standard) {
	lua_getfield(L, 1, name);
	lua_Integer value = luaL_optinteger(L, -1, standard);
	lua_pop(L, 1);
	return value;
}

/*** core.box { lpeg = luaopen_lpeg, memory = bytes, steps = n, open = boolean } → box, or nil, message, code. open: a
 * trusted pack, with Lua's whole library and without limits. */
static int l_box(lua_State *L) {
	luaL_checktype(L, 1, LUA_TTABLE);
	BoxSettings settings = {
		.memory = (size_t)option(L, "memory", (lua_Integer)BOX_MEMORY), .steps = option(L, "steps", BOX_STEPS),
	};
	lua_getfield(L, 1, "open");
	settings.open = lua_toboolean(L, -1);
	lua_getfield(L, 1, "lpeg");
	settings.lpeg = lua_tocfunction(L, -1);
	AssayError error = {0};
	BoxHandle *handle = luaA_new_handle(L, sizeof *handle, BOX_TYPE);
	handle->box = box_new(&settings, &error);
	return handle->box ? 1 : push_error(L, &error);
}

/* The list of names at `index`, as a userdata that stays on the stack. */
static const char *const *check_names(lua_State *L, int index) {
	luaL_checktype(L, index, LUA_TTABLE);
	lua_Integer count = luaL_len(L, index);
	const char **names = lua_newuserdatauv(L, ((size_t)count + 1) * sizeof *names, 0);
	for (lua_Integer i = 0; i < count; i++) {
		lua_geti(L, index, i + 1); /* stays referenced by the list */
		names[i] = check_c_string(L, -1);
		lua_pop(L, 1);
	}
	names[count] = NULL;
	return names;
}

static int copy_results(lua_State *L) {
	Box *box = lua_touserdata(L, 1);
	box_copy(box, 1, L);
	box_copy(box, 2, L);
	return 2;
}

/*** box:run(text, name, names) → list of calls {name, arguments…}, what the file returned; or nil, message, code,
 * is_syntax. names: functions that the file may call; one with "{" behind takes a table. */
static int l_run(lua_State *L) {
	BoxHandle *handle = check_box(L);
	size_t length;
	const char *text = luaL_checklstring(L, 2, &length), *name = check_c_string(L, 3);
	const char *const *names = check_names(L, 4);
	AssayError error = {0};
	bool is_syntax;
	if (!box_run(handle->box, text, length, name, names, &is_syntax, &error)) {
		push_error(L, &error);
		lua_pushboolean(L, is_syntax);
		return 4;
	}
	lua_pushcfunction(L, copy_results);
	lua_pushlightuserdata(L, handle->box);
	int status = lua_pcall(L, 1, 2, 0);
	box_clear(handle->box);
	if (status == LUA_OK)
		return 2;
	if (status != LUA_ERRRUN)
		return lua_error(L);
	error_set(&error, ASSAY_BAD_PACK, "%s", lua_tostring(L, -1));
	return push_error(L, &error);
}

/*** box:find(peg, texts) → list: first and last byte of the pattern's match in each text, { first, last } or false; or
 * nil, message, code. */
static int l_find(lua_State *L) {
	BoxHandle *handle = check_box(L);
	lua_Integer peg = luaL_checkinteger(L, 2);
	luaL_checktype(L, 3, LUA_TTABLE);
	lua_Integer count = luaL_len(L, 3);
	vec_clear(&handle->texts);
	for (lua_Integer i = 1; i <= count; i++) {
		BoxText text = {0};
		lua_geti(L, 3, i); /* stays referenced by the list */
		text.bytes = luaL_checklstring(L, -1, &text.length);
		lua_pop(L, 1);
		if (!vec_push(&handle->texts, text))
			return luaL_error(L, "not enough memory");
	}
	AssayError error = {0};
	if (!box_find(handle->box, peg, handle->texts.items, (size_t)count, &error))
		return push_error(L, &error);
	lua_createtable(L, (int)count, 0);
	for (lua_Integer i = 0; i < count; i++) {
		const BoxText *text = &handle->texts.items[i];
		lua_pushboolean(L, 0);
		if (text->first > 0) {
			lua_createtable(L, 2, 0);
			push_span(L, (uint32_t)text->first - 1, (uint32_t)text->behind - 1);
			lua_rawseti(L, -3, 2);
			lua_rawseti(L, -2, 1);
		}
		lua_rawseti(L, 4, i + 1);
		lua_settop(L, 4);
	}
	return 1;
}

/*** box:refill(): a new budget, for the next article */
static int l_refill(lua_State *L) {
	box_refill(check_box(L)->box);
	return 0;
}

/*** box:keeps_state() → whether patterns may remember something from one match to the next */
static int l_keeps_state(lua_State *L) {
	lua_pushboolean(L, check_box(L)->box->keeps_state);
	return 1;
}

/*** box:close(): may be called twice */
static int l_box_close(lua_State *L) {
	BoxHandle *handle = luaL_checkudata(L, 1, BOX_TYPE);
	box_free(handle->box);
	handle->box = NULL;
	vec_done(&handle->texts);
	return 0;
}

void lua_open_box(lua_State *L) {
	static const luaL_Reg methods[] = {
		{"run", l_run}, {"find", l_find}, {"refill", l_refill}, {"keeps_state", l_keeps_state},
		{"close", l_box_close}, {NULL, NULL},
	};
	static const luaL_Reg meta[] = {{"__gc", l_box_close}, {"__close", l_box_close}, {NULL, NULL}};
	register_type(L, BOX_TYPE, methods, meta);
	lua_pushcfunction(L, l_box);
	lua_setfield(L, -2, "box");
	lua_createtable(L, 0, 1);
	lua_pushinteger(L, GUARD_SECONDS);
	lua_setfield(L, -2, "seconds");
	lua_setfield(L, -2, "guard");
}
