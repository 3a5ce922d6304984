/* core.database: SQLite files of other programs as Lua sees them. Values go in as parameters, never as text of a
 * statement. */
#include "base/error.h"
#include "bindings/lua_support.h"
#include "store/database.h"

#define DATABASE_TYPE "assay.database"
#define QUERY_TYPE "assay.database_query"
#define VALUES_MAX 32

typedef struct DatabaseHandle {
	Database *database; /* NULL: closed */
} DatabaseHandle;

typedef struct QueryHandle {
	DatabaseQuery *query;
} QueryHandle;

/* open(path [, {create = boolean (false)}]) → database, or nil, message, code. With create the file is one's own to
 * write, without it is read and not changed. */
static int l_open(lua_State *L) {
	const char *path = check_c_string(L, 1);
	AssayError error = {0};
	DatabaseMode mode = DATABASE_READ;
	if (!lua_isnoneornil(L, 2)) {
		luaL_checktype(L, 2, LUA_TTABLE);
		lua_getfield(L, 2, "create");
		mode = lua_toboolean(L, -1) ? DATABASE_WRITE : DATABASE_READ;
	}
	DatabaseHandle *handle = luaA_new_handle(L, sizeof *handle, DATABASE_TYPE);
	handle->database = database_open(path, mode, &error);
	return handle->database ? 1 : push_error(L, &error);
}

static int l_close(lua_State *L) {
	DatabaseHandle *handle = luaL_checkudata(L, 1, DATABASE_TYPE);
	database_close(handle->database);
	handle->database = NULL;
	return 0;
}

static int l_query_gc(lua_State *L) {
	QueryHandle *handle = luaL_checkudata(L, 1, QUERY_TYPE);
	database_query_done(handle->query);
	handle->query = NULL;
	return 0;
}

static DatabaseValue check_value(lua_State *L, int arg) {
	DatabaseValue value = {.type = DATABASE_NULL};
	switch (lua_type(L, arg)) {
	case LUA_TNIL:
		break;
	case LUA_TBOOLEAN:
		value.type = DATABASE_INTEGER, value.integer = lua_toboolean(L, arg);
		break;
	case LUA_TNUMBER:
		value.type = lua_isinteger(L, arg) ? DATABASE_INTEGER : DATABASE_REAL;
		value.integer = lua_tointeger(L, arg), value.real = lua_tonumber(L, arg);
		break;
	case LUA_TSTRING:
		value.type = DATABASE_TEXT, value.text = lua_tolstring(L, arg, &value.length);
		break;
	default:
		luaL_argerror(L, arg, "no value of a database");
	}
	return value;
}

static void push_value(lua_State *L, DatabaseValue value) {
	switch (value.type) {
	case DATABASE_INTEGER:
		lua_pushinteger(L, value.integer);
		break;
	case DATABASE_REAL:
		lua_pushnumber(L, value.real);
		break;
	case DATABASE_TEXT:
		lua_pushlstring(L, value.text ? value.text : "", value.length);
		break;
	case DATABASE_NULL:
		lua_pushnil(L);
	}
}

static void push_row(lua_State *L, const DatabaseQuery *query) {
	int columns = database_columns(query);
	lua_createtable(L, 0, columns);
	for (int i = 0; i < columns; i++) {
		push_value(L, database_column(query, i));
		lua_setfield(L, -2, database_column_name(query, i));
	}
}

/* query(sql, value…) → array of rows {column = value}, NULL being nil; or nil, message, code. One statement; a value
 * is nil, a boolean (0 or 1), a number or a string. */
static int l_query(lua_State *L) {
	DatabaseHandle *handle = luaL_checkudata(L, 1, DATABASE_TYPE);
	const char *sql = check_c_string(L, 2);
	DatabaseValue values[VALUES_MAX];
	AssayError error = {0};
	int count = lua_gettop(L) - 2;
	bool found, ok;
	luaL_argcheck(L, handle->database, 1, "the database is closed");
	luaL_argcheck(L, count <= VALUES_MAX, VALUES_MAX + 3, "too many values");
	for (int i = 0; i < count; i++)
		values[i] = check_value(L, i + 3);
	QueryHandle *query = luaA_new_handle(L, sizeof *query, QUERY_TYPE);
	query->query = database_query(handle->database, sql, values, (size_t)count, &error);
	if (!query->query)
		return push_error(L, &error);
	lua_newtable(L);
	for (lua_Integer n = 1; (ok = database_next(handle->database, query->query, &found, &error)) && found; n++) {
		push_row(L, query->query);
		lua_rawseti(L, -2, n);
	}
	database_query_done(query->query);
	query->query = NULL;
	return ok ? 1 : push_error(L, &error);
}

int lua_open_database(lua_State *L) {
	static const luaL_Reg methods[] = {{"close", l_close}, {"query", l_query}, {NULL, NULL}};
	static const luaL_Reg metamethods[] = {{"__close", l_close}, {"__gc", l_close}, {NULL, NULL}};
	static const luaL_Reg query_metamethods[] = {{"__gc", l_query_gc}, {NULL, NULL}};
	static const luaL_Reg functions[] = {{"open", l_open}, {NULL, NULL}};
	register_type(L, DATABASE_TYPE, methods, metamethods);
	register_type(L, QUERY_TYPE, NULL, query_metamethods);
	luaL_newlib(L, functions);
	return 1;
}
