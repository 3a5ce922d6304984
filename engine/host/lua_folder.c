/* What an installation needs of the file system: new files and folders that are on the disk before a name points to
 * them. Functions give true, or nil and a message with the path, as the io library does. */
#include <errno.h>
#include <fcntl.h>
#include <lauxlib.h>
#include <stdlib.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include "bindings/lua_support.h"
#include "host/lua_host.h"

/* host.entry(path) -> "file" | "folder" | "link" | "other", permission bits, bytes | nil, message: of the path itself,
 * links are not followed */
static int l_entry(lua_State *L) {
	const char *path = luaL_checkstring(L, 1);
	struct stat status;
	if (lstat(path, &status) < 0)
		return luaL_fileresult(L, 0, path);
	lua_pushstring(L, S_ISREG(status.st_mode)   ? "file"
	                  : S_ISDIR(status.st_mode) ? "folder"
	                  : S_ISLNK(status.st_mode) ? "link"
	                                            : "other");
	lua_pushinteger(L, status.st_mode & 07777);
	lua_pushinteger(L, (lua_Integer)status.st_size);
	return 3;
}

/* host.make_folder(path) */
static int l_make_folder(lua_State *L) {
	const char *path = luaL_checkstring(L, 1);
	return luaL_fileresult(L, mkdir(path, 0755) == 0, path);
}

/* host.make_folder_beside(path) -> name of a new folder, PATH and something behind it */
static int l_make_folder_beside(lua_State *L) {
	const char *path = luaL_checkstring(L, 1);
	Buf *name = push_buf(L);
	buf_append_string(name, path);
	buf_append_string(name, ".new-XXXXXX");
	errno = ENOMEM;
	if (name->oom || !mkdtemp(name->bytes) || chmod(name->bytes, 0755) < 0)
		return luaL_fileresult(L, 0, path);
	push_buf_string(L, name);
	return 1;
}

static bool write_all(int descriptor, const char *bytes, size_t length) {
	while (length > 0) {
		ssize_t written = write(descriptor, bytes, length);
		if (written < 0 && errno != EINTR)
			return false;
		if (written > 0) {
			bytes += written;
			length -= (size_t)written;
		}
	}
	return true;
}

/* host.write_new(path, bytes [, secret]): a file that was not there, readable by all or by its owner alone; on the disk
 * when the function returns. */
static int l_write_new(lua_State *L) {
	size_t length;
	const char *path = luaL_checkstring(L, 1), *bytes = luaL_checklstring(L, 2, &length);
	mode_t mode = lua_toboolean(L, 3) ? 0600 : 0644;
	int descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, mode);
	if (descriptor < 0)
		return luaL_fileresult(L, 0, path);
	bool fine = write_all(descriptor, bytes, length) && fsync(descriptor) == 0;
	int reason = errno;
	if (close(descriptor) < 0 && fine) {
		fine = false;
		reason = errno;
	}
	errno = reason;
	return luaL_fileresult(L, fine, path);
}

/* host.sync_folder(path): the names in it are on the disk */
static int l_sync_folder(lua_State *L) {
	const char *path = luaL_checkstring(L, 1);
	int descriptor = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	if (descriptor < 0)
		return luaL_fileresult(L, 0, path);
	bool fine = fsync(descriptor) == 0 || errno == EINVAL || errno == EROFS;
	int reason = errno;
	close(descriptor);
	errno = reason;
	return luaL_fileresult(L, fine, path);
}

static int close_lock(lua_State *L) {
	luaL_Stream *stream = luaL_checkudata(L, 1, LUA_FILEHANDLE);
	return luaL_fileresult(L, fclose(stream->f) == 0, NULL);
}

/* host.lock(path) -> handle that holds the file's lock until it is closed; waits for who has it | nil, message */
static int l_lock(lua_State *L) {
	const char *path = luaL_checkstring(L, 1);
	luaL_Stream *stream = lua_newuserdatauv(L, sizeof *stream, 0);
	stream->closef = NULL;
	luaL_setmetatable(L, LUA_FILEHANDLE);
	int descriptor = open(path, O_RDWR | O_CREAT | O_NOFOLLOW | O_CLOEXEC, 0644);
	if (descriptor < 0 || flock(descriptor, LOCK_EX) < 0 || !(stream->f = fdopen(descriptor, "r+"))) {
		int reason = errno;
		if (descriptor >= 0)
			close(descriptor);
		errno = reason;
		return luaL_fileresult(L, 0, path);
	}
	stream->closef = close_lock;
	return 1;
}

void lua_add_folders(lua_State *L) {
	static const luaL_Reg functions[] = {
		{"entry", l_entry},
		{"make_folder", l_make_folder},
		{"make_folder_beside", l_make_folder_beside},
		{"write_new", l_write_new},
		{"sync_folder", l_sync_folder},
		{"lock", l_lock},
		{NULL, NULL},
	};
	luaL_setfuncs(L, functions, 0);
}
