/* Commands: what workspace/executeCommand can be asked to do. */
#ifndef CQ_LSP_COMMAND_H
#define CQ_LSP_COMMAND_H

#include "plugins/lsp/server.h"

/* Appends the names of all commands as a JSON list. */
void cq_lsp_command_push_names(cq_buf *out);

/* Runs a command with its arguments, a JSON list or NULL. */
bool cq_lsp_command_run(cq_lsp_server *server, cq_str name, const json_t *arguments, cq_buf *result,
                        cq_lsp_error *err);

#endif
