#include <string.h>

#include "base/memory.h"
#include "match/impl.h"

static bool operand_fits(const Instruction *i, uint32_t count, uint32_t captures, uint32_t strings) {
	switch ((Operation)i->op) {
	case OP_SPLIT: case OP_LOOK: case OP_LOOK_NOT:
		return i->a < count && i->b < count;
	case OP_JUMP:
		return i->a < count;
	case OP_SAVE:
		return i->a < 2 * captures;
	case OP_EXACT:
		return i->a < strings;
	case OP_CLASS: case OP_NOT_CLASS: case OP_TAG:
		return i->a < CLASS_LIMIT;
	default:
		return i->op < OP_COUNT;
	}
}

static bool copy_program(Program *program, const Instruction *code, const char *const *strings) {
	program->code = memory_resize(NULL, program->count * sizeof *code);
	if (!program->code)
		return false;
	memcpy(program->code, code, program->count * sizeof *code);
	if (!program->string_count)
		return true;
	program->surfaces = arena_alloc(&program->arena, program->string_count * sizeof *program->surfaces);
	for (uint32_t i = 0; program->surfaces && i < program->string_count; i++) {
		size_t length = strlen(strings[i]);
		program->surfaces[i] = (Surface){arena_copy(&program->arena, strings[i], length), length};
		if (!program->surfaces[i].bytes)
			return false;
	}
	return program->surfaces != NULL;
}

/* The consuming instruction that is met before any choice. */
static const Instruction *first_consumed(const Program *program) {
	const Instruction *i = program->code;
	while (i->op == OP_SAVE)
		i++;
	return i->op <= OP_EXACT ? i : NULL;
}

Program *program_new(const Instruction *code, uint32_t count, uint32_t captures, const char *const *strings,
                     uint32_t string_count, AssayError *error) {
	if (!count || count > PROGRAM_LIMIT || !captures || captures > CAPTURE_LIMIT || code[count - 1].op != OP_MATCH) {
		error_set(error, ASSAY_BAD_PACK, "a pattern has 1 to %d instructions and up to %d captures", PROGRAM_LIMIT,
		          CAPTURE_LIMIT - 1);
		return NULL;
	}
	for (uint32_t i = 0; i < count; i++)
		if (!operand_fits(&code[i], count, captures, string_count)) {
			error_set(error, ASSAY_BAD_PACK, "instruction %u of a pattern is out of range", i);
			return NULL;
		}
	Program *program = memory_new(sizeof *program);
	if (program) {
		program->count = count;
		program->captures = captures;
		program->string_count = string_count;
		if (copy_program(program, code, strings)) {
			program->first = first_consumed(program);
			return program;
		}
	}
	program_free(program);
	error_no_memory(error);
	return NULL;
}

void program_free(Program *program) {
	if (!program)
		return;
	memory_free(program->code);
	arena_done(&program->arena);
	memory_free(program);
}

uint32_t program_captures(const Program *program) {
	return program->captures;
}
