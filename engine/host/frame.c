#include "host/frame.h"

#include <string.h>

static const char magic[4] = {'A', 'S', 'Y', '1'};

static uint32_t read_u32(const char *bytes) {
	uint32_t number = 0;
	for (int i = 0; i < 4; i++)
		number |= (uint32_t)(unsigned char)bytes[i] << 8 * i;
	return number;
}

/* tables[n][byte]: what the byte does to the CRC when n more bytes follow it. Filled at first use. */
static uint32_t tables[8][256];

/* Reflected polynomial EDB88320, as in zlib. */
static void fill_tables(void) {
	for (uint32_t byte = 0; byte < 256; byte++) {
		uint32_t crc = byte;
		for (int bit = 0; bit < 8; bit++)
			crc = crc >> 1 ^ (crc & 1 ? 0xEDB88320 : 0);
		tables[0][byte] = crc;
	}
	for (int n = 1; n < 8; n++)
		for (uint32_t byte = 0; byte < 256; byte++)
			tables[n][byte] = tables[n - 1][byte] >> 8 ^ tables[0][tables[n - 1][byte] & 0xFF];
}

static uint32_t eight_bytes(uint32_t crc, const char *bytes) {
	uint32_t low = crc ^ read_u32(bytes), high = read_u32(bytes + 4);
	crc = 0;
	for (int i = 0; i < 4; i++)
		crc ^= tables[7 - i][low >> 8 * i & 0xFF] ^ tables[3 - i][high >> 8 * i & 0xFF];
	return crc;
}

/* `crc` is 0 at first. */
static uint32_t crc32_add(uint32_t crc, const char *bytes, size_t length) {
	if (!tables[0][1])
		fill_tables();
	crc = ~crc;
	for (; length >= 8; bytes += 8, length -= 8)
		crc = eight_bytes(crc, bytes);
	for (; length > 0; bytes++, length--)
		crc = crc >> 8 ^ tables[0][(crc ^ (unsigned char)*bytes) & 0xFF];
	return ~crc;
}

static void write_u32(char *bytes, uint32_t number) {
	for (int i = 0; i < 4; i++)
		bytes[i] = (char)(number >> 8 * i & 0xFF);
}

/* `head` is the type byte and the length. */
static uint32_t checksum(const char *head, const char *payload, size_t length) {
	return crc32_add(crc32_add(0, head, 5), payload, length);
}

bool frame_append(Buf *buf, char type, const char *payload, size_t length) {
	if (length > FRAME_LIMIT)
		return false;
	char header[FRAME_HEADER];
	memcpy(header, magic, sizeof magic);
	header[4] = type;
	write_u32(header + 5, (uint32_t)length);
	write_u32(header + 9, checksum(header + 4, payload, length));
	buf_append(buf, header, sizeof header);
	buf_append(buf, payload, length);
	return true;
}

static FrameStatus malformed(const char **reason, const char *why) {
	*reason = why;
	return FRAME_MALFORMED;
}

FrameStatus frame_parse(const char *bytes, size_t length, Frame *frame, const char **reason) {
	size_t known = length < sizeof magic ? length : sizeof magic;
	if (known > 0 && memcmp(bytes, magic, known) != 0)
		return malformed(reason, "no frame");
	if (length < FRAME_HEADER)
		return FRAME_PARTIAL;
	size_t payload = read_u32(bytes + 5);
	if (payload > FRAME_LIMIT)
		return malformed(reason, "frame too long");
	if (length - FRAME_HEADER < payload)
		return FRAME_PARTIAL;
	if (checksum(bytes + 4, bytes + FRAME_HEADER, payload) != read_u32(bytes + 9))
		return malformed(reason, "wrong checksum");
	*frame = (Frame){bytes[4], bytes + FRAME_HEADER, payload};
	return FRAME_WHOLE;
}
