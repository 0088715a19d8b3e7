/* The manual of what rules see, made of the annotations that editors read. */
#ifndef CQ_CLI_MANUAL_H
#define CQ_CLI_MANUAL_H

#include "base/buf.h"

/* Appends the manual as Markdown; `annotations` is the text of lua/meta/calque.lua. */
void cq_manual_push(cq_buf *out, cq_str annotations);

#endif
