/* A session on a terminal that outlives the code it runs. Before a chunk runs, the process forks: the child sleeps with
 * the session as it is. When the chunk neither ends nor heeds ^C (it is inside a C function that no hook reaches), or
 * takes the process down, the sleeper goes on in its place. A supervisor, the process that the shell started, waits for
 * whichever is the session and ends as it ends. All of them share a process group, so ^C and ^Z reach them all. */
#ifndef ASSAY_HOST_CHECKPOINT_H
#define ASSAY_HOST_CHECKPOINT_H
#include <stdbool.h>

typedef enum CheckpointEnd {
	CHECKPOINT_SET,   /* the caller runs the chunk */
	CHECKPOINT_STUCK, /* the caller is the sleeper: the other did not heed ^C and was killed */
	CHECKPOINT_DIED,  /* the caller is the sleeper: the other is gone */
	CHECKPOINT_NONE   /* there is none: no supervisor, or the fork failed; the chunk runs without */
} CheckpointEnd;

/* Returns in a child; the caller becomes the supervisor. False when that fails: the session does without. */
bool checkpoint_supervise(void);
/* What was written to C streams goes out first. */
CheckpointEnd checkpoint_set(void);
/* The chunk has ended: the sleeper ends. Also at exit(). */
void checkpoint_drop(void);

#endif
