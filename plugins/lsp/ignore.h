/* Ignoring: the comment that silences a finding (check/suppress.h), written into a document. */
#ifndef CQ_LSP_IGNORE_H
#define CQ_LSP_IGNORE_H

#include "plugins/lsp/document.h"

typedef enum cq_lsp_ignore_reach {
    CQ_LSP_IGNORE_BLOCK,
    CQ_LSP_IGNORE_LINE,
    CQ_LSP_IGNORE_FILE,
    CQ_LSP_IGNORE_REACHES,
} cq_lsp_ignore_reach;

/* "in this paragraph", ...; static. */
const char *cq_lsp_ignore_name(cq_lsp_ignore_reach reach);

/* The edit that puts the comment in. False where the format has no comments, or there is no place for
   one. The text is in `arena`. */
bool cq_lsp_ignore_write(cq_edit *out, cq_arena *arena, const cq_lsp_document *document,
                         const cq_finding *finding, cq_lsp_ignore_reach reach);

#endif
