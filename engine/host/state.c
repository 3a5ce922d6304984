#include "host/state.h"

#include <lauxlib.h>
#include <limits.h>
#include <lua-lpeg.h>
#include <lualib.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/memory.h"

int luaopen_assay_core(lua_State *L); /* bindings/lua_assay.c */

typedef struct Heap {
	size_t used, limit; /* bytes; limit 0: none */
	char scripts[PATH_MAX];
} Heap;

/* For a new block Lua gives its type, not a size, as `old`. */
static void *heap_resize(void *data, void *block, size_t old, size_t size) {
	Heap *heap = data;
	size_t before = block ? old : 0;
	if (size == 0) {
		memory_free(block);
		heap->used -= before;
		return NULL;
	}
	if (heap->limit && size > before && heap->used + (size - before) > heap->limit)
		return NULL;
	void *moved = memory_resize(block, size);
	if (moved)
		heap->used += size - before;
	return moved ? moved : size <= before ? block : NULL;
}

static Heap *heap_of(lua_State *L) {
	void *heap;
	lua_getallocf(L, &heap);
	return heap;
}

void state_set_limit(lua_State *L, size_t limit) {
	heap_of(L)->limit = limit;
}

size_t state_limit(lua_State *L) {
	return heap_of(L)->limit;
}

size_t state_used(lua_State *L) {
	return heap_of(L)->used;
}

const char *state_scripts(lua_State *L) {
	return heap_of(L)->scripts;
}

/* The Lua library is where assay/init.lua is. */
static bool use_scripts(Heap *heap, const char *folder) {
	char file[PATH_MAX];
	if (!realpath(folder, heap->scripts))
		return false;
	int length = snprintf(file, sizeof file, "%s/assay/init.lua", heap->scripts);
	return length > 0 && (size_t)length < sizeof file && access(file, R_OK) == 0;
}

static bool use_scripts_beside_program(Heap *heap) {
	char path[PATH_MAX + 16];
	ssize_t length = readlink("/proc/self/exe", path, PATH_MAX);
	if (length <= 0)
		return false;
	path[length] = '\0';
	char *slash = strrchr(path, '/');
	if (!slash)
		return false;
	strcpy(slash, "/../scripts");
	return use_scripts(heap, path);
}

/* Looks in this order: the caller's folder and nowhere else; $ASSAY_PATH and nowhere else; ../scripts seen from the
 * program's folder (a build in the source tree); the installed library. */
static bool find_scripts(Heap *heap, const char *scripts, AssayError *error) {
	const char *installed = ASSAY_PREFIX "/share/assay";
	const char *given = scripts ? scripts : getenv("ASSAY_PATH");
	if (given && *given) {
		if (use_scripts(heap, given))
			return true;
		return error_set(error, ASSAY_NOT_FOUND, "no assay library (assay/init.lua) in %s", given);
	}
	if (use_scripts_beside_program(heap) || use_scripts(heap, installed))
		return true;
	return error_set(error, ASSAY_NOT_FOUND, "no assay library beside the program or in %s", installed);
}

void state_preload(lua_State *L, const char *name, lua_CFunction opener) {
	luaL_getsubtable(L, LUA_REGISTRYINDEX, LUA_PRELOAD_TABLE);
	lua_pushcfunction(L, opener);
	lua_setfield(L, -2, name);
	lua_pop(L, 1);
}

/* Pushes the entries of a search path that are absolute. */
static void push_absolute_entries(lua_State *L, const char *path) {
	luaL_Buffer kept;
	luaL_buffinit(L, &kept);
	for (const char *entry = path; *entry;) {
		size_t length = strcspn(entry, ";");
		if (*entry == '/') {
			luaL_addlstring(&kept, entry, length);
			luaL_addchar(&kept, ';');
		}
		entry += length + (entry[length] == ';');
	}
	luaL_pushresult(&kept);
}

/* LPeg's module re.lua is in the system's folder. */
static void set_search_path(lua_State *L, const char *scripts) {
	lua_getglobal(L, "package");
	lua_pushfstring(L, "%s/?.lua;%s/?/init.lua;/usr/share/lua/5.4/?.lua", scripts, scripts);
	lua_setfield(L, -2, "path");
	lua_getfield(L, -1, "cpath");
	push_absolute_entries(L, lua_tostring(L, -1));
	lua_setfield(L, -3, "cpath");
	lua_pop(L, 2);
}

static int set_up(lua_State *L) {
	luaL_openlibs(L);
	state_preload(L, "lpeg", luaopen_lpeg);
	state_preload(L, "assay.core", luaopen_assay_core);
	set_search_path(L, state_scripts(L));
	return 0;
}

lua_State *state_new(const char *scripts, size_t limit, AssayError *error) {
	Heap *heap = memory_new(sizeof *heap);
	if (!heap) {
		error_no_memory(error);
		return NULL;
	}
	heap->limit = limit;
	lua_State *L = NULL;
	if (find_scripts(heap, scripts, error)) {
		L = lua_newstate(heap_resize, heap);
		if (!L)
			error_no_memory(error);
	}
	if (!L) {
		memory_free(heap);
		return NULL;
	}
	lua_pushcfunction(L, set_up);
	int status = state_call(L, 0, 0);
	if (status == LUA_OK)
		return L;
	state_error(L, status, error);
	state_free(L);
	return NULL;
}

void state_free(lua_State *L) {
	if (!L)
		return;
	Heap *heap = heap_of(L);
	lua_close(L);
	memory_free(heap);
}

static int add_traceback(lua_State *L) {
	const char *message = lua_tostring(L, 1);
	if (message)
		luaL_traceback(L, L, message, 1);
	return 1;
}

int state_call(lua_State *L, int arguments, int results) {
	int function = lua_gettop(L) - arguments;
	lua_pushcfunction(L, add_traceback);
	lua_insert(L, function);
	int status = lua_pcall(L, arguments, results, function);
	lua_remove(L, function);
	return status;
}

bool state_error(lua_State *L, int status, AssayError *error) {
	const char *message = lua_type(L, -1) == LUA_TSTRING ? lua_tostring(L, -1) : NULL;
	/* `require` passes a lack of memory on as an error of its own, with that in its text. */
	if (status == LUA_ERRMEM || (message && strstr(message, "not enough memory")))
		error_no_memory(error);
	else if (!message)
		error_set(error, ASSAY_BUG, "an error that is no string");
	else
		error_set(error, ASSAY_BUG, "%.*s", (int)strcspn(message, "\n"), message);
	lua_pop(L, 1);
	return false;
}
