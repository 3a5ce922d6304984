/* The signals that ask a process to end (INT, TERM, HUP): the first one is noted and raises a Lua error at the next
 * instruction, so that everything is put back in order on the way out; a second one ends the process at once. */
#ifndef ASSAY_HOST_INTERRUPT_H
#define ASSAY_HOST_INTERRUPT_H
#include <lua.h>

/* The state whose running code is to be stopped. One per process. */
void interrupt_watch(lua_State *L);
void interrupt_forget(void);
/* The signal that came, or 0. */
int interrupt_pending(void);
/* After an interrupt that was dealt with: things go on as if it had not come. */
void interrupt_clear(lua_State *L);

#endif
