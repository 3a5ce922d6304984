#include "bindings/lua_json.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/error.h"
#include "base/memory.h"
#include "base/utf8.h"
#include "base/vec.h"
#include "bindings/json_text.h"

#define ENCODER_TYPE "assay.json_encoder"
#define TREE_TYPE "assay.json_tree"
#define NULL_TYPE "assay.json_null"
#define ARRAY_TYPE "assay.json_array"

/* ---- Lua → text ---- */

typedef struct Key {
	const char *bytes; /* of a string that its table anchors */
	size_t length;
	lua_Integer rank;  /* place in options.order; LUA_MAXINTEGER: not named there */
} Key;

typedef struct Frame {
	const void *table;
	const char *key; /* NULL: item of an array */
	size_t key_length;
	lua_Integer item;
} Frame;

typedef struct Encoder {
	Buf *buf;
	VEC(Key) keys;     /* those of the open objects, innermost last */
	const char *root;  /* name of the whole value in messages; may be empty */
	int indent;        /* spaces a level; 0: one line */
	int order;         /* stack index of the table key → rank; 0: none */
	int depth;
	Frame frames[JSON_DEPTH_MAX];
} Encoder;

static int l_encoder_gc(lua_State *L) {
	Encoder *encoder = luaL_checkudata(L, 1, ENCODER_TYPE);
	vec_done(&encoder->keys);
	return 0;
}

static bool is_identifier(const char *key, size_t length) {
	static const char starts[] = "_ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
	size_t i = 0;
	while (i < length && key[i] && memchr(starts, key[i], sizeof starts - (i ? 1 : 11)))
		i++;
	return i && i == length;
}

static void add_path(luaL_Buffer *message, const Frame *frame) {
	char item[64];
	if (!frame->key) {
		snprintf(item, sizeof item, "[%lld]", (long long)frame->item);
	} else if (is_identifier(frame->key, frame->key_length) && frame->key_length < 60) {
		snprintf(item, sizeof item, ".%.*s", (int)frame->key_length, frame->key);
	} else {
		int n = snprintf(item, sizeof item, "[\"");
		for (size_t i = 0; i < frame->key_length && n < 50; i++) {
			unsigned char byte = (unsigned char)frame->key[i];
			n += snprintf(item + n, sizeof item - (size_t)n, byte < 0x20 || byte > 0x7E ? "\\x%02X" : "%c", byte);
		}
		snprintf(item + n, sizeof item - (size_t)n, "\"]");
	}
	luaL_addstring(message, item);
}

/* Raises "path: reason"; the path ends at the innermost open frame. */
static void fail(lua_State *L, const Encoder *encoder, const char *reason) {
	luaL_Buffer message;
	luaL_buffinit(L, &message);
	luaL_addstring(&message, encoder->root);
	int shown = encoder->depth < JSON_DEPTH_MAX ? encoder->depth : 10;
	for (int i = 0; i < shown; i++)
		add_path(&message, &encoder->frames[i]);
	if (shown < encoder->depth)
		luaL_addstring(&message, "…");
	luaL_pushresult(&message);
	const char *path = lua_tostring(L, -1);
	path += *path == '.';
	luaL_error(L, "%s%s%s", path, *path ? ": " : "", reason);
}

static void fail_type(lua_State *L, const Encoder *encoder, int index) {
	char reason[80];
	snprintf(reason, sizeof reason, "a %s has no JSON form", luaL_typename(L, index));
	fail(L, encoder, reason);
}

static void encode(lua_State *L, Encoder *encoder, int index);

static void encode_string(lua_State *L, const Encoder *encoder, const char *bytes, size_t length) {
	size_t bad;
	if (json_write_string(encoder->buf, bytes, length, &bad))
		return;
	char reason[80];
	snprintf(reason, sizeof reason, "invalid UTF-8 at byte %zu", bad + 1);
	fail(L, encoder, reason);
}

static void encode_number(lua_State *L, const Encoder *encoder, int index) {
	if (lua_isinteger(L, index)) {
		json_write_integer(encoder->buf, lua_tointeger(L, index));
		return;
	}
	double number = lua_tonumber(L, index);
	if (!isfinite(number))
		fail(L, encoder, isnan(number) ? "not a number (NaN)" : "an infinite number");
	json_write_real(encoder->buf, number);
}

