#include "walls/box.h"

#include <lualib.h>
#include <string.h>

#include "base/memory.h"
#include "walls/guard.h"
#include "walls/impl.h"

#define PERIOD 1000 /* instructions between two looks at the budget */
#define BYTES_PER_STEP 64

Box *box_of(lua_State *L) {
	void *box;
	lua_getallocf(L, &box);
	return box;
}

static void on_count(lua_State *L, lua_Debug *activation);

/* From here on every instruction raises. */
static void pass_limit(Box *box, BoxLimit limit) {
	if (box->over == BOX_WITHIN)
		box->over = limit;
	if (box->L)
		lua_sethook(box->L, on_count, LUA_MASKCOUNT, 1);
}

int box_raise(lua_State *L) {
	const Box *box = box_of(L);
	if (box->over == BOX_OVER_MEMORY)
		return luaL_error(L, "memory limit of %d MiB passed", (int)(box->memory >> 20));
	return luaL_error(L, "instruction limit of %I passed", (LUAI_UACINT)box->steps);
}

void box_charge(lua_State *L, size_t steps) {
	Box *box = box_of(L);
	if (box->is_open)
		return;
	if ((uint64_t)steps >= (uint64_t)(box->fuel > 0 ? box->fuel : 0))
		pass_limit(box, BOX_OVER_STEPS);
	else
		box->fuel -= (int64_t)steps;
	if (box->over != BOX_WITHIN)
		box_raise(L);
}

static void on_count(lua_State *L, lua_Debug *activation) {
	(void)activation;
	if (box_of(L)->over != BOX_WITHIN)
		box_raise(L);
	box_charge(L, PERIOD);
}

/* Over the cap memory is still given, up to twice as much, and the next instruction raises: so Lua never meets the
 * collection that a refused block starts, which is slow and, up to 5.4.7, not safe. */
static void *resize(void *data, void *block, size_t old, size_t size) {
	Box *box = data;
	size_t before = block ? old : 0;
	if (size == 0) {
		memory_free(block);
		box->used -= before;
		return NULL;
	}
	size_t more = size > before ? size - before : 0;
	if (box->memory && more && box->used + more > box->memory) {
		pass_limit(box, BOX_OVER_MEMORY);
		if (box->used + more > 2 * box->memory)
			return NULL;
	}
	void *moved = memory_resize(block, size);
	if (!moved)
		return size <= before ? block : NULL;
	box->used += size - before;
	box->fuel -= (int64_t)(more / BYTES_PER_STEP);
	return moved;
}

/* ---- Opening ---- */

static int set_up(lua_State *L) {
	const BoxSettings *settings = lua_touserdata(L, 1);
	static const luaL_Reg libraries[] = {
		{"_G", luaopen_base}, {"string", luaopen_string}, {"table", luaopen_table},
		{"math", luaopen_math}, {"utf8", luaopen_utf8}, {NULL, NULL},
	};
	if (settings->lpeg)
		luaL_requiref(L, "lpeg", settings->lpeg, 0);
	if (settings->open) {
		luaL_openlibs(L);
		if (settings->lpeg)
			luaL_requiref(L, "lpeg", settings->lpeg, 1);
		return 0;
	}
	for (const luaL_Reg *library = libraries; library->name; library++) {
		luaL_requiref(L, library->name, library->func, 0);
		lua_pop(L, 1);
	}
	lua_newtable(L);
	lua_rawseti(L, LUA_REGISTRYINDEX, LUA_RIDX_GLOBALS);
	box_open_base(L);
	box_open_order(L);
	box_open_library(L);
	if (settings->lpeg)
		box_open_lpeg(L);
	return 0;
}

static bool call_set_up(Box *box, const BoxSettings *settings) {
	lua_pushcfunction(box->L, set_up);
	lua_pushlightuserdata(box->L, (void *)(uintptr_t)settings);
	if (lua_pcall(box->L, 1, 0, 0) != LUA_OK)
		return false;
	box->is_open = settings->open;
	box->steps = settings->steps;
	if (!box->is_open) {
		lua_gc(box->L, LUA_GCINC, 150, 400, 0); /* garbage counts: collect early */
		box->memory = settings->memory;
		lua_sethook(box->L, on_count, LUA_MASKCOUNT, PERIOD);
	}
	box_refill(box);
	return true;
}

Box *box_new(const BoxSettings *settings, AssayError *error) {
	Box *box = memory_new(sizeof *box);
	if (!box || !(box->L = lua_newstate(resize, box)) || !call_set_up(box, settings)) {
		box_free(box);
		error_no_memory(error);
		return NULL;
	}
	return box;
}

void box_free(Box *box) {
	if (!box)
		return;
	if (box->L)
		lua_close(box->L);
	memory_free(box);
}

void box_refill(Box *box) {
	box->fuel = box->steps;
	if (box->is_open)
		return;
	lua_rawgetp(box->L, LUA_REGISTRYINDEX, &box_random_seed);
	lua_pushinteger(box->L, 1);
	lua_pushinteger(box->L, 2);
	lua_pcall(box->L, 2, 0, 0);
	lua_settop(box->L, 0);
}

void box_clear(Box *box) {
	lua_settop(box->L, 0);
}

/* ---- Running ---- */

/* Calls a function with one argument. */
static int call_guarded(Box *box, int results) {
	if (box->is_open)
		return lua_pcall(box->L, 1, results, 0);
	guard_begin();
	int status = lua_pcall(box->L, 1, results, 0);
	guard_end();
	return status;
}

