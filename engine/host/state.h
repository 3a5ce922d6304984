/* The Lua state as every user of it gets it: standard libraries, LPeg and assay.core ready to be required, a search
 * path that names the assay library first and nothing relative, and a counted heap. */
#ifndef ASSAY_HOST_STATE_H
#define ASSAY_HOST_STATE_H
#include <lua.h>
#include <stddef.h>

#include "base/error.h"

/* `scripts` is the folder of the Lua library; NULL: $ASSAY_PATH, else ../scripts seen from the program, else the
 * installed one. `limit` is in bytes of Lua heap, 0: none. To be closed with state_free. Errors: NOT_FOUND,
 * NO_MEMORY. */
lua_State *state_new(const char *scripts, size_t limit, AssayError *error);
void state_free(lua_State *L); /* NULL is allowed */

/* The absolute folder of the Lua library; lives as long as the state. */
const char *state_scripts(lua_State *L);
/* Bytes of Lua heap that must not be passed; 0: none. A limit below what is in use stops only growth. */
void state_set_limit(lua_State *L, size_t limit);
size_t state_limit(lua_State *L);
size_t state_used(lua_State *L);

/* lua_pcall with a traceback added to an error that is a string. */
int state_call(lua_State *L, int arguments, int results);
/* Sets `error` from what state_call left on the top of the stack, and pops it; returns false. */
bool state_error(lua_State *L, int status, AssayError *error);
/* Makes `require(name)` call `opener`. */
void state_preload(lua_State *L, const char *name, lua_CFunction opener);

#endif
