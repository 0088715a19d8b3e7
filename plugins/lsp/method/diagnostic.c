#include "plugins/lsp/method.h"
#include "plugins/lsp/pull.h"
#include "plugins/lsp/uri.h"

static bool push_file(cq_buf *result, cq_lsp_server *server, cq_str uri, cq_str previous,
                      cq_lsp_error *err) {
    cq_arena arena;
    cq_err why;
    cq_arena_init(&arena);
    bool ok = cq_lsp_uri_is_file(uri) || cq_fail(&why, CQ_ENOENT, "the document is not open");
    ok = ok &&
         cq_lsp_pull_push_file(result, server, uri, cq_lsp_uri_path(&arena, uri), previous, &why);
    cq_arena_release(&arena);
    return ok || cq_lsp_fail(err, CQ_LSP_REQUEST_FAILED, "%.500s", why.message);
}

static bool call(cq_lsp_server *server, const json_t *params, cq_buf *result, cq_lsp_error *err) {
    cq_str uri = cq_lsp_param_str(params, "textDocument.uri");
    cq_str previous = cq_lsp_param_str(params, "previousResultId");
    cq_lsp_document *document = cq_lsp_server_document(server, uri);
    bool ok = true;
    cq_buf_push(result, '{');
    if (document)
        cq_lsp_pull_push_open(result, server, document, previous);
    else
        ok = push_file(result, server, uri, previous, err);
    cq_buf_push(result, '}');
    return ok;
}

const cq_lsp_method cq_lsp_method_diagnostic = {
    .name = "textDocument/diagnostic", .is_request = true, .call = call};
