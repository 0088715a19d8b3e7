/* Explicit markup of reStructuredText, behind "..": directives, footnotes, targets, substitutions and
   comments. */
#ifndef CQ_TEXT_MARKUP_REST_EXPLICIT_H
#define CQ_TEXT_MARKUP_REST_EXPLICIT_H

#include "text/markup_rest_reader.h"

/* Reads what the ".." at line `i` starts. Returns the line from which to read on. */
uint32_t cq_rest_explicit_read(cq_rest_reader *r, uint32_t i);

#endif
