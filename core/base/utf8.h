/* UTF-8: decoding, checking, counting. Everything here is one pass and knows no Unicode property. */
#ifndef CQ_BASE_UTF8_H
#define CQ_BASE_UTF8_H

#include "base/buf.h"
#include "base/str.h"

/* Bytes of the well-formed sequence at `p` (1 to 4), or 0 where there is none: overlong forms,
   surrogates, values above U+10FFFF, cut sequences. `p < end`. (Unicode 15, table 3-7) */
unsigned cq_utf8_length(const char *p, const char *end);

/* The code point at `p` and its length in bytes. `p < end`, and the text is well-formed up to
   `end`; a byte that is not gives U+FFFD and length 1, so that callers always move on. */
static inline uint32_t cq_utf8_decode(const char *p, const char *end, uint32_t *length) {
    const unsigned char *b = (const unsigned char *)p;
    size_t left = (size_t)(end - p);
    if (b[0] < 0x80) {
        *length = 1;
        return b[0];
    }
    if (b[0] >= 0xC2 && b[0] < 0xE0 && left >= 2) {
        *length = 2;
        return (uint32_t)(b[0] & 0x1F) << 6 | (b[1] & 0x3Fu);
    }
    if (b[0] >= 0xE0 && b[0] < 0xF0 && left >= 3) {
        *length = 3;
        return (uint32_t)(b[0] & 0x0F) << 12 | (uint32_t)(b[1] & 0x3F) << 6 | (b[2] & 0x3Fu);
    }
    if (b[0] >= 0xF0 && b[0] < 0xF5 && left >= 4) {
        *length = 4;
        return (uint32_t)(b[0] & 0x07) << 18 | (uint32_t)(b[1] & 0x3F) << 12 |
               (uint32_t)(b[2] & 0x3F) << 6 | (b[3] & 0x3Fu);
    }
    *length = 1;
    return 0xFFFD;
}

/* The code point that ends right before `p`, and its length in bytes. `start < p`. */
uint32_t cq_utf8_decode_before(const char *start, const char *p, uint32_t *length);

/* Writes a code point as UTF-8 into `out` and returns the bytes used (1 to 4). */
unsigned cq_utf8_encode(uint32_t code_point, char out[4]);

/* Offset of the first byte that is not part of a well-formed sequence, or SIZE_MAX. */
size_t cq_utf8_find_invalid(cq_str s);

/* Code points in well-formed text. */
size_t cq_utf8_count(cq_str s);

/* Appends `s` with each byte that is not well-formed replaced by U+FFFD. */
void cq_utf8_push_clean(cq_buf *out, cq_str s);

#endif
