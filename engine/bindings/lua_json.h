/* JSON as other bindings need it: Lua value → text, text → Lua value or jansson tree. */
#ifndef ASSAY_BINDINGS_LUA_JSON_H
#define ASSAY_BINDINGS_LUA_JSON_H
#include <jansson.h>

#include "bindings/lua_support.h"

#define JSON_DEPTH_MAX 200 /* arrays and objects inside each other, both ways */

/* An opener whose type uses the functions below calls this first; once more does nothing. */
void register_json_types(lua_State *L);

/* Appends the value at `index` as compact JSON. Keys are sorted by bytes, those in the array at stack index `order`
 * (0: none) come first. Raises on a value that JSON cannot hold, naming the path to it from `root` ("meta":
 * "meta.tags[2]: …"); buf then holds a part. */
void json_write_value(lua_State *L, int index, int order, const char *root, Buf *buf);

/* Pushes a handle that owns the tree of the text and gives the tree, borrowed from it; NULL, with nothing pushed and
 * error set (BAD_INPUT with line:column, NO_MEMORY), when the text is not JSON as json.decode takes it. */
const json_t *push_json_tree(lua_State *L, const char *text, size_t length, AssayError *error);

/* Pushes the Lua value of a tree that a handle on the stack owns, or raises on lack of memory. */
void push_json_value(lua_State *L, const json_t *tree);

#endif
