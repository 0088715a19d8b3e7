/* Quotations: which marks open and close what, over the whole document. */
#ifndef CQ_TEXT_QUOTE_H
#define CQ_TEXT_QUOTE_H

#include "text/sentence.h"

typedef enum cq_quote_style {
    CQ_QUOTE_STRAIGHT_DOUBLE, /* "…" */
    CQ_QUOTE_STRAIGHT_SINGLE, /* '…' */
    CQ_QUOTE_CURLY_DOUBLE,    /* “…” */
    CQ_QUOTE_CURLY_SINGLE,    /* ‘…’ */
    CQ_QUOTE_LOW_DOUBLE,      /* „…“ or „…” */
    CQ_QUOTE_LOW_SINGLE,      /* ‚…‘ */
    CQ_QUOTE_GUILLEMET,       /* «…» or »…« */
    CQ_QUOTE_GUILLEMET_SINGLE,
    CQ_QUOTE_CORNER, /* 「…」 and 『…』 */
} cq_quote_style;

#define CQ_NO_TOKEN UINT32_MAX

/* One quotation. A quotation may go on over several blocks (each paragraph opens, only the last
   closes): then each block has one, and `is_continued` says that the missing close is right. Where
   the last paragraph closes without having opened again, it has one too, without an opening mark
   and with `is_continued`. */
typedef struct cq_quotation {
    uint32_t block;       /* index of the block it stands in */
    uint32_t open_token;  /* index into the document's tokens, CQ_NO_TOKEN: no opening mark */
    uint32_t close_token; /* likewise the closing mark */
    uint8_t style;        /* cq_quote_style */
    uint8_t depth;        /* 1: outermost */
    bool is_continued;    /* what is missing stands in another paragraph */
} cq_quotation;

typedef CQ_ARRAY(cq_quotation) cq_quotations;

/* "straight-double", ...; static. */
const char *cq_quote_style_name(cq_quote_style style);

/* Settles the role of every quote token of the document and appends its quotations in the order of
   their first marks. One-sided marks become quotations with CQ_NO_TOKEN on the other side. Sets
   CQ_TOKEN_QUOTED. Linear in the number of tokens. */
void cq_quote_read(cq_quotations *out, cq_arena *arena, const cq_blocks *blocks, cq_tokens *tokens);

/* The same for some blocks of a document that was read before and has changed: from `first` on, before
   which nothing is open, to `least_end` and on to where nothing is open as it was before. Appends their
   quotations only; returns the block it stopped at. */
uint32_t cq_quote_read_part(cq_quotations *out, cq_arena *arena, const cq_blocks *blocks,
                            cq_tokens *tokens, uint32_t first, uint32_t least_end);

#endif
