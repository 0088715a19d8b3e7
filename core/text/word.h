/* The extent of words and numbers: UAX #29 with the tailorings of tests/spec/tokens.md. */
#ifndef CQ_TEXT_WORD_H
#define CQ_TEXT_WORD_H

#include "base/str.h"

typedef struct cq_word_extent {
    size_t end;     /* behind its last byte */
    bool is_number; /* begins with a digit and is no hyphenated word */
} cq_word_extent;

/* The word or number that begins with the letter or digit at byte `start`. */
cq_word_extent cq_word_scan(cq_str text, size_t start);

#endif
