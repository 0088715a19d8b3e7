/* Titles of AsciiDoc. */
#ifndef CQ_TEXT_MARKUP_ASCIIDOC_TITLE_H
#define CQ_TEXT_MARKUP_ASCIIDOC_TITLE_H

#include "text/markup_asciidoc_reader.h"

/* "== A title" at the reader's line `s`. False: it is none, and nothing was read. */
bool cq_asciidoc_title_read(cq_asciidoc_reader *r, cq_str s);

/* A title with a line of marks as long as itself below it, likewise. */
bool cq_asciidoc_title_read_underlined(cq_asciidoc_reader *r, cq_str s);

#endif
