/* Actions: what an editor offers to do about findings. */
#ifndef CQ_LSP_ACTION_H
#define CQ_LSP_ACTION_H

#include "plugins/lsp/server.h"

/* Appends what can be done about the findings that touch a span of the document's text: fix it, fix
   all of its rule, ignore it, read the manual. */
void cq_lsp_action_push_quick(cq_buf *out, cq_lsp_server *server, const cq_lsp_document *document,
                              cq_span span);

/* Appends the action that makes all safe fixes, where there are any. */
void cq_lsp_action_push_fix_all(cq_buf *out, cq_lsp_server *server,
                                const cq_lsp_document *document);

#endif
