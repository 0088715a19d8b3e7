/* Mending: one text fixed again and again until it is stable, each step linted before it is believed. */
#ifndef CQ_CLI_MEND_H
#define CQ_CLI_MEND_H

#include "base/buf.h"
#include "base/trouble.h"
#include "check/touch.h"

enum { CQ_MEND_MOST_ROUNDS = 5 };

typedef struct cq_mend {
    /* Pushes the findings whose fixes may be applied to a text, in order. False: the text cannot be
       fixed, and `troubles` says why. Called for the text and after each round. */
    bool (*lint)(void *context, cq_findings *out, cq_str text, cq_troubles *troubles);
    void *context;
    const char *path; /* for troubles */
    bool also_unsafe;
    const cq_spans *changed; /* of the text: only findings that touch them count; NULL: all do */
} cq_mend;

/* Fixes `text` in place. No fix stays that leaves a finding of its rule or adds one: it is a trouble,
   and not applied. Where fixes undo each other, or more are left after CQ_MEND_MOST_ROUNDS, that is a
   trouble, and the text is as the last good round left it. Returns how many fixes were applied; 0: the
   text is as it was. */
uint32_t cq_mend_text(cq_buf *text, const cq_mend *mend, cq_troubles *troubles);

#endif
