#include "plugins/lsp/method.h"
#include "plugins/lsp/uri.h"

static void remove_folder(cq_lsp_server *server, cq_str path) {
    cq_strs *folders = &server->folders;
    uint32_t kept = 0;
    for (uint32_t i = 0; i < folders->len; i++)
        if (!cq_str_is_equal(folders->at[i], path)) folders->at[kept++] = folders->at[i];
    folders->len = kept;
}

static bool call(cq_lsp_server *server, const json_t *params, cq_buf *result, cq_lsp_error *err) {
    (void)result, (void)err;
    size_t i;
    json_t *folder;
    json_array_foreach(cq_lsp_param_at(params, "event.removed"), i, folder) {
        remove_folder(server, cq_lsp_uri_path(&server->arena, cq_lsp_param_str(folder, "uri")));
    }
    json_array_foreach(cq_lsp_param_at(params, "event.added"), i, folder) {
        cq_str path = cq_lsp_uri_path(&server->arena, cq_lsp_param_str(folder, "uri"));
        remove_folder(server, path);
        if (path.len) *CQ_ARRAY_PUSH(&server->arena, &server->folders) = path;
    }
    cq_lsp_server_reload(server);
    return true;
}

const cq_lsp_method cq_lsp_method_did_change_workspace_folders = {
    .name = "workspace/didChangeWorkspaceFolders", .call = call};
