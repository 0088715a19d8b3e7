/* Imprints: digests of all that decides what is found in a text, besides the text: the program, the
   rules' files, what is configured and what the command line says. */
#ifndef CQ_CLI_IMPRINT_H
#define CQ_CLI_IMPRINT_H

#include "base/digest.h"
#include "plugins/cli/lint.h"

typedef struct cq_imprint {
    cq_digest digest;
    bool is_taken; /* false: no input has the profile */
} cq_imprint;

/* Caller's storage, zero-initialised. */
typedef struct cq_imprints {
    cq_arena arena;
    CQ_ARRAY(cq_imprint) list; /* by the number of a profile */
} cq_imprints;

void cq_imprints_release(cq_imprints *imprints);

/* Takes the imprint of each profile of the inputs, as the disk has its files now. False: something cannot
   be read, or the program not be told from others, and there are none. */
bool cq_imprints_take(cq_imprints *out, const cq_inputs *inputs, const cq_lint_plan *plan);

bool cq_imprints_are_equal(const cq_imprints *a, const cq_imprints *b);

#endif