static void new_line(const Encoder *encoder) {
	if (!encoder->indent)
		return;
	buf_append_byte(encoder->buf, '\n');
	for (int i = 0; i < encoder->depth * encoder->indent; i++)
		buf_append_byte(encoder->buf, ' ');
}

/* Gives the number of items when the table is a sequence 1…n without other keys, 0 when it is empty, -1 when all keys
 * are strings; raises for anything else. */
static lua_Integer sequence_length(lua_State *L, const Encoder *encoder, int index) {
	lua_Integer items = 0, last = 0;
	bool named = false;
	for (lua_pushnil(L); lua_next(L, index); lua_pop(L, 1)) {
		if (lua_type(L, -2) == LUA_TSTRING) {
			named = true;
		} else if (lua_isinteger(L, -2) && lua_tointeger(L, -2) > 0) {
			items++;
			last = lua_tointeger(L, -2) > last ? lua_tointeger(L, -2) : last;
		} else {
			fail(L, encoder, "a key that is neither a string nor a positive integer");
		}
	}
	if (named && items)
		fail(L, encoder, "string keys and array items in one table");
	if (last != items)
		fail(L, encoder, "an array with holes (use json.null)");
	return named ? -1 : items;
}

static bool is_array(lua_State *L, int index) {
	if (!lua_getmetatable(L, index))
		return false;
	luaL_getmetatable(L, ARRAY_TYPE);
	bool same = lua_rawequal(L, -1, -2);
	lua_pop(L, 2);
	return same;
}

static void encode_array(lua_State *L, Encoder *encoder, int index, lua_Integer items) {
	Frame *frame = &encoder->frames[encoder->depth++];
	buf_append_byte(encoder->buf, '[');
	for (lua_Integer i = 1; i <= items; i++) {
		*frame = (Frame){frame->table, NULL, 0, i};
		if (i > 1)
			buf_append_byte(encoder->buf, ',');
		new_line(encoder);
		lua_rawgeti(L, index, i);
		encode(L, encoder, lua_gettop(L));
		lua_pop(L, 1);
	}
	encoder->depth--;
	if (items)
		new_line(encoder);
	buf_append_byte(encoder->buf, ']');
}

static int compare_keys(const void *a, const void *b) {
	const Key *x = a, *y = b;
	if (x->rank != y->rank)
		return x->rank < y->rank ? -1 : 1;
	int order = memcmp(x->bytes, y->bytes, x->length < y->length ? x->length : y->length);
	return order ? order : (x->length > y->length) - (x->length < y->length);
}

static void collect_keys(lua_State *L, Encoder *encoder, int index) {
	for (lua_pushnil(L); lua_next(L, index); lua_pop(L, 1)) {
		Key *key = vec_add(&encoder->keys);
		if (!key)
			luaL_error(L, "not enough memory");
		key->bytes = lua_tolstring(L, -2, &key->length);
		key->rank = LUA_MAXINTEGER;
		if (!encoder->order)
			continue;
		lua_pushvalue(L, -2);
		if (lua_rawget(L, encoder->order) != LUA_TNIL)
			key->rank = lua_tointeger(L, -1);
		lua_pop(L, 1);
	}
}

static void encode_member(lua_State *L, Encoder *encoder, int index, const Key *key) {
	new_line(encoder);
	encode_string(L, encoder, key->bytes, key->length);
	buf_append_string(encoder->buf, encoder->indent ? ": " : ":");
	lua_pushlstring(L, key->bytes, key->length);
	lua_rawget(L, index);
	encode(L, encoder, lua_gettop(L));
	lua_pop(L, 1);
}

