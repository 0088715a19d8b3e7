#include "plugins/lsp/method.h"

static bool call(cq_lsp_server *server, const json_t *params, cq_buf *result, cq_lsp_error *err) {
    (void)result;
    cq_err why;
    cq_str uri = cq_lsp_param_str(params, "textDocument.uri");
    cq_lsp_document *document = cq_lsp_server_document(server, uri);
    if (!document)
        return cq_lsp_fail(err, CQ_LSP_INVALID_PARAMS, "didChange: %.*s is not open",
                           (int)(uri.len < 400 ? uri.len : 400), uri.ptr);
    document->version = cq_lsp_param_number(params, "textDocument.version");
    cq_lsp_server_touch(server, document);
    if (!cq_lsp_document_change(document, json_object_get(params, "contentChanges"),
                                server->client.encoding, &why))
        return cq_lsp_fail(err, CQ_LSP_INVALID_PARAMS, "didChange: %.400s", why.message);
    return true;
}

const cq_lsp_method cq_lsp_method_did_change = {.name = "textDocument/didChange", .call = call};
