/* What the readers of LaTeX's constructs share: where they are, and the writing of blocks there. Offsets
   are bytes in the source; a reader's memory lasts as long as its format's read call. */
#ifndef CQ_TEXT_MARKUP_LATEX_READER_H
#define CQ_TEXT_MARKUP_LATEX_READER_H

#include "text/markup_prose.h"

#define CQ_LATEX_NOWHERE UINT32_MAX

/* A brace and the one that closes it, or CQ_LATEX_NOWHERE. */
typedef struct cq_latex_braces {
    uint32_t open, close;
} cq_latex_braces;

typedef enum cq_latex_group_kind {
    CQ_LATEX_GROUP_PLAIN,
    CQ_LATEX_GROUP_BLOCK,
    CQ_LATEX_GROUP_NOTE,
    CQ_LATEX_GROUP_QUOTED,
} cq_latex_group_kind;

/* A brace that is open, and what ends with it. */
typedef struct cq_latex_group {
    uint32_t close;
    cq_latex_group_kind kind;
    uint8_t emphasis; /* outside of it */
} cq_latex_group;

typedef struct cq_latex_reader {
    cq_block_writer writer;
    cq_markup_prose prose, outer; /* the open one; that around the open note */
    bool has_note;
    cq_str text;
    uint32_t end; /* of the document */
    cq_arena scratch;
    CQ_ARRAY(cq_latex_braces) braces;
    uint32_t next_brace; /* the first pair that is not yet passed */
    CQ_ARRAY(cq_latex_group) groups;
    uint32_t held_blocks; /* groups that are a block: an empty line does not end it */
    uint32_t list_depth, quote_depth, table_depth;
    uint32_t clear;      /* no "]" between here ... */
    uint32_t clear_from; /* ... and there */
    uint32_t barren[3];  /* nothing ends a formula from here on: $, \), \] */
} cq_latex_reader;

/* The byte at `at`, 0 behind the document's end. */
static inline char cq_latex_reader_byte(const cq_latex_reader *r, uint32_t at) {
    return at < r->end ? r->text.ptr[at] : '\0';
}

static inline bool cq_latex_reader_has(const cq_latex_reader *r, uint32_t at, cq_str what) {
    return cq_str_has_prefix(cq_str_slice(r->text, at, r->end), what);
}

uint32_t cq_latex_reader_skip_blanks(const cq_latex_reader *r, uint32_t at);

/* Is there a block or note to write to? */
bool cq_latex_reader_is_open(const cq_latex_reader *r);

void cq_latex_reader_begin_block(cq_latex_reader *r, cq_block_kind kind, uint32_t depth,
                                 uint32_t at);

/* Something to be read stands at `at`: begins a block of the kind that stands there, if none is
   open. */
void cq_latex_reader_open_block(cq_latex_reader *r, uint32_t at);

/* Ends the block at `at`, if one is open; not from within a note. */
void cq_latex_reader_finish_block(cq_latex_reader *r, uint32_t at);

/* As markup_prose's, where a block is open; the last two open one. */
void cq_latex_reader_hide(cq_latex_reader *r, uint32_t start, uint32_t end);
void cq_latex_reader_drop(cq_latex_reader *r, uint32_t start, uint32_t end);
void cq_latex_reader_write_space(cq_latex_reader *r, uint32_t start, uint32_t end);
void cq_latex_reader_omit(cq_latex_reader *r, cq_inline_kind kind, uint32_t start, uint32_t end);
void cq_latex_reader_replace(cq_latex_reader *r, cq_str text, uint32_t start, uint32_t end);

/* An empty line, \par, the edge of an environment. Inside a heading or note it is a space. */
void cq_latex_reader_end_paragraph(cq_latex_reader *r, uint32_t start, uint32_t end);

#endif
