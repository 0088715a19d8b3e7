/* What the readers of AsciiDoc's constructs share: the line at which they are, and what is open there. */
#ifndef CQ_TEXT_MARKUP_ASCIIDOC_READER_H
#define CQ_TEXT_MARKUP_ASCIIDOC_READER_H

#include "text/markup_line.h"
#include "text/markup_prose.h"

#define CQ_ASCIIDOC_DEEPEST 16u /* delimited blocks in each other; deeper ones are taken for text */

/* What "[...]" above a block says about it. */
typedef enum cq_asciidoc_style {
    CQ_ASCIIDOC_STYLE_NONE,
    CQ_ASCIIDOC_STYLE_CODE,
    CQ_ASCIIDOC_STYLE_QUOTE,
    CQ_ASCIIDOC_STYLE_TITLE,
} cq_asciidoc_style;

typedef struct cq_asciidoc_reader {
    cq_block_writer writer;
    cq_str text;
    cq_markup_line line;                    /* the next one to be read */
    cq_str delimiters[CQ_ASCIIDOC_DEEPEST]; /* of the open blocks that hold prose; the source's */
    uint32_t depth, quote_depth;
    cq_asciidoc_style style; /* of the block that follows */
    uint32_t list_depth;     /* of the item that goes on, or 0 */
    bool is_new_item;        /* a term was read: what follows it is its text */
} cq_asciidoc_reader;

/* A line without the white space at its end, borrowed from the source. */
cq_str cq_asciidoc_reader_slice(const cq_asciidoc_reader *r, cq_markup_line line);

/* The line behind `line`. */
cq_markup_line cq_asciidoc_reader_next(const cq_asciidoc_reader *r, cq_markup_line line);

bool cq_asciidoc_reader_is_at_end(const cq_asciidoc_reader *r);

void cq_asciidoc_reader_move_on(cq_asciidoc_reader *r);

/* How often `c` stands at `at` and behind it. */
uint32_t cq_asciidoc_reader_count_run(cq_str s, size_t at, char c);

/* Skips to the line that is the same as `s`, and that one. Returns where it starts, in bytes of the
   source; the end of the text where there is none. */
uint32_t cq_asciidoc_reader_skip_to(cq_asciidoc_reader *r, cq_str s);

/* Writes a block of that stretch of the source, with its inline markup. */
void cq_asciidoc_reader_write(cq_asciidoc_reader *r, cq_block_kind kind, uint32_t depth,
                              cq_span span);

#endif
