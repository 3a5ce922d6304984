#include <errno.h>
#include <lauxlib.h>
#include <signal.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "bindings/lua_support.h"
#include "host/checkpoint.h"
#include "host/editor.h"
#include "host/interrupt.h"
#include "host/lua_host.h"

#define EDITOR "assay.host.editor"
#define USUAL_WIDTH 80
#define USUAL_HEIGHT 24

enum { COMPLETER = 1, COMPLETION }; /* user values of an editor */

/* host.isatty(descriptor) -> boolean */
static int l_isatty(lua_State *L) {
	lua_pushboolean(L, isatty((int)luaL_checkinteger(L, 1)));
	return 1;
}

/* host.width(descriptor) -> columns and rows of the terminal, 80 and 24 where it is none or does not say */
static int l_width(lua_State *L) {
	struct winsize size = {0};
	bool told = ioctl((int)luaL_checkinteger(L, 1), TIOCGWINSZ, &size) == 0;
	lua_pushinteger(L, told && size.ws_col >= 20 ? size.ws_col : USUAL_WIDTH);
	lua_pushinteger(L, told && size.ws_row >= 5 ? size.ws_row : USUAL_HEIGHT);
	return 2;
}

/* host.processors() -> processors this process may use */
static int l_processors(lua_State *L) {
	long count = sysconf(_SC_NPROCESSORS_ONLN);
	lua_pushinteger(L, count > 0 ? count : 1);
	return 1;
}

/* host.supervise() -> boolean: this process is now the child of one that outlasts it; checkpoints can be set */
static int l_supervise(lua_State *L) {
	lua_pushboolean(L, checkpoint_supervise());
	return 1;
}

/* host.checkpoint() -> nil where the chunk may run; "stuck" or "died" where it did not end and this is the session as it
 * was before */
static int l_checkpoint(lua_State *L) {
	CheckpointEnd end = checkpoint_set();
	if (end == CHECKPOINT_STUCK || end == CHECKPOINT_DIED)
		lua_pushstring(L, end == CHECKPOINT_STUCK ? "stuck" : "died");
	else
		lua_pushnil(L);
	return 1;
}

/* host.drop_checkpoint(): the chunk has ended */
static int l_drop_checkpoint(lua_State *L) {
	(void)L;
	checkpoint_drop();
	return 0;
}

static Editor *check_editor(lua_State *L) {
	Editor **editor = luaL_checkudata(L, 1, EDITOR);
	luaL_argcheck(L, *editor, 1, "closed");
	return *editor;
}

/* host.editor([completer]) -> line editor on the terminal | nil, message. Tab calls completer(line up to the cursor) ->
 * what to insert or nil, what to show below or nil. */
static int l_editor(lua_State *L) {
	lua_settop(L, 1);
	Editor **editor = lua_newuserdatauv(L, sizeof *editor, COMPLETION);
	*editor = NULL;
	luaL_setmetatable(L, EDITOR);
	lua_pushvalue(L, 1);
	lua_setiuservalue(L, -2, COMPLETER);
	*editor = editor_new();
	if (*editor)
		return 1;
	lua_pushnil(L);
	lua_pushstring(L, "the terminal cannot be used for editing");
	return 2;
}

/* The results stay with the editor, so that what the strings point to lives on. */
static Completion complete(void *data, const char *before, size_t length) {
	lua_State *L = data;
	Completion found = {0};
	lua_getiuservalue(L, 1, COMPLETER);
	lua_pushlstring(L, before, length);
	if (lua_pcall(L, 1, 2, 0) != LUA_OK) {
		lua_pop(L, 1); /* the error: there is no completion */
		return found;
	}
	found.inserted = lua_type(L, -2) == LUA_TSTRING ? lua_tostring(L, -2) : NULL;
	found.listed = lua_type(L, -1) == LUA_TSTRING ? lua_tostring(L, -1) : NULL;
	lua_createtable(L, 2, 0);
	lua_insert(L, -3);
	lua_rawseti(L, -3, 2);
	lua_rawseti(L, -2, 1);
	lua_setiuservalue(L, 1, COMPLETION);
	return found;
}

/* editor:read(prompt) -> line | nil, "interrupted" (after ^C, which is dealt with then) | nil, "end" */
static int l_editor_read(lua_State *L) {
	Editor *editor = check_editor(L);
	const char *line;
	size_t length;
	lua_getiuservalue(L, 1, COMPLETER);
	if (lua_isfunction(L, -1))
		editor_set_completer(editor, complete, L);
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
		{"supervise", l_supervise},
		{"checkpoint", l_checkpoint},
		{"drop_checkpoint", l_drop_checkpoint},
		{NULL, NULL},
	};
	static const luaL_Reg meta[] = {{"__gc", l_editor_close}, {NULL, NULL}};
	register_type(L, EDITOR, methods, meta);
	luaL_setfuncs(L, functions, 0);
}
