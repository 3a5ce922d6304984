/* Frames over a pair of pipes. With non-blocking descriptors (the parent's side) nothing here waits; with blocking ones
 * (the worker's side) channel_flush and channel_fill wait for the other side. */
#ifndef ASSAY_HOST_CHANNEL_H
#define ASSAY_HOST_CHANNEL_H
#include "host/frame.h"

typedef struct Channel {
	int input, output; /* descriptors, -1 when closed */
	Buf in;            /* received; the first `taken` bytes are done with */
	size_t taken;
	Buf out; /* queued; the first `sent` bytes are written */
	size_t sent;
	bool ended;  /* the other side closed, or reading or writing failed: nothing more will come */
	bool failed; /* it was not the other side */
	bool judged;        /* front, frame and reason tell of the bytes in `in` as they are now */
	FrameStatus front;  /* what stands behind the taken bytes */
	Frame frame;        /* for FRAME_WHOLE */
	const char *reason; /* for FRAME_MALFORMED */
} Channel;

/* Sets the descriptors of a channel that is all zero; from now on it owns them. */
void channel_attach(Channel *channel, int input, int output);
/* Queues a frame; false when it is too long or memory is out. */
bool channel_queue(Channel *channel, char type, const char *payload, size_t length);
/* True while queued bytes wait for channel_flush. */
bool channel_is_writing(const Channel *channel);
/* Writes what the pipe takes now. False when the other side no longer reads. */
bool channel_flush(Channel *channel);
/* Reads what has come, at most once; sets `ended`. False when memory is out. */
bool channel_fill(Channel *channel);
/* Tells what frame is next, without taking it. */
FrameStatus channel_front(Channel *channel);
/* Takes the next frame when it is whole; its payload lives until the next call on the channel. */
FrameStatus channel_next(Channel *channel, Frame *frame, const char **reason);
/* Closes the descriptors and frees the buffers; may be called twice. */
void channel_close(Channel *channel);

#endif
