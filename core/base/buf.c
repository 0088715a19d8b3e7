#include "base/buf.h"

#include "base/arena.h"
#include "base/page.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

void cq_buf_release(cq_buf *buf) {
    free(buf->ptr);
    *buf = (cq_buf){0};
}

void cq_buf_reserve(cq_buf *buf, size_t extra) {
    if (extra > SIZE_MAX / 4 || buf->len > SIZE_MAX / 4) cq_arena_exhausted();
    size_t wanted = buf->len + extra;
    if (wanted <= buf->cap) return;
    size_t cap = buf->cap ? buf->cap * 2 : 256;
    if (cap < wanted) cap = wanted;
    char *grown = realloc(buf->ptr, cap);
    if (!grown) cq_arena_exhausted();
    cq_page_prefer_huge(grown + buf->len, cap - buf->len);
    buf->ptr = grown;
    buf->cap = cap;
}

void cq_buf_push(cq_buf *buf, char c) {
    cq_buf_reserve(buf, 1);
    buf->ptr[buf->len++] = c;
}

void cq_buf_push_str(cq_buf *buf, cq_str s) {
    if (s.len == 0) return;
    cq_buf_reserve(buf, s.len);
    memcpy(buf->ptr + buf->len, s.ptr, s.len);
    buf->len += s.len;
}

void cq_buf_push_number(cq_buf *buf, int64_t number) {
    char digits[24], *p = digits + sizeof digits;
    uint64_t rest = number < 0 ? -(uint64_t)number : (uint64_t)number;
    do *--p = (char)('0' + rest % 10);
    while (rest /= 10);
    if (number < 0) *--p = '-';
    cq_buf_push_str(buf, (cq_str){p, (size_t)(digits + sizeof digits - p)});
}

void cq_buf_push_format(cq_buf *buf, const char *format, ...) {
    va_list args, again;
    va_start(args, format);
    va_copy(again, args);
    int len = vsnprintf(NULL, 0, format, args);
    va_end(args);
    if (len > 0) {
        cq_buf_reserve(buf, (size_t)len + 1); /* vsnprintf writes a NUL behind */
        vsnprintf(buf->ptr + buf->len, (size_t)len + 1, format, again);
        buf->len += (size_t)len;
    }
    va_end(again);
}
