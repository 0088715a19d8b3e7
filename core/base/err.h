/* How a fallible function says what went wrong: it returns false and fills the caller's cq_err. */
#ifndef CQ_BASE_ERR_H
#define CQ_BASE_ERR_H

#include <stdbool.h>

typedef enum cq_err_code {
    CQ_OK = 0,
    CQ_ENOENT,  /* there is no such thing */
    CQ_EACCESS, /* not permitted */
    CQ_EIO,     /* reading or writing did not work */
    CQ_EINVAL,  /* the input is not what it must be */
    CQ_ELIMIT,  /* too large, too long, too deep */
} cq_err_code;

/* Caller's storage. The message is one line: what and which; no "failed to", no newline. */
typedef struct cq_err {
    cq_err_code code;
    char message[1024];
} cq_err;

/* Fills `err` (may be NULL) and returns false, so that callers write `return cq_fail(...)`. A
   message that is too long is cut; control characters in it are replaced, so that it stays one line. */
bool cq_fail(cq_err *err, cq_err_code code, const char *format, ...)
    __attribute__((format(printf, 3, 4)));

/* The error of a system call: "PATH: reason", with the code that fits `system_error` (an errno). */
bool cq_fail_errno(cq_err *err, int system_error, const char *path);

#endif
