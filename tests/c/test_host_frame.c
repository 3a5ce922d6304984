#include "host/frame.h"

#include <stdlib.h>

#include "base/memory.h"
#include "test.h"

static Buf framed(char type, const char *payload, size_t length) {
	Buf buf = {0};
	CHECK(frame_append(&buf, type, payload, length));
	return buf;
}

/* Parses exactly these bytes, in a block of their size so that reading beyond is seen by the sanitizers. */
static FrameStatus parse(const char *bytes, size_t length, Frame *frame, const char **reason) {
	char *block = malloc(length ? length : 1);
	memcpy(block, bytes, length);
	FrameStatus status = frame_parse(block, length, frame, reason);
	if (status == FRAME_WHOLE)
		frame->payload = bytes + FRAME_HEADER;
	free(block);
	return status;
}

TEST(a_frame_reads_back) {
	Buf buf = framed('A', "pay\0load", 8);
	Frame frame;
	const char *reason;
	CHECK(parse(buf.bytes, buf.length, &frame, &reason) == FRAME_WHOLE);
	CHECK(frame.type == 'A' && frame.length == 8 && memcmp(frame.payload, "pay\0load", 8) == 0);
	buf_done(&buf);
}

/* 12-byte payload: type and length make 5 bytes before it; both the long and the short step of the sum are met. */
TEST(the_layout_and_the_checksum_are_those_of_crc32) {
	Buf buf = framed('A', "The quick br", 12);
	static const char expected[] = "ASY1A\x0C\0\0\0\x01\xC5\x11\xC6" "The quick br";
	CHECK(buf.length == sizeof expected - 1);
	CHECK(memcmp(buf.bytes, expected, sizeof expected - 1) == 0);
	buf_done(&buf);
}

TEST(an_empty_payload_is_fine) {
	Buf buf = framed('R', NULL, 0);
	Frame frame;
	const char *reason;
	CHECK(buf.length == FRAME_HEADER);
	CHECK(parse(buf.bytes, buf.length, &frame, &reason) == FRAME_WHOLE);
	CHECK(frame.length == 0);
	buf_done(&buf);
}

TEST(every_truncation_is_partial) {
	Buf buf = framed('D', "0123456789", 10);
	Frame frame;
	const char *reason;
	for (size_t length = 0; length < buf.length; length++)
		CHECK(parse(buf.bytes, length, &frame, &reason) == FRAME_PARTIAL);
	buf_done(&buf);
}

TEST(no_changed_bit_passes) {
	Buf buf = framed('D', "0123456789", 10);
	Frame frame;
	const char *reason = NULL;
	for (size_t bit = 0; bit < buf.length * 8; bit++) {
		buf.bytes[bit / 8] = (char)(buf.bytes[bit / 8] ^ 1 << bit % 8);
		CHECK(parse(buf.bytes, buf.length, &frame, &reason) != FRAME_WHOLE);
		buf.bytes[bit / 8] = (char)(buf.bytes[bit / 8] ^ 1 << bit % 8);
	}
	CHECK(parse(buf.bytes, buf.length, &frame, &reason) == FRAME_WHOLE);
	buf_done(&buf);
}

TEST(a_wrong_checksum_is_named) {
	Buf buf = framed('D', "0123456789", 10);
	Frame frame;
	const char *reason = NULL;
	buf.bytes[FRAME_HEADER] = '1';
	CHECK(parse(buf.bytes, buf.length, &frame, &reason) == FRAME_MALFORMED);
	CHECK_STRING(reason, "wrong checksum");
	buf_done(&buf);
}

TEST(garbage_is_seen_at_its_first_byte) {
	Frame frame;
	const char *reason = NULL;
	CHECK(parse("hello", 1, &frame, &reason) == FRAME_MALFORMED);
	CHECK_STRING(reason, "no frame");
	CHECK(parse("ASY2", 4, &frame, &reason) == FRAME_MALFORMED);
}

TEST(an_oversize_length_is_refused_before_its_bytes_come) {
	Frame frame;
	const char *reason = NULL;
	CHECK(parse("ASY1D\xFF\xFF\xFF\xFF....", FRAME_HEADER, &frame, &reason) == FRAME_MALFORMED);
	CHECK_STRING(reason, "frame too long");
}

TEST(an_oversize_payload_is_not_sent) {
	Buf buf = {0};
	CHECK(!frame_append(&buf, 'D', "", FRAME_LIMIT + 1));
	CHECK(buf.length == 0);
	buf_done(&buf);
}

TEST(the_second_frame_begins_behind_the_first) {
	Buf buf = framed('A', "one", 3);
	CHECK(frame_append(&buf, 'B', "two", 3));
	Frame frame;
	const char *reason;
	size_t behind = FRAME_HEADER + 3;
	CHECK(parse(buf.bytes + behind, buf.length - behind, &frame, &reason) == FRAME_WHOLE);
	CHECK(frame.type == 'B');
	buf_done(&buf);
}

TEST(lacking_memory_shows_in_the_buffer) {
	Buf buf = {0};
	memory_fail_after(0);
	frame_append(&buf, 'A', "payload", 7);
	memory_fail_after(-1);
	CHECK(buf.oom);
	buf_done(&buf);
}
