/* Progress: telling a client that gave a token how far a long request is. */
#ifndef CQ_LSP_PROGRESS_H
#define CQ_LSP_PROGRESS_H

#include "plugins/lsp/server.h"

/* Caller's storage. `token` is the client's, NULL where it gave none: then nothing is sent. */
typedef struct cq_lsp_progress {
    cq_lsp_server *server;
    const json_t *token;
    int percent; /* that was told last */
} cq_lsp_progress;

cq_lsp_progress cq_lsp_progress_begin(cq_lsp_server *server, const json_t *token,
                                      const char *title);

/* `done` of `all` are done. */
void cq_lsp_progress_tell(cq_lsp_progress *progress, uint32_t done, uint32_t all);

void cq_lsp_progress_end(cq_lsp_progress *progress);

/* Sends one value, JSON, for a token: of progress or of partial results. */
void cq_lsp_progress_send(cq_lsp_server *server, const json_t *token, cq_str value);

#endif
