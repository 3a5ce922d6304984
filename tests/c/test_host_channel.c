#include "host/channel.h"

#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <unistd.h>

#include "test.h"

/* A channel that reads what it writes, through one pipe. */
static Channel loop_channel(void) {
	int ends[2];
	CHECK(pipe2(ends, O_CLOEXEC | O_NONBLOCK) == 0);
	Channel channel = {0};
	channel_attach(&channel, ends[0], ends[1]);
	return channel;
}

static FrameStatus next(Channel *channel, Frame *frame) {
	const char *reason;
	return channel_next(channel, frame, &reason);
}

TEST(frames_arrive_in_order) {
	Channel channel = loop_channel();
	Frame frame;
	CHECK(channel_queue(&channel, 'A', "one", 3));
	CHECK(channel_queue(&channel, 'B', "two!", 4));
	CHECK(next(&channel, &frame) == FRAME_PARTIAL);
	CHECK(channel_flush(&channel) && !channel_is_writing(&channel));
	CHECK(channel_fill(&channel));
	CHECK(next(&channel, &frame) == FRAME_WHOLE && frame.type == 'A' && frame.length == 3);
	CHECK(next(&channel, &frame) == FRAME_WHOLE && frame.type == 'B' && memcmp(frame.payload, "two!", 4) == 0);
	CHECK(next(&channel, &frame) == FRAME_PARTIAL);
	channel_close(&channel);
}

TEST(a_frame_larger_than_the_pipe_goes_through_in_parts) {
	Channel channel = loop_channel();
	size_t length = (size_t)3 << 20;
	char *payload = malloc(length);
	memset(payload, 'x', length);
	CHECK(channel_queue(&channel, 'D', payload, length));
	Frame frame;
	int steps = 0;
	while (next(&channel, &frame) == FRAME_PARTIAL && steps++ < 1000) {
		CHECK(channel_flush(&channel));
		CHECK(channel_fill(&channel));
	}
	CHECK(frame.length == length && memcmp(frame.payload, payload, length) == 0);
	free(payload);
	channel_close(&channel);
}

TEST(the_other_sides_end_is_seen) {
	Channel channel = loop_channel();
	close(channel.output);
	channel.output = -1;
	CHECK(!channel.ended);
	CHECK(channel_fill(&channel));
	CHECK(channel.ended);
	channel_close(&channel);
}

TEST(writing_to_nobody_fails_and_does_not_kill) {
	Channel channel = loop_channel();
	signal(SIGPIPE, SIG_IGN);
	close(channel.input);
	channel.input = -1;
	CHECK(channel_queue(&channel, 'A', "x", 1));
	CHECK(!channel_flush(&channel));
	channel_close(&channel);
}

TEST(garbage_is_reported_every_time) {
	Channel channel = loop_channel();
	Frame frame;
	const char *reason = NULL;
	CHECK(write(channel.output, "garbage", 7) == 7);
	CHECK(channel_fill(&channel));
	CHECK(channel_next(&channel, &frame, &reason) == FRAME_MALFORMED && reason);
	CHECK(channel_next(&channel, &frame, &reason) == FRAME_MALFORMED && reason);
	channel_close(&channel);
}

TEST(closing_twice_is_fine) {
	Channel channel = loop_channel();
	channel_close(&channel);
	channel_close(&channel);
	CHECK(channel.ended);
}
