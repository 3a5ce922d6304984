#include "host/channel.h"

#include <errno.h>
#include <string.h>
#include <unistd.h>

#define KEPT_BYTES ((size_t)1 << 20) /* a buffer that grew beyond this is freed once it is empty */

void channel_attach(Channel *channel, int input, int output) {
	channel->input = input;
	channel->output = output;
}

static void reuse(Buf *buf) {
	if (buf->capacity > KEPT_BYTES)
		buf_done(buf);
	else
		buf_clear(buf);
}

bool channel_queue(Channel *channel, char type, const char *payload, size_t length) {
	return frame_append(&channel->out, type, payload, length) && !channel->out.oom;
}

bool channel_is_writing(const Channel *channel) {
	return channel->sent < channel->out.length;
}

bool channel_flush(Channel *channel) {
	while (channel_is_writing(channel)) {
		ssize_t written =
			write(channel->output, channel->out.bytes + channel->sent, channel->out.length - channel->sent);
		if (written < 0 && errno == EINTR)
			continue;
		if (written < 0 && errno == EAGAIN)
			return true;
		if (written < 0) {
			/* Behind a broken pipe the other side's last answer may still wait to be read; other failures are final. */
			channel->ended = channel->ended || errno != EPIPE;
			return false;
		}
		channel->sent += (size_t)written;
	}
	reuse(&channel->out);
	channel->sent = 0;
	return true;
}

/* Drops the bytes of the frames already taken. */
static void drop_taken(Channel *channel) {
	size_t left = channel->in.length - channel->taken;
	if (left == 0)
		reuse(&channel->in);
	else if (channel->taken > 0)
		memmove(channel->in.bytes, channel->in.bytes + channel->taken, left);
	channel->in.length = left;
	channel->taken = 0;
	channel->judged = false;
}

bool channel_fill(Channel *channel) {
	char bytes[65536];
	ssize_t received = read(channel->input, bytes, sizeof bytes);
	if (channel->taken > 0)
		drop_taken(channel);
	if (received > 0) {
		buf_append(&channel->in, bytes, (size_t)received);
	} else if (received == 0 || (errno != EAGAIN && errno != EINTR)) {
		channel->ended = true;
		channel->failed = received < 0;
	}
	channel->judged = false;
	return !channel->in.oom;
}

FrameStatus channel_front(Channel *channel) {
	if (channel->taken > 0)
		drop_taken(channel);
	if (!channel->judged)
		channel->front = frame_parse(channel->in.bytes, channel->in.length, &channel->frame, &channel->reason);
	channel->judged = true;
	return channel->front;
}

FrameStatus channel_next(Channel *channel, Frame *frame, const char **reason) {
	FrameStatus status = channel_front(channel);
	if (status == FRAME_WHOLE) {
		*frame = channel->frame;
		channel->taken = FRAME_HEADER + frame->length;
	}
	*reason = status == FRAME_MALFORMED ? channel->reason : NULL;
	return status;
}

static void close_descriptor(int *descriptor) {
	if (*descriptor >= 0)
		close(*descriptor);
	*descriptor = -1;
}

void channel_close(Channel *channel) {
	close_descriptor(&channel->input);
	close_descriptor(&channel->output);
	buf_done(&channel->in);
	buf_done(&channel->out);
	channel->taken = channel->sent = 0;
	channel->judged = false;
	channel->ended = true;
}
