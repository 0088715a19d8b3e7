#include "text/word.h"

#include "text/char_class.h"
#include "text/unicode.h"

/* A word being read. */
typedef struct scan {
    cq_str text;
    size_t start, at;
    uint32_t last;  /* code point before `at`, marks aside */
    bool is_number; /* only digits and what joins them so far */
    bool has_hyphen;
} scan;

static bool is_digit(uint32_t c) {
    return c < 0x80 ? (cq_char_classes[c] & CQ_CHAR_DIGIT) != 0
                    : cq_char_kind_of(c) == CQ_KIND_DIGIT;
}

static bool is_hyphen(uint32_t c) {
    return c == '-' || c == 0x2010 || c == 0x2011;
}

/* ASCII digits in a row from `at` on, at most `limit`. */
static size_t count_digits(cq_str text, size_t at, size_t limit) {
    size_t count = 0;
    while (count < limit && at + count < text.len &&
           cq_char_class_of(text.ptr[at + count]) & CQ_CHAR_DIGIT)
        count++;
    return count;
}

/* it's, O'Brien; 1980's; the Swiss 1'000 (but not 5'10, which is feet and inches). */
static bool apostrophe_joins(const scan *s, size_t behind, uint32_t next) {
    if (!is_digit(s->last)) return cq_char_is_letter(next);
    if (next == 's') return !cq_char_is_alnum(cq_char_at(s->text, behind + 1, NULL));
    return s->is_number && count_digits(s->text, behind, 4) == 3;
}

/* hard-line, covid-19, 10-year; not 20-30, but 2024-01-05. */
static bool hyphen_joins(const scan *s, size_t behind, uint32_t next) {
    if (!cq_char_is_alnum(next)) return false;
    if (!s->is_number || !is_digit(next)) return true;
    size_t written = s->at - s->start;
    return (written == 4 && count_digits(s->text, behind, 3) == 2 && behind + 2 < s->text.len &&
            s->text.ptr[behind + 2] == '-' && count_digits(s->text, behind + 3, 3) == 2) ||
           (written == 7 && s->has_hyphen);
}

/* 3/11/2024 or 03/11/24, from its first slash or its second. */
static bool slash_joins(const scan *s, size_t behind) {
    size_t first = count_digits(s->text, s->start, 3);
    size_t second_at = s->start + first + 1, second = count_digits(s->text, second_at, 3);
    size_t third_at = second_at + second + 1, third = count_digits(s->text, third_at, 5);
    return first >= 1 && first <= 2 && second >= 1 && second <= 2 && (third == 2 || third == 4) &&
           third_at < s->text.len && s->text.ptr[second_at - 1] == '/' &&
           s->text.ptr[third_at - 1] == '/' && (behind == second_at || behind == third_at);
}

/* Does a joining character at s->at, ending at `behind`, go on with the word? */
static bool is_joined(const scan *s, uint32_t c, size_t behind) {
    uint32_t next = cq_char_at(s->text, behind, NULL);
    if (is_hyphen(c)) return hyphen_joins(s, behind, next);
    switch (c) {
    case '\'':
    case 0x2018:
    case 0x2019: return apostrophe_joins(s, behind, next);
    case '.': return is_digit(s->last) && is_digit(next);
    case ',':
    case ':': return s->is_number && is_digit(s->last) && is_digit(next);
    case '/': return s->is_number && slash_joins(s, behind);
    case '&': /* R&D */ return cq_char_is_upper(s->last) && cq_char_is_upper(next);
    case 0x00B7: /* Catalan col·legi */
    case 0x05F3:
    case 0x05F4:
    case '"': /* Hebrew acronyms */ return cq_char_is_letter(s->last) && cq_char_is_letter(next);
    default: return false;
    }
}

/* Underscores between letters or digits; at a word's edge they are emphasis that was left over. */
static size_t skip_underscores(const scan *s) {
    size_t at = s->at;
    while (at < s->text.len && s->text.ptr[at] == '_') at++;
    return cq_char_is_alnum(cq_char_at(s->text, at, NULL)) ? at : s->at;
}

/* Soft hyphens and the like, where the word goes on behind them. */
static size_t skip_formats(const scan *s) {
    size_t at = s->at;
    uint32_t length, c = cq_char_at(s->text, at, &length);
    while (c && cq_char_kind_of(c) == CQ_KIND_FORMAT) {
        at += length;
        c = cq_char_at(s->text, at, &length);
    }
    return cq_char_is_alnum(c) ? at : s->at;
}

static bool take(scan *s, uint32_t c, size_t length) {
    s->at += length;
    s->last = c;
    return true;
}

/* False where that is no move. */
static bool move_to(scan *s, size_t at) {
    bool is_move = at > s->at;
    s->at = at;
    return is_move;
}

static bool read_joining(scan *s, uint32_t c, size_t length) {
    /* Hebrew writes its acronyms with a double mark; elsewhere it is never part of a word. */
    if (c == '"' && cq_unicode_of(s->last)->word_break != CQ_WB_HEBREW_LETTER) return false;
    if (!is_joined(s, c, s->at + length)) return false;
    s->has_hyphen |= is_hyphen(c);
    return take(s, c, length);
}

/* A character that is no ASCII letter or digit. False: the word ends before it. */
static bool read_other(scan *s) {
    uint32_t length, c = cq_char_at(s->text, s->at, &length);
    cq_char_kind kind = c < 0x80 ? CQ_KIND_OTHER : cq_char_kind_of(c);
    switch (kind) {
    case CQ_KIND_LETTER: s->is_number = false; return take(s, c, length);
    case CQ_KIND_DIGIT: return take(s, c, length);
    case CQ_KIND_FRACTION: /* 5½ */ return s->is_number && is_digit(s->last) && take(s, c, length);
    case CQ_KIND_MARK: s->at += length; return true;
    case CQ_KIND_FORMAT: return move_to(s, skip_formats(s));
    default: return c == '_' ? move_to(s, skip_underscores(s)) : read_joining(s, c, length);
    }
}

cq_word_extent cq_word_scan(cq_str text, size_t start) {
    scan s = {.text = text, .start = start, .at = start, .is_number = true};
    bool starts_with_digit = is_digit(cq_char_at(text, start, NULL));
    while (s.at < text.len) {
        char c = text.ptr[s.at];
        unsigned class = cq_char_class_of(c);
        if (class & CQ_CHAR_ALNUM) {
            if (class & CQ_CHAR_LETTER) s.is_number = false;
            take(&s, (unsigned char)c, 1);
        } else if (!read_other(&s)) {
            break;
        }
    }
    return (cq_word_extent){s.at, starts_with_digit && (s.is_number || !s.has_hyphen)};
}