static void encode_object(lua_State *L, Encoder *encoder, int index) {
	uint32_t first = encoder->keys.count;
	collect_keys(L, encoder, index);
	uint32_t count = encoder->keys.count - first;
	if (count)
		qsort(encoder->keys.items + first, count, sizeof(Key), compare_keys);
	Frame *frame = &encoder->frames[encoder->depth++];
	buf_append_byte(encoder->buf, '{');
	for (uint32_t i = 0; i < count; i++) {
		Key key = encoder->keys.items[first + i];
		*frame = (Frame){frame->table, key.bytes, key.length, 0};
		if (i)
			buf_append_byte(encoder->buf, ',');
		encode_member(L, encoder, index, &key);
	}
	encoder->depth--;
	encoder->keys.count = first;
	if (count)
		new_line(encoder);
	buf_append_byte(encoder->buf, '}');
}

static void encode_table(lua_State *L, Encoder *encoder, int index) {
	const void *table = lua_topointer(L, index);
	for (int i = 0; i < encoder->depth; i++)
		if (encoder->frames[i].table == table)
			fail(L, encoder, "a table that contains itself");
	if (encoder->depth == JSON_DEPTH_MAX)
		fail(L, encoder, "more than 200 tables inside each other");
	luaL_checkstack(L, 8, "JSON");
	encoder->frames[encoder->depth].table = table;
	lua_Integer items = sequence_length(L, encoder, index);
	bool array = is_array(L, index);
	if (array && items < 0)
		fail(L, encoder, "an array with string keys");
	if (items > 0 || array)
		encode_array(L, encoder, index, items);
	else
		encode_object(L, encoder, index);
}

static void encode(lua_State *L, Encoder *encoder, int index) {
	size_t length;
	switch (lua_type(L, index)) {
	case LUA_TSTRING: {
		const char *bytes = lua_tolstring(L, index, &length);
		encode_string(L, encoder, bytes, length);
		break;
	}
	case LUA_TNUMBER:
		encode_number(L, encoder, index);
		break;
	case LUA_TBOOLEAN:
		buf_append_string(encoder->buf, lua_toboolean(L, index) ? "true" : "false");
		break;
	case LUA_TTABLE:
		encode_table(L, encoder, index);
		break;
	default:
		if (!luaL_testudata(L, index, NULL_TYPE))
			fail_type(L, encoder, index);
		buf_append_string(encoder->buf, "null");
	}
}

static Encoder *push_encoder(lua_State *L, Buf *buf, const char *root) {
	Encoder *encoder = luaA_new_handle(L, sizeof *encoder, ENCODER_TYPE);
	encoder->buf = buf;
	encoder->root = root;
	return encoder;
}

static int check_indent(lua_State *L) {
	lua_Integer indent = lua_isinteger(L, -1) ? lua_tointeger(L, -1) : -1;
	luaL_argcheck(L, indent >= 0 && indent <= 16, 2, "indent must be 0 to 16");
	return (int)indent;
}

/* Pushes the table key → rank of the array of keys at `index`, which argument `arg` gave. */
static void push_ranks(lua_State *L, int index, int arg) {
	luaL_argcheck(L, lua_istable(L, index), arg, "order must be an array of keys");
	lua_Integer count = (lua_Integer)lua_rawlen(L, index);
	lua_newtable(L);
	for (lua_Integer i = 1; i <= count; i++) {
		luaL_argcheck(L, lua_rawgeti(L, index, i) == LUA_TSTRING, arg, "order must be an array of keys");
		lua_pushinteger(L, i);
		lua_rawset(L, -3);
	}
}

/* Reads the options table at slot 2; leaves the ranks, where there are some, on the stack. */
static void read_options(lua_State *L, Encoder *encoder) {
	if (lua_isnoneornil(L, 2))
		return;
	luaL_checktype(L, 2, LUA_TTABLE);
	for (lua_pushnil(L); lua_next(L, 2); lua_pop(L, 1)) {
		const char *name = lua_type(L, -2) == LUA_TSTRING ? lua_tostring(L, -2) : "";
		if (strcmp(name, "indent") == 0)
			encoder->indent = check_indent(L);
		else if (strcmp(name, "order") != 0)
			luaL_argerror(L, 2, lua_pushfstring(L, "unknown option '%s'; there are indent and order", name));
	}
	if (lua_getfield(L, 2, "order") == LUA_TNIL)
		return;
	push_ranks(L, lua_gettop(L), 2);
	encoder->order = lua_gettop(L);
}

