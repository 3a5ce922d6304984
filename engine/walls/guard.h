/* What ends a worker process whose pack spends too long where nothing can interrupt it: inside LPeg, or in one
 * instruction on long strings. Counted is processor time, so that a busy machine ends nobody. Does nothing until it is
 * enabled; only worker processes do that. */
#ifndef ASSAY_WALLS_GUARD_H
#define ASSAY_WALLS_GUARD_H
#include <stddef.h>

#if defined(__SANITIZE_ADDRESS__)
#define GUARD_SECONDS 10 /* as many steps take several times as long there, and the box's limit is to come first */
#else
#define GUARD_SECONDS 2
#endif
#define GUARD_STATUS 77 /* exit status of a process that was ended so */

/* The last words go to the descriptor. */
void guard_enable(int descriptor);
/* What is to be written when it comes to that, from the next guard_begin on; must stay where it is. */
void guard_set_words(const char *words, size_t length);
/* Around the pack's code. */
void guard_begin(void);
void guard_end(void);

#endif
