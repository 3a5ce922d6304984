/* Helpers around the public AssayError. All accept error == NULL. */
#ifndef ASSAY_BASE_ERROR_H
#define ASSAY_BASE_ERROR_H
#include <stdbool.h>

#include <assay.h>

/* Sets code and formatted message (cut to fit) and returns false, so that a caller can `return error_set(…)`. */
bool error_set(AssayError *error, AssayStatus status, const char *format, ...) __attribute__((format(printf, 3, 4)));
/* Out of memory, with a fixed message: allocates nothing. */
bool error_no_memory(AssayError *error);
void error_clear(AssayError *error);

#endif
