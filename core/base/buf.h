/* A growing byte buffer on the heap, for output and for files being read. */
#ifndef CQ_BASE_BUF_H
#define CQ_BASE_BUF_H

#include "base/str.h"

/* Caller's storage, zero-initialised; owns `ptr`. */
typedef struct cq_buf {
    char *ptr;
    size_t len, cap; /* bytes */
} cq_buf;

void cq_buf_release(cq_buf *buf);

/* Room for `extra` more bytes. Without memory the program ends with one clear line, status 2. */
void cq_buf_reserve(cq_buf *buf, size_t extra);

void cq_buf_push(cq_buf *buf, char c);
void cq_buf_push_str(cq_buf *buf, cq_str s);
/* Appends a number in decimal. */
void cq_buf_push_number(cq_buf *buf, int64_t number);

void cq_buf_push_format(cq_buf *buf, const char *format, ...) __attribute__((format(printf, 2, 3)));

/* The content, borrowed until the next push. */
static inline cq_str cq_buf_get(const cq_buf *buf) {
    return (cq_str){buf->ptr ? buf->ptr : "", buf->len};
}

#endif
