/* Regular expressions (PCRE2's) on short texts, with a limit on steps that no pattern can get around. */
#ifndef CQ_CHECK_REGEX_H
#define CQ_CHECK_REGEX_H

#include "base/err.h"
#include "base/arena.h"

#include <signal.h>

enum {
    CQ_REGEX_MOST_PATTERN = 1000, /* bytes */
    CQ_REGEX_MOST_SUBJECT = 4096, /* bytes */
    CQ_REGEX_MOST_GROUPS = 16,    /* the whole match among them */
    CQ_REGEX_MOST_STEPS = 200000, /* of one search */
};

typedef struct cq_regex cq_regex;

/* Bytes of the subject, half-open. */
typedef struct cq_regex_group {
    size_t start, end;
    bool is_set; /* false: the group took no part in the match */
} cq_regex_group;

typedef struct cq_regex_match {
    cq_regex_group groups[CQ_REGEX_MOST_GROUPS]; /* the whole match first */
    unsigned count;
} cq_regex_match;

typedef enum cq_regex_end {
    CQ_REGEX_FOUND,
    CQ_REGEX_NOT_FOUND,
    CQ_REGEX_TOO_LONG,    /* the limit on steps or on memory was reached */
    CQ_REGEX_INTERRUPTED, /* *is_over was set */
} cq_regex_end;

/* Compiles a pattern: Unicode's classes and cases, \C forbidden. CQ_EINVAL says what is wrong and behind
   how many bytes. The result is the caller's, for cq_regex_free; several threads may not share it. */
bool cq_regex_new(cq_regex **out, cq_str pattern, cq_err *err);
void cq_regex_free(cq_regex *regex);

/* The first match that is not empty in `subject`, which is UTF-8 and at most CQ_REGEX_MOST_SUBJECT bytes
   long. `is_over` is looked at as it goes; NULL: nothing interrupts it. */
cq_regex_end cq_regex_search(cq_regex_match *out, const cq_regex *regex, cq_str subject,
                             const volatile sig_atomic_t *is_over);

#endif
