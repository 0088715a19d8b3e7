/* Pulling: reports on documents for clients that ask for them. A report has an id; a client that
   names it again is told only that nothing has changed. */
#ifndef CQ_LSP_PULL_H
#define CQ_LSP_PULL_H

#include "plugins/lsp/server.h"

/* Appends the fields of a report on an open document (without the braces). `previous` is the id that
   the client has, or empty. */
void cq_lsp_pull_push_open(cq_buf *out, cq_lsp_server *server, cq_lsp_document *document,
                           cq_str previous);

/* The same for a file that is not open, read from the disk. */
bool cq_lsp_pull_push_file(cq_buf *out, cq_lsp_server *server, cq_str uri, cq_str path,
                           cq_str previous, cq_err *err);

#endif
