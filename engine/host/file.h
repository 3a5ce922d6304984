/* Files as inputs and outputs. Inputs are regular files and folders; what else a path can name is refused by its kind,
 * before it is opened, because a FIFO would block and a device would never end. */
#ifndef ASSAY_HOST_FILE_H
#define ASSAY_HOST_FILE_H
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/buf.h"
#include "base/vec.h"

typedef enum FileFault {
	FILE_FINE = 0,
	FILE_MISSING,
	FILE_REFUSED, /* not a regular file, unreadable or too large */
	FILE_FAILED   /* the system failed: reading, memory, descriptors */
} FileFault;

typedef struct FileError {
	FileFault fault;
	char message[160]; /* without the path */
} FileError;

typedef struct FileKind {
	bool is_folder;
	uint64_t device, inode; /* name the file whatever path led to it */
	uint64_t length;        /* bytes; 0 for a folder */
} FileKind;

/* Follows symbolic links. Only regular files and folders are fine. */
FileFault file_look(const char *path, FileKind *kind, FileError *error);
/* A read-only close-on-exec descriptor of a regular file, or -1. */
int file_open(const char *path, FileError *error);
/* Appends the whole file to `buf` (buf_done is the caller's, also after a fault). Over `limit` bytes it is refused. */
FileFault file_read(const char *path, size_t limit, Buf *buf, FileError *error);

typedef VEC(char *) FileNames;

/* The names in a folder, sorted by their bytes, without "." and "..". Each is to be freed with memory_free, the whole
 * with file_names_done, also after a fault. */
FileFault file_list(const char *path, FileNames *names, FileError *error);
void file_names_done(FileNames *names);

/* Creates an empty file beside `path` for writing the new content of `path`, with the permissions that one has or would
 * get. `name` gets its name (appended). Returns a descriptor, or -1 with errno. */
int file_create_beside(const char *path, Buf *name);

#endif
