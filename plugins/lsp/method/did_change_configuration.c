#include "plugins/lsp/method.h"
#include "plugins/lsp/setting.h"

/* Clients that answer questions send nothing of use here. */
static bool call(cq_lsp_server *server, const json_t *params, cq_buf *result, cq_lsp_error *err) {
    (void)result, (void)err;
    if (server->client.has_configuration) {
        cq_lsp_setting_ask(server);
        return true;
    }
    cq_lsp_setting_take(server, cq_lsp_param_at(params, "settings.calque"));
    cq_lsp_server_reload(server);
    return true;
}

const cq_lsp_method cq_lsp_method_did_change_configuration = {
    .name = "workspace/didChangeConfiguration", .call = call};
