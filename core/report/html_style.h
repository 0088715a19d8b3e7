/* The style sheet of the html report: html_style.css, as it was when the program was built. */
#ifndef CQ_REPORT_HTML_STYLE_H
#define CQ_REPORT_HTML_STYLE_H

#include "base/str.h"

/* Static. */
cq_str cq_html_style(void);

#endif
