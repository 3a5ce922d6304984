/* Any instructions on a small text: refused, or run to an end with captures inside the range. */
#include <stdlib.h>
#include <string.h>

#include "match/program.h"
#include "pipeline/analyzer.h"

#define REQUIRE(holds) ((holds) ? (void)0 : abort())

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
	static const char text[] = "a b C Dd Ee, 200 a “b a” 13:59 a b. c d e.", *const strings[] = {"a", "C"};
	static Analyzer *analyzer;
	static Document *document;
	Instruction code[64];
	uint32_t count = 0;
	if (!analyzer && (analyzer = analyzer_new(NULL, NULL))) {
		lexicon_add_phrase(analyzer->lexicon, "a b", 1, NULL);
		lexicon_add_phrase(analyzer->lexicon, "a", 2, NULL);
		lexicon_add_alias(analyzer->lexicon, "C", lexicon_add_entity(analyzer->lexicon, "C", 3, ID_NONE), 0, NULL);
		document = analyzer_read(analyzer, text, strlen(text), NULL);
	}
	for (; count < 63 && 3 * count + 3 <= size; count++)
		code[count] = (Instruction){data[3 * count] % (OP_COUNT + 1), data[3 * count + 1] % 65,
		    data[3 * count + 2] % 65};
	code[count++] = (Instruction){.op = OP_MATCH};
	Program *program = program_new(code, count, 3, strings, 2, NULL);
	Scratch scratch = {0};
	Span captures[3], range = {0, document->sentences.items[0].last};
	REQUIRE(!program || scratch_range(&scratch, document, range));
	for (uint32_t from = 0; program && from < range.end; from++)
		if (program_match(program, analyzer->lexicon, &scratch, from, captures) == MATCH_FOUND)
			REQUIRE(from <= captures[0].start && captures[0].start <= captures[0].end && captures[0].end <= range.end);
	scratch_done(&scratch);
	program_free(program);
	return 0;
}
