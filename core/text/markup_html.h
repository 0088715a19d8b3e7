/* The prose in a stretch of HTML: a whole page, or the raw HTML of another format. */
#ifndef CQ_TEXT_MARKUP_HTML_H
#define CQ_TEXT_MARKUP_HTML_H

#include "text/markup_mask.h"

/* Writes the blocks of the source at `span`, read through `mask`. Text outside of any element that
   says otherwise becomes blocks of the kind and depth given. */
void cq_markup_html_read(cq_block_writer *writer, const cq_markup_mask *mask, cq_span span,
                         cq_block_kind kind, uint32_t depth);

#endif
