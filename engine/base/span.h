#ifndef ASSAY_BASE_SPAN_H
#define ASSAY_BASE_SPAN_H
#include <stdbool.h>
#include <stdint.h>

/* Half-open range [start, end). What it counts (bytes or tokens) stands where it is used. */
typedef struct Span {
	uint32_t start, end;
} Span;

#define SPAN_NONE ((Span){UINT32_MAX, UINT32_MAX})

static inline bool span_is_none(Span span) {
	return span.start == UINT32_MAX;
}

static inline bool span_is_empty(Span span) {
	return span.start >= span.end;
}

static inline bool span_contains(Span outer, Span inner) {
	return outer.start <= inner.start && inner.end <= outer.end;
}

static inline bool span_overlaps(Span a, Span b) {
	return a.start < b.end && b.start < a.end;
}

#endif
