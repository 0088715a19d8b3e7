/* Characters as the tokenizer sees them: byte classes for the ASCII fast path, and one kind for
   every code point. */
#ifndef CQ_TEXT_CHAR_CLASS_H
#define CQ_TEXT_CHAR_CLASS_H

#include "base/utf8.h"

/* Bits of cq_char_classes. */
enum {
    CQ_CHAR_SPACE = 1 << 0,
    CQ_CHAR_LOWER = 1 << 1,
    CQ_CHAR_UPPER = 1 << 2,
    CQ_CHAR_DIGIT = 1 << 3,
    CQ_CHAR_JOINS = 1 << 4, /* may go on a word, or make an address of it: ' - . , : @ / */
    CQ_CHAR_HIGH = 1 << 5,  /* part of a code point above U+007F */
    CQ_CHAR_LETTER = CQ_CHAR_LOWER | CQ_CHAR_UPPER,
    CQ_CHAR_ALNUM = CQ_CHAR_LETTER | CQ_CHAR_DIGIT,
};

/* The classes of each byte. */
extern const uint8_t cq_char_classes[256];

static inline unsigned cq_char_class_of(char c) {
    return cq_char_classes[(unsigned char)c];
}

/* A space or a tab. */
static inline bool cq_char_is_blank(char c) {
    return c == ' ' || c == '\t';
}

typedef enum cq_char_kind {
    CQ_KIND_OTHER, /* controls, unassigned, invisible characters */
    CQ_KIND_SPACE,
    CQ_KIND_LETTER,
    CQ_KIND_DIGIT,
    CQ_KIND_FRACTION, /* numbers that are no digits: halves, superscripts, circled ones */
    CQ_KIND_MARK,     /* combining marks and joiners: part of what they follow */
    CQ_KIND_FORMAT,   /* soft hyphen and the like: invisible inside a word */
    CQ_KIND_QUOTE,
    CQ_KIND_PUNCTUATION,
    CQ_KIND_SYMBOL,
    CQ_KIND_IDEOGRAPH,
    CQ_KIND_EMOJI,
    CQ_KIND_REGIONAL, /* regional indicators: two make a flag */
    CQ_KIND_OBJECT,   /* U+FFFC */
} cq_char_kind;

cq_char_kind cq_char_kind_of(uint32_t code_point);

/* The code point at a byte of a text, 0 at or behind its end; *length may be NULL. */
static inline uint32_t cq_char_at(cq_str text, size_t at, uint32_t *length) {
    uint32_t used = 0, code_point = 0;
    if (at < text.len) code_point = cq_utf8_decode(text.ptr + at, text.ptr + text.len, &used);
    if (length) *length = used;
    return code_point;
}

/* The code point that ends at a byte of a text, 0 at its start. */
uint32_t cq_char_before(cq_str text, size_t at, uint32_t *length);

/* Letters and digits of any script that is written with spaces. */
bool cq_char_is_alnum(uint32_t code_point);
bool cq_char_is_upper(uint32_t code_point);
bool cq_char_is_letter(uint32_t code_point);

#endif
