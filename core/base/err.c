#include "base/err.h"

#include <errno.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

static void keep_one_line(char *message) {
    for (char *p = message; *p; p++)
        if ((unsigned char)*p < 0x20 || *p == 0x7F) *p = ' ';
}

bool cq_fail(cq_err *err, cq_err_code code, const char *format, ...) {
    if (!err) return false;
    err->code = code;
    va_list args;
    va_start(args, format);
    vsnprintf(err->message, sizeof err->message, format, args);
    va_end(args);
    keep_one_line(err->message);
    return false;
}

static cq_err_code code_of_errno(int system_error) {
    switch (system_error) {
    case ENOENT:
    case ENOTDIR: return CQ_ENOENT;
    case EACCES:
    case EPERM: return CQ_EACCESS;
    case EFBIG:
    case ENAMETOOLONG:
    case ELOOP: return CQ_ELIMIT;
    default: return CQ_EIO;
    }
}

bool cq_fail_errno(cq_err *err, int system_error, const char *path) {
    return cq_fail(err, code_of_errno(system_error), "%s: %s", path, strerror(system_error));
}
