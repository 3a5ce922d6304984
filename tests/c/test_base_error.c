#include "base/digest.h"
#include "base/error.h"
#include "test.h"

TEST(an_error_carries_status_and_message) {
	AssayError error = {0};
	CHECK(!error_set(&error, ASSAY_IO, "%s: %d", "file", 7));
	CHECK(error.status == ASSAY_IO);
	CHECK_STRING(error.message, "file: 7");
	CHECK(!error_no_memory(&error) && error.status == ASSAY_NO_MEMORY);
	error_clear(&error);
	CHECK(error.status == ASSAY_OK);
	CHECK_STRING(error.message, "");
}

TEST(nobody_has_to_listen_to_an_error) {
	CHECK(!error_set(NULL, ASSAY_IO, "x"));
	CHECK(!error_no_memory(NULL));
	error_clear(NULL);
}

TEST(a_long_message_is_cut_to_fit) {
	char text[2000];
	AssayError error = {0};
	memset(text, 'x', sizeof text - 1);
	text[sizeof text - 1] = '\0';
	error_set(&error, ASSAY_IO, "%s", text);
	CHECK(strlen(error.message) == sizeof error.message - 1);
}

/* FIPS 180-4 and its examples. */
TEST(the_digest_is_sha_256) {
	char hex[DIGEST_HEX];
	digest_sha256("abc", 3, hex);
	CHECK_STRING(hex, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
	digest_sha256(NULL, 0, hex);
	CHECK_STRING(hex, "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
	digest_sha256("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq", 56, hex);
	CHECK_STRING(hex, "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1");
}
