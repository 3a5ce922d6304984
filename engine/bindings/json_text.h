/* JSON text of scalars and of jansson's trees. No Lua in here. */
#ifndef ASSAY_BINDINGS_JSON_TEXT_H
#define ASSAY_BINDINGS_JSON_TEXT_H
#include <jansson.h>
#include <stdbool.h>
#include <stddef.h>

#include "base/buf.h"

/* With the quotation marks. False at the first ill-formed byte; *bad is its index then, and buf holds a part. */
bool json_write_string(Buf *buf, const char *bytes, size_t length, size_t *bad);
void json_write_integer(Buf *buf, long long number);
/* A finite number: the shortest of 15 to 17 digits that reads back as the same, and never with the look of an
 * integer. */
void json_write_real(Buf *buf, double number);
/* Compact, in the tree's own key order. */
void json_write_tree(const json_t *tree, Buf *buf);

#endif
