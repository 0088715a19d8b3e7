/* Numbers of 32 bits as four bytes, the least first, on any machine. */
#ifndef CQ_BASE_LITTLE_H
#define CQ_BASE_LITTLE_H

#include "base/buf.h"

static inline void cq_little_push(cq_buf *out, uint32_t number) {
    char bytes[4];
    for (int i = 0; i < 4; i++) bytes[i] = (char)(number >> (8 * i) & 0xFF);
    cq_buf_push_str(out, (cq_str){bytes, sizeof bytes});
}

/* The number at `p`, where four bytes are. */
static inline uint32_t cq_little_at(const char *p) {
    uint32_t number = 0;
    for (int i = 3; i >= 0; i--) number = number << 8 | (unsigned char)p[i];
    return number;
}

#endif
