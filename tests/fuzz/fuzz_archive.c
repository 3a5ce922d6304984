/* Any bytes as an archive: no fault, no more memory than the limits allow, and entries that can be taken apart. */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "host/archive.h"

static size_t number_at(const char *bytes) {
	size_t number = 0;
	for (int i = 3; i >= 0; i--)
		number = number << 8 | (unsigned char)bytes[i];
	return number;
}

/* Takes an entry and gives where the next begins. */
static size_t check_entry(const Buf *out, size_t at) {
	if (at + 4 > out->length)
		abort();
	at += 4 + number_at(out->bytes + at) + 1;
	if (at + 4 > out->length)
		abort();
	return at + 4 + number_at(out->bytes + at);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
	const ArchiveLimits limits = {.entries = 20, .bytes = 1 << 16, .ratio = 100};
	char message[100];
	Buf out = {0};
	if (archive_unpack((const char *)data, size, &limits, &out, message, sizeof message)) {
		size_t at = 0;
		while (at < out.length)
			at = check_entry(&out, at);
		if (at != out.length || out.length > (1 << 16) + 20 * 5000)
			abort();
	}
	buf_done(&out);
	return 0;
}
