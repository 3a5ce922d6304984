#include "base/error.h"

#include <stdarg.h>
#include <stdio.h>

bool error_set(AssayError *error, AssayStatus status, const char *format, ...) {
	if (!error)
		return false;
	error->status = status;
	va_list arguments;
	va_start(arguments, format);
	vsnprintf(error->message, sizeof error->message, format, arguments);
	va_end(arguments);
	return false;
}

bool error_no_memory(AssayError *error) {
	return error_set(error, ASSAY_NO_MEMORY, "out of memory");
}

void error_clear(AssayError *error) {
	if (error) {
		error->status = ASSAY_OK;
		error->message[0] = '\0';
	}
}
