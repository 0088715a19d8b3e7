#include "base/utf8.h"

#include <string.h>

static bool is_trail(unsigned char b) {
    return (b & 0xC0) == 0x80;
}

unsigned cq_utf8_length(const char *p, const char *end) {
    const unsigned char *b = (const unsigned char *)p;
    size_t left = (size_t)(end - p);
    if (b[0] < 0x80) return 1;
    if (b[0] < 0xC2 || b[0] > 0xF4) return 0;
    if (b[0] < 0xE0) return left >= 2 && is_trail(b[1]) ? 2 : 0;
    if (b[0] < 0xF0) {
        if (left < 3 || !is_trail(b[1]) || !is_trail(b[2])) return 0;
        if ((b[0] == 0xE0 && b[1] < 0xA0) || (b[0] == 0xED && b[1] > 0x9F)) return 0;
        return 3;
    }
    if (left < 4 || !is_trail(b[1]) || !is_trail(b[2]) || !is_trail(b[3])) return 0;
    if ((b[0] == 0xF0 && b[1] < 0x90) || (b[0] == 0xF4 && b[1] > 0x8F)) return 0;
    return 4;
}

uint32_t cq_utf8_decode_before(const char *start, const char *p, uint32_t *length) {
    const char *first = p - 1;
    while (first > start && p - first < 4 && is_trail((unsigned char)*first)) first--;
    uint32_t code_point = cq_utf8_decode(first, p, length);
    if (first + *length == p) return code_point;
    *length = 1; /* a stray trail byte */
    return 0xFFFD;
}

unsigned cq_utf8_encode(uint32_t cp, char out[4]) {
    if (cp < 0x80) {
        out[0] = (char)cp;
        return 1;
    }
    if (cp < 0x800) {
        out[0] = (char)(0xC0 | cp >> 6);
        out[1] = (char)(0x80 | (cp & 0x3F));
        return 2;
    }
    if (cp < 0x10000) {
        out[0] = (char)(0xE0 | cp >> 12);
        out[1] = (char)(0x80 | (cp >> 6 & 0x3F));
        out[2] = (char)(0x80 | (cp & 0x3F));
        return 3;
    }
    out[0] = (char)(0xF0 | cp >> 18);
    out[1] = (char)(0x80 | (cp >> 12 & 0x3F));
    out[2] = (char)(0x80 | (cp >> 6 & 0x3F));
    out[3] = (char)(0x80 | (cp & 0x3F));
    return 4;
}

/* Most text is ASCII: eight bytes a step while no high bit is set. */
static const char *skip_ascii(const char *p, const char *end) {
    while (end - p >= 8) {
        uint64_t word;
        memcpy(&word, p, 8);
        if (word & 0x8080808080808080u) break;
        p += 8;
    }
    while (p < end && (unsigned char)*p < 0x80) p++;
    return p;
}

size_t cq_utf8_find_invalid(cq_str s) {
    if (!s.len) return SIZE_MAX; /* there may be no bytes to point to */
    const char *p = s.ptr, *end = s.ptr + s.len;
    while ((p = skip_ascii(p, end)) < end) {
        unsigned length = cq_utf8_length(p, end);
        if (!length) return (size_t)(p - s.ptr);
        p += length;
    }
    return SIZE_MAX;
}

/* How many of eight bytes are trail bytes, 10xxxxxx. */
static size_t count_trails(const char *bytes) {
    uint64_t word;
    memcpy(&word, bytes, sizeof word);
    uint64_t trails = (word >> 7) & ~(word >> 6) & 0x0101010101010101u;
    return (trails * 0x0101010101010101u) >> 56;
}

size_t cq_utf8_count(cq_str s) {
    size_t count = s.len, i = 0;
    for (; i + 8 <= s.len; i += 8) count -= count_trails(s.ptr + i);
    for (; i < s.len; i++) count -= is_trail((unsigned char)s.ptr[i]);
    return count;
}

void cq_utf8_push_clean(cq_buf *out, cq_str s) {
    while (s.len) {
        size_t valid = cq_utf8_find_invalid(s);
        if (valid == SIZE_MAX) {
            cq_buf_push_str(out, s);
            return;
        }
        cq_buf_push_str(out, cq_str_slice(s, 0, valid));
        cq_buf_push_str(out, CQ_STR("\xEF\xBF\xBD"));
        s = cq_str_slice(s, valid + 1, s.len);
    }
}
