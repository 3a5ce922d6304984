/* One message between parent and worker: a checked frame. Numbers are little-endian:
 *   magic "ASY1" | type, one byte | payload length, 4 bytes | CRC-32 of all but magic and CRC, 4 bytes | payload */
#ifndef ASSAY_HOST_FRAME_H
#define ASSAY_HOST_FRAME_H
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/buf.h"

#define FRAME_HEADER 13
#define FRAME_LIMIT ((size_t)256 << 20) /* bytes of payload */

typedef struct Frame {
	char type;
	const char *payload; /* borrowed from the parsed bytes */
	size_t length;
} Frame;

typedef enum FrameStatus {
	FRAME_WHOLE,
	FRAME_PARTIAL,  /* right so far, more bytes are needed */
	FRAME_MALFORMED /* nothing that follows can be trusted */
} FrameStatus;

/* Appends the frame to `buf` (its `oom` tells of lacking memory). False when the payload is over FRAME_LIMIT. */
bool frame_append(Buf *buf, char type, const char *payload, size_t length);
/* Reads the frame at the front of `bytes`; it takes FRAME_HEADER + frame->length of them. `reason` is set for
 * FRAME_MALFORMED, to a fixed string. */
FrameStatus frame_parse(const char *bytes, size_t length, Frame *frame, const char **reason);

#endif
