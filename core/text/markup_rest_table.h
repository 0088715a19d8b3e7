/* Tables of reStructuredText: each cell is a block. */
#ifndef CQ_TEXT_MARKUP_REST_TABLE_H
#define CQ_TEXT_MARKUP_REST_TABLE_H

#include "text/markup_rest_reader.h"

/* A table drawn with "+---+" and "|" at line `i`. Returns the line behind it, or `i`. */
uint32_t cq_rest_table_read_grid(cq_rest_reader *r, uint32_t i);

/* A table between lines of "===  ===", likewise. A row starts with a line that has something in its
   first column. */
uint32_t cq_rest_table_read_simple(cq_rest_reader *r, uint32_t i);

#endif
