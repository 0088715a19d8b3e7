#include "plugins/lsp/method.h"

static bool call(cq_lsp_server *server, const json_t *params, cq_buf *result, cq_lsp_error *err) {
    (void)params, (void)result, (void)err;
    server->stage = CQ_LSP_SHUT_DOWN;
    server->status = 0;
    return true;
}

const cq_lsp_method cq_lsp_method_shutdown = {.name = "shutdown", .is_request = true, .call = call};
