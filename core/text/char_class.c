#include "text/char_class.h"

#include "text/mark.h"
#include "text/unicode.h"

#define S CQ_CHAR_SPACE
#define L CQ_CHAR_LOWER
#define U CQ_CHAR_UPPER
#define D CQ_CHAR_DIGIT
#define J CQ_CHAR_JOINS
#define H CQ_CHAR_HIGH
// clang-format off
const uint8_t cq_char_classes[256] = {
    [' '] = S, ['\t'] = S, ['\n'] = S, ['\v'] = S, ['\f'] = S, ['\r'] = S,
    ['0'] = D, D, D, D, D, D, D, D, D, D,
    ['A'] = U, U, U, U, U, U, U, U, U, U, U, U, U, U, U, U, U, U, U, U, U, U, U, U, U, U,
    ['a'] = L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L,
    ['\''] = J, ['-'] = J, ['.'] = J, [','] = J, [':'] = J, ['@'] = J, ['/'] = J, ['\\'] = J,
    ['_'] = J, ['&'] = J, ['+'] = J,
    [0x80] = H, H, H, H, H, H, H, H, H, H, H, H, H, H, H, H, H, H, H, H, H, H, H, H, H, H, H, H, H, H, H, H,
    [0xA0] = H, H, H, H, H, H, H, H, H, H, H, H, H, H, H, H, H, H, H, H, H, H, H, H, H, H, H, H, H, H, H, H,
    [0xC0] = H, H, H, H, H, H, H, H, H, H, H, H, H, H, H, H, H, H, H, H, H, H, H, H, H, H, H, H, H, H, H, H,
    [0xE0] = H, H, H, H, H, H, H, H, H, H, H, H, H, H, H, H, H, H, H, H, H, H, H, H, H, H, H, H, H, H, H, H,
};
// clang-format on
#undef S
#undef L
#undef U
#undef D
#undef J
#undef H

static bool is_unspaced_script(uint8_t script) {
    switch (script) {
    case CQ_SCRIPT_HAN:
    case CQ_SCRIPT_HIRAGANA:
    case CQ_SCRIPT_KATAKANA:
    case CQ_SCRIPT_BOPOMOFO:
    case CQ_SCRIPT_THAI:
    case CQ_SCRIPT_LAO:
    case CQ_SCRIPT_KHMER:
    case CQ_SCRIPT_MYANMAR: return true;
    default: return false;
    }
}

/* Unicode counts % & @ # * \ as punctuation; in prose they stand for words. */
static bool is_symbol_after_all(uint32_t code_point) {
    switch (code_point) {
    case '%':
    case '&':
    case '@':
    case '#':
    case '*':
    case '\\':
    case 0x2030: /* per mille */
    case 0x2031:
    case 0xFF05: /* full-width % */ return true;
    default: return false;
    }
}

static cq_char_kind kind_of_category(uint32_t code_point, const cq_unicode_record *record) {
    switch (record->category) {
    case CQ_GC_LU:
    case CQ_GC_LL:
    case CQ_GC_LT:
    case CQ_GC_LM:
    case CQ_GC_LO:
    case CQ_GC_NL:
        return is_unspaced_script(record->script) || record->word_break == CQ_WB_KATAKANA
                   ? CQ_KIND_IDEOGRAPH
                   : CQ_KIND_LETTER;
    case CQ_GC_ND: return CQ_KIND_DIGIT;
    case CQ_GC_NO: return CQ_KIND_FRACTION;
    case CQ_GC_MN:
    case CQ_GC_MC:
    case CQ_GC_ME: return CQ_KIND_MARK;
    case CQ_GC_PC:
    case CQ_GC_PD:
    case CQ_GC_PS:
    case CQ_GC_PE:
    case CQ_GC_PI:
    case CQ_GC_PF:
    case CQ_GC_PO: return is_symbol_after_all(code_point) ? CQ_KIND_SYMBOL : CQ_KIND_PUNCTUATION;
    case CQ_GC_SM:
    case CQ_GC_SC:
    case CQ_GC_SK:
    case CQ_GC_SO: return CQ_KIND_SYMBOL;
    default: return CQ_KIND_OTHER;
    }
}

cq_char_kind cq_char_kind_of(uint32_t code_point) {
    if (cq_mark_of(code_point).family != CQ_MARK_NONE) return CQ_KIND_QUOTE;
    if (code_point == 0xFFFC) return CQ_KIND_OBJECT;
    const cq_unicode_record *record = cq_unicode_of(code_point);
    if (record->flags & CQ_UNICODE_WHITE_SPACE) return CQ_KIND_SPACE;
    if (record->word_break == CQ_WB_REGIONAL_INDICATOR) return CQ_KIND_REGIONAL;
    /* Of the pictographs in the old blocks only those that are shown as emoji by default. */
    if (record->flags & CQ_UNICODE_EMOJI_PICTOGRAPHIC &&
        (code_point >= 0x1F000 || record->flags & CQ_UNICODE_WIDE))
        return CQ_KIND_EMOJI;
    if (record->word_break == CQ_WB_EXTEND || record->word_break == CQ_WB_ZWJ) return CQ_KIND_MARK;
    if (record->word_break == CQ_WB_FORMAT) return CQ_KIND_FORMAT;
    return kind_of_category(code_point, record);
}

uint32_t cq_char_before(cq_str text, size_t at, uint32_t *length) {
    uint32_t used = 0, code_point = 0;
    if (at > 0) code_point = cq_utf8_decode_before(text.ptr, text.ptr + at, &used);
    if (length) *length = used;
    return code_point;
}

bool cq_char_is_alnum(uint32_t code_point) {
    if (code_point < 0x80) return (cq_char_classes[code_point] & CQ_CHAR_ALNUM) != 0;
    cq_char_kind kind = cq_char_kind_of(code_point);
    return kind == CQ_KIND_LETTER || kind == CQ_KIND_DIGIT;
}

bool cq_char_is_letter(uint32_t code_point) {
    if (code_point < 0x80) return (cq_char_classes[code_point] & CQ_CHAR_LETTER) != 0;
    return cq_char_kind_of(code_point) == CQ_KIND_LETTER;
}

bool cq_char_is_upper(uint32_t code_point) {
    const cq_unicode_record *record = cq_unicode_of(code_point);
    return record->flags & CQ_UNICODE_UPPERCASE || record->category == CQ_GC_LT;
}
