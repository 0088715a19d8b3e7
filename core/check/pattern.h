/* The line of a trigger pattern, read: elements of alternatives. The language is in check/phrase.h. */
#ifndef CQ_CHECK_PATTERN_H
#define CQ_CHECK_PATTERN_H

#include "base/array.h"
#include "base/err.h"

/* Token classes; a token is in several at once, so a token's classes are a bit set. */
typedef enum cq_token_class {
    CQ_CLASS_ANY,
    CQ_CLASS_WORD,
    CQ_CLASS_NUMBER,
    CQ_CLASS_PUNCTUATION,
    CQ_CLASS_SYMBOL,
    CQ_CLASS_QUOTE,
    CQ_CLASS_OPEN,
    CQ_CLASS_CLOSE,
    CQ_CLASS_APOSTROPHE,
    CQ_CLASS_PRIME,
    CQ_CLASS_URL,
    CQ_CLASS_EMAIL,
    CQ_CLASS_HASHTAG,
    CQ_CLASS_PLACEHOLDER,
    CQ_CLASS_EMOJI,
    CQ_CLASS_IDEOGRAPH,
    CQ_CLASS_OTHER,
    CQ_CLASS_CAPITALIZED,
    CQ_CLASS_LOWER,
    CQ_CLASS_UPPER,
    CQ_CLASS_ODD_GAP,
    CQ_CLASS_ODD_END,
    CQ_CLASS_REPEATED,
    CQ_CLASS_LOOSE,
    CQ_CLASS_UNKNOWN,
    CQ_CLASS_COUNT,
} cq_token_class;

typedef struct cq_pattern_choice {
    bool is_class;
    cq_token_class token_class; /* where is_class */
    cq_str word;                /* otherwise: as written, escapes taken out */
} cq_pattern_choice;

typedef struct cq_pattern_element {
    CQ_ARRAY(cq_pattern_choice) choices; /* at least one */
    bool is_optional;
} cq_pattern_element;

typedef struct cq_pattern {
    CQ_ARRAY(cq_pattern_element) elements;
    bool at_start, at_end; /* ^ and $ */
} cq_pattern;

/* Reads a pattern; everything in it is owned by `arena`. CQ_EINVAL names what is wrong in it. */
bool cq_pattern_read(cq_pattern *out, cq_arena *arena, cq_str text, cq_err *err);

#endif
