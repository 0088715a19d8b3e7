/* Diagnostics: findings as the protocol has them. */
#ifndef CQ_LSP_DIAGNOSTIC_H
#define CQ_LSP_DIAGNOSTIC_H

#include "plugins/lsp/server.h"

/* Findings, the text that they are about, and the engine that found them. */
typedef struct cq_lsp_told {
    cq_str uri;
    cq_lsp_engine *engine;
    const cq_lsp_text *text;
    const cq_findings *findings;
} cq_lsp_told;

cq_lsp_told cq_lsp_told_of(const cq_lsp_document *document);

/* Whether the client's settings let it be shown. */
bool cq_lsp_diagnostic_is_shown(const cq_lsp_server *server, const cq_finding *finding);

/* Appends one of the findings. */
void cq_lsp_diagnostic_push(cq_buf *out, const cq_lsp_told *told, const cq_finding *finding,
                            cq_lsp_cursor *cursor);

/* Appends all that are shown, as a list. */
void cq_lsp_diagnostic_push_all(cq_buf *out, const cq_lsp_server *server, const cq_lsp_told *told);

/* The same for a document, whatever it is: for a configuration file what is wrong in it. */
void cq_lsp_diagnostic_push_document(cq_buf *out, cq_lsp_server *server,
                                     const cq_lsp_document *document);

/* Sends them for a document. */
void cq_lsp_diagnostic_publish(cq_lsp_server *server, cq_lsp_document *document);

/* Sends that there are none any more. */
void cq_lsp_diagnostic_take_back(cq_lsp_server *server, cq_str uri);

/* A hash of them: whether a client would be told something new. */
uint64_t cq_lsp_diagnostic_hash(cq_lsp_server *server, const cq_lsp_document *document);

#endif
