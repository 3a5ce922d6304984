/* core.store: the project file as Lua sees it. Positions are Lua's (1-based, inclusive), sentences and paragraphs are
 * numbered from 1; only the result of a run keeps the contract's 0-based offsets, since it is stored as it is shown.
 * */
#include <string.h>

#include "base/error.h"
#include "bindings/lua_json.h"
#include "bindings/lua_support.h"
#include "bindings/result.h"
#include "store/store.h"

#define STORE_TYPE "assay.store"
#define CURSOR_TYPE "assay.store_cursor"
#define HITS_TYPE "assay.store_hits"
#define QUERY_TYPE "assay.store_query"

typedef struct StoreHandle {
	Store *store; /* NULL: closed */
} StoreHandle;

static Store *check_store(lua_State *L, int arg) {
	StoreHandle *handle = luaL_checkudata(L, arg, STORE_TYPE);
	if (!handle->store)
		luaL_error(L, "attempt to use a closed store");
	return handle->store;
}

/* ---- Opening and closing ---- */

typedef struct OpenOptions {
	StoreMode mode;
	bool foreign; /* a stranger made the file */
	int timeout; /* milliseconds; -1: as the store has it */
} OpenOptions;

/* The value of the option is at the top of the stack. */
static void read_option(lua_State *L, const char *name, OpenOptions *options) {
	if (strcmp(name, "create") == 0) {
		options->mode = lua_toboolean(L, -1) ? STORE_CREATE : STORE_EXISTING;
	} else if (strcmp(name, "foreign") == 0) {
		options->foreign = lua_toboolean(L, -1);
	} else if (strcmp(name, "timeout") == 0) {
		lua_Integer timeout = lua_isinteger(L, -1) ? lua_tointeger(L, -1) : -1;
		luaL_argcheck(L, timeout >= 0 && timeout <= INT32_MAX, 2, "timeout must be milliseconds");
		options->timeout = (int)timeout;
	} else {
		luaL_argerror(L, 2, lua_pushfstring(L, "unknown option '%s'; there are create, foreign and timeout", name));
	}
}

static OpenOptions check_options(lua_State *L) {
	OpenOptions options = {.mode = STORE_CREATE, .timeout = -1};
	if (lua_isnoneornil(L, 2))
		return options;
	luaL_checktype(L, 2, LUA_TTABLE);
	for (lua_pushnil(L); lua_next(L, 2); lua_pop(L, 1))
		read_option(L, lua_type(L, -2) == LUA_TSTRING ? lua_tostring(L, -2) : "", &options);
	return options;
}

/* open(path [, {create = boolean (true), foreign = boolean (false), timeout = milliseconds (5000)}]) → store, or nil,
 * message, code. foreign: its pages are checked before anything is read; those of another user's file are in any case.
 * */
static int l_open(lua_State *L) {
	const char *path = check_c_string(L, 1);
	OpenOptions options = check_options(L);
	AssayError error = {0};
	StoreHandle *handle = luaA_new_handle(L, sizeof *handle, STORE_TYPE);
	handle->store = store_open(path, options.mode, &error);
	if (!handle->store)
		return push_error(L, &error);
	if (options.foreign && !store_check_pages(handle->store, &error))
		return push_error(L, &error);
	if (options.timeout >= 0)
		store_set_timeout(handle->store, options.timeout);
	return 1;
}

/*** store:close(): rolls an open batch back; once more does nothing */
static int l_store_close(lua_State *L) {
	StoreHandle *handle = luaL_checkudata(L, 1, STORE_TYPE);
	store_close(handle->store);
	handle->store = NULL;
	return 0;
}

static int l_store_tostring(lua_State *L) {
	StoreHandle *handle = luaL_checkudata(L, 1, STORE_TYPE);
	if (handle->store)
		lua_pushfstring(L, "%s (%s)", STORE_TYPE, store_path(handle->store));
	else
		lua_pushfstring(L, "%s (closed)", STORE_TYPE);
	return 1;
}

