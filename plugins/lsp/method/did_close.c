#include "base/json.h"
#include "plugins/lsp/method.h"

/* What was pushed would stay otherwise. */
static void take_back(cq_lsp_server *server, cq_str uri) {
    cq_buf params = {0};
    cq_buf_push(&params, '{');
    cq_json_push_str(&params, "uri", uri);
    cq_buf_push_str(&params, CQ_STR(",\"diagnostics\":[]}"));
    cq_lsp_outbox_notify(&server->outbox, "textDocument/publishDiagnostics", cq_buf_get(&params));
    cq_buf_release(&params);
}

static bool call(cq_lsp_server *server, const json_t *params, cq_buf *result, cq_lsp_error *err) {
    (void)result, (void)err;
    cq_str uri = cq_lsp_param_str(params, "textDocument.uri");
    bool was_open = cq_lsp_server_close(server, uri);
    if (was_open && !server->client.has_pull) take_back(server, uri);
    return true;
}

const cq_lsp_method cq_lsp_method_did_close = {.name = "textDocument/didClose", .call = call};
