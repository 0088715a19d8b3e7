/* The names in comments (WB4, SB8 ...) are the rules of UAX #29. */
#include "text/uax29.h"

#include <stdbool.h>
#include <stdint.h>

#include "base/utf8.h"
#include "text/unicode.h"

/* A place in the text and the code point there; at the end `record` is NULL. */
typedef struct cursor {
    const char *end;
    const char *at;
    const char *after;
    const cq_unicode_record *record;
} cursor;

static void load_code_point(cursor *c) {
    if (c->at >= c->end) {
        c->after = c->end;
        c->record = NULL;
        return;
    }
    uint32_t length;
    c->record = cq_unicode_of(cq_utf8_decode(c->at, c->end, &length));
    c->after = c->at + length;
}

static void step_forward(cursor *c) {
    c->at = c->after;
    load_code_point(c);
}

static cursor start_at(cq_str text, size_t from) {
    cursor c = {.end = text.ptr + text.len, .at = text.ptr + from};
    load_code_point(&c);
    return c;
}

/* Words ------------------------------------------------------------------- */

/* WB4: what attaches to the code point before it. */
static bool is_word_attached(const cq_unicode_record *r) {
    return r->word_break == CQ_WB_EXTEND || r->word_break == CQ_WB_FORMAT ||
           r->word_break == CQ_WB_ZWJ;
}

static bool is_letter(uint8_t word_break) {
    return word_break == CQ_WB_ALETTER || word_break == CQ_WB_HEBREW_LETTER;
}

/* WB3a, WB3b */
static bool is_word_newline(uint8_t word_break) {
    return word_break == CQ_WB_CR || word_break == CQ_WB_LF || word_break == CQ_WB_NEWLINE;
}

/* MidNumLetQ of the rules. */
static bool is_mid_both(uint8_t word_break) {
    return word_break == CQ_WB_MIDNUMLET || word_break == CQ_WB_SINGLE_QUOTE;
}

/* May `mid` stand between `left` and `right` within a word?
 * WB6 + WB7, WB7b + WB7c, WB11 + WB12 */
static bool is_bridge(uint8_t left, uint8_t mid, uint8_t right) {
    if (left == CQ_WB_NUMERIC && right == CQ_WB_NUMERIC)
        return mid == CQ_WB_MIDNUM || is_mid_both(mid);
    if (left == CQ_WB_HEBREW_LETTER && right == CQ_WB_HEBREW_LETTER && mid == CQ_WB_DOUBLE_QUOTE)
        return true;
    return is_letter(left) && is_letter(right) && (mid == CQ_WB_MIDLETTER || is_mid_both(mid));
}

/* Could `mid` be a bridge if the right thing follows? Asked first, so that the
 * text ahead is read only after a Mid*, where such reading also stops. */
static bool is_bridge_start(uint8_t left, uint8_t mid) {
    return is_bridge(left, mid, left);
}

/* If `c`, after `left`, stands on a bridge, moves it to the far side. What is
 * attached to the bridge is read here, and once more if there is no far side:
 * then it belongs to the next word. */
static bool cross_bridge(cursor *c, uint8_t left) {
    uint8_t mid = c->record->word_break;
    if (!is_bridge_start(left, mid)) return false;
    cursor ahead = *c;
    do step_forward(&ahead);
    while (ahead.record && is_word_attached(ahead.record));
    if (!ahead.record || !is_bridge(left, mid, ahead.record->word_break)) return false;
    *c = ahead;
    return true;
}

/* Do neighbours join, whatever surrounds them? WB5, WB7a, WB8 .. WB10, WB13 .. WB16 */
static bool is_word_pair(uint8_t left, uint8_t right) {
    switch (left) {
    case CQ_WB_HEBREW_LETTER:
        if (right == CQ_WB_SINGLE_QUOTE) return true;
        /* fall through */
    case CQ_WB_ALETTER:
    case CQ_WB_NUMERIC:
        return is_letter(right) || right == CQ_WB_NUMERIC || right == CQ_WB_EXTENDNUMLET;
    case CQ_WB_KATAKANA: return right == CQ_WB_KATAKANA || right == CQ_WB_EXTENDNUMLET;
    case CQ_WB_EXTENDNUMLET:
        return is_letter(right) || right == CQ_WB_NUMERIC || right == CQ_WB_KATAKANA ||
               right == CQ_WB_EXTENDNUMLET;
    case CQ_WB_REGIONAL_INDICATOR: return right == CQ_WB_REGIONAL_INDICATOR;
    default: return false;
    }
}

/* The rules that look at the code point right before, attached or not: WB3c, WB3d */
static bool is_raw_pair(const cq_unicode_record *left, const cq_unicode_record *right) {
    if (left->word_break == CQ_WB_ZWJ) return (right->flags & CQ_UNICODE_EMOJI_PICTOGRAPHIC) != 0;
    return left->word_break == CQ_WB_WSEGSPACE && right->word_break == CQ_WB_WSEGSPACE;
}

