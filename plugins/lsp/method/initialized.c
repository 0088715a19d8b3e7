#include "base/json.h"
#include "plugins/lsp/method.h"
#include "plugins/lsp/setting.h"

static void begin_registration(cq_buf *out, const char *id, const char *method) {
    cq_json_push_comma(out);
    cq_buf_push(out, '{');
    cq_json_push_str(out, "id", cq_str_of(id));
    cq_json_push_str(out, "method", cq_str_of(method));
}

/* Texts that may be the source of one that is open. */
static void push_text_pattern(cq_buf *out) {
    const char *separator = "";
    cq_buf_push_str(out, CQ_STR("**/*.{"));
    for (const cq_format *const *format = cq_format_all(); *format; format++)
        for (const char *const *ending = (*format)->endings; (*format)->is_walked && *ending;
             ending++) {
            cq_buf_push_format(out, "%s%s", separator, *ending + 1); /* without its dot */
            separator = ",";
        }
    cq_buf_push(out, '}');
}

/* Asks to be told of changes where the client wants to be asked. */
static void register_wishes(cq_lsp_server *server) {
    cq_buf params = {0};
    cq_buf_push_str(&params, CQ_STR("{\"registrations\":["));
    size_t empty = params.len;
    if (server->client.has_watchers) {
        begin_registration(&params, "files", "workspace/didChangeWatchedFiles");
        cq_buf_push_str(&params, CQ_STR(",\"registerOptions\":{\"watchers\":["
                                        "{\"globPattern\":\"**/.calque.lua\"},"
                                        "{\"globPattern\":\"**/.calque/**\"},"
                                        "{\"globPattern\":\"**/*.{csv,tsv}\"},"
                                        "{\"globPattern\":\""));
        push_text_pattern(&params);
        cq_buf_push_str(&params, CQ_STR("\"}]}}"));
    }
    if (server->client.has_configuration_watch) {
        begin_registration(&params, "settings", "workspace/didChangeConfiguration");
        cq_buf_push_str(&params, CQ_STR(",\"registerOptions\":{\"section\":\"calque\"}}"));
    }
    bool has_any = params.len > empty;
    cq_buf_push_str(&params, CQ_STR("]}"));
    if (has_any)
        cq_lsp_outbox_request(&server->outbox, "client/registerCapability", cq_buf_get(&params));
    cq_buf_release(&params);
}

static bool call(cq_lsp_server *server, const json_t *params, cq_buf *result, cq_lsp_error *err) {
    (void)params, (void)result, (void)err;
    register_wishes(server);
    cq_lsp_setting_ask(server);
    return true;
}

const cq_lsp_method cq_lsp_method_initialized = {.name = "initialized", .call = call};
