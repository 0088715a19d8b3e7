/* A check: what the rules say of a text, kept true while the text changes. */
#ifndef CQ_LSP_CHECK_H
#define CQ_LSP_CHECK_H

#include "lua/host.h"
#include "plugins/lsp/text.h"

/* Caller's storage. */
typedef struct cq_lsp_check {
    cq_findings findings; /* of the text at the last update, sorted */
} cq_lsp_check;

void cq_lsp_check_init(cq_lsp_check *check);
void cq_lsp_check_release(cq_lsp_check *check);

/* Brings the findings up to date with `text` (borrowed for the call). What rules do wrong goes to
   `troubles`; a text that cannot be read as its format is an error, and has no findings. */
bool cq_lsp_check_update(cq_lsp_check *check, cq_host *host, cq_str path, cq_str text,
                         const cq_doc_options *options, cq_troubles *troubles, cq_err *err);

#endif
