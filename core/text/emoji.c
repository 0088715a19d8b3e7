#include "text/emoji.h"

#include "text/char_class.h"
#include "text/unicode.h"

#define JOINER 0x200Du
#define EMOJI_STYLE 0xFE0Fu
#define TEXT_STYLE 0xFE0Eu
#define KEYCAP 0x20E3u

static bool is_modifier(uint32_t c) {
    return c == EMOJI_STYLE || c == KEYCAP || (c >= 0x1F3FB && c <= 0x1F3FF) ||
           (c >= 0xE0020 && c <= 0xE007F);
}

static bool is_pictograph(uint32_t c) {
    return cq_unicode_has(c, CQ_UNICODE_EMOJI_PICTOGRAPHIC);
}

static size_t skip_modifiers(cq_str text, size_t at) {
    uint32_t length, c = cq_char_at(text, at, &length);
    while (is_modifier(c)) {
        at += length;
        c = cq_char_at(text, at, &length);
    }
    return at;
}

/* Pictographs that joiners tie to the one before `at`. */
static size_t skip_joined(cq_str text, size_t at) {
    for (;;) {
        uint32_t joiner, length;
        if (cq_char_at(text, at, &joiner) != JOINER) return at;
        if (!is_pictograph(cq_char_at(text, at + joiner, &length))) return at;
        at = skip_modifiers(text, at + joiner + length);
    }
}

static size_t scan_keycap(cq_str text, size_t at) {
    uint32_t length, c = cq_char_at(text, at, &length);
    if (c == EMOJI_STYLE) {
        at += length;
        c = cq_char_at(text, at, &length);
    }
    return c == KEYCAP ? at + length : 0;
}

size_t cq_emoji_scan(cq_str text, size_t start) {
    uint32_t length, second, c = cq_char_at(text, start, &length);
    if (c < 0x80)
        return (cq_char_classes[c] & CQ_CHAR_DIGIT) || c == '#' || c == '*'
                   ? scan_keycap(text, start + length)
                   : 0;
    uint32_t next = cq_char_at(text, start + length, &second);
    switch (cq_char_kind_of(c)) {
    case CQ_KIND_REGIONAL:
        return cq_char_kind_of(next) == CQ_KIND_REGIONAL ? start + length + second : start + length;
    case CQ_KIND_EMOJI:
        if (next == TEXT_STYLE) return start + length + second;
        break;
    default:
        if (next != EMOJI_STYLE || !is_pictograph(c)) return 0;
    }
    return skip_joined(text, skip_modifiers(text, start + length));
}
