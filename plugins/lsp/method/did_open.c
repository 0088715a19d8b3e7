#include "plugins/lsp/method.h"

static bool call(cq_lsp_server *server, const json_t *params, cq_buf *result, cq_lsp_error *err) {
    (void)result;
    const json_t *item = json_object_get(params, "textDocument");
    cq_str uri = cq_lsp_param_str(item, "uri");
    if (!uri.len) return cq_lsp_fail(err, CQ_LSP_INVALID_PARAMS, "didOpen names no document");
    if (!json_is_string(json_object_get(item, "text")))
        return cq_lsp_fail(err, CQ_LSP_INVALID_PARAMS, "didOpen: a document without a text");
    cq_lsp_document *before = cq_lsp_server_document(server, uri);
    /* opened twice: the later text is the true one */
    if (before) cq_lsp_server_close(server, before);
    cq_lsp_document *document = cq_lsp_document_new(item);
    document->next = server->documents;
    server->documents = document;
    cq_lsp_server_touch(server, document);
    return true;
}

const cq_lsp_method cq_lsp_method_did_open = {.name = "textDocument/didOpen", .call = call};
