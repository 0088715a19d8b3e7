/* Manual: a rule explained in an editor. */
#ifndef CQ_LSP_MANUAL_H
#define CQ_LSP_MANUAL_H

#include "base/buf.h"
#include "check/rule.h"

/* Appends what is wrong, why, and examples: as Markdown, or as plain text. */
void cq_lsp_manual_push(cq_buf *out, const cq_rule *rule, bool is_markdown);

#endif
