/* Writes what archive.c reads: POSIX ustar, gzipped. libarchive's writer would bring every format it knows. */
#include <stdio.h>
#include <string.h>
#include <zlib.h>

#include "host/archive.h"

#define BLOCK 512
#define ENTRY_TIME 315532800 /* 1980-01-01, which every unpacker takes */
#define GZIP (15 + 16)       /* zlib: the largest window, in the gzip format, which without a header has no time */

/* The fields of POSIX.1-1988 with the magic of ustar; numbers are octal and end with NUL. */
typedef struct Header {
	char name[100], mode[8], owner[8], group[8], size[12], time[12], sum[8], kind, link[100];
	char magic[6], version[2], owner_name[32], group_name[32], device[16], prefix[155], unused[12];
} Header;

_Static_assert(sizeof(Header) == BLOCK, "a header is a block");

static void pad(Buf *tar, size_t length) {
	static const char zeros[BLOCK];
	buf_append(tar, zeros, (BLOCK - length % BLOCK) % BLOCK);
}

/* The sum is taken with blanks in its own place. */
static void set_sum(Header *header) {
	unsigned sum = 0;
	memset(header->sum, ' ', sizeof header->sum);
	for (size_t i = 0; i < sizeof *header; i++)
		sum += ((unsigned char *)header)[i];
	snprintf(header->sum, sizeof header->sum, "%06o", sum);
}

bool archive_add(Buf *tar, const char *name, const char *bytes, size_t length) {
	Header header = {.kind = '0', .magic = "ustar", .version = {'0', '0'}};
	if (strlen(name) > sizeof header.name)
		return false;
	memcpy(header.name, name, strlen(name));
	strcpy(header.mode, "0000644");
	strcpy(header.owner, "0000000");
	strcpy(header.group, "0000000");
	snprintf(header.size, sizeof header.size, "%011zo", length);
	snprintf(header.time, sizeof header.time, "%011o", ENTRY_TIME);
	set_sum(&header);
	buf_append(tar, (const char *)&header, sizeof header);
	buf_append(tar, bytes, length);
	pad(tar, length);
	return true;
}

static bool deflate_all(z_stream *stream, Buf *out) {
	unsigned char bytes[16384];
	int result;
	do {
		stream->next_out = bytes;
		stream->avail_out = sizeof bytes;
		result = deflate(stream, Z_FINISH);
		buf_append(out, (const char *)bytes, sizeof bytes - stream->avail_out);
	} while (result == Z_OK);
	return result == Z_STREAM_END && !out->oom;
}

bool archive_close(Buf *tar, Buf *out) {
	static const char end[2 * BLOCK];
	buf_append(tar, end, sizeof end);
	if (tar->oom || tar->length > (uInt)-1)
		return false;
	z_stream stream = {.next_in = (unsigned char *)tar->bytes, .avail_in = (uInt)tar->length};
	if (deflateInit2(&stream, Z_BEST_COMPRESSION, Z_DEFLATED, GZIP, 8, Z_DEFAULT_STRATEGY) != Z_OK)
		return false;
	bool fine = deflate_all(&stream, out);
	deflateEnd(&stream);
	return fine;
}
