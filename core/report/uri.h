/* URI: a path as other programs read it. */
#ifndef CQ_REPORT_URI_H
#define CQ_REPORT_URI_H

#include "base/buf.h"

/* Whether the path is absolute: its URI then says "file://". */
bool cq_uri_is_absolute(cq_str path);

/* The path without "./" at its beginning, as repositories name their files. */
cq_str cq_uri_trim(cq_str path);

/* Appends the path as a URI, or as a relative reference: "a b.md" is "a%20b.md". Every byte that is
   neither a letter, a digit, nor one of - . _ ~ / is percent-encoded, so that any file name comes back
   byte for byte. */
void cq_uri_push(cq_buf *out, cq_str path);

#endif
