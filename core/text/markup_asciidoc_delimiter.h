/* Lines that delimit blocks of AsciiDoc. */
#ifndef CQ_TEXT_MARKUP_ASCIIDOC_DELIMITER_H
#define CQ_TEXT_MARKUP_ASCIIDOC_DELIMITER_H

#include "text/markup_asciidoc_reader.h"

/* The mark of which a delimiter line consists, or 0. */
char cq_asciidoc_delimiter_find(cq_str s);

/* "```", with or without a language. */
bool cq_asciidoc_delimiter_is_fence(cq_str s);

/* A delimiter or fence `s` at the reader's line: opens, closes or skips what it stands for. False: it is
   none, and nothing was read. */
bool cq_asciidoc_delimiter_read(cq_asciidoc_reader *r, cq_str s);

#endif
