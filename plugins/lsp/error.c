#include "plugins/lsp/error.h"

#include <stdarg.h>
#include <stdio.h>

bool cq_lsp_fail(cq_lsp_error *err, int code, const char *format, ...) {
    va_list args;
    err->code = code;
    va_start(args, format);
    vsnprintf(err->message, sizeof err->message, format, args);
    va_end(args);
    return false;
}
