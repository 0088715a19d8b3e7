#include "plugins/lsp/method.h"

static bool call(cq_lsp_server *server, const json_t *params, cq_buf *result, cq_lsp_error *err) {
    (void)result, (void)err;
    cq_str uri = cq_lsp_param_str(params, "textDocument.uri");
    cq_lsp_document *document = cq_lsp_server_document(server, uri);
    if (document) cq_lsp_server_close(server, document);
    return true;
}

const cq_lsp_method cq_lsp_method_did_close = {.name = "textDocument/didClose", .call = call};