void json_write_value(lua_State *L, int index, int order, const char *root, Buf *buf) {
	int top = lua_gettop(L);
	index = lua_absindex(L, index);
	Encoder *encoder = push_encoder(L, buf, root);
	if (order) {
		push_ranks(L, order, order);
		encoder->order = lua_gettop(L);
	}
	encode(L, encoder, index);
	lua_settop(L, top);
}

/* encode(value [, options]) → string */
static int l_encode(lua_State *L) {
	luaL_checkany(L, 1);
	lua_settop(L, 2);
	Buf *buf = push_buf(L);
	Encoder *encoder = push_encoder(L, buf, "");
	read_options(L, encoder);
	encode(L, encoder, 1);
	push_buf_string(L, buf);
	return 1;
}

/* ---- Text → tree → Lua ---- */

static int l_tree_gc(lua_State *L) {
	json_t **tree = luaL_checkudata(L, 1, TREE_TYPE);
	json_decref(*tree);
	*tree = NULL;
	return 0;
}

/* Length of the text up to where brackets nest deeper than JSON_DEPTH_MAX, or `length`. Strings are skipped. */
static size_t shallow_prefix(const char *text, size_t length) {
	bool quoted = false;
	for (size_t i = 0, depth = 0; i < length; i++) {
		char byte = text[i];
		if (quoted) {
			i += byte == '\\';
			quoted = byte != '"';
		} else if (byte == '"') {
			quoted = true;
		} else if ((byte == '[' || byte == '{') && ++depth > JSON_DEPTH_MAX) {
			return i;
		} else if ((byte == ']' || byte == '}') && depth) {
			depth--;
		}
	}
	return length;
}

static bool fail_depth(const char *text, size_t place, AssayError *error) {
	int line = 1, column = 1;
	for (size_t i = 0; i < place; i++) {
		column = text[i] == '\n' ? 1 : column + (((unsigned char)text[i] & 0xC0) != 0x80);
		line += text[i] == '\n';
	}
	return error_set(error, ASSAY_BAD_INPUT, "%d:%d: more than %d arrays and objects inside each other", line, column,
	                 JSON_DEPTH_MAX);
}

/* jansson takes a token that it found no memory for to be wrong. */
static _Thread_local bool starved;

static void *allocate(size_t size) {
	void *block = memory_resize(NULL, size);
	starved = starved || !block;
	return block;
}

static json_t *parse(const char *text, size_t length, AssayError *error) {
	size_t shallow = shallow_prefix(text, length);
	if (shallow < length) {
		fail_depth(text, shallow, error);
		return NULL;
	}
	json_error_t reason;
	starved = false;
	json_t *tree = json_loadb(text, length, JSON_REJECT_DUPLICATES | JSON_DECODE_ANY, &reason);
	if (tree)
		return tree;
	if (starved)
		error_no_memory(error);
	else
		error_set(error, ASSAY_BAD_INPUT, "%d:%d: %s", reason.line, reason.column, reason.text);
	return NULL;
}

const json_t *push_json_tree(lua_State *L, const char *text, size_t length, AssayError *error) {
	json_t **tree = luaA_new_handle(L, sizeof *tree, TREE_TYPE);
	*tree = parse(text, length, error);
	if (!*tree)
		lua_pop(L, 1);
	return *tree;
}

static const char null_key; /* its address is the registry key of json.null */

static void push_null(lua_State *L) {
	lua_rawgetp(L, LUA_REGISTRYINDEX, &null_key);
}

static void push_array(lua_State *L, const json_t *array) {
	size_t count = json_array_size(array);
	lua_createtable(L, count < INT32_MAX ? (int)count : 0, 0);
	luaL_setmetatable(L, ARRAY_TYPE);
	for (size_t i = 0; i < count; i++) {
		push_json_value(L, json_array_get(array, i));
		lua_rawseti(L, -2, (lua_Integer)i + 1);
	}
}

