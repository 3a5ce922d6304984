#include "base/buf.h"

#include <stdint.h>
#include <string.h>

#include "base/memory.h"

static bool buf_reserve(Buf *buf, size_t more) {
	if (buf->oom || more > SIZE_MAX / 4)
		return !(buf->oom = true);
	size_t wanted = buf->length + more + 1;
	if (wanted <= buf->capacity)
		return true;
	size_t capacity = buf->capacity ? buf->capacity : 64;
	while (capacity < wanted)
		capacity *= 2;
	char *moved = memory_resize(buf->bytes, capacity);
	if (!moved)
		return !(buf->oom = true);
	buf->bytes = moved;
	buf->capacity = capacity;
	return true;
}

void buf_append(Buf *buf, const char *bytes, size_t length) {
	if (!buf_reserve(buf, length))
		return;
	if (length)
		memcpy(buf->bytes + buf->length, bytes, length);
	buf->length += length;
	buf->bytes[buf->length] = '\0';
}

void buf_append_string(Buf *buf, const char *string) {
	buf_append(buf, string, strlen(string));
}

void buf_append_byte(Buf *buf, char byte) {
	buf_append(buf, &byte, 1);
}

void buf_clear(Buf *buf) {
	buf->length = 0;
	buf->oom = false;
	if (buf->bytes)
		buf->bytes[0] = '\0';
}

void buf_done(Buf *buf) {
	memory_free(buf->bytes);
	*buf = (Buf){0};
}
