/* Lines of a source, for the formats that look at them. LF, CRLF and CR end a line. */
#ifndef CQ_TEXT_MARKUP_LINE_H
#define CQ_TEXT_MARKUP_LINE_H

#include "text/source.h"

/* Offsets in the source. */
typedef struct cq_markup_line {
    uint32_t start, end; /* without the line end */
    uint32_t next;       /* where the next line starts; the text's length behind the last one */
} cq_markup_line;

/* The line that starts at `start`, which is at most the text's length. */
cq_markup_line cq_markup_line_at(cq_str text, uint32_t start);

/* Nothing but white space, no-break spaces included. */
bool cq_markup_line_is_blank(cq_str text, cq_markup_line line);

/* The first byte of the line that is neither space nor tab, or its end. */
uint32_t cq_markup_line_indent(cq_str text, cq_markup_line line);

/* Behind the spaces and tabs at byte `at` of a text. */
uint32_t cq_markup_line_skip_blanks(cq_str text, uint32_t at);

#endif
