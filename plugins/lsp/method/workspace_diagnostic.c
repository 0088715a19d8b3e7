#include <stdlib.h>

#include "base/json.h"
#include "plugins/cli/walk.h"
#include "plugins/lsp/method.h"
#include "plugins/lsp/progress.h"
#include "plugins/lsp/pull.h"
#include "plugins/lsp/uri.h"

/* An id that the client has for a document. */
typedef struct previous_id {
    cq_str path, uri, value;
    bool is_met; /* the document is reported on */
} previous_id;

typedef CQ_ARRAY(previous_id) previous_ids; /* sorted by path, each once */

static int compare_ids(const void *left, const void *right) {
    return cq_str_compare(((const previous_id *)left)->path, ((const previous_id *)right)->path);
}

static void drop_repeated(previous_ids *ids) {
    uint32_t kept = 0;
    for (uint32_t i = 0; i < ids->len; i++)
        if (!kept || !cq_str_is_equal(ids->at[kept - 1].path, ids->at[i].path))
            ids->at[kept++] = ids->at[i];
    ids->len = kept;
}

static previous_ids read_previous(cq_arena *arena, const json_t *params) {
    previous_ids ids = {0};
    size_t i;
    json_t *one;
    json_array_foreach(json_object_get(params, "previousResultIds"), i, one) {
        cq_str uri = cq_lsp_param_str(one, "uri");
        cq_str path = cq_lsp_uri_is_file(uri) ? cq_lsp_uri_path(arena, uri) : uri;
        *CQ_ARRAY_PUSH(arena, &ids) =
            (previous_id){path, uri, cq_lsp_param_str(one, "value"), false};
    }
    if (ids.len) qsort(ids.at, ids.len, sizeof *ids.at, compare_ids);
    drop_repeated(&ids);
    return ids;
}

/* Empty: the client has none. */
static cq_str meet_previous(previous_ids *ids, cq_str path) {
    previous_id key = {.path = path};
    previous_id *found =
        ids->len ? bsearch(&key, ids->at, ids->len, sizeof *ids->at, compare_ids) : NULL;
    if (!found) return CQ_STR("");
    found->is_met = true;
    return found->value;
}

/* Appends the report on a file, from the editor where it is open there. A file that cannot be read is
   left out, and said in the log. */
static void push_item(cq_buf *out, cq_lsp_server *server, previous_ids *ids, cq_str path) {
    cq_buf uri = {0}, item = {0};
    cq_err err;
    cq_lsp_document *document = cq_lsp_server_document_at(server, path);
    if (document)
        cq_buf_push_str(&uri, document->uri);
    else
        cq_lsp_uri_push(&uri, path);
    cq_str previous = meet_previous(ids, path);
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

/* Files that are gone, or left out by now: what was found in them is no more. */
static void push_gone(cq_buf *out, cq_lsp_server *server, const previous_ids *ids) {
    for (uint32_t i = 0; i < ids->len; i++) {
        if (ids->at[i].is_met || cq_lsp_server_document(server, ids->at[i].uri)) continue;
        cq_json_push_comma(out);
        cq_buf_push(out, '{');
        cq_json_push_str(out, "uri", ids->at[i].uri);
        cq_buf_push_str(out, CQ_STR(",\"version\":null,\"kind\":\"full\",\"items\":[]}"));
    }
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
    cq_arena arena;
    cq_arena_init(&arena);
    previous_ids ids = read_previous(&arena, params);
    const json_t *part = json_object_get(params, "partialResultToken");
    cq_lsp_progress progress = cq_lsp_progress_begin(
        server, json_object_get(params, "workDoneToken"), "calque: checking the workspace");
    bool is_cancelled = false;
    for (uint32_t i = 0; i < inputs->list.len && !is_cancelled; i++) {
        push_item(result, server, &ids, inputs->list.at[i].path);
        flush_part(server, part, result);
        cq_lsp_progress_tell(&progress, i + 1, inputs->list.len);
        is_cancelled = cq_lsp_server_is_cancelled(server);
    }
    if (!is_cancelled) push_gone(result, server, &ids);
    flush_part(server, part, result);
    cq_lsp_progress_end(&progress);
    cq_arena_release(&arena);
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
