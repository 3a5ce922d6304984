/* What the files of walls/ share. */
#ifndef ASSAY_WALLS_IMPL_H
#define ASSAY_WALLS_IMPL_H
#include <lauxlib.h>

#include "walls/box.h"

Box *box_of(lua_State *L);
/* Takes steps from the budget, and raises when a limit is passed. Every loop in C that a pack can make long pays. */
void box_charge(lua_State *L, size_t steps);
/* Raises the limit that was passed. */
int box_raise(lua_State *L);

/* Openers; each sets globals of a state whose standard libraries are in the registry's LUA_LOADED_TABLE. */
void box_open_base(lua_State *L);    /* box_base.c */
void box_open_order(lua_State *L);   /* box_order.c: pairs, next */
void box_open_library(lua_State *L); /* box_library.c: string, table, math, utf8 */
void box_open_lpeg(lua_State *L);    /* box_lpeg.c */

/* string.find and friends, with steps that are paid for. */
int box_string_find(lua_State *L);
int box_string_match(lua_State *L);
int box_string_gmatch(lua_State *L);
int box_string_gsub(lua_State *L);

/* Pushes the value as text: no addresses; __tostring is called. */
const char *box_tostring(lua_State *L, int index, size_t *length);

/* The number of the LPeg pattern at `index`, 0 when it is none. Raises an error of its state. */
lua_Integer box_peg_number(lua_State *L, int index);
/* Pushes the pattern that searches for pattern `number`; false when there is none. */
bool box_push_peg(lua_State *L, lua_Integer number);

/* Its address is the registry's key of math.randomseed. */
extern const char box_random_seed;

#define BOX_PATTERN "lpeg-pattern" /* LPeg's name for its metatable */

#endif
