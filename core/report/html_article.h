/* HTML article: one document with its findings marked in the text and noted beside it. */
#ifndef CQ_REPORT_HTML_ARTICLE_H
#define CQ_REPORT_HTML_ARTICLE_H

#include "base/buf.h"
#include "check/finding.h"

/* Appends the article; nothing where there are no findings. `findings` must be sorted. Costs what is
   appended. */
void cq_html_article_push(cq_buf *out, cq_source *source, const cq_findings *findings);

#endif
