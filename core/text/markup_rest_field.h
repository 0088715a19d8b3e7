/* Fields of reStructuredText, ":name: value". */
#ifndef CQ_TEXT_MARKUP_REST_FIELD_H
#define CQ_TEXT_MARKUP_REST_FIELD_H

#include "text/markup_rest_reader.h"

/* Where the value of the field at the start of a line starts, or 0: no field. */
uint32_t cq_rest_field_find_value(cq_str line);

/* A field's value is prose unless its name says that it is for programs. Returns the line from which
   to read on, or `i`. */
uint32_t cq_rest_field_read(cq_rest_reader *r, uint32_t i);

#endif
