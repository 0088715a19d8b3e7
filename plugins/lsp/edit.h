/* Edits: what a client is asked to change in its documents. */
#ifndef CQ_LSP_EDIT_H
#define CQ_LSP_EDIT_H

#include "check/fix.h"
#include "plugins/lsp/server.h"

/* Edits of one text; in the protocol's words, a WorkspaceEdit. */
typedef struct cq_lsp_change {
    cq_str uri;
    const cq_lsp_text *text; /* as it is */
    int64_t version;         /* of an open document */
    bool is_open;            /* in the client; else it is a file */
    bool is_new;             /* ... that is not there yet */
    const cq_edit *edits;    /* by position */
    uint32_t count;
} cq_lsp_change;

cq_lsp_change cq_lsp_edit_document(const cq_lsp_document *document, const cq_edit *edits,
                                   uint32_t count);

/* Appends it. Where the client understands it, it says for which version it is. */
void cq_lsp_edit_push(cq_buf *out, const cq_lsp_server *server, const cq_lsp_change *change);

/* The edits that fix a document's findings: the safe ones of all rules, or, where `rule` is not NULL,
   all of that rule. Returns the number of fixes; strings are borrowed from the document's check. */
uint32_t cq_lsp_edit_fix_all(cq_edits *out, cq_arena *arena, const cq_lsp_document *document,
                             const cq_rule *rule);

/* Asks the client to make a change (workspace/applyEdit). */
void cq_lsp_edit_apply(cq_lsp_server *server, const cq_lsp_change *change, const char *label);

#endif