/* ---- Batches ---- */

/*** store:begin() → true, or nil, message, code; likewise commit, rollback. */
static int l_store_begin(lua_State *L) {
	AssayError error = {0};
	bool ok = store_begin(check_store(L, 1), &error);
	return push_result(L, ok, &error);
}

static int l_store_commit(lua_State *L) {
	AssayError error = {0};
	bool ok = store_commit(check_store(L, 1), &error);
	return push_result(L, ok, &error);
}

static int l_store_rollback(lua_State *L) {
	AssayError error = {0};
	bool ok = store_rollback(check_store(L, 1), &error);
	return push_result(L, ok, &error);
}

/* ---- Adding ---- */

enum { SLOT_STORE = 1, SLOT_RECORD };

/* Pushes the string in a field of the record, so that it lives, and gives it; NULL for nil. Another type raises. A
 * NUL byte is the data's fault, not the caller's: it is named in *bad. */
static const char *push_field(lua_State *L, const char *name, size_t *length, const char **bad) {
	lua_pushstring(L, name);
	int type = lua_rawget(L, SLOT_RECORD);
	if (type == LUA_TNIL)
		return NULL;
	if (type != LUA_TSTRING)
		luaL_argerror(L, SLOT_RECORD, lua_pushfstring(L, "field '%s' must be a string", name));
	size_t bytes;
	const char *string = lua_tolstring(L, -1, &bytes);
	if (length)
		*length = bytes;
	else if (strlen(string) != bytes)
		*bad = name;
	return string;
}

/* The text of a table, as a function of its own: what JSON cannot hold is an error of the data, to be caught. */
static int l_meta_text(lua_State *L) {
	Buf *buf = push_buf(L);
	json_write_value(L, 1, 0, "meta", buf);
	push_buf_string(L, buf);
	return 1;
}

/* Pushes the JSON of the record's meta; *json is NULL when there is none. False with error set. */
static bool push_meta(lua_State *L, const char **json, AssayError *error) {
	*json = NULL;
	lua_pushcfunction(L, l_meta_text);
	lua_pushliteral(L, "meta");
	int type = lua_rawget(L, SLOT_RECORD);
	if (type == LUA_TNIL)
		return true;
	luaL_argcheck(L, type == LUA_TTABLE, SLOT_RECORD, "field 'meta' must be a table");
	int status = lua_pcall(L, 1, 1, 0);
	if (status != LUA_OK && status != LUA_ERRRUN)
		lua_error(L);
	if (status == LUA_ERRRUN)
		return error_set(error, ASSAY_BAD_INPUT, "%s", lua_tostring(L, -1));
	*json = lua_tostring(L, -1);
	return true;
}

/* Reads {first, last, kind, paragraph} at the top of the stack; false when it is something else or lies outside the
 * text. The string stays the table's. */
static bool read_sentence(lua_State *L, size_t length, StoreSentence *sentence) {
	Span span = SPAN_NONE;
	int record = lua_gettop(L);
	if (!lua_istable(L, record))
		return false;
	for (int i = 1; i <= 4; i++)
		lua_rawgeti(L, record, i);
	lua_Integer paragraph = lua_isinteger(L, record + 4) ? lua_tointeger(L, record + 4) : 0;
	bool ok = to_span(L, record + 1, record + 2, length, &span) && lua_type(L, record + 3) == LUA_TSTRING &&
	          paragraph >= 1 && paragraph <= UINT32_MAX;
	if (ok)
		*sentence = (StoreSentence){span.start, span.end, (uint32_t)(paragraph - 1), lua_tostring(L, record + 3)};
	lua_settop(L, record);
	return ok;
}

/* Pushes the record's sentences and their C form. What a sentence holds is data, so a bad one is an error to return.
 * */
