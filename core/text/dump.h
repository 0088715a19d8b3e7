/* What the stages' dumps have in common: lines for people and JSON objects, item by item. */
#ifndef CQ_TEXT_DUMP_H
#define CQ_TEXT_DUMP_H

#include "base/buf.h"
#include "text/doc.h"

/* A word in a dump that stands for a bit. */
typedef struct cq_dump_flag {
    unsigned bit;
    const char *name;
} cq_dump_flag;

/* Begins a JSON line with start, end and text; fields follow, and cq_dump_json_end. */
void cq_dump_json_begin(cq_buf *out, cq_span span, cq_str text);
void cq_dump_json_end(cq_buf *out);

/* Adds `"flags":[...]`; `flags` ends with a bit of 0. */
void cq_dump_json_flags(cq_buf *out, unsigned bits, const cq_dump_flag *flags);

/* Begins a line for people: kind, span and text; fields follow with two spaces before each. */
void cq_dump_line_begin(cq_buf *out, const char *kind, cq_span span, cq_str text);
void cq_dump_line_flags(cq_buf *out, unsigned bits, const cq_dump_flag *flags);
void cq_dump_line_end(cq_buf *out);

/* The span and text of tokens [first, end) of a block; first < end. */
cq_str cq_dump_text(const cq_doc *doc, const cq_block *block, uint32_t first, uint32_t end);

#endif
