/* icu FILE: ICU's sentence iterator (with its English abbreviations) and word iterator, one after the other, over an
 * article per line. The conversion to UTF-16 counts, as the check of UTF-8 does with us. */
#include <string.h>
#include <unicode/ubrk.h>
#include <unicode/ustring.h>

#include "bench.h"

static size_t breaks(const char *bytes, size_t length, UBreakIteratorType type, const char *locale) {
	UErrorCode error = U_ZERO_ERROR;
	UBreakIterator *iterator = ubrk_open(type, locale, NULL, 0, &error);
	UChar *wide = malloc((length + 1) * sizeof *wide);
	size_t count = 0;
	if (!wide || U_FAILURE(error))
		exit(2);
	for (const char *line = bytes, *end; line < bytes + length; line = end + 1) {
		int32_t units;
		end = memchr(line, '\n', (size_t)(bytes + length - line));
		end = end ? end : bytes + length;
		u_strFromUTF8(wide, (int32_t)length, &units, line, (int32_t)(end - line), &error);
		ubrk_setText(iterator, wide, units, &error);
		for (ubrk_first(iterator); ubrk_next(iterator) != UBRK_DONE;)
			count += type == UBRK_SENTENCE || ubrk_getRuleStatus(iterator) >= UBRK_WORD_NUMBER;
	}
	if (U_FAILURE(error))
		exit(2);
	free(wide);
	ubrk_close(iterator);
	return count;
}

int main(int argc, char **argv) {
	size_t length;
	if (argc != 2)
		return 2;
	char *bytes = slurp(argv[1], &length);
	double start = seconds();
	size_t sentences = breaks(bytes, length, UBRK_SENTENCE, "en_US@ss=standard");
	double middle = seconds();
	size_t words = breaks(bytes, length, UBRK_WORD, "en_US");
	double end = seconds();
	result("icu-sentences", middle - start, length, sentences, 0);
	result("icu-words", end - middle, length, 0, words);
	result("icu-pair", end - start, length, sentences, words);
	return 0;
}
