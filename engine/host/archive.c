#include "host/archive.h"

#include <archive.h>
#include <archive_entry.h>
#include <stdio.h>
#include <string.h>

#define SLACK 65536 /* unpacked bytes that are not held against the ratio */

typedef struct Unpacking {
	struct archive *archive;
	size_t length; /* of the packed bytes */
	const ArchiveLimits *limits;
	size_t entries, bytes; /* so far */
	Buf *out;
	char *message;
	size_t size;
} Unpacking;

static bool fail(Unpacking *unpacking, const char *name, const char *reason) {
	snprintf(unpacking->message, unpacking->size, "%s%s%s", name ? name : "", name ? ": " : "", reason);
	return false;
}

static bool fail_by_library(Unpacking *unpacking, const char *name) {
	const char *reason = archive_error_string(unpacking->archive);
	char words[200];
	snprintf(words, sizeof words, "malformed: %s", reason ? reason : "no reason given");
	return fail(unpacking, name, words);
}

static const char *forbidden_kind(struct archive_entry *entry) {
	if (archive_entry_hardlink(entry))
		return "a hard link";
	switch (archive_entry_filetype(entry)) {
	case AE_IFREG:
	case AE_IFDIR:
		return archive_entry_perm(entry) & 07000 ? "a setuid, setgid or sticky bit" : NULL;
	case AE_IFLNK:
		return "a symbolic link";
	case AE_IFIFO:
		return "a FIFO";
	case AE_IFCHR:
	case AE_IFBLK:
		return "a device";
	default:
		return "neither a file nor a folder";
	}
}

static bool within_limits(Unpacking *unpacking, const char *name) {
	if (unpacking->bytes > unpacking->limits->bytes)
		return fail(unpacking, name, "the archive unpacks to more bytes than are allowed");
	if (unpacking->bytes > SLACK && (unpacking->bytes - SLACK) / unpacking->limits->ratio > unpacking->length)
		return fail(unpacking, name, "the archive is compressed more than is allowed");
	return true;
}

static void set_number(char *bytes, size_t number) {
	for (int i = 0; i < 4; i++)
		bytes[i] = (char)(number >> 8 * i);
}

static void append_number(Buf *out, size_t number) {
	char bytes[4];
	set_number(bytes, number);
	buf_append(out, bytes, sizeof bytes);
}

/* Appends the content and gives its length. */
static bool read_content(Unpacking *unpacking, const char *name, size_t *length) {
	char bytes[16384];
	for (;;) {
		la_ssize_t received = archive_read_data(unpacking->archive, bytes, sizeof bytes);
		if (received < 0)
			return fail_by_library(unpacking, name);
		if (received == 0)
			return true;
		*length += (size_t)received;
		unpacking->bytes += (size_t)received;
		if (!within_limits(unpacking, name))
			return false;
		buf_append(unpacking->out, bytes, (size_t)received);
	}
}

static bool read_entry(Unpacking *unpacking, struct archive_entry *entry) {
	const char *name = archive_entry_pathname(entry);
	if (!name)
		return fail(unpacking, NULL, "an entry without a readable name");
	if (++unpacking->entries > unpacking->limits->entries)
		return fail(unpacking, NULL, "more entries than are allowed");
	const char *kind = forbidden_kind(entry);
	if (kind)
		return fail(unpacking, name, kind);
	bool is_folder = archive_entry_filetype(entry) == AE_IFDIR;
	append_number(unpacking->out, strlen(name));
	buf_append_string(unpacking->out, name);
	buf_append_byte(unpacking->out, (char)is_folder);
	append_number(unpacking->out, 0);
	size_t at = unpacking->out->length, length = 0;
	if (!is_folder && !read_content(unpacking, name, &length))
		return false;
	if (unpacking->out->oom)
		return fail(unpacking, NULL, "out of memory");
	set_number(unpacking->out->bytes + at - 4, length);
	return true;
}

/* A warning is an error: it says that a name or a size is not what the archive says. */
static bool read_entries(Unpacking *unpacking) {
	for (;;) {
		struct archive_entry *entry;
		int result = archive_read_next_header(unpacking->archive, &entry);
		if (result == ARCHIVE_EOF)
			return unpacking->entries > 0 || fail(unpacking, NULL, "not a tar archive, or an empty one");
		if (result != ARCHIVE_OK)
			return fail_by_library(unpacking, NULL);
		if (!read_entry(unpacking, entry))
			return false;
	}
}

bool archive_unpack(const char *bytes, size_t length, const ArchiveLimits *limits, Buf *out, char *message, size_t size) {
	Unpacking unpacking = {archive_read_new(), length, limits, 0, 0, out, message, size};
	*message = '\0';
	if (!unpacking.archive)
		return fail(&unpacking, NULL, "out of memory");
	archive_read_support_filter_gzip(unpacking.archive);
	archive_read_support_format_tar(unpacking.archive);
	bool fine = archive_read_open_memory(unpacking.archive, bytes, length) == ARCHIVE_OK
	                ? read_entries(&unpacking)
	                : fail_by_library(&unpacking, NULL);
	archive_read_free(unpacking.archive);
	return fine;
}

