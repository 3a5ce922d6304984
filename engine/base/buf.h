/* Byte buffer for building text. The first failed append sets `oom`; later ones do nothing, so a caller checks once. */
#ifndef ASSAY_BASE_BUF_H
#define ASSAY_BASE_BUF_H
#include <stdbool.h>
#include <stddef.h>

typedef struct Buf {
	char *bytes;     /* NUL behind `length` whenever bytes is not NULL */
	size_t length;
	size_t capacity;
	bool oom;
} Buf;

/* `Buf buf = {0}` is a valid empty buffer. */
void buf_append(Buf *buf, const char *bytes, size_t length);
void buf_append_string(Buf *buf, const char *string);
void buf_append_byte(Buf *buf, char byte);
void buf_clear(Buf *buf); /* length 0, keeps the memory, resets oom */
void buf_done(Buf *buf);

#endif
