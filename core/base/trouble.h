/* Troubles: what went wrong while the work went on. Each is one line for standard error, and any of
   them makes the exit status 2. */
#ifndef CQ_BASE_TROUBLE_H
#define CQ_BASE_TROUBLE_H

#include "base/array.h"
#include "base/err.h"

/* Caller's storage; owns its lines. */
typedef struct cq_troubles {
    cq_arena arena;
    CQ_ARRAY(cq_str)
    list; /* NUL-terminated; a line may be followed by indented ones (a traceback) */
} cq_troubles;

void cq_troubles_init(cq_troubles *troubles);
void cq_troubles_release(cq_troubles *troubles);

/* Adds a formatted line, with the indented ones behind it; other line ends become blanks. Always returns
   false. */
bool cq_troubles_push(cq_troubles *troubles, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

#endif
