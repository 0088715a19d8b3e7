#include "lua/lettercase.h"

#include "base/utf8.h"
#include "text/unicode.h"

static size_t map_text(char *out, cq_str s, uint32_t (*map)(uint32_t)) {
    const char *p = s.ptr, *end = s.ptr + s.len;
    char *to = out;
    while (p < end) {
        unsigned length = cq_utf8_length(p, end);
        uint32_t used;
        if (length)
            to += cq_utf8_encode(map(cq_utf8_decode(p, end, &used)), to);
        else
            *to++ = *p;
        p += length ? length : 1;
    }
    return (size_t)(to - out);
}

size_t cq_lettercase_lower(char *out, cq_str s) {
    return map_text(out, s, cq_unicode_to_lower);
}

size_t cq_lettercase_upper(char *out, cq_str s) {
    return map_text(out, s, cq_unicode_to_upper);
}

/* What the cased letters of a text are. */
typedef struct letter_count {
    uint32_t upper, lower;
    bool starts_upper; /* its first code point is upper case */
} letter_count;

static letter_count count_letters(cq_str s) {
    letter_count count = {0};
    const char *p = s.ptr, *end = s.ptr + s.len;
    while (p < end) {
        uint32_t used, c = cq_utf8_decode(p, end, &used);
        if (cq_unicode_to_lower(c) != c) {
            count.upper++;
            count.starts_upper |= p == s.ptr;
        } else if (cq_unicode_to_upper(c) != c) {
            count.lower++;
        }
        p += used;
    }
    return count;
}

cq_str cq_lettercase_carry(cq_arena *arena, cq_str text, cq_str like) {
    letter_count letters = count_letters(like);
    bool is_all = letters.upper > 1 && letters.lower == 0;
    if (!is_all && !letters.starts_upper) return cq_str_dup(arena, text);
    uint32_t first = (uint32_t)text.len;
    if (!is_all && text.len) cq_utf8_decode(text.ptr, text.ptr + text.len, &first);
    char *out = cq_arena_take(arena, text.len * CQ_LETTERCASE_GROWTH + 1);
    size_t len = cq_lettercase_upper(out, cq_str_slice(text, 0, first));
    memcpy(out + len, text.ptr + first, text.len - first);
    len += text.len - first;
    out[len] = '\0';
    return (cq_str){out, len};
}
