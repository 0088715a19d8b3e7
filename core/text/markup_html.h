/* The prose in a stretch of HTML: a whole page, or the raw HTML of another format. */
#ifndef CQ_TEXT_MARKUP_HTML_H
#define CQ_TEXT_MARKUP_HTML_H

#include "text/markup_mask.h"
#include "text/markup_tree.h"

/* Caller's storage. Writer and mask are borrowed. */
typedef struct cq_markup_html {
    cq_block_writer *writer;
    const cq_markup_mask *mask;
    cq_markup_tree tree;
    uint8_t class_of[256]; /* what a node of the grammar is, by its symbol */
} cq_markup_html;

/* False where the tree-sitter library does not know the grammar's version. */
bool cq_markup_html_init(cq_markup_html *html, cq_block_writer *writer,
                         const cq_markup_mask *mask);
void cq_markup_html_release(cq_markup_html *html);

/* Writes the blocks of the source at `span`. Text outside of any element that says otherwise becomes
   blocks of the kind and depth given. False, with nothing written, where the parser gives up. */
bool cq_markup_html_read(cq_markup_html *html, cq_span span, cq_block_kind kind, uint32_t depth);

#endif
