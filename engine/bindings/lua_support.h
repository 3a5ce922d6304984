/* What every binding shares: types, handles, positions, error returns. Misuse raises (luaL_argerror); what can go
 * wrong in the world comes back as nil, message, code. All functions that take a lua_State may raise a Lua error on
 * lack of memory, so nothing that needs freeing may be held by C variables alone across a call: put it into a handle
 * first. */
#ifndef ASSAY_BINDINGS_LUA_SUPPORT_H
#define ASSAY_BINDINGS_LUA_SUPPORT_H
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <lauxlib.h>
#include <lua.h>

#include <assay.h>

#include "base/buf.h"
#include "base/span.h"

/* Openers push one table each, as luaL_requiref and lua_call expect. */
int lua_open_json(lua_State *L);
int lua_open_database(lua_State *L);
int lua_open_store(lua_State *L);

/* Creates the metatable `name` ("assay.<type>", unique in the registry) unless it is there: __index is a table of
 * `methods` (NULL: none), `metamethods` (NULL: none) go into the metatable itself, __metatable hides it from scripts.
 * Leaves the stack as it was. */
void register_type(lua_State *L, const char *name, const luaL_Reg *methods, const luaL_Reg *metamethods);

/* The user values that every handle has, nil at first: what it must keep alive, and what it made and may give again.
 * */
enum { HANDLE_PARENT = 1, HANDLE_CACHE = 2 };

/* Pushes a full userdata of `size` zeroed bytes with the metatable of the registered type. Acquire what it owns only
 * afterwards: __gc then frees it whatever happens, and must accept the zeroed state. */
void *luaA_new_handle(lua_State *L, size_t size, const char *type);

/* Keeps the value at stack index `parent` alive as long as the handle at the top of the stack. */
void luaA_keep(lua_State *L, int parent);

/* Pushes an empty buffer that the collector frees, for text that is built while Lua may raise. Valid while it is on
 * the stack. */
Buf *push_buf(lua_State *L);
/* Pushes the buffer's bytes as a string, or raises "not enough memory" when an append had failed. */
void push_buf_string(lua_State *L, const Buf *buf);

/* Positions: the one place where C's 0-based half-open [start, end) in bytes meets Lua's 1-based inclusive pair.
 * [start, end) is the pair start + 1, end: text:sub(first, last) is the span's text, and an empty span at s is the
 * pair s + 1, s. SPAN_NONE is nil, nil. */

/* Pushes first and last (or two nils for SPAN_NONE); gives 2, the values pushed. */
int push_span(lua_State *L, uint32_t start, uint32_t end);
/* Sets the fields `start` and `end` of the table at `index`; SPAN_NONE leaves them absent. */
void set_span(lua_State *L, int index, uint32_t start, uint32_t end);
/* The span that arguments `arg` and `arg` + 1 give. Raises an argument error unless both are integers and the span
 * lies in a text of `length` bytes. */
Span check_span(lua_State *L, int arg, size_t length);
/* The same of any two stack slots, without raising: false when they do not give a span in `length` bytes. */
bool to_span(lua_State *L, int first, int last, size_t length, Span *span);

/* Pushes nil, message, code and gives 3. Codes: check_failed, usage, bad_input, not_found, bug, io, try_again,
 * no_memory, refused, bad_pack, interrupted. */
int push_error(lua_State *L, const AssayError *error);
/* Pushes true when ok, the error otherwise; gives the number of values pushed. */
int push_result(lua_State *L, bool ok, const AssayError *error);
const char *status_name(AssayStatus status);

/* A string argument without NUL bytes, as C functions need it; raises otherwise. Lives as long as the argument. */
const char *check_c_string(lua_State *L, int arg);

#endif