typedef struct RunJob {
	const char *text, *name;
	size_t length;
	const char *const *names;
	bool is_loaded;
} RunJob;

/* name(…): adds {name, …} to the list, which is the first upvalue. The third tells whether it takes a table. */
static int l_declare(lua_State *L) {
	const char *name = lua_tostring(L, lua_upvalueindex(2));
	int count = lua_gettop(L);
	if (lua_toboolean(L, lua_upvalueindex(3)) && !lua_istable(L, 1))
		return luaL_error(L, "%s takes a table: %s { … }", name, name);
	luaL_argcheck(L, count <= 8, 9, "too many arguments");
	lua_createtable(L, count + 1, 0);
	lua_pushvalue(L, lua_upvalueindex(2));
	lua_rawseti(L, -2, 1);
	for (int i = 1; i <= count; i++) {
		lua_pushvalue(L, i);
		lua_rawseti(L, -2, i + 1);
	}
	lua_rawseti(L, lua_upvalueindex(1), (lua_Integer)lua_rawlen(L, lua_upvalueindex(1)) + 1);
	return 0;
}

/* Each file has global names of its own; what is not there is looked up among the pack's. */
static void push_environment(lua_State *L, int list, const char *const *names) {
	lua_newtable(L);
	for (; *names; names++) {
		size_t length = strcspn(*names, "{");
		lua_pushlstring(L, *names, length);
		lua_pushvalue(L, list);
		lua_pushvalue(L, -2);
		lua_pushboolean(L, (*names)[length] != '\0');
		lua_pushcclosure(L, l_declare, 3);
		lua_rawset(L, -3);
	}
	lua_createtable(L, 0, 2);
	lua_pushglobaltable(L);
	lua_setfield(L, -2, "__index");
	lua_pushboolean(L, 0);
	lua_setfield(L, -2, "__metatable");
	lua_setmetatable(L, -2);
}

/* job → list, result */
static int run(lua_State *L) {
	RunJob *job = lua_touserdata(L, 1);
	lua_settop(L, 0);
	lua_newtable(L);
	if (luaL_loadbufferx(L, job->text, job->length, job->name, "t") != LUA_OK)
		return lua_error(L);
	job->is_loaded = true;
	push_environment(L, 1, job->names);
	lua_setupvalue(L, 2, 1);
	lua_call(L, 0, 1);
	return 2;
}

/* Sets error from what a protected call left; clears the stack. */
static bool fail(Box *box, int status, AssayError *error) {
	lua_State *L = box->L;
	if (status == LUA_ERRMEM && box->over == BOX_WITHIN)
		box->over = BOX_OVER_MEMORY;
	const char *message = lua_type(L, -1) == LUA_TSTRING ? lua_tostring(L, -1) : NULL;
	if (box->over == BOX_OVER_MEMORY)
		error_set(error, ASSAY_REFUSED, "memory limit of %zu MiB passed", box->memory >> 20);
	else if (box->over == BOX_OVER_STEPS)
		error_set(error, ASSAY_REFUSED, "instruction limit of %lld passed", (long long)box->steps);
	else
		error_set(error, ASSAY_BAD_PACK, "%s", message ? message : "an error that is no string");
	lua_settop(L, 0);
	return false;
}

bool box_run(Box *box, const char *text, size_t length, const char *name, const char *const *names, bool *is_syntax,
             AssayError *error) {
	RunJob job = {text, name, length, names, false};
	*is_syntax = false;
	if (length > BOX_SOURCE && !box->is_open)
		return error_set(error, ASSAY_REFUSED, "file size limit of %zu MiB passed", BOX_SOURCE >> 20);
	lua_settop(box->L, 0);
	lua_pushcfunction(box->L, run);
	lua_pushlightuserdata(box->L, &job);
	int status = call_guarded(box, 2);
	*is_syntax = status == LUA_ERRSYNTAX || !job.is_loaded;
	if (status == LUA_OK && box->over == BOX_WITHIN)
		return true;
	return fail(box, status, error);
}

typedef struct FindJob {
	lua_Integer peg;
	BoxText *texts;
	size_t count;
} FindJob;

/* The pattern gives the position of its match and the one behind. */
static int find(lua_State *L) {
	const FindJob *job = lua_touserdata(L, 1);
	if (!box_push_peg(L, job->peg))
		return luaL_error(L, "no pattern of that number");
	lua_getfield(L, LUA_REGISTRYINDEX, LUA_LOADED_TABLE);
	lua_getfield(L, -1, "lpeg");
	lua_getfield(L, -1, "match");
	for (size_t i = 0; i < job->count; i++) {
		BoxText *text = &job->texts[i];
		lua_settop(L, 5);
		box_charge(L, text->length / 8 + 1);
		lua_pushvalue(L, 5);
		lua_pushvalue(L, 2);
		lua_pushlstring(L, text->bytes, text->length);
		lua_call(L, 2, 2);
		text->first = lua_tointeger(L, -2);
		text->behind = lua_tointeger(L, -1);
	}
	return 0;
}

bool box_find(Box *box, lua_Integer peg, BoxText *texts, size_t count, AssayError *error) {
	FindJob job = {peg, texts, count};
	lua_settop(box->L, 0);
	lua_pushcfunction(box->L, find);
	lua_pushlightuserdata(box->L, &job);
	int status = call_guarded(box, 0);
	return (status == LUA_OK && box->over == BOX_WITHIN) || fail(box, status, error);
}
