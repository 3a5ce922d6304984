#include <errno.h>
#include <lauxlib.h>
#include <signal.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "bindings/lua_support.h"
#include "host/editor.h"
#include "host/interrupt.h"
#include "host/lua_host.h"

#define EDITOR "assay.host.editor"
#define USUAL_WIDTH 80

/* host.isatty(descriptor) -> boolean */
static int l_isatty(lua_State *L) {
	lua_pushboolean(L, isatty((int)luaL_checkinteger(L, 1)));
	return 1;
}

/* host.width(descriptor) -> columns of the terminal, 80 where it is none or does not say */
static int l_width(lua_State *L) {
	struct winsize size = {0};
	bool told = ioctl((int)luaL_checkinteger(L, 1), TIOCGWINSZ, &size) == 0 && size.ws_col >= 20;
	lua_pushinteger(L, told ? size.ws_col : USUAL_WIDTH);
	return 1;
}

/* host.processors() -> processors this process may use */
static int l_processors(lua_State *L) {
	long count = sysconf(_SC_NPROCESSORS_ONLN);
	lua_pushinteger(L, count > 0 ? count : 1);
	return 1;
}

static Editor *check_editor(lua_State *L) {
	Editor **editor = luaL_checkudata(L, 1, EDITOR);
	luaL_argcheck(L, *editor, 1, "closed");
	return *editor;
}

/* host.editor() -> line editor on the terminal | nil, message */
static int l_editor(lua_State *L) {
	Editor **editor = lua_newuserdatauv(L, sizeof *editor, 0);
	*editor = NULL;
	luaL_setmetatable(L, EDITOR);
	*editor = editor_new();
	if (*editor)
		return 1;
	lua_pushnil(L);
	lua_pushstring(L, "the terminal cannot be used for editing");
	return 2;
}

/* editor:read(prompt) -> line | nil, "interrupted" (after ^C, which is dealt with then) | nil, "end" */
static int l_editor_read(lua_State *L) {
	Editor *editor = check_editor(L);
	const char *line;
	size_t length;
	EditorEnd end = editor_read(editor, luaL_checkstring(L, 2), &line, &length);
	if (end == EDITOR_INTERRUPTED && interrupt_pending() == SIGINT)
		interrupt_clear(L);
	if (end == EDITOR_LINE) {
		lua_pushlstring(L, line, length);
		return 1;
	}
	lua_pushnil(L);
	lua_pushstring(L, end == EDITOR_EOF ? "end" : "interrupted");
	return 2;
}

/* editor:add_history(line) */
static int l_editor_add_history(lua_State *L) {
	editor_add_history(check_editor(L), luaL_checkstring(L, 2));
	return 0;
}

/* editor:load_history(path) -> boolean */
static int l_editor_load_history(lua_State *L) {
	lua_pushboolean(L, editor_load_history(check_editor(L), luaL_checkstring(L, 2)));
	return 1;
}

/* editor:save_history(path) -> true | nil, message, code */
static int l_editor_save_history(lua_State *L) {
	const char *path = luaL_checkstring(L, 2);
	return luaL_fileresult(L, editor_save_history(check_editor(L), path), path);
}

/* editor:close(): gives the terminal back; may be called twice */
static int l_editor_close(lua_State *L) {
	Editor **editor = luaL_checkudata(L, 1, EDITOR);
	editor_free(*editor);
	*editor = NULL;
	return 0;
}

/* host.make_folder(path) -> true | nil, message, code; one that is there already is fine. For its owner alone. */
static int l_make_folder(lua_State *L) {
	const char *path = luaL_checkstring(L, 1);
	return luaL_fileresult(L, mkdir(path, 0700) == 0 || errno == EEXIST, path);
}

void lua_add_terminal(lua_State *L) {
	static const luaL_Reg methods[] = {
		{"read", l_editor_read},
		{"add_history", l_editor_add_history},
		{"load_history", l_editor_load_history},
		{"save_history", l_editor_save_history},
		{"close", l_editor_close},
		{NULL, NULL},
	};
	static const luaL_Reg functions[] = {
		{"isatty", l_isatty},
		{"width", l_width},
		{"processors", l_processors},
		{"editor", l_editor},
		{"make_folder", l_make_folder},
		{NULL, NULL},
	};
	static const luaL_Reg meta[] = {{"__gc", l_editor_close}, {NULL, NULL}};
	register_type(L, EDITOR, methods, meta);
	luaL_setfuncs(L, functions, 0);
}
