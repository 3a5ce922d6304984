/* Tar archives in memory, plain or gzipped: the one form in which packs travel. Reading takes only files and folders and
 * stops at the first entry of another kind; what names are good is the caller's to say. */
#ifndef ASSAY_HOST_ARCHIVE_H
#define ASSAY_HOST_ARCHIVE_H
#include <stdbool.h>
#include <stddef.h>

#include "base/buf.h"

typedef struct ArchiveLimits {
	size_t entries; /* folders are counted too */
	size_t bytes;   /* of all files together, unpacked */
	size_t ratio;   /* unpacked bytes for a byte of the archive */
} ArchiveLimits;

/* Appends what the archive holds to `out`, in its order, an entry as: length of the name (four bytes, little-endian),
 * name, one byte that is 1 for a folder, length of the content, content. False with a message when the archive is
 * malformed, goes over a limit or holds something else than files and folders. */
bool archive_unpack(const char *bytes, size_t length, const ArchiveLimits *limits, Buf *out, char *message, size_t size);

/* Writing: the bytes follow from the files alone; no time, no owner, one mode. archive_add appends a file to the tar
 * archive in `tar` (false: the name is longer than 100 bytes), archive_close ends that and appends it gzipped to `out`;
 * false on lack of memory. */
bool archive_add(Buf *tar, const char *name, const char *bytes, size_t length);
bool archive_close(Buf *tar, Buf *out);

#endif