static bool push_sentences(lua_State *L, size_t length, const StoreSentence **sentences, size_t *count,
                           AssayError *error) {
	*sentences = NULL, *count = 0;
	lua_pushliteral(L, "sentences");
	int type = lua_rawget(L, SLOT_RECORD), list = lua_gettop(L);
	if (type == LUA_TNIL)
		return true;
	luaL_argcheck(L, type == LUA_TTABLE, SLOT_RECORD, "field 'sentences' must be an array");
	*count = lua_rawlen(L, list);
	StoreSentence *read = lua_newuserdatauv(L, *count * sizeof *read, 0);
	for (size_t i = 0; i < *count; i++) {
		lua_rawgeti(L, list, (lua_Integer)i + 1);
		if (!read_sentence(L, length, &read[i]))
			return error_set(error, ASSAY_BAD_INPUT, "sentence %zu is not {first, last, kind, paragraph} in the text",
			                 i + 1);
		lua_pop(L, 1);
	}
	*sentences = read;
	return true;
}

/*** store:add({id =, text =, outlet =, published =, title =, meta = table, sentences = {{first, last, kind, paragraph}, …}})
 * → whether it is new, or nil, message, code. Only id and text are required; the record's own fields count, not those
 * that a metatable gives. */
static int l_store_add(lua_State *L) {
	Store *store = check_store(L, SLOT_STORE);
	AssayError error = {0};
	const char *bad = NULL;
	size_t count;
	bool added;
	luaL_checktype(L, SLOT_RECORD, LUA_TTABLE);
	luaL_checkstack(L, 24, NULL);
	StoreArticle article = {0};
	article.key = push_field(L, "id", NULL, &bad);
	article.text = push_field(L, "text", &article.length, &bad);
	luaL_argcheck(L, article.key && article.text, SLOT_RECORD, "fields 'id' and 'text' are required");
	article.outlet = push_field(L, "outlet", NULL, &bad);
	article.published = push_field(L, "published", NULL, &bad);
	article.title = push_field(L, "title", NULL, &bad);
	const StoreSentence *sentences;
	if (bad)
		error_set(&error, ASSAY_BAD_INPUT, "%s: a NUL byte", bad);
	if (bad || !push_sentences(L, article.length, &sentences, &count, &error) ||
	    !push_meta(L, &article.meta, &error) ||
	    !store_add_article(store, &article, sentences, count, &added, NULL, &error))
		return push_error(L, &error);
	lua_pushboolean(L, added);
	return 1;
}

/* ---- Reading ---- */

/*** store:count() → current articles, or nil, message, code */
static int l_store_count(lua_State *L) {
	AssayError error = {0};
	int64_t count = store_article_count(check_store(L, 1), &error);
	if (count < 0)
		return push_error(L, &error);
	lua_pushinteger(L, count);
	return 1;
}

static int l_cursor_gc(lua_State *L) {
	store_cursor_done(luaL_checkudata(L, 1, CURSOR_TYPE));
	return 0;
}

static StoreCursor *push_cursor(lua_State *L) {
	return luaA_new_handle(L, sizeof(StoreCursor), CURSOR_TYPE);
}

/* Sets a field of the table at the top of the stack; NULL leaves it absent. */
static void set_string(lua_State *L, const char *name, const char *string) {
	if (!string)
		return;
	lua_pushstring(L, string);
	lua_setfield(L, -2, name);
}

/* Sets a field of the table at the top of the stack to what the JSON holds. */
static void set_json(lua_State *L, const char *name, const char *json) {
	AssayError error = {0};
	if (!json)
		return;
	const json_t *tree = push_json_tree(L, json, strlen(json), &error);
	if (!tree)
		luaL_error(L, "%s: %s", name, error.message);
	push_json_value(L, tree);
	lua_setfield(L, -3, name);
	lua_pop(L, 1);
}

static void push_stored(lua_State *L, const StoreArticle *article) {
	lua_createtable(L, 0, 6);
	lua_pushlstring(L, article->text, article->length);
	lua_setfield(L, -2, "text");
	set_string(L, "id", article->key);
	set_string(L, "outlet", article->outlet);
	set_string(L, "published", article->published);
	set_string(L, "title", article->title);
	set_json(L, "meta", article->meta);
}

