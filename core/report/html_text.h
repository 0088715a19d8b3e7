/* HTML text: text of unknown origin inside a page. */
#ifndef CQ_REPORT_HTML_TEXT_H
#define CQ_REPORT_HTML_TEXT_H

#include "base/buf.h"

/* Appends text as the page shows it: what a browser would hide or act upon (controls, marks of
   direction) by name, likewise, with `reveal`, what is only invisible; line ends stay. */
void cq_html_text_push(cq_buf *out, cq_str text, bool reveal);

/* Appends what a rule says of itself: blank lines part paragraphs, *this* is emphasised, `this` is
   code. */
void cq_html_text_push_prose(cq_buf *out, cq_str prose);

/* Appends an id for links within the page: `kind`, and a path or rule id that says which. */
void cq_html_text_push_id(cq_buf *out, const char *kind, cq_str which);

#endif
