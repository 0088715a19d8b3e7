#include "plugins/lsp/method.h"

static bool call(cq_lsp_server *server, const json_t *params, cq_buf *result, cq_lsp_error *err) {
    (void)result, (void)err;
    cq_str value = cq_lsp_param_str(params, "value");
    if (value.len) server->outbox.trace = value.ptr[0];
    return true;
}

const cq_lsp_method cq_lsp_method_set_trace = {.name = "$/setTrace", .call = call};
