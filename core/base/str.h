/* Borrowed byte strings. A cq_str never owns its bytes and is passed by value. */
#ifndef CQ_BASE_STR_H
#define CQ_BASE_STR_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

/* `len` bytes at `ptr`, not NUL-terminated unless a function says so. */
typedef struct cq_str {
    const char *ptr;
    size_t len;
} cq_str;

#define CQ_STR(literal) ((cq_str){(literal), sizeof(literal) - 1})
/* For printf's "%.*s". */
#define CQ_FMT(s) (int)(s).len, (s).ptr

/* The bytes of a C string, without its NUL; NULL gives the empty string. */
static inline cq_str cq_str_of(const char *z) {
    return (cq_str){z ? z : "", z ? strlen(z) : 0};
}

/* Bytes [start, end) of `s`; both are clamped to its length. */
static inline cq_str cq_str_slice(cq_str s, size_t start, size_t end) {
    if (end > s.len) end = s.len;
    if (start > end) start = end;
    return (cq_str){s.ptr + start, end - start};
}

/* The byte at `at`, 0 behind the end. */
static inline char cq_str_byte_at(cq_str s, size_t at) {
    return at < s.len ? s.ptr[at] : '\0';
}

static inline bool cq_str_is_equal(cq_str a, cq_str b) {
    return a.len == b.len && (a.len == 0 || memcmp(a.ptr, b.ptr, a.len) == 0);
}

static inline bool cq_str_has_prefix(cq_str s, cq_str prefix) {
    return s.len >= prefix.len && (prefix.len == 0 || memcmp(s.ptr, prefix.ptr, prefix.len) == 0);
}

static inline bool cq_str_has_suffix(cq_str s, cq_str suffix) {
    return s.len >= suffix.len &&
           (suffix.len == 0 || memcmp(s.ptr + s.len - suffix.len, suffix.ptr, suffix.len) == 0);
}

/* Is `s` one of these words, of which NULL is the last? */
bool cq_str_is_any(cq_str s, const char *const *words);

/* Bytewise order, as strcmp: negative, zero or positive. */
int cq_str_compare(cq_str a, cq_str b);

/* Offset of the first `needle` in `s`, or SIZE_MAX. */
size_t cq_str_find(cq_str s, cq_str needle);

/* Offset of the last byte `c` in `s`, or SIZE_MAX. */
size_t cq_str_find_last(cq_str s, char c);

/* `s` without ASCII white space at both ends. */
cq_str cq_str_trim(cq_str s);

/* A 64-bit hash for tables in memory; it may differ between versions, so it is never stored. */
uint64_t cq_str_hash(cq_str s);

#endif
