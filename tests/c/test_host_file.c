#include "host/file.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

#include "base/memory.h"
#include "test.h"

static char folder[64];

static const char *path_of(const char *name) {
	static char path[128];
	snprintf(path, sizeof path, "%s/%s", folder, name);
	return path;
}

static void make_folder(void) {
	snprintf(folder, sizeof folder, "/tmp/assay-test-XXXXXX");
	CHECK(mkdtemp(folder) != NULL);
}

static void remove_folder(void) {
	char command[100];
	snprintf(command, sizeof command, "rm -rf %s", folder);
	CHECK(system(command) == 0);
}

static void write_file(const char *name, const char *text) {
	FILE *file = fopen(path_of(name), "w");
	CHECK(file && fputs(text, file) >= 0 && fclose(file) == 0);
}

static FileError read_error(const char *path, size_t limit) {
	Buf buf = {0};
	FileError error = {FILE_FINE, ""};
	file_read(path, limit, &buf, &error);
	buf_done(&buf);
	return error;
}

TEST(a_file_is_read_whole) {
	make_folder();
	write_file("a.txt", "some text");
	Buf buf = {0};
	FileError error;
	CHECK(file_read(path_of("a.txt"), 9, &buf, &error) == FILE_FINE);
	CHECK(buf.length == 9 && memcmp(buf.bytes, "some text", 9) == 0);
	buf_done(&buf);
	remove_folder();
}

TEST(a_file_over_the_limit_is_refused) {
	make_folder();
	write_file("a.txt", "some text");
	FileError error = read_error(path_of("a.txt"), 8);
	CHECK(error.fault == FILE_REFUSED);
	CHECK_STRING(error.message, "larger than the limit of 8 bytes");
	remove_folder();
}

TEST(what_is_no_file_is_refused_by_its_kind) {
	make_folder();
	CHECK(mkfifo(path_of("fifo"), 0600) == 0);
	CHECK_STRING(read_error(path_of("fifo"), 100).message, "a FIFO, not a file");
	CHECK_STRING(read_error("/dev/zero", 100).message, "a character device, not a file");
	CHECK_STRING(read_error(folder, 100).message, "a folder, not a file");
	struct sockaddr_un address = {.sun_family = AF_UNIX};
	snprintf(address.sun_path, sizeof address.sun_path, "%s", path_of("sock"));
	int descriptor = socket(AF_UNIX, SOCK_STREAM, 0);
	CHECK(bind(descriptor, (struct sockaddr *)&address, sizeof address) == 0);
	CHECK_STRING(read_error(path_of("sock"), 100).message, "a socket, not a file");
	close(descriptor);
	remove_folder();
}

TEST(a_missing_file_and_a_loop_of_links_have_their_reasons) {
	make_folder();
	CHECK(read_error(path_of("none"), 100).fault == FILE_MISSING);
	CHECK(symlink("loop", path_of("loop")) == 0);
	FileError error = read_error(path_of("loop"), 100);
	CHECK(error.fault == FILE_REFUSED);
	CHECK_STRING(error.message, "a loop of symbolic links");
	remove_folder();
}

TEST(names_come_sorted_by_bytes) {
	make_folder();
	write_file("b", "");
	write_file("a10", "");
	write_file("a9", "");
	write_file("Z", "");
	FileNames names = {0};
	FileError error;
	CHECK(file_list(folder, &names, &error) == FILE_FINE);
	CHECK(names.count == 4);
	CHECK_STRING(names.items[0], "Z");
	CHECK_STRING(names.items[1], "a10");
	CHECK_STRING(names.items[2], "a9");
	CHECK_STRING(names.items[3], "b");
	file_names_done(&names);
	remove_folder();
}

TEST(a_folder_keeps_its_key_on_every_path) {
	make_folder();
	FileKind a, b;
	FileError error;
	CHECK(symlink(".", path_of("here")) == 0);
	CHECK(file_look(folder, &a, &error) == FILE_FINE && a.is_folder);
	CHECK(file_look(path_of("here"), &b, &error) == FILE_FINE && b.is_folder);
	CHECK(a.device == b.device && a.inode == b.inode);
	remove_folder();
}

TEST(a_new_file_stands_beside_its_place_with_its_permissions) {
	make_folder();
	write_file("old", "x");
	CHECK(chmod(path_of("old"), 0640) == 0);
	Buf name = {0};
	int descriptor = file_create_beside(path_of("old"), &name);
	struct stat status;
	CHECK(descriptor >= 0 && fstat(descriptor, &status) == 0);
	CHECK((status.st_mode & 0777) == 0640);
	CHECK(strncmp(name.bytes, path_of("old"), strlen(path_of("old"))) == 0);
	close(descriptor);
	buf_done(&name);
	remove_folder();
}

TEST(every_failing_allocation_is_an_error_and_no_leak) {
	make_folder();
	write_file("a", "text");
	write_file("b", "text");
	for (long i = 0; i < 8; i++) {
		FileNames names = {0};
		FileError error = {FILE_FINE, ""};
		memory_fail_after(i);
		FileFault fault = file_list(folder, &names, &error);
		memory_fail_after(-1);
		CHECK(fault == FILE_FINE || fault == FILE_FAILED);
		CHECK(fault != FILE_FINE || names.count == 2);
		file_names_done(&names);
	}
	remove_folder();
}
