/* Diagnostics: findings as the protocol has them. */
#ifndef CQ_LSP_DIAGNOSTIC_H
#define CQ_LSP_DIAGNOSTIC_H

#include "plugins/lsp/server.h"

/* Findings, and the text that they are about. */
typedef struct cq_lsp_told {
    cq_str uri;
    const cq_lsp_text *text;
    const cq_findings *findings;
} cq_lsp_told;

cq_lsp_told cq_lsp_told_of(const cq_lsp_document *document);

/* Whether the client's settings let it be shown. */
bool cq_lsp_diagnostic_is_shown(const cq_lsp_server *server, const cq_finding *finding);

/* Appends a finding. */
void cq_lsp_diagnostic_push(cq_buf *out, const cq_finding *finding, cq_lsp_cursor *cursor,
                            cq_str uri);

/* Appends all that are shown, as a list. */
void cq_lsp_diagnostic_push_all(cq_buf *out, const cq_lsp_server *server, const cq_lsp_told *told);

/* Sends them for a document. */
void cq_lsp_diagnostic_publish(cq_lsp_server *server, cq_lsp_document *document);

/* A hash of them: whether a client would be told something new. */
uint64_t cq_lsp_diagnostic_hash(const cq_lsp_server *server, const cq_lsp_document *document);

#endif
