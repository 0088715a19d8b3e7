#include "base/str.h"

bool cq_str_is_any(cq_str s, const char *const *words) {
    for (; *words; words++)
        if (cq_str_is_equal(s, cq_str_of(*words))) return true;
    return false;
}

int cq_str_compare(cq_str a, cq_str b) {
    size_t shared = a.len < b.len ? a.len : b.len;
    int order = shared ? memcmp(a.ptr, b.ptr, shared) : 0;
    if (order) return order;
    return (a.len > b.len) - (a.len < b.len);
}

size_t cq_str_find(cq_str s, cq_str needle) {
    if (needle.len == 0) return 0;
    const char *hit = s.len ? memmem(s.ptr, s.len, needle.ptr, needle.len) : NULL;
    return hit ? (size_t)(hit - s.ptr) : SIZE_MAX;
}

size_t cq_str_find_last(cq_str s, char c) {
    const char *hit = s.len ? memrchr(s.ptr, c, s.len) : NULL;
    return hit ? (size_t)(hit - s.ptr) : SIZE_MAX;
}

static bool is_ascii_space(char c) {
    return c == ' ' || (c >= '\t' && c <= '\r');
}

cq_str cq_str_trim(cq_str s) {
    while (s.len && is_ascii_space(s.ptr[0])) {
        s.ptr++;
        s.len--;
    }
    while (s.len && is_ascii_space(s.ptr[s.len - 1])) s.len--;
    return s;
}

/* Eight bytes a step, each folded in by a multiplication; the finish spreads the high bits down. */
uint64_t cq_str_hash(cq_str s) {
    const uint64_t prime = 0x9E3779B97F4A7C15u;
    uint64_t hash = s.len * prime;
    const char *p = s.ptr;
    size_t left = s.len;
    for (; left >= 8; p += 8, left -= 8) {
        uint64_t word;
        memcpy(&word, p, 8);
        hash = (hash ^ word) * prime;
        hash ^= hash >> 29;
    }
    if (left) {
        uint64_t word = 0;
        memcpy(&word, p, left);
        hash = (hash ^ word) * prime;
    }
    hash ^= hash >> 32;
    hash *= prime;
    return hash ^ (hash >> 29);
}