/* The error of an iterator: nil would look like the end. */
static int raise(lua_State *L, const AssayError *error) {
	return luaL_error(L, "%s", error->message);
}

static int l_next_article(lua_State *L) {
	Store *store = check_store(L, lua_upvalueindex(1));
	StoreCursor *cursor = lua_touserdata(L, lua_upvalueindex(2));
	StoreArticle article;
	AssayError error = {0};
	bool found;
	if (!store_article_next(store, cursor, &article, &found, &error))
		return raise(L, &error);
	if (!found)
		return 0;
	push_stored(L, &article);
	return 1;
}

/*** store:articles() → iterator over the current articles, by id: {id, text, outlet, published, title, meta} */
static int l_store_articles(lua_State *L) {
	check_store(L, 1);
	lua_settop(L, 1);
	push_cursor(L);
	lua_pushcclosure(L, l_next_article, 2);
	return 1;
}

/*** store:article(id) → the current article's record, or nil, message, code */
static int l_store_article(lua_State *L) {
	Store *store = check_store(L, 1);
	const char *key = check_c_string(L, 2);
	StoreCursor *cursor = push_cursor(L);
	StoreArticle article;
	AssayError error = {0};
	bool found;
	if (!store_article_find(store, key, cursor, &article, &found, &error))
		return push_error(L, &error);
	if (!found) {
		error_set(&error, ASSAY_NOT_FOUND, "no article '%s' in %s", key, store_path(store));
		return push_error(L, &error);
	}
	push_stored(L, &article);
	return 1;
}

/* ---- Search ---- */

static int l_hits_gc(lua_State *L) {
	store_hits_done(luaL_checkudata(L, 1, HITS_TYPE));
	return 0;
}

static void push_matches(lua_State *L, const StoreHit *hit) {
	lua_createtable(L, (int)hit->match_count, 0);
	for (uint32_t i = 0; i < hit->match_count; i++) {
		lua_createtable(L, 2, 0);
		push_span(L, hit->matches[i].start, hit->matches[i].end);
		lua_rawseti(L, -3, 2);
		lua_rawseti(L, -2, 1);
		lua_rawseti(L, -2, (lua_Integer)i + 1);
	}
}

static void push_hit(lua_State *L, const StoreHit *hit) {
	lua_createtable(L, 0, 6);
	set_string(L, "article", hit->article);
	lua_pushinteger(L, (lua_Integer)hit->n + 1);
	lua_setfield(L, -2, "n");
	set_span(L, -1, hit->start, hit->end);
	lua_pushlstring(L, hit->text, hit->end - hit->start);
	lua_setfield(L, -2, "text");
	push_matches(L, hit);
	lua_setfield(L, -2, "matches");
}

/*** store:search(query [, limit (20)]) → array, best first, of {article =, n =, start =, end =, text =, matches = {{first,
 * last}, …}}, or nil, message, code. All positions are in the article. */
static int l_store_search(lua_State *L) {
	Store *store = check_store(L, 1);
	const char *query = check_c_string(L, 2);
	lua_Integer limit = luaL_optinteger(L, 3, 20);
	AssayError error = {0};
	luaL_argcheck(L, limit >= 0 && limit <= INT32_MAX, 3, "limit out of range");
	StoreHits *hits = luaA_new_handle(L, sizeof *hits, HITS_TYPE);
	if (!store_search(store, query, (uint32_t)limit, hits, &error))
		return push_error(L, &error);
	lua_createtable(L, (int)hits->count, 0);
	for (uint32_t i = 0; i < hits->count; i++) {
		push_hit(L, &hits->items[i]);
		lua_rawseti(L, -2, (lua_Integer)i + 1);
	}
	return 1;
}

/* ---- Runs ---- */

