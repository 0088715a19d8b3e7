#include "plugins/lsp/method.h"

/* Only files that rules and configuration are made of are watched. */
static bool call(cq_lsp_server *server, const json_t *params, cq_buf *result, cq_lsp_error *err) {
    (void)result, (void)err;
    if (json_array_size(json_object_get(params, "changes"))) cq_lsp_server_reload(server);
    return true;
}

const cq_lsp_method cq_lsp_method_did_change_watched_files = {
    .name = "workspace/didChangeWatchedFiles", .call = call};
