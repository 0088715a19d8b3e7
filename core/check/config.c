#include "check/config.h"

#include <inttypes.h>

void cq_config_complain(const cq_config *config, uint32_t line, const char *what,
                        cq_troubles *troubles) {
    cq_err message; /* makes one line of what keys and values may hold */
    if (line)
        cq_fail(&message, CQ_EINVAL, "%s:%" PRIu32 ": %s", config->path.ptr, line, what);
    else
        cq_fail(&message, CQ_EINVAL, "%s: %s", config->path.ptr, what);
    cq_troubles_push(troubles, "%s", message.message);
}
