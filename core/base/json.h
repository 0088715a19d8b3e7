/* Writing JSON straight into a buffer, without building a tree first (a dump has millions of objects).
   Reading JSON is jansson's affair. */
#ifndef CQ_BASE_JSON_H
#define CQ_BASE_JSON_H

#include "base/buf.h"

/* Appends `s` as a JSON string with its quotation marks. Bytes that are not UTF-8 become U+FFFD. */
void cq_json_push_string(cq_buf *out, cq_str s);

/* Appends `"key":` (of letters and the like, with nothing to escape) with a comma before it unless the last byte is { or [. */
void cq_json_push_key(cq_buf *out, const char *key);

/* Appends a comma unless the last byte is { or [: between the items of an array. */
void cq_json_push_comma(cq_buf *out);

/* Key and value in one. */
void cq_json_push_str(cq_buf *out, const char *key, cq_str value);
void cq_json_push_number(cq_buf *out, const char *key, int64_t value);
void cq_json_push_bool(cq_buf *out, const char *key, bool value);

#endif
