#include "plugins/lsp/action.h"
#include "plugins/lsp/method.h"

/* Kinds that the client asks for; none named: all. A kind covers those below it. */
static bool wants(const json_t *params, const char *kind) {
    const json_t *only = cq_lsp_param_at(params, "context.only");
    size_t i, len = strlen(kind);
    json_t *one;
    if (!json_array_size(only)) return true;
    json_array_foreach(only, i, one) {
        const char *name = json_string_value(one);
        size_t count = name ? strlen(name) : SIZE_MAX;
        if (count <= len && strncmp(name, kind, count) == 0 &&
            (kind[count] == '\0' || kind[count] == '.' || count == 0))
            return true;
    }
    return false;
}

static bool call(cq_lsp_server *server, const json_t *params, cq_buf *result, cq_lsp_error *err) {
    cq_lsp_range range;
    cq_lsp_document *document = cq_lsp_server_find(server, params, err);
    if (!document) return false;
    if (!cq_lsp_param_range(&range, params, "range"))
        return cq_lsp_fail(err, CQ_LSP_INVALID_PARAMS, "no range is given");
    cq_lsp_server_finish(server, document);
    cq_span span = cq_lsp_text_span(&document->text, range, server->client.encoding);
    cq_buf_push(result, '[');
    if (wants(params, "quickfix")) cq_lsp_action_push_quick(result, server, document, span);
    if (wants(params, "source.fixAll.calque")) cq_lsp_action_push_fix_all(result, server, document);
    cq_buf_push(result, ']');
    return true;
}

const cq_lsp_method cq_lsp_method_code_action = {
    .name = "textDocument/codeAction", .is_request = true, .call = call};
