/* Titles of reStructuredText. */
#ifndef CQ_TEXT_MARKUP_REST_TITLE_H
#define CQ_TEXT_MARKUP_REST_TITLE_H

#include "text/markup_rest_reader.h"

/* A title with its adornments, or a transition. Returns the line behind it, or `i`. */
uint32_t cq_rest_title_read(cq_rest_reader *r, uint32_t i);

#endif
