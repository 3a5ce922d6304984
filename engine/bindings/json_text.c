#include "bindings/json_text.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/utf8.h"

/* Escaped beyond what JSON asks for: DEL, C1 controls and the line separators, so that the text can be shown on a
 * terminal and put into a script element. */
static bool is_unsafe(uint32_t character) {
	return character < 0x20 || character == '"' || character == '\\' || (character >= 0x7F && character < 0xA0) ||
	       character == 0x2028 || character == 0x2029;
}

static void write_escape(Buf *buf, uint32_t character) {
	static const char names[] = "\"\"\\\\\bb\ff\nn\rr\tt";
	for (const char *pair = names; *pair; pair += 2) {
		if ((unsigned char)*pair == character) {
			buf_append_byte(buf, '\\');
			buf_append_byte(buf, pair[1]);
			return;
		}
	}
	char escape[8];
	snprintf(escape, sizeof escape, "\\u%04x", (unsigned)character & 0xFFFF);
	buf_append_string(buf, escape);
}

bool json_write_string(Buf *buf, const char *bytes, size_t length, size_t *bad) {
	size_t plain = 0, i = 0;
	buf_append_byte(buf, '"');
	while (i < length) {
		unsigned char byte = (unsigned char)bytes[i];
		if (byte < 0x7F && !is_unsafe(byte)) {
			i++;
			continue;
		}
		uint32_t character;
		bool valid;
		size_t n = utf8_decode(bytes + i, length - i, &character, &valid);
		if (!valid) {
			*bad = i;
			return false;
		}
		if (is_unsafe(character)) {
			buf_append(buf, bytes + plain, i - plain);
			write_escape(buf, character);
			plain = i + n;
		}
		i += n;
	}
	buf_append(buf, bytes + plain, length - plain);
	buf_append_byte(buf, '"');
	return true;
}

void json_write_integer(Buf *buf, long long number) {
	char digits[24];
	snprintf(digits, sizeof digits, "%lld", number);
	buf_append_string(buf, digits);
}

void json_write_real(Buf *buf, double number) {
	char digits[40];
	for (int precision = 15; precision <= 17; precision++) {
		snprintf(digits, sizeof digits, "%.*g", precision, number);
		if (strtod(digits, NULL) == number)
			break;
	}
	char *comma = strchr(digits, ','); /* a host program's LC_NUMERIC */
	if (comma)
		*comma = '.';
	buf_append_string(buf, digits);
	if (!strpbrk(digits, ".e"))
		buf_append_string(buf, ".0");
}

static void write_members(const json_t *object, Buf *buf) {
	const char *key, *comma = "";
	json_t *value;
	json_object_foreach((json_t *)object, key, value) {
		size_t bad;
		buf_append_string(buf, comma);
		json_write_string(buf, key, strlen(key), &bad);
		buf_append_byte(buf, ':');
		json_write_tree(value, buf);
		comma = ",";
	}
}

static void write_items(const json_t *array, Buf *buf) {
	for (size_t i = 0; i < json_array_size(array); i++) {
		if (i)
			buf_append_byte(buf, ',');
		json_write_tree(json_array_get(array, i), buf);
	}
}

void json_write_tree(const json_t *tree, Buf *buf) {
	size_t bad; /* jansson holds well-formed UTF-8 only */
	switch (json_typeof(tree)) {
	case JSON_OBJECT:
		buf_append_byte(buf, '{');
		write_members(tree, buf);
		buf_append_byte(buf, '}');
		break;
	case JSON_ARRAY:
		buf_append_byte(buf, '[');
		write_items(tree, buf);
		buf_append_byte(buf, ']');
		break;
	case JSON_STRING: json_write_string(buf, json_string_value(tree), json_string_length(tree), &bad); break;
	case JSON_INTEGER: json_write_integer(buf, json_integer_value(tree)); break;
	case JSON_REAL: json_write_real(buf, json_real_value(tree)); break;
	case JSON_TRUE: buf_append_string(buf, "true"); break;
	case JSON_FALSE: buf_append_string(buf, "false"); break;
	case JSON_NULL: buf_append_string(buf, "null"); break;
	}
}
