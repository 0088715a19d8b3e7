/* Printable: text of unknown origin on a terminal. Nothing in it may move the cursor, change colours,
   break the line, or reorder what stands around it. */
#ifndef CQ_REPORT_PRINTABLE_H
#define CQ_REPORT_PRINTABLE_H

#include "base/buf.h"

/* How one code point is shown. */
typedef struct cq_glyph {
    char text[12];  /* UTF-8, NUL-terminated */
    uint32_t width; /* columns: 0 for what stands on the character before, 2 for wide ones */
} cq_glyph;

/* A code point as it is, or by name ("<NBSP>", "<U+200F>") where it must not reach a terminal. With
   `reveal` also where it is only invisible: spaces other than U+0020, soft hyphens, joiners. */
cq_glyph cq_printable_glyph(uint32_t code_point, bool reveal);

/* Appends text with its dangerous code points named; bytes that are no UTF-8 as U+FFFD. */
void cq_printable_push(cq_buf *out, cq_str text);

/* Likewise, invisible ones named too, and cut in the middle where it is wider than `width`. */
void cq_printable_push_revealed(cq_buf *out, cq_str text, uint32_t width);

#endif
