/* Inline markup of AsciiDoc. */
#ifndef CQ_TEXT_MARKUP_ASCIIDOC_H
#define CQ_TEXT_MARKUP_ASCIIDOC_H

#include "text/markup_prose.h"

/* Writes the prose of a stretch of the source: emphasis and the texts of links stay, code, math,
   attributes and macros become placeholders, a footnote's text becomes an aside. Each line end with
   the blanks around it is one space, and so are comment lines. */
void cq_markup_asciidoc_write(cq_markup_prose *prose, cq_span span);

#endif
