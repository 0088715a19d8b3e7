/* Lua's string patterns (section 6.4.1 of its manual), matched by our own code with a bound on
   steps: the standard matcher needs exponential time for some patterns and no hook runs inside it.
   Classes are those of ASCII. */
#ifndef CQ_LUA_MATCHER_H
#define CQ_LUA_MATCHER_H

#include "base/str.h"

#include <signal.h>

enum { CQ_MATCHER_ITEMS = 256, CQ_MATCHER_CAPTURES = 32 };

typedef struct cq_matcher_item {
    uint8_t kind, repeat;  /* enums of matcher.c */
    uint8_t first, second; /* a byte, a class letter, %b's two bytes, a capture's index */
    uint8_t set[32];       /* one bit a byte */
} cq_matcher_item;

/* A pattern, read. Caller's storage; it may be copied and outlives the pattern's text. */
typedef struct cq_matcher {
    uint32_t item_count, capture_count;
    bool is_anchored; /* a leading ^ */
    cq_matcher_item items[CQ_MATCHER_ITEMS];
} cq_matcher;

typedef struct cq_matcher_capture {
    const char *start, *end; /* end NULL: a position capture, or not closed yet */
    bool is_position;
} cq_matcher_capture;

/* One search through one subject. Caller's storage. */
typedef struct cq_matcher_run {
    const cq_matcher *matcher;
    cq_str subject;
    const volatile sig_atomic_t *is_over; /* stop when it is set */
    uint64_t steps_left;
    bool gave_up; /* out of steps or told to stop; the result is no result */
    cq_matcher_capture captures[CQ_MATCHER_CAPTURES];
} cq_matcher_run;

/* Reads a pattern. With `may_anchor` a leading ^ is the anchor, else a byte like others. NULL, or
   what is wrong with the pattern (static). */
const char *cq_matcher_read(cq_matcher *out, cq_str pattern, bool may_anchor);

/* Prepares a run over `subject`, which must outlive it. */
void cq_matcher_start(cq_matcher_run *run, const cq_matcher *matcher, cq_str subject,
                      const volatile sig_atomic_t *is_over);

/* The first place from `at` on where a match may begin: `at` itself, but where the pattern begins with a
   byte, that byte's next place, or NULL where there is none up to the subject's end. */
const char *cq_matcher_skip(const cq_matcher_run *run, const char *at);

/* The end of the match that begins exactly at `at` (within the subject), or NULL. */
const char *cq_matcher_match_at(cq_matcher_run *run, const char *at);

#endif
