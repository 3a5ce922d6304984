/* The program as the files of this folder see it. */
#ifndef ASSAY_MATCH_IMPL_H
#define ASSAY_MATCH_IMPL_H
#include "match/program.h"

typedef struct Surface {
	const char *bytes;
	size_t length;
} Surface;

struct Program {
	Instruction *code;
	uint32_t count, captures, string_count;
	Arena arena;
	Surface *surfaces; /* of OP_EXACT */
	const Instruction *first; /* what every match starts by consuming, or NULL */
};

/* First number that starts at or behind the token, by order; numbers.count if there is none. */
uint32_t number_at(const Document *document, uint32_t token);

#endif
