/* What the readers of reStructuredText's constructs share: the source by lines, what is indented how
   far, and the writing of a block there. A reader's memory lasts as long as its format's read call.
   Lines are counted from 0; columns are code points, with tabs that reach to the next multiple of 8. */
#ifndef CQ_TEXT_MARKUP_REST_READER_H
#define CQ_TEXT_MARKUP_REST_READER_H

#include "text/markup_line.h"
#include "text/markup_prose.h"

#define CQ_REST_MOST_STYLES 8u /* of titles */

typedef struct cq_rest_line {
    cq_markup_line at;
    uint32_t content;           /* behind the indentation; the line's end where it is blank */
    uint32_t indent;            /* columns */
    uint32_t column, column_at; /* of a table: the one looked for last, and its byte */
} cq_rest_line;

/* What is indented by the same number of columns. */
typedef struct cq_rest_context {
    uint32_t indent;
    cq_block_kind kind;
    uint32_t list_depth, quote_depth;
} cq_rest_context;

typedef struct cq_rest_reader {
    cq_block_writer writer;
    cq_str text;
    cq_arena scratch;
    CQ_ARRAY(cq_rest_line) lines;
    CQ_ARRAY(cq_rest_context) contexts;
    uint16_t styles[CQ_REST_MOST_STYLES]; /* of titles, by their order of appearance */
    uint32_t style_count;
} cq_rest_reader;

/* Line `i`, which is there. Borrowed until a line is pushed. */
const cq_rest_line *cq_rest_reader_line(const cq_rest_reader *r, uint32_t i);

/* Has line `i` nothing but white space? Those behind the last one are blank. */
bool cq_rest_reader_is_blank(const cq_rest_reader *r, uint32_t i);

/* Line `i` without its indentation, borrowed from the source; empty behind the last one. */
cq_str cq_rest_reader_text(const cq_rest_reader *r, uint32_t i);

void cq_rest_reader_push_line(cq_rest_reader *r, cq_markup_line at);

/* The rest of line `i`, from byte `at` of its text on, is read as a line of its own. */
void cq_rest_reader_cut_line(cq_rest_reader *r, uint32_t i, uint32_t at);

/* Behind the lines that are indented by more than `indent`, and the blank ones between them. */
uint32_t cq_rest_reader_skip_indented(const cq_rest_reader *r, uint32_t i, uint32_t indent);

/* The innermost context; there is always one. Borrowed until the next push. */
const cq_rest_context *cq_rest_reader_context(const cq_rest_reader *r);

void cq_rest_reader_push_context(cq_rest_reader *r, uint32_t indent, cq_block_kind kind);

/* Leaves the contexts that are indented further than `indent`; what is indented further than the
   innermost one that is left is a quotation. */
void cq_rest_reader_settle(cq_rest_reader *r, uint32_t indent);

/* What is indented below line `i` belongs to something of that kind. */
void cq_rest_reader_open_body(cq_rest_reader *r, uint32_t i, uint32_t indent, cq_block_kind kind);

/* Begins a block of the kind and depth of the context. */
void cq_rest_reader_begin_block(cq_rest_reader *r);

/* Writes [start, end) of the source, with its inline markup, and ends the block. */
void cq_rest_reader_write_span(cq_rest_reader *r, cq_span span);

/* Writes a whole block. */
void cq_rest_reader_write_block(cq_rest_reader *r, cq_block_kind kind, uint32_t depth,
                                cq_span span);

/* Writes a block that goes from byte `start` of the source to the end of the line before line `end`;
   a paragraph is of the context's kind. */
void cq_rest_reader_write_lines(cq_rest_reader *r, cq_block_kind kind, uint32_t start,
                                uint32_t end);

#endif
