#include "text/mark.h"

#include "text/char_class.h"
#include "text/unicode.h"

/* So that a run of marks is not walked again for each of them. */
#define LOOK_THROUGH 4

cq_mark cq_mark_of(uint32_t code_point) {
// clang-format off
#define MARK(family, hand) (cq_mark){CQ_MARK_##family, CQ_MARK_##hand}
    switch (code_point) {
    case '"':
    case 0xFF02: return MARK(STRAIGHT_DOUBLE, NEUTRAL);
    case '\'':
    case 0xFF07: return MARK(STRAIGHT_SINGLE, NEUTRAL);
    case 0x00B4: return MARK(STRAIGHT_SINGLE, RIGHT);
    case 0x201C:
    case 0x201F:
    case 0x301D: return MARK(CURLY_DOUBLE, LEFT);
    case 0x201D:
    case 0x301E:
    case 0x301F: return MARK(CURLY_DOUBLE, RIGHT);
    case 0x201E: return MARK(CURLY_DOUBLE, LOW);
    case 0x2018:
    case 0x201B: return MARK(CURLY_SINGLE, LEFT);
    case 0x2019: return MARK(CURLY_SINGLE, RIGHT);
    case 0x201A: return MARK(CURLY_SINGLE, LOW);
    case 0x00AB: return MARK(GUILLEMET, LEFT);
    case 0x00BB: return MARK(GUILLEMET, RIGHT);
    case 0x2039: return MARK(GUILLEMET_SINGLE, LEFT);
    case 0x203A: return MARK(GUILLEMET_SINGLE, RIGHT);
    case 0x300C:
    case 0xFE41:
    case 0xFF62: return MARK(CORNER, LEFT);
    case 0x300D:
    case 0xFE42:
    case 0xFF63: return MARK(CORNER, RIGHT);
    case 0x300E:
    case 0xFE43: return MARK(CORNER_WHITE, LEFT);
    case 0x300F:
    case 0xFE44: return MARK(CORNER_WHITE, RIGHT);
    case 0x2032:
    case 0x2033:
    case 0x2034: return MARK(PRIME, RIGHT);
    default: return (cq_mark){CQ_MARK_NONE, CQ_MARK_NEUTRAL};
    }
#undef MARK
    // clang-format on
}

cq_mark cq_mark_of_text(cq_str token) {
    if (cq_str_is_equal(token, CQ_STR("``")))
        return (cq_mark){CQ_MARK_STRAIGHT_DOUBLE, CQ_MARK_LEFT};
    if (cq_str_is_equal(token, CQ_STR("''")))
        return (cq_mark){CQ_MARK_STRAIGHT_DOUBLE, CQ_MARK_NEUTRAL};
    return cq_mark_of(cq_char_at(token, 0, NULL));
}

/* May a quotation open right behind this character? 0 is the text's start. */
static bool is_room_before(uint32_t c) {
    switch (c) {
    case 0:
    case '/':
    case '=':
    case '>':
    case '|':
    case '*':
    case '_':
    case ':':
    case 0x00A1: /* inverted ! and ? */
    case 0x00BF: return true;
    default: {
        const cq_unicode_record *record = cq_unicode_of(c);
        return record->flags & CQ_UNICODE_WHITE_SPACE || record->category == CQ_GC_PS ||
               record->category == CQ_GC_PD;
    }
    }
}

/* May a quotation close right before this character? 0 is the text's end. */
static bool is_room_behind(uint32_t c) {
    switch (c) {
    case 0:
    case '<':
    case '|':
    case '=': return true;
    case '#':
    case '@':
    case '%':
    case '&':
    case 0x00A1:
    case 0x00BF: return false;
    default: {
        const cq_unicode_record *record = cq_unicode_of(c);
        return record->flags & CQ_UNICODE_WHITE_SPACE ||
               (record->category >= CQ_GC_PC && record->category <= CQ_GC_PO);
    }
    }
}

static bool is_straight(char c) {
    return c == '"' || c == '\'';
}

/* Straight marks first: they need no decoding. */
static uint32_t look_back(cq_str text, size_t at) {
    int i = 0;
    for (; i < LOOK_THROUGH && at > 0 && is_straight(text.ptr[at - 1]); i++) at--;
    uint32_t length, c = cq_char_before(text, at, &length);
    for (; i < LOOK_THROUGH && cq_mark_of(c).family != CQ_MARK_NONE; i++) {
        at -= length;
        c = cq_char_before(text, at, &length);
    }
    return c;
}

static uint32_t look_ahead(cq_str text, size_t at) {
    int i = 0;
    for (; i < LOOK_THROUGH && at < text.len && is_straight(text.ptr[at]); i++) at++;
    uint32_t length, c = cq_char_at(text, at, &length);
    for (; i < LOOK_THROUGH && cq_mark_of(c).family != CQ_MARK_NONE; i++) {
        at += length;
        c = cq_char_at(text, at, &length);
    }
    return c;
}

/* d'"art, l’«art»: an elided word stands before a quotation as a whole one and a space would. */
static bool is_behind_elision(cq_str text, size_t start) {
    uint32_t length, c = cq_char_before(text, start, &length);
    bool is_apostrophe = c == '\'' || c == 0x2019;
    return is_apostrophe && cq_char_is_letter(cq_char_before(text, start - length, NULL));
}

#define LONGEST_ELIDED 5

bool cq_mark_is_elided(cq_str word) {
    static const char list[] = " bout cause cos em er n neath round til tis twas twere twill ";
    char framed[LONGEST_ELIDED + 2] = " ";
    if (word.len == 0 || word.len > LONGEST_ELIDED) return false;
    for (size_t i = 0; i < word.len; i++) framed[i + 1] = (char)(word.ptr[i] | 0x20);
    framed[word.len + 1] = ' ';
    return cq_str_find(CQ_STR(list), (cq_str){framed, word.len + 2}) != SIZE_MAX;
}

cq_mark_shape cq_mark_shape_of(cq_str text, size_t start, size_t end) {
    unsigned shape = CQ_SHAPE_GLUED;
    if (is_room_before(look_back(text, start)) || is_behind_elision(text, start))
        shape |= CQ_SHAPE_OPENING;
    if (is_room_behind(look_ahead(text, end))) shape |= CQ_SHAPE_CLOSING;
    return (cq_mark_shape)shape;
}
