#include "plugins/config/profiles.h"
#include "plugins/lsp/method.h"
#include "plugins/lsp/uri.h"

/* Rules and configuration; other texts are watched for being sources. */
static bool is_configuration(cq_str path) {
    return cq_str_find(path, CQ_STR("/.calque/")) != SIZE_MAX ||
           cq_str_has_suffix(path, CQ_STR("/" CQ_CONFIG_NAME)) || !cq_format_is_walked(path);
}

static bool call(cq_lsp_server *server, const json_t *params, cq_buf *result, cq_lsp_error *err) {
    (void)result, (void)err;
    size_t i;
    json_t *change;
    bool has_configuration = false;
    cq_arena arena;
    cq_arena_init(&arena);
    json_array_foreach(json_object_get(params, "changes"), i, change) {
        cq_str path = cq_lsp_uri_path(&arena, cq_lsp_param_str(change, "uri"));
        has_configuration = has_configuration || is_configuration(path);
        if (!cq_lsp_server_document_at(server, path)) cq_lsp_server_touch_translations(server, path);
    }
    if (has_configuration) cq_lsp_server_reload(server);
    cq_arena_release(&arena);
    return true;
}

const cq_lsp_method cq_lsp_method_did_change_watched_files = {
    .name = "workspace/didChangeWatchedFiles", .call = call};