/*** store:save_run(result [, order]) → the run's number, or nil, message, code. The result is the contract object; its text
 * is kept as json.encode(result, {order = order}) gives it. */
static int l_store_save_run(lua_State *L) {
	Store *store = check_store(L, 1);
	luaL_checktype(L, 2, LUA_TTABLE);
	lua_settop(L, 3);
	AssayError error = {0};
	int64_t id;
	Buf *text = push_buf(L);
	json_write_value(L, 2, lua_isnil(L, 3) ? 0 : 3, "result", text);
	if (text->oom)
		return luaL_error(L, "not enough memory");
	const json_t *tree = push_json_tree(L, text->bytes, text->length, &error);
	if (!tree || !result_save(store, tree, text->bytes, &id, &error))
		return push_error(L, &error);
	lua_pushinteger(L, id);
	return 1;
}

static void push_run(lua_State *L, const StoreRun *run) {
	lua_createtable(L, 0, 5);
	lua_pushinteger(L, run->id);
	lua_setfield(L, -2, "id");
	set_string(L, "engine", run->engine);
	set_string(L, "question", run->question);
	set_json(L, "params", run->params);
	lua_createtable(L, 0, 3);
	set_string(L, "name", run->pack);
	set_string(L, "version", run->version);
	set_string(L, "sha256", run->pack_sha256);
	lua_setfield(L, -2, "pack");
}

static int l_next_run(lua_State *L) {
	Store *store = check_store(L, lua_upvalueindex(1));
	StoreCursor *cursor = lua_touserdata(L, lua_upvalueindex(2));
	StoreRun run;
	AssayError error = {0};
	bool found;
	if (!store_run_next(store, cursor, &run, &found, &error))
		return raise(L, &error);
	if (!found)
		return 0;
	push_run(L, &run);
	return 1;
}

/*** store:runs() → iterator over the runs, oldest first: {id, pack = {name, version, sha256}, engine, question, params} */
static int l_store_runs(lua_State *L) {
	check_store(L, 1);
	lua_settop(L, 1);
	push_cursor(L);
	lua_pushcclosure(L, l_next_run, 2);
	return 1;
}

/*** store:run(id) → the result object that save_run was given, or nil, message, code */
static int l_store_run(lua_State *L) {
	Store *store = check_store(L, 1);
	lua_Integer id = luaL_checkinteger(L, 2);
	AssayError error = {0};
	bool found;
	Buf *text = push_buf(L);
	if (!store_run_result(store, id, text, &found, &error))
		return push_error(L, &error);
	if (!found) {
		error_set(&error, ASSAY_NOT_FOUND, "no run %lld in %s", (long long)id, store_path(store));
		return push_error(L, &error);
	}
	const json_t *tree = push_json_tree(L, text->bytes, text->length, &error);
	if (!tree)
		return push_error(L, &error);
	push_json_value(L, tree);
	return 1;
}

/*** store:integrity() → true, or nil, message (the first thing found), code */
static int l_store_integrity(lua_State *L) {
	AssayError error = {0};
	bool ok = store_check(check_store(L, 1), &error);
	return push_result(L, ok, &error);
}

/* ---- SQL ---- */

typedef struct QueryHandle {
	StoreQuery *query;
} QueryHandle; /* its parent is the store */

static int l_query_gc(lua_State *L) {
	QueryHandle *handle = luaL_checkudata(L, 1, QUERY_TYPE);
	store_query_close(handle->query);
	handle->query = NULL;
	return 0;
}

static void push_blob(lua_State *L, const StoreValue *value) {
	luaL_Buffer hex;
	luaL_buffinit(L, &hex);
	luaL_addstring(&hex, "x'");
	for (size_t i = 0; i < value->length; i++) {
		luaL_addchar(&hex, "0123456789abcdef"[(unsigned char)value->bytes[i] >> 4]);
		luaL_addchar(&hex, "0123456789abcdef"[(unsigned char)value->bytes[i] & 15]);
	}
	luaL_addchar(&hex, '\'');
	luaL_pushresult(&hex);
}

