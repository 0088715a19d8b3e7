#include "plugins/config/profiles.h"
#include "plugins/lsp/method.h"
#include "plugins/lsp/uri.h"

/* Of FileChangeType. */
enum { CREATED = 1 };

static bool is_table(cq_str path) {
    return cq_str_has_suffix(path, CQ_STR(".csv")) || cq_str_has_suffix(path, CQ_STR(".tsv"));
}

static bool is_glossary(const cq_lsp_server *server, cq_str path) {
    const cq_lsp_engine *engine = server->engines;
    while (engine && !cq_str_is_equal(engine->profile->glossary.text, path)) engine = engine->next;
    return engine != NULL;
}

/* Rules, configuration, and tables, of which few are a glossary: one that is in use, or perhaps one that
   was missing until now. Other texts are watched for being sources. */
static bool is_configuration(const cq_lsp_server *server, const json_t *change, cq_str path) {
    if (cq_str_find(path, CQ_STR("/.calque/")) != SIZE_MAX ||
        cq_str_has_suffix(path, CQ_STR("/" CQ_CONFIG_NAME)))
        return true;
    if (is_table(path))
        return is_glossary(server, path) || cq_lsp_param_number(change, "type") == CREATED;
    return !cq_format_is_walked(path);
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
        has_configuration = has_configuration || is_configuration(server, change, path);
        if (!cq_lsp_server_document_at(server, path))
            cq_lsp_server_touch_translations(server, path);
    }
    if (has_configuration) cq_lsp_server_reload(server);
    cq_arena_release(&arena);
    return true;
}

const cq_lsp_method cq_lsp_method_did_change_watched_files = {
    .name = "workspace/didChangeWatchedFiles", .call = call};
