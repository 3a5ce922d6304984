/* Worker processes: this program again, started with the hidden verb `worker`. A worker has no files of the parent: job
 * frames come on descriptor 3, answers go to 4, its standard output is the parent's standard error. */
#ifndef ASSAY_HOST_WORKER_H
#define ASSAY_HOST_WORKER_H
#include <sys/types.h>

#include "base/error.h"
#include "host/channel.h"

#define WORKER_JOBS 3
#define WORKER_ANSWERS 4

typedef struct Worker {
	pid_t pid; /* 0: not started, or ended and waited for */
	Channel channel;
	int64_t deadline;   /* clock_milliseconds at which it is late; -1: none */
	int64_t stopped_at; /* when it was first seen stopped by a signal; -1: it runs */
	int status;         /* of waitpid; valid once pid is 0 again */
} Worker;

typedef enum WorkerState {
	WORKER_BUSY,     /* nothing to take yet */
	WORKER_ANSWERED, /* a whole frame is there */
	WORKER_GARBLED,  /* its bytes are no frame */
	WORKER_ENDED,    /* the process is gone */
	WORKER_LATE,     /* its deadline has passed */
	WORKER_STOPPED   /* a signal stopped it */
} WorkerState;

/* Monotonic clock. */
int64_t clock_milliseconds(void);

/* Starts the process; `scripts` is the folder of its Lua library. The worker must be all zero. */
bool worker_start(Worker *worker, const char *scripts, AssayError *error);
/* What worker_take would say now; reads nothing. */
WorkerState worker_state(Worker *worker);
/* Takes the next answer: `frame` is set for WORKER_ANSWERED and lives until the next call, `reason` for GARBLED. */
WorkerState worker_take(Worker *worker, Frame *frame, const char **reason);
/* Moves bytes to and from the workers until one is no longer busy, `timeout` milliseconds have passed (-1: no limit) or
 * a signal came. False when memory or descriptors are out. */
bool workers_wait(Worker *const *workers, size_t count, int timeout);
/* Ends the process (at once), waits for it and frees what the worker holds; may be called twice. */
void worker_stop(Worker *worker);
/* How the process ended, as words: "ended by SIGKILL", "ended with exit status 3". */
void worker_describe_end(const Worker *worker, char *words, size_t size);

/* In the worker itself: readies the process (no signals of the terminal, ends with its parent) and the channel. */
bool worker_begin(Channel *channel, AssayError *error);

#endif
