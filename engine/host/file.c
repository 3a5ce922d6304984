#include "host/file.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/memory.h"

static FileFault fail(FileError *error, FileFault fault, const char *format, ...)
	__attribute__((format(printf, 3, 4)));

static FileFault fail(FileError *error, FileFault fault, const char *format, ...) {
	va_list arguments;
	va_start(arguments, format);
	error->fault = fault;
	vsnprintf(error->message, sizeof error->message, format, arguments);
	va_end(arguments);
	return fault;
}

static FileFault fail_by_errno(FileError *error, int reason) {
	switch (reason) {
	case ENOENT:
	case ENOTDIR:
		return fail(error, FILE_MISSING, "no such file");
	case ELOOP:
		return fail(error, FILE_REFUSED, "a loop of symbolic links");
	case EACCES:
	case EPERM:
		return fail(error, FILE_REFUSED, "no permission to read it");
	case ENAMETOOLONG:
		return fail(error, FILE_REFUSED, "its name is too long");
	default:
		return fail(error, FILE_FAILED, "%s", strerror(reason));
	}
}

static const char *special_kind(mode_t mode) {
	if (S_ISFIFO(mode))
		return "a FIFO";
	if (S_ISSOCK(mode))
		return "a socket";
	if (S_ISCHR(mode))
		return "a character device";
	return S_ISBLK(mode) ? "a block device" : "a special file";
}

static FileFault look_at(const struct stat *status, FileKind *kind, FileError *error) {
	if (!S_ISREG(status->st_mode) && !S_ISDIR(status->st_mode))
		return fail(error, FILE_REFUSED, "%s, not a file", special_kind(status->st_mode));
	kind->is_folder = S_ISDIR(status->st_mode);
	kind->device = status->st_dev;
	kind->inode = status->st_ino;
	kind->length = kind->is_folder ? 0 : (uint64_t)status->st_size;
	return FILE_FINE;
}

FileFault file_look(const char *path, FileKind *kind, FileError *error) {
	struct stat status;
	if (stat(path, &status) < 0)
		return fail_by_errno(error, errno);
	return look_at(&status, kind, error);
}

/* What the path names may change between the look and the opening: what was opened is looked at again. */
static int open_looked_at(const char *path, FileKind *kind, FileError *error) {
	if (file_look(path, kind, error) != FILE_FINE)
		return -1;
	int descriptor = open(path, O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC);
	if (descriptor < 0) {
		fail_by_errno(error, errno);
		return -1;
	}
	struct stat status;
	FileFault fault =
		fstat(descriptor, &status) < 0 ? fail_by_errno(error, errno) : look_at(&status, kind, error);
	if (fault == FILE_FINE && kind->is_folder)
		fault = fail(error, FILE_REFUSED, "a folder, not a file");
	if (fault == FILE_FINE)
		return descriptor;
	close(descriptor);
	return -1;
}

int file_open(const char *path, FileError *error) {
	FileKind kind;
	return open_looked_at(path, &kind, error);
}

static FileFault too_large(FileError *error, size_t limit) {
	if (limit % (1 << 20) == 0)
		return fail(error, FILE_REFUSED, "larger than the limit of %zu MiB", limit >> 20);
	return fail(error, FILE_REFUSED, "larger than the limit of %zu bytes", limit);
}

static FileFault read_descriptor(int descriptor, size_t limit, Buf *buf, FileError *error) {
	char bytes[65536];
	for (;;) {
		ssize_t received = read(descriptor, bytes, sizeof bytes);
		if (received < 0 && errno == EINTR)
			continue;
		if (received < 0)
			return fail_by_errno(error, errno);
		if (received == 0)
			return FILE_FINE;
		buf_append(buf, bytes, (size_t)received);
		if (buf->oom)
			return fail_by_errno(error, ENOMEM);
		if (buf->length > limit)
			return too_large(error, limit);
	}
}

FileFault file_read(const char *path, size_t limit, Buf *buf, FileError *error) {
	FileKind kind;
	int descriptor = open_looked_at(path, &kind, error);
	if (descriptor < 0)
		return error->fault;
	FileFault fault =
		kind.length > limit ? too_large(error, limit) : read_descriptor(descriptor, limit, buf, error);
	close(descriptor);
	return fault;
}

static int by_bytes(const void *a, const void *b) {
	return strcmp(*(char *const *)a, *(char *const *)b);
}

static bool add_name(FileNames *names, const char *name) {
	size_t length = strlen(name) + 1;
	char *copy = memory_resize(NULL, length);
	if (copy && vec_push(names, copy)) {
		memcpy(copy, name, length);
		return true;
	}
	memory_free(copy);
	return false;
}

static FileFault read_names(DIR *folder, FileNames *names, FileError *error) {
	for (;;) {
		errno = 0;
		const struct dirent *entry = readdir(folder);
		if (!entry)
			return errno ? fail_by_errno(error, errno) : FILE_FINE;
		if (strcmp(entry->d_name, ".") == 0 || strcmp(entry->d_name, "..") == 0)
			continue;
		if (!add_name(names, entry->d_name))
			return fail_by_errno(error, ENOMEM);
	}
}

FileFault file_list(const char *path, FileNames *names, FileError *error) {
	DIR *folder = opendir(path);
	if (!folder)
		return fail_by_errno(error, errno);
	FileFault fault = read_names(folder, names, error);
	closedir(folder);
	if (names->count > 0)
		qsort(names->items, names->count, sizeof *names->items, by_bytes);
	return fault;
}

void file_names_done(FileNames *names) {
	for (uint32_t i = 0; i < names->count; i++)
		memory_free(names->items[i]);
	vec_done(names);
}

static mode_t permissions(const char *path) {
	struct stat status;
	if (stat(path, &status) == 0)
		return status.st_mode & 0777;
	mode_t mask = umask(0);
	umask(mask);
	return 0666 & ~mask;
}

int file_create_beside(const char *path, Buf *name) {
	buf_append_string(name, path);
	buf_append_string(name, ".new-XXXXXX");
	if (name->oom) {
		errno = ENOMEM;
		return -1;
	}
	int descriptor = mkostemp(name->bytes, O_CLOEXEC);
	if (descriptor < 0)
		return -1;
	if (fchmod(descriptor, permissions(path)) < 0 && errno != EPERM) {
		int reason = errno;
		unlink(name->bytes);
		close(descriptor);
		errno = reason;
		return -1;
	}
	return descriptor;
}
