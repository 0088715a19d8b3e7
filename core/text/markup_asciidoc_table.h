/* Tables of AsciiDoc: each cell is a block. */
#ifndef CQ_TEXT_MARKUP_ASCIIDOC_TABLE_H
#define CQ_TEXT_MARKUP_ASCIIDOC_TABLE_H

#include "text/markup_asciidoc_reader.h"

/* "|===" */
bool cq_asciidoc_table_is_edge(cq_str s);

/* The table whose edge `s` is the reader's line. False: it is none, and nothing was read. */
bool cq_asciidoc_table_read(cq_asciidoc_reader *r, cq_str s);

#endif
