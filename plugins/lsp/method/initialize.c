#include "base/json.h"
#include "plugins/lsp/command.h"
#include "plugins/lsp/method.h"
#include "plugins/lsp/setting.h"
#include "plugins/lsp/uri.h"

/* The first encoding that the client names and we know; it names them in its order of preference. */
static cq_lsp_encoding choose_encoding(const json_t *params) {
    cq_lsp_encoding encoding = CQ_LSP_UTF16;
    size_t i;
    json_t *name;
    json_array_foreach(cq_lsp_param_at(params, "capabilities.general.positionEncodings"), i, name) {
        cq_str text = cq_str_of(json_string_value(name));
        if (cq_lsp_encoding_of_name(&encoding, text)) break;
    }
    return encoding;
}

static bool accepts_markdown(const json_t *params) {
    size_t i;
    json_t *kind;
    json_array_foreach(cq_lsp_param_at(params, "capabilities.textDocument.hover.contentFormat"), i,
                       kind) {
        if (cq_str_is_equal(cq_str_of(json_string_value(kind)), CQ_STR("markdown"))) return true;
    }
    return false;
}

static void read_client(cq_lsp_client *client, const json_t *params) {
    const json_t *can = cq_lsp_param_at(params, "capabilities");
    *client = (cq_lsp_client){
        .encoding = choose_encoding(params),
        .has_pull = cq_lsp_param_at(can, "textDocument.diagnostic") != NULL,
        .has_configuration = cq_lsp_param_is_true(can, "workspace.configuration"),
        .has_show_document = cq_lsp_param_is_true(can, "window.showDocument.support"),
        .has_markdown = accepts_markdown(params),
        .has_watchers =
            cq_lsp_param_is_true(can, "workspace.didChangeWatchedFiles.dynamicRegistration"),
        .has_configuration_watch =
            cq_lsp_param_is_true(can, "workspace.didChangeConfiguration.dynamicRegistration"),
        .has_document_changes =
            cq_lsp_param_is_true(can, "workspace.workspaceEdit.documentChanges"),
    };
    client->has_refresh =
        client->has_pull && cq_lsp_param_is_true(can, "workspace.diagnostics.refreshSupport");
}

/* The folders, or what clients said before there could be several. */
static void read_workspace(cq_lsp_workspace *workspace, const json_t *params) {
    size_t i;
    json_t *folder;
    json_array_foreach(json_object_get(params, "workspaceFolders"), i, folder) {
        cq_lsp_workspace_add(workspace, cq_lsp_param_str(folder, "uri"));
    }
    if (!workspace->folders.len)
        cq_lsp_workspace_add(workspace, cq_lsp_param_str(params, "rootUri"));
    cq_str path = cq_lsp_param_str(params, "rootPath");
    if (workspace->folders.len || !path.len) return;
    cq_buf uri = {0};
    cq_lsp_uri_push(&uri, path);
    cq_lsp_workspace_add(workspace, cq_buf_get(&uri));
    cq_buf_release(&uri);
}

static void push_capabilities(cq_buf *out, const cq_lsp_client *client) {
    cq_json_push_key(out, "capabilities");
    cq_buf_push(out, '{');
    cq_json_push_str(out, "positionEncoding", cq_str_of(cq_lsp_encoding_name(client->encoding)));
    cq_buf_push_str(out,
                    CQ_STR(",\"textDocumentSync\":{\"openClose\":true,\"change\":2}"
                           ",\"diagnosticProvider\":{\"identifier\":\"calque\","
                           "\"interFileDependencies\":true,\"workspaceDiagnostics\":true,"
                           "\"workDoneProgress\":true}"
                           ",\"codeActionProvider\":{\"codeActionKinds\":"
                           "[\"quickfix\",\"source.fixAll.calque\"]}"
                           ",\"hoverProvider\":true"
                           ",\"completionProvider\":{\"triggerCharacters\":[\"\\\"\",\"'\",\"/\"]}"
                           ",\"workspace\":{\"workspaceFolders\":"
                           "{\"supported\":true,\"changeNotifications\":true}}"));
    cq_json_push_key(out, "executeCommandProvider");
    cq_buf_push_str(out, CQ_STR("{\"commands\":"));
    cq_lsp_command_push_names(out);
    cq_buf_push_str(out, CQ_STR("}}"));
}

static bool call(cq_lsp_server *server, const json_t *params, cq_buf *result, cq_lsp_error *err) {
    if (server->stage != CQ_LSP_BEFORE)
        return cq_lsp_fail(err, CQ_LSP_INVALID_REQUEST, "initialize comes once");
    read_client(&server->client, params);
    read_workspace(&server->workspace, params);
    server->parent = cq_lsp_param_number(params, "processId");
    cq_str trace = cq_lsp_param_str(params, "trace");
    if (trace.len) server->outbox.trace = trace.ptr[0];
    cq_lsp_setting_take(server, json_object_get(params, "initializationOptions"));
    server->stage = CQ_LSP_RUNNING;
    cq_buf_push(result, '{');
    push_capabilities(result, &server->client);
    cq_buf_push_str(
        result, CQ_STR(",\"serverInfo\":{\"name\":\"calque\",\"version\":\"" CQ_VERSION "\"}}"));
    return true;
}

const cq_lsp_method cq_lsp_method_initialize = {
    .name = "initialize", .is_request = true, .is_early = true, .call = call};
