/* Errors: what a request is answered with when it cannot be done. */
#ifndef CQ_LSP_ERROR_H
#define CQ_LSP_ERROR_H

#include <stdbool.h>

/* Codes are the protocol's. */
enum {
    CQ_LSP_PARSE_ERROR = -32700,
    CQ_LSP_INVALID_REQUEST = -32600,
    CQ_LSP_METHOD_NOT_FOUND = -32601,
    CQ_LSP_INVALID_PARAMS = -32602,
    CQ_LSP_NOT_INITIALIZED = -32002,
    CQ_LSP_REQUEST_FAILED = -32803,
    CQ_LSP_REQUEST_CANCELLED = -32800,
};

typedef struct cq_lsp_error {
    int code;
    char message[512]; /* one line, NUL-terminated */
} cq_lsp_error;

/* Fills `err` and returns false. A longer message is cut. */
bool cq_lsp_fail(cq_lsp_error *err, int code, const char *format, ...)
    __attribute__((format(printf, 3, 4)));

#endif