static void push_value(lua_State *L, const StoreValue *value) {
	switch (value->kind) {
	case STORE_NULL:
		lua_pushnil(L);
		break;
	case STORE_INTEGER:
		lua_pushinteger(L, value->integer);
		break;
	case STORE_REAL:
		lua_pushnumber(L, value->real);
		break;
	case STORE_TEXT:
		lua_pushlstring(L, value->bytes, value->length);
		break;
	case STORE_BLOB:
		push_blob(L, value);
		break;
	}
}

/* Upvalues: the store, the query. */
static int l_next_row(lua_State *L) {
	QueryHandle *handle = lua_touserdata(L, lua_upvalueindex(2));
	AssayError error = {0};
	bool found;
	check_store(L, lua_upvalueindex(1));
	if (!store_query_next(handle->query, &found, &error))
		return push_error(L, &error);
	if (!found)
		return 0;
	int count = store_query_columns(handle->query);
	lua_createtable(L, count, 0);
	for (int i = 0; i < count; i++) {
		StoreValue value = store_query_value(handle->query, i);
		push_value(L, &value);
		lua_rawseti(L, -2, i + 1);
	}
	return 1;
}

/*** store:query(sql) → function, columns; or nil, message, code. One SELECT, which only reads and has bounded steps. The
 * function gives the next row as an array (nil for NULL, "x'…'" for what is no text), nil at the end, or nil, message,
 * code. columns: their names. */
static int l_store_query(lua_State *L) {
	Store *store = check_store(L, 1);
	const char *sql = check_c_string(L, 2);
	AssayError error = {0};
	lua_settop(L, 2);
	lua_pushvalue(L, 1);
	QueryHandle *handle = luaA_new_handle(L, sizeof *handle, QUERY_TYPE);
	handle->query = store_query_open(store, sql, &error);
	if (!handle->query)
		return push_error(L, &error);
	lua_pushcclosure(L, l_next_row, 2);
	int count = store_query_columns(handle->query);
	lua_createtable(L, count, 0);
	for (int i = 0; i < count; i++) {
		lua_pushstring(L, store_query_name(handle->query, i));
		lua_rawseti(L, -2, i + 1);
	}
	return 2;
}

/* ---- Module ---- */

static const luaL_Reg store_methods[] = {
	{"add", l_store_add},
	{"article", l_store_article},
	{"articles", l_store_articles},
	{"begin", l_store_begin},
	{"close", l_store_close},
	{"commit", l_store_commit},
	{"count", l_store_count},
	{"integrity", l_store_integrity},
	{"query", l_store_query},
	{"rollback", l_store_rollback},
	{"run", l_store_run},
	{"runs", l_store_runs},
	{"save_run", l_store_save_run},
	{"search", l_store_search},
	{NULL, NULL},
};

static const luaL_Reg store_metamethods[] = {
	{"__close", l_store_close}, {"__gc", l_store_close}, {"__tostring", l_store_tostring}, {NULL, NULL},
};

static const luaL_Reg functions[] = {{"open", l_open}, {NULL, NULL}};

int lua_open_store(lua_State *L) {
	static const luaL_Reg cursor_metamethods[] = {{"__gc", l_cursor_gc}, {NULL, NULL}};
	static const luaL_Reg hits_metamethods[] = {{"__gc", l_hits_gc}, {NULL, NULL}};
	register_json_types(L);
	register_type(L, STORE_TYPE, store_methods, store_metamethods);
	register_type(L, CURSOR_TYPE, NULL, cursor_metamethods);
	static const luaL_Reg query_metamethods[] = {{"__gc", l_query_gc}, {NULL, NULL}};
	register_type(L, QUERY_TYPE, NULL, query_metamethods);
	register_type(L, HITS_TYPE, NULL, hits_metamethods);
	luaL_newlib(L, functions);
	return 1;
}
