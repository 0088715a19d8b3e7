#include "plugins/lsp/method.h"

static bool call(cq_lsp_server *server, const json_t *params, cq_buf *result, cq_lsp_error *err) {
    (void)result, (void)err;
    size_t i;
    json_t *folder;
    json_array_foreach(cq_lsp_param_at(params, "event.removed"), i, folder) {
        cq_lsp_workspace_remove(&server->workspace, cq_lsp_param_str(folder, "uri"));
    }
    json_array_foreach(cq_lsp_param_at(params, "event.added"), i, folder) {
        cq_lsp_workspace_add(&server->workspace, cq_lsp_param_str(folder, "uri"));
    }
    cq_lsp_server_reload(server);
    return true;
}

const cq_lsp_method cq_lsp_method_did_change_workspace_folders = {
    .name = "workspace/didChangeWorkspaceFolders", .call = call};
