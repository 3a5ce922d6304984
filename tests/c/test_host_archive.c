#include "host/archive.h"

#include <stdio.h>
#include <stdlib.h>
#include <zlib.h>

#include "test.h"

#define BLOCK 512
#define KIND 156 /* where a tar header says what the entry is */
#define SUM 148

static const ArchiveLimits limits = {.entries = 10, .bytes = 1 << 20, .ratio = 100};
static char message[200];

/* A tar archive of one file, not gzipped. */
static Buf tar_of(const char *name, const char *bytes) {
	Buf tar = {0};
	CHECK(archive_add(&tar, name, bytes, strlen(bytes)));
	return tar;
}

static Buf closed(Buf *tar) {
	Buf out = {0};
	CHECK(archive_close(tar, &out));
	buf_done(tar);
	return out;
}

static bool unpacks(const Buf *archive, const ArchiveLimits *within, Buf *out) {
	return archive_unpack(archive->bytes, archive->length, within, out, message, sizeof message);
}

static bool is_refused(Buf *archive, const ArchiveLimits *within, const char *reason) {
	Buf out = {0};
	bool refused = !unpacks(archive, within, &out) && strstr(message, reason);
	if (!refused)
		printf("    message: %s\n", message);
	buf_done(&out);
	buf_done(archive);
	return refused;
}

/* Sets a byte of the first header and its sum. */
static void patch(Buf *tar, size_t at, char byte) {
	unsigned sum = 0;
	tar->bytes[at] = byte;
	memset(tar->bytes + SUM, ' ', 8);
	for (size_t i = 0; i < BLOCK; i++)
		sum += ((unsigned char *)tar->bytes)[i];
	snprintf(tar->bytes + SUM, 8, "%06o", sum);
}

TEST(what_is_written_is_read) {
	Buf tar = tar_of("folder/a.txt", "some text"), out = {0};
	CHECK(archive_add(&tar, "b.txt", "", 0));
	Buf archive = closed(&tar);
	CHECK(unpacks(&archive, &limits, &out));
	const char expected[] = "\x0c\0\0\0folder/a.txt\0\x09\0\0\0some text\x05\0\0\0b.txt\0\0\0\0";
	CHECK(out.length == sizeof expected && memcmp(out.bytes, expected, sizeof expected - 1) == 0);
	buf_done(&archive);
	buf_done(&out);
}

TEST(the_same_files_give_the_same_bytes) {
	Buf one = tar_of("a", "text"), two = tar_of("a", "text");
	Buf first = closed(&one), second = closed(&two);
	CHECK(first.length == second.length && memcmp(first.bytes, second.bytes, first.length) == 0);
	buf_done(&first);
	buf_done(&second);
}

TEST(a_name_of_a_hundred_bytes_fits_and_a_longer_one_does_not) {
	char name[102];
	memset(name, 'a', 101);
	name[101] = '\0';
	Buf tar = {0};
	CHECK(!archive_add(&tar, name, "", 0));
	name[100] = '\0';
	CHECK(archive_add(&tar, name, "", 0));
	Buf archive = closed(&tar), out = {0};
	CHECK(unpacks(&archive, &limits, &out) && memcmp(out.bytes + 4, name, 100) == 0);
	buf_done(&archive);
	buf_done(&out);
}

TEST(only_files_and_folders_are_taken) {
	const struct {
		char kind;
		const char *reason;
	} kinds[] = {{'1', "a hard link"}, {'2', "a symbolic link"}, {'3', "a device"}, {'4', "a device"}, {'6', "a FIFO"}};
	for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
		Buf tar = tar_of("name", "");
		patch(&tar, KIND, kinds[i].kind);
		memcpy(tar.bytes + KIND + 1, "target", 6);
		patch(&tar, KIND, kinds[i].kind);
		Buf archive = closed(&tar);
		CHECK(is_refused(&archive, &limits, kinds[i].reason));
	}
}

TEST(bits_that_lend_rights_are_refused) {
	Buf tar = tar_of("name", "");
	patch(&tar, 103, '4'); /* of the mode 0004644 */
	Buf archive = closed(&tar);
	CHECK(is_refused(&archive, &limits, "setuid"));
}

TEST(a_size_that_lies_is_refused) {
	Buf tar = tar_of("name", "text");
	patch(&tar, 130, '7'); /* of the size: more than there is */
	Buf archive = closed(&tar);
	CHECK(is_refused(&archive, &limits, "malformed"));
}

TEST(limits_hold) {
	const ArchiveLimits one = {1, 1 << 20, 100}, small = {10, 8, 100}, loose = {10, 64 << 20, 10};
	Buf tar = tar_of("a", "");
	CHECK(archive_add(&tar, "b", "", 0));
	Buf archive = closed(&tar);
	CHECK(is_refused(&archive, &one, "more entries"));
	tar = tar_of("a", "more than eight");
	archive = closed(&tar);
	CHECK(is_refused(&archive, &small, "more bytes"));
	char *zeros = calloc(1, 4 << 20);
	tar = (Buf){0};
	CHECK(zeros && archive_add(&tar, "a", zeros, 4 << 20));
	free(zeros);
	archive = closed(&tar);
	CHECK(is_refused(&archive, &loose, "compressed more"));
}

TEST(what_is_cut_off_is_refused) {
	Buf tar = tar_of("name", "some text that is longer than nothing");
	Buf archive = closed(&tar);
	size_t whole = archive.length;
	for (archive.length = 0; archive.length < whole - 8; archive.length++) { /* the last eight: length and checksum */
		Buf out = {0};
		bool fine = unpacks(&archive, &limits, &out);
		CHECK(!fine || out.length > 40);
		buf_done(&out);
	}
	archive.length = whole / 2;
	CHECK(is_refused(&archive, &limits, ""));
}

TEST(noise_is_no_archive) {
	Buf noise = {0};
	for (int i = 0; i < 2000; i++)
		buf_append_byte(&noise, (char)(i * 7 + i / 3));
	CHECK(is_refused(&noise, &limits, ""));
}
