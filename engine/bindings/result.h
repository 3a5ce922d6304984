/* The contract object of a run, as JSON → the rows that the store keeps of it. No Lua in here. */
#ifndef ASSAY_BINDINGS_RESULT_H
#define ASSAY_BINDINGS_RESULT_H
#include <jansson.h>

#include "store/store.h"

/* Stores the object whose text is `text`: pack, engine, question, params and the text itself as the run; every
 * evidence record; and as findings stance       of an article: subject actor, status its stance, score claim
 * of an article: subject claim, low and high of its value where that is a number or an interval stance       over all
 * (no article): as above, with low, high and n = articles agreement    over all: subject claim, score dependence
 * over all: subject "a b" of the two articles, score rho each with the evidence that it, or for the findings over all
 * the articles' findings on the same subject, lists. Offsets in the object are 0-based and half-open. All articles
 * must be in the store. Errors: those of store_run_add, and BAD_INPUT for an object that is not of this form. */
bool result_save(Store *store, const json_t *result, const char *text, int64_t *id, AssayError *error);

#endif
