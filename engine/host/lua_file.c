#include <errno.h>
#include <lauxlib.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/memory.h"
#include "bindings/lua_support.h"
#include "host/file.h"
#include "host/lua_host.h"

#define NAMES "assay.host.names"

/* nil, message, "missing" | "refused" | "failed" */
static int push_file_error(lua_State *L, const FileError *error) {
	static const char *const codes[] = {"", "missing", "refused", "failed"};
	lua_pushnil(L);
	lua_pushstring(L, error->message);
	lua_pushstring(L, codes[error->fault]);
	return 3;
}

static int push_errno(lua_State *L, int reason) {
	FileError error = {.fault = FILE_FAILED};
	snprintf(error.message, sizeof error.message, "%s", strerror(reason));
	return push_file_error(L, &error);
}

/* host.read_file(path, limit) -> bytes | nil, message, code */
static int l_read_file(lua_State *L) {
	const char *path = luaL_checkstring(L, 1);
	lua_Integer limit = luaL_checkinteger(L, 2);
	luaL_argcheck(L, limit >= 0, 2, "negative");
	Buf *buf = push_buf(L);
	FileError error;
	if (file_read(path, (size_t)limit, buf, &error) != FILE_FINE) {
		buf_done(buf);
		return push_file_error(L, &error);
	}
	push_buf_string(L, buf);
	buf_done(buf);
	return 1;
}

static int close_stream(lua_State *L) {
	luaL_Stream *stream = luaL_checkudata(L, 1, LUA_FILEHANDLE);
	return luaL_fileresult(L, fclose(stream->f) == 0, NULL);
}

/* A handle in the closed state, as the io library makes it. */
static luaL_Stream *push_stream(lua_State *L) {
	luaL_Stream *stream = lua_newuserdatauv(L, sizeof *stream, 0);
	stream->closef = NULL;
	luaL_setmetatable(L, LUA_FILEHANDLE);
	return stream;
}

static bool open_stream(luaL_Stream *stream, int descriptor, const char *mode) {
	stream->f = fdopen(descriptor, mode);
	if (stream->f)
		stream->closef = close_stream;
	else
		close(descriptor);
	return stream->f != NULL;
}

/* host.open_file(path) -> file handle for reading | nil, message, code */
static int l_open_file(lua_State *L) {
	const char *path = luaL_checkstring(L, 1);
	luaL_Stream *stream = push_stream(L);
	FileError error;
	int descriptor = file_open(path, &error);
	if (descriptor < 0)
		return push_file_error(L, &error);
	return open_stream(stream, descriptor, "rb") ? 1 : push_errno(L, errno);
}

/* host.look(path) -> "file" | "folder", key of the file itself, bytes | nil, message, code */
static int l_look(lua_State *L) {
	FileKind kind;
	FileError error;
	if (file_look(luaL_checkstring(L, 1), &kind, &error) != FILE_FINE)
		return push_file_error(L, &error);
	lua_pushstring(L, kind.is_folder ? "folder" : "file");
	lua_pushfstring(L, "%I:%I", (LUAI_UACINT)kind.device, (LUAI_UACINT)kind.inode);
	lua_pushinteger(L, (lua_Integer)kind.length);
	return 3;
}

static int l_names_gc(lua_State *L) {
	file_names_done(luaL_checkudata(L, 1, NAMES));
	return 0;
}

/* host.list(path) -> array of names, sorted by bytes | nil, message, code */
static int l_list(lua_State *L) {
	const char *path = luaL_checkstring(L, 1);
	FileNames *names = lua_newuserdatauv(L, sizeof *names, 0);
	*names = (FileNames){0};
	luaL_setmetatable(L, NAMES);
	FileError error;
	if (file_list(path, names, &error) != FILE_FINE)
		return push_file_error(L, &error);
	lua_createtable(L, (int)names->count, 0);
	for (uint32_t i = 0; i < names->count; i++) {
		lua_pushstring(L, names->items[i]);
		lua_rawseti(L, -2, (lua_Integer)i + 1);
	}
	file_names_done(names);
	return 1;
}

/* host.resolve(path) -> absolute path without symbolic links | nil, message, code */
static int l_resolve(lua_State *L) {
	char resolved[PATH_MAX];
	if (!realpath(luaL_checkstring(L, 1), resolved))
		return push_errno(L, errno);
	lua_pushstring(L, resolved);
	return 1;
}

/* host.create_beside(path) -> file handle for writing, name of the new file | nil, message, code */
static int l_create_beside(lua_State *L) {
	const char *path = luaL_checkstring(L, 1);
	luaL_Stream *stream = push_stream(L);
	Buf *name = push_buf(L);
	int descriptor = file_create_beside(path, name);
	if (descriptor < 0 || !open_stream(stream, descriptor, "wb"))
		return push_errno(L, errno);
	lua_pushvalue(L, -2);
	push_buf_string(L, name);
	return 2;
}

/* host.sync(file) -> true | nil, message, code: what was written to the file is on the disk */
static int l_sync(lua_State *L) {
	luaL_Stream *stream = luaL_checkudata(L, 1, LUA_FILEHANDLE);
	luaL_argcheck(L, stream->closef, 1, "closed");
	if (fflush(stream->f) != 0 || (fsync(fileno(stream->f)) < 0 && errno != EINVAL && errno != EROFS))
		return push_errno(L, errno);
	lua_pushboolean(L, 1);
	return 1;
}

void lua_add_files(lua_State *L) {
	static const luaL_Reg functions[] = {
		{"read_file", l_read_file},
		{"open_file", l_open_file},
		{"look", l_look},
		{"list", l_list},
		{"resolve", l_resolve},
		{"create_beside", l_create_beside},
		{"sync", l_sync},
		{NULL, NULL},
	};
	static const luaL_Reg names[] = {{"__gc", l_names_gc}, {NULL, NULL}};
	register_type(L, NAMES, NULL, names);
	luaL_setfuncs(L, functions, 0);
}
