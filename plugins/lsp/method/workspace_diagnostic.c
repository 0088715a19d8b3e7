#include "base/json.h"
#include "plugins/cli/walk.h"
#include "plugins/lsp/method.h"
#include "plugins/lsp/progress.h"
#include "plugins/lsp/pull.h"
#include "plugins/lsp/uri.h"

/* The id that the client has for a document, or empty. */
static cq_str find_previous(const json_t *params, cq_str uri) {
    size_t i;
    json_t *one;
    json_array_foreach(json_object_get(params, "previousResultIds"), i, one) {
        if (cq_str_is_equal(cq_lsp_param_str(one, "uri"), uri))
            return cq_lsp_param_str(one, "value");
    }
    return CQ_STR("");
}

/* Appends the report on a file, from the editor where it is open there. A file that cannot be read is
   left out, and said in the log. */
static void push_item(cq_buf *out, cq_lsp_server *server, const json_t *params, cq_str path) {
    cq_buf uri = {0}, item = {0};
    cq_err err;
    cq_lsp_document *document = cq_lsp_server_document_at(server, path);
    if (document)
        cq_buf_push_str(&uri, document->uri);
    else
        cq_lsp_uri_push(&uri, path);
    cq_str previous = find_previous(params, cq_buf_get(&uri));
    cq_buf_push(&item, '{');
    cq_json_push_str(&item, "uri", cq_buf_get(&uri));
    cq_json_push_key(&item, "version");
    if (document)
        cq_buf_push_format(&item, "%lld", (long long)document->version);
    else
        cq_buf_push_str(&item, CQ_STR("null"));
    bool ok = true;
    if (document)
        cq_lsp_pull_push_open(&item, server, document, previous);
    else
        ok = cq_lsp_pull_push_file(&item, server, cq_buf_get(&uri), path, previous, &err);
    cq_buf_push(&item, '}');
    if (ok) {
        cq_json_push_comma(out);
        cq_buf_push_str(out, cq_buf_get(&item));
    } else {
        cq_lsp_outbox_log(&server->outbox, 2, cq_str_of(err.message));
    }
    cq_buf_release(&uri);
    cq_buf_release(&item);
}

/* What is collected so far goes to a client that wants it in parts. */
static void flush_part(cq_lsp_server *server, const json_t *token, cq_buf *items) {
    if (!token || items->ptr[items->len - 1] == '[') return;
    cq_buf_push_str(items, CQ_STR("]}"));
    cq_lsp_progress_send(server, token, cq_buf_get(items));
    items->len = 0;
    cq_buf_push_str(items, CQ_STR("{\"items\":["));
}

static bool push_all(cq_buf *result, cq_lsp_server *server, const json_t *params,
                     const cq_inputs *inputs, cq_lsp_error *err) {
    const json_t *part = json_object_get(params, "partialResultToken");
    cq_lsp_progress progress = cq_lsp_progress_begin(
        server, json_object_get(params, "workDoneToken"), "calque: checking the workspace");
    bool is_cancelled = false;
    for (uint32_t i = 0; i < inputs->list.len && !is_cancelled; i++) {
        push_item(result, server, params, inputs->list.at[i].path);
        flush_part(server, part, result);
        cq_lsp_progress_tell(&progress, i + 1, inputs->list.len);
        is_cancelled = cq_lsp_server_is_cancelled(server);
    }
    cq_lsp_progress_end(&progress);
    return !is_cancelled || cq_lsp_fail(err, CQ_LSP_REQUEST_CANCELLED, "cancelled by the client");
}

static bool call(cq_lsp_server *server, const json_t *params, cq_buf *result, cq_lsp_error *err) {
    cq_inputs inputs;
    cq_troubles troubles;
    cq_inputs_init(&inputs);
    cq_troubles_init(&troubles);
    cq_strs *folders = &server->workspace.folders;
    if (folders->len) cq_walk_names(&inputs, folders, "-", &troubles);
    for (uint32_t i = 0; i < troubles.list.len; i++)
        cq_lsp_outbox_log(&server->outbox, 2, troubles.list.at[i]);
    cq_buf_push_str(result, CQ_STR("{\"items\":["));
    bool ok = push_all(result, server, params, &inputs, err);
    cq_buf_push_str(result, CQ_STR("]}"));
    cq_inputs_release(&inputs);
    cq_troubles_release(&troubles);
    return ok;
}

const cq_lsp_method cq_lsp_method_workspace_diagnostic = {
    .name = "workspace/diagnostic", .is_request = true, .call = call};
