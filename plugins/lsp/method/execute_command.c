#include "plugins/lsp/command.h"
#include "plugins/lsp/method.h"

static bool call(cq_lsp_server *server, const json_t *params, cq_buf *result, cq_lsp_error *err) {
    return cq_lsp_command_run(server, cq_lsp_param_str(params, "command"),
                              json_object_get(params, "arguments"), result, err);
}

const cq_lsp_method cq_lsp_method_execute_command = {
    .name = "workspace/executeCommand", .is_request = true, .call = call};
