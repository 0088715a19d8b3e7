/* Inline markup of reStructuredText. */
#ifndef CQ_TEXT_MARKUP_REST_H
#define CQ_TEXT_MARKUP_REST_H

#include "text/markup_prose.h"

/* Writes the prose of a stretch of the source: emphasis and the names of links stay as text, code,
   math, substitutions and references become placeholders, each line end with the blanks around it
   one space. */
void cq_markup_rest_write(cq_markup_prose *prose, cq_span span);

#endif
