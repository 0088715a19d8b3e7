/* Attributes of AsciiDoc: of the document, ":name: value", and of a block, "[source,c]". */
#ifndef CQ_TEXT_MARKUP_ASCIIDOC_ATTRIBUTE_H
#define CQ_TEXT_MARKUP_ASCIIDOC_ATTRIBUTE_H

#include "text/markup_asciidoc_reader.h"

/* "[source,c]", "[[anchor]]": nothing else on the line. */
bool cq_asciidoc_attribute_is_list(cq_str s);

/* What such a line says about the block below it. */
cq_asciidoc_style cq_asciidoc_attribute_find_style(cq_str s);

/* ":name: value" at the reader's line `s`; the value may go on behind a backslash. False: it is none,
   and nothing was read. */
bool cq_asciidoc_attribute_read(cq_asciidoc_reader *r, cq_str s);

#endif
