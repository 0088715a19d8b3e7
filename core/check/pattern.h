/* The line of a trigger pattern, read: elements of alternatives. The language is in check/phrase.h. */
#ifndef CQ_CHECK_PATTERN_H
#define CQ_CHECK_PATTERN_H

#include "base/array.h"
#include "base/err.h"
#include "check/token_class.h"

typedef struct cq_pattern_choice {
    bool is_class;
    cq_token_class token_class; /* where is_class */
    cq_str word;                /* otherwise: as written, escapes taken out */
} cq_pattern_choice;

typedef struct cq_pattern_element {
    CQ_ARRAY(cq_pattern_choice) choices; /* at least one */
    uint32_t required;                   /* classes that the token must have besides: bits */
    bool is_optional;
} cq_pattern_element;

typedef struct cq_pattern {
    CQ_ARRAY(cq_pattern_element) elements;
    bool at_start, at_end; /* ^ and $ */
} cq_pattern;

/* Reads a pattern; everything in it is owned by `arena`. CQ_EINVAL names what is wrong in it. */
bool cq_pattern_read(cq_pattern *out, cq_arena *arena, cq_str text, cq_err *err);

#endif
