/* Excerpt: the line of the source that a span is on, and marks below the span. */
#ifndef CQ_REPORT_EXCERPT_H
#define CQ_REPORT_EXCERPT_H

#include "base/buf.h"
#include "text/source.h"

typedef struct cq_excerpt_style {
    uint32_t width;                                /* columns of the whole, line number included */
    char mark;                                     /* '^' */
    const char *number_color, *mark_color, *reset; /* escape sequences or "" */
} cq_excerpt_style;

/* Columns of the line number and the bar behind it. */
enum { CQ_EXCERPT_MARGIN = 8 };

/* Appends two lines: the text around the span, cut with … where the line is longer than the width,
   and the marks. Invisible characters are shown by name inside the span. Of a span over several
   lines the first one is shown. Costs what is shown, however long the line is. */
void cq_excerpt_push(cq_buf *out, cq_source *source, cq_span span, const cq_excerpt_style *style);

#endif
