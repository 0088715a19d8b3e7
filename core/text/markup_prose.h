/* A stretch of prose that a format walks through from left to right, byte by byte: what is not
   taken out of it is copied, what is between two lines becomes one space. Only bookkeeping: what
   is markup, the format says. */
#ifndef CQ_TEXT_MARKUP_PROSE_H
#define CQ_TEXT_MARKUP_PROSE_H

#include "text/block.h"

typedef struct cq_markup_prose {
    cq_block_writer *writer; /* with an open block (or aside) */
    cq_str text;             /* the source's */
    uint32_t kept;           /* from here on nothing has been written yet */
    cq_span gap;             /* a line end that becomes a space when something follows; or empty */
} cq_markup_prose;

/* Starts at `at`; offsets here and below are bytes in the source. */
cq_markup_prose cq_markup_prose_begin(cq_block_writer *writer, uint32_t at);

/* Writes as it is what stands before `at`. */
void cq_markup_prose_copy(cq_markup_prose *prose, uint32_t at);

/* [start, end) leaves nothing behind: marks of emphasis, a label. */
void cq_markup_prose_hide(cq_markup_prose *prose, uint32_t start, uint32_t end);

/* As hide, and spaces before it go, too, when there are some behind it: a comment, an index entry. */
void cq_markup_prose_drop(cq_markup_prose *prose, uint32_t start, uint32_t end);

/* [start, end) is one placeholder. */
void cq_markup_prose_omit(cq_markup_prose *prose, cq_inline_kind kind, uint32_t start,
                          uint32_t end);

/* [start, end) stands for `text`: a character written by its name. */
void cq_markup_prose_replace(cq_markup_prose *prose, cq_str text, uint32_t start, uint32_t end);

/* [start, end) is a line end, with the white space and whatever else there is around it: one space
   before what follows; none at the start or end of a block, or behind a space. */
void cq_markup_prose_break(cq_markup_prose *prose, uint32_t start, uint32_t end);

/* Writes what stands before `at`, without the white space at its end, and goes on behind it. */
void cq_markup_prose_end(cq_markup_prose *prose, uint32_t at);

#endif
