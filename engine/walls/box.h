/* A box: the Lua state in which one pack's code runs, apart from every other state. Nothing in it reaches the engine,
 * a file or a clock; what comes out is copied data. It has a budget of steps and a cap on its memory; once one of them
 * is passed, every further step of the pack raises, its own pcall included, and the box is of no more use.
 *
 * Not bounded by a box alone: the time inside LPeg and of a single instruction on long strings (walls/guard.h), and
 * faults of Lua and LPeg themselves (walls/process.h). */
#ifndef ASSAY_WALLS_BOX_H
#define ASSAY_WALLS_BOX_H
#include <lua.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/error.h"

#define BOX_MEMORY ((size_t)64 << 20) /* bytes */
#define BOX_STEPS ((int64_t)100000000)
#define BOX_SOURCE ((size_t)1 << 20) /* bytes of one file */

typedef enum BoxLimit { BOX_WITHIN, BOX_OVER_STEPS, BOX_OVER_MEMORY } BoxLimit;

typedef struct BoxSettings {
	size_t memory;       /* bytes */
	int64_t steps;       /* for loading, and again for each article */
	lua_CFunction lpeg;  /* luaopen_lpeg; NULL: the pack has no LPeg */
	bool open;           /* a trusted pack: Lua's whole library, no limits */
} BoxSettings;

typedef struct Box {
	lua_State *L;
	size_t used, memory; /* bytes; memory 0: no limit yet */
	int64_t fuel, steps; /* steps left; refilled with `steps` */
	BoxLimit over;       /* sticky */
	bool keeps_state;    /* the pack gave LPeg functions or tables that may remember something between two matches */
	bool is_open;
} Box;

typedef struct BoxText {
	const char *bytes;
	size_t length;
	lua_Integer first, behind; /* out: 1-based byte where the match starts, the one behind it; 0: none */
} BoxText;

/* To be closed with box_free. Errors: NO_MEMORY. */
Box *box_new(const BoxSettings *settings, AssayError *error);
void box_free(Box *box); /* NULL is allowed */
/* A new budget of steps, and random numbers from the start again. */
void box_refill(Box *box);

/* Runs a file of the pack. `names` are functions that it may call with arguments to keep: each call adds {name,
 * arguments…} to a list; one whose name ends in "{" here takes a table. Leaves that list and what the file returned on the box's stack, or nothing with error set:
 * BAD_PACK with Lua's message ("name:line: reason"; *is_syntax tells which kind), REFUSED with the limit. */
bool box_run(Box *box, const char *text, size_t length, const char *name, const char *const *names, bool *is_syntax,
             AssayError *error);

/* Copies the value at `index` of the box's stack onto the stack of `L`: strings, numbers, booleans and tables of them,
 * without their metatables; an LPeg pattern becomes {peg = number}. Raises an error of L for what is no data. */
void box_copy(Box *box, int index, lua_State *L);
/* Forgets what lies on the box's stack. */
void box_clear(Box *box);

/* Looks in each text for the first match of pattern number `peg` that is not empty. Errors as of box_run. */
bool box_find(Box *box, lua_Integer peg, BoxText *texts, size_t count, AssayError *error);

#endif