/* A line break is a word: CR LF, or a single code point. WB3, WB3a */
static const char *end_newline(cursor *c) {
    bool is_cr = c->record->word_break == CQ_WB_CR;
    step_forward(c);
    if (is_cr && c->record && c->record->word_break == CQ_WB_LF) step_forward(c);
    return c->at;
}

static const char *find_word_end(cursor *c) {
    uint8_t left = c->record->word_break;
    if (is_word_newline(left)) return end_newline(c);

    const cq_unicode_record *before = c->record;
    for (step_forward(c); c->record; step_forward(c)) {
        const cq_unicode_record *here = c->record;
        if (is_word_attached(here)) {
            before = here;
            continue;
        }
        uint8_t right = here->word_break;
        if (cross_bridge(c, left))
            right = c->record->word_break;
        else if (!is_raw_pair(before, here) && !is_word_pair(left, right))
            break;
        /* WB15, WB16: indicators come in pairs, the second takes no third. */
        if (left == CQ_WB_REGIONAL_INDICATOR && right == left) right = CQ_WB_OTHER;
        left = right;
        before = c->record;
    }
    return c->at;
}

size_t cq_uax29_next_word(cq_str text, size_t from) {
    if (from >= text.len) return text.len;
    cursor c = start_at(text, from);
    return (size_t)(find_word_end(&c) - text.ptr);
}

/* Sentences --------------------------------------------------------------- */

/* SB5: what attaches to the code point before it. */
static bool is_sentence_attached(uint8_t sentence_break) {
    return sentence_break == CQ_SB_EXTEND || sentence_break == CQ_SB_FORMAT;
}

/* ParaSep of the rules. */
static bool is_separator(uint8_t sentence_break) {
    return sentence_break == CQ_SB_SEP || sentence_break == CQ_SB_CR || sentence_break == CQ_SB_LF;
}

/* SATerm of the rules. */
static bool is_terminator(uint8_t sentence_break) {
    return sentence_break == CQ_SB_STERM || sentence_break == CQ_SB_ATERM;
}

/* Where SB8 stops reading ahead for a lower-case letter. */
static bool is_decisive(uint8_t sentence_break) {
    return sentence_break == CQ_SB_OLETTER || sentence_break == CQ_SB_UPPER ||
           sentence_break == CQ_SB_LOWER || is_separator(sentence_break) ||
           is_terminator(sentence_break);
}

/* SB8: does a lower-case letter come next? One question a terminator, and the
 * answer lies before the next one: all of them together read the text once. */
static bool is_lower_ahead(cursor ahead) {
    while (ahead.record && !is_decisive(ahead.record->sentence_break)) step_forward(&ahead);
    return ahead.record && ahead.record->sentence_break == CQ_SB_LOWER;
}

/* Moves over a code point and what is attached to it. */
static void step_over(cursor *c) {
    do step_forward(c);
    while (c->record && is_sentence_attached(c->record->sentence_break));
}

static bool is_at(const cursor *c, uint8_t sentence_break) {
    return c->record && c->record->sentence_break == sentence_break;
}

/* SB3, SB4: moves over one paragraph separator; nothing attaches to it. */
static void step_over_separator(cursor *c) {
    bool is_cr = is_at(c, CQ_SB_CR);
    step_forward(c);
    if (is_cr && is_at(c, CQ_SB_LF)) step_forward(c);
}

/* With `c` right after a terminator: moves it over Close* Sp* and tells whether
 * the sentence ends there. SB6 .. SB11 */
static bool is_ended(cursor *c, uint8_t before, uint8_t terminator) {
    bool is_full_stop = terminator == CQ_SB_ATERM;
    if (is_full_stop && is_at(c, CQ_SB_NUMERIC)) return false;
    if (is_full_stop && is_at(c, CQ_SB_UPPER) && (before == CQ_SB_UPPER || before == CQ_SB_LOWER))
        return false;
    while (is_at(c, CQ_SB_CLOSE)) step_over(c);
    while (is_at(c, CQ_SB_SP)) step_over(c);
    if (!c->record) return true;
    uint8_t next = c->record->sentence_break;
    if (is_separator(next)) {
        step_over_separator(c);
        return true;
    }
    if (next == CQ_SB_SCONTINUE || is_terminator(next)) return false;
    return !(is_full_stop && is_lower_ahead(*c));
}

static const char *find_sentence_end(cursor *c) {
    uint8_t before = CQ_SB_OTHER;
    while (c->record) {
        uint8_t here = c->record->sentence_break;
        if (is_separator(here)) {
            step_over_separator(c);
            break;
        }
        step_over(c);
        if (is_terminator(here) && is_ended(c, before, here)) break;
        before = here;
    }
    return c->at;
}

size_t cq_uax29_next_sentence(cq_str text, size_t from) {
    if (from >= text.len) return text.len;
    cursor c = start_at(text, from);
    return (size_t)(find_sentence_end(&c) - text.ptr);
}
