/* Methods: what a client may call. Each is one file in plugins/lsp/method/, found by its name:
   `method/hover.c` defines `const cq_lsp_method cq_lsp_method_hover`. */
#ifndef CQ_LSP_METHOD_H
#define CQ_LSP_METHOD_H

#include "plugins/lsp/server.h"

typedef struct cq_lsp_method {
    const char *name; /* "textDocument/hover" */
    bool is_request;  /* it is answered; else it is a notification, and `result` is not looked at */
    bool is_early;    /* may come before initialize and after shutdown */
    /* Does it. Appends the result as JSON, nothing for null; or fills `err` and returns false. */
    bool (*call)(cq_lsp_server *server, const json_t *params, cq_buf *result, cq_lsp_error *err);
} cq_lsp_method;

/* The method of a name, or NULL. Static. */
const cq_lsp_method *cq_lsp_method_of_name(cq_str name);

#endif
