/* The parser of frames on any bytes: what it takes lies in the input, and a frame that is taken is written again as the
 * same bytes. */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "host/frame.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void check_frame(const char *bytes, const Frame *frame) {
	Buf again = {0};
	if (!frame_append(&again, frame->type, frame->payload, frame->length) || again.oom)
		abort();
	if (again.length != FRAME_HEADER + frame->length || memcmp(again.bytes, bytes, again.length) != 0)
		abort();
	buf_done(&again);
}

/* A frame around the input, so that whole frames are met often. */
static void check_round_trip(const char *bytes, size_t length) {
	Buf buf = {0};
	Frame frame;
	const char *reason;
	if (!frame_append(&buf, 'A', bytes, length) || buf.oom)
		abort();
	if (frame_parse(buf.bytes, buf.length, &frame, &reason) != FRAME_WHOLE || frame.length != length)
		abort();
	buf_done(&buf);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
	const char *bytes = (const char *)data;
	size_t at = 0;
	for (;;) {
		Frame frame = {0};
		const char *reason = NULL;
		FrameStatus status = frame_parse(bytes + at, size - at, &frame, &reason);
		if (status == FRAME_MALFORMED && !reason)
			abort();
		if (status != FRAME_WHOLE)
			break;
		if (frame.payload != bytes + at + FRAME_HEADER || frame.length > size - at - FRAME_HEADER)
			abort();
		check_frame(bytes + at, &frame);
		at += FRAME_HEADER + frame.length;
	}
	check_round_trip(bytes, size);
	return 0;
}