static void push_object(lua_State *L, const json_t *object) {
	const char *key;
	json_t *value;
	lua_createtable(L, 0, json_object_size(object) < INT32_MAX ? (int)json_object_size(object) : 0);
	json_object_foreach((json_t *)object, key, value) {
		if (json_is_null(value))
			continue;
		lua_pushstring(L, key);
		push_json_value(L, value);
		lua_rawset(L, -3);
	}
}

void push_json_value(lua_State *L, const json_t *tree) {
	luaL_checkstack(L, 8, "JSON");
	switch (json_typeof(tree)) {
	case JSON_OBJECT: push_object(L, tree); break;
	case JSON_ARRAY: push_array(L, tree); break;
	case JSON_STRING: lua_pushlstring(L, json_string_value(tree), json_string_length(tree)); break;
	case JSON_INTEGER: lua_pushinteger(L, json_integer_value(tree)); break;
	case JSON_REAL: lua_pushnumber(L, json_real_value(tree)); break;
	case JSON_TRUE: lua_pushboolean(L, true); break;
	case JSON_FALSE: lua_pushboolean(L, false); break;
	case JSON_NULL: push_null(L); break;
	}
}

/* decode(text) → value, or nil, "line:column: reason", code */
static int l_decode(lua_State *L) {
	size_t length;
	const char *text = luaL_checklstring(L, 1, &length);
	AssayError error = {0};
	const json_t *tree = push_json_tree(L, text, length, &error);
	if (!tree)
		return push_error(L, &error);
	push_json_value(L, tree);
	return 1;
}

/* ---- Module ---- */

/* array([table]) → the table, which encode now writes as an array even when it is empty */
static int l_array(lua_State *L) {
	lua_settop(L, 1);
	if (lua_isnil(L, 1)) {
		lua_newtable(L);
		lua_replace(L, 1);
	}
	luaL_checktype(L, 1, LUA_TTABLE);
	luaL_setmetatable(L, ARRAY_TYPE);
	return 1;
}

static int l_null_tostring(lua_State *L) {
	lua_pushliteral(L, "null");
	return 1;
}

void register_json_types(lua_State *L) {
	static const luaL_Reg encoder_metamethods[] = {{"__gc", l_encoder_gc}, {NULL, NULL}};
	static const luaL_Reg tree_metamethods[] = {{"__gc", l_tree_gc}, {NULL, NULL}};
	static const luaL_Reg null_metamethods[] = {{"__tostring", l_null_tostring}, {NULL, NULL}};
	register_type(L, ENCODER_TYPE, NULL, encoder_metamethods);
	register_type(L, TREE_TYPE, NULL, tree_metamethods);
	register_type(L, NULL_TYPE, NULL, null_metamethods);
	register_type(L, ARRAY_TYPE, NULL, NULL);
	if (lua_rawgetp(L, LUA_REGISTRYINDEX, &null_key) == LUA_TNIL) {
		luaA_new_handle(L, 1, NULL_TYPE);
		lua_rawsetp(L, LUA_REGISTRYINDEX, &null_key);
	}
	lua_pop(L, 1);
	json_set_alloc_funcs(allocate, memory_free);
}

/*** json.are_lines(text) → whether it is UTF-8 without control characters but for line feeds, as JSON Lines are. */
static int l_are_lines(lua_State *L) {
	size_t length;
	const char *text = luaL_checklstring(L, 1, &length);
	bool clean = utf8_valid_prefix(text, length) == length;
	for (size_t i = 0; clean && i < length; i++)
		clean = ((unsigned char)text[i] >= ' ' && text[i] != 0x7F) || text[i] == '\n';
	lua_pushboolean(L, clean);
	return 1;
}

static const luaL_Reg functions[] = {
	{"encode", l_encode}, {"decode", l_decode}, {"array", l_array}, {"are_lines", l_are_lines}, {NULL, NULL}};

int lua_open_json(lua_State *L) {
	register_json_types(L);
	luaL_newlib(L, functions);
	push_null(L);
	lua_setfield(L, -2, "null");
	luaL_getmetatable(L, ARRAY_TYPE);
	lua_setfield(L, -2, "array_mt");
	return 1;
}
