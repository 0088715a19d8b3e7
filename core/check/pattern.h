/* The line of a trigger pattern, read: a sequence of items, each a token or a group, so many times. The
   language is in check/phrase.h. */
#ifndef CQ_CHECK_PATTERN_H
#define CQ_CHECK_PATTERN_H

#include "base/array.h"
#include "base/err.h"
#include "check/token_class.h"

enum {
    CQ_PATTERN_MOST_PHRASES = 65536, /* that alternatives and repetitions may multiply to */
    CQ_PATTERN_MOST_TOKENS = 255,    /* that a phrase may be long */
    CQ_PATTERN_MOST_STEPS = 4096,    /* that looking for it from one token on may take */
};

/* What is asked of a token only when all the rest has matched. */
typedef struct cq_pattern_test {
    uint32_t tags; /* bits of cq_upos, of which it must be one; 0: whatever it is */
    bool is_quoted, is_unquoted;
} cq_pattern_test;

typedef struct cq_pattern_choice {
    bool is_class;
    cq_token_class token_class; /* where is_class */
    cq_str word;                /* otherwise: as written, escapes taken out */
    cq_pattern_test test;
} cq_pattern_choice;

typedef struct cq_pattern_item cq_pattern_item;

typedef struct cq_pattern_sequence {
    CQ_ARRAY(cq_pattern_item) items;
} cq_pattern_sequence;

struct cq_pattern_item {
    CQ_ARRAY(cq_pattern_choice) choices;    /* of one token; empty: it is a group */
    CQ_ARRAY(cq_pattern_sequence) branches; /* of a group */
    uint32_t required;                      /* classes that the token must have besides: bits */
    cq_pattern_test test;                   /* of the token, whichever choice it is */
    uint32_t least, most;                   /* how often it stands there */
    bool is_named;
    cq_str name; /* of the part that it captures; where is_named */
};

typedef struct cq_pattern {
    cq_pattern_sequence sequence;
    bool at_start, at_end;             /* ^ and $ */
    bool at_block_start, at_block_end; /* ^^ and $$ */
    uint32_t size;                     /* at most so many nodes in the automaton */
} cq_pattern;

/* Reads a pattern; everything in it is owned by `arena`. CQ_EINVAL names what is wrong in it. */
bool cq_pattern_read(cq_pattern *out, cq_arena *arena, cq_str text, cq_err *err);

/* Whether some item has that name. */
bool cq_pattern_has_name(const cq_pattern *pattern, cq_str name);

/* Whether some token's part of speech is asked about. */
bool cq_pattern_has_tags(const cq_pattern *pattern);

/* Calls `visit` for each word of the pattern and for each name of its parts. */
void cq_pattern_visit_words(const cq_pattern *pattern, void (*visit)(void *context, cq_str word),
                            void *context);

#endif
