/* The walls around a worker process. Each is used where the kernel has it; together they leave it the two pipes it
 * was started with, memory, and the processor. */
#ifndef ASSAY_WALLS_PROCESS_H
#define ASSAY_WALLS_PROCESS_H
#include <stdbool.h>
#include <stddef.h>

typedef struct Walls {
	bool limits;     /* rlimits: no file, no process, no core, address space */
	bool privileges; /* no_new_privs, not dumpable */
	int landlock;    /* the kernel's ABI; 0: it has none */
	bool seccomp;    /* only the calls that reading, writing and memory need */
	const char *off; /* why there are no walls at all, NULL: there are */
} Walls;

/* Raises what can be raised; for good. `memory`: bytes of address space, 0: no limit. */
void process_wall(size_t memory, Walls *walls);
/* Tries what a walled process must not do. Gives the name of the first act that was not refused, or NULL. */
const char *process_leak(void);

#endif
