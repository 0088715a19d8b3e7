/* A batch: many inputs linted on several threads, their results shown in order. What is shown does not
   depend on the number of threads. */
#ifndef CQ_CLI_BATCH_H
#define CQ_CLI_BATCH_H

#include "plugins/cli/input.h"
#include "plugins/cli/lint.h"

/* A linter that is made ready before it is known what is to be linted. Zero-initialised by the caller, who
   releases it. */
typedef struct cq_batch_ahead {
    const cq_profile *profile; /* whose rules it has */
    cq_linter *linter;         /* NULL: there is none */
} cq_batch_ahead;

/* The plan and the profile are borrowed. Where something is wrong with a rule there is no linter: it will
   be said of the text that it comes up with. */
void cq_batch_load_ahead(cq_batch_ahead *ahead, const cq_lint_plan *plan,
                         const cq_profile *profile);
void cq_batch_ahead_release(cq_batch_ahead *ahead);

typedef struct cq_batch {
    cq_lint_plan *plan; /* its roster is filled in */
    const cq_inputs *inputs;
    cq_batch_ahead *ahead; /* taken over where an input has its profile */
    uint32_t threads;      /* at most */
    /* Called once an input, in order, one call at a time but on any thread. False: the rest is left
       out. The result is borrowed. */
    bool (*show)(void *context, const cq_lint_result *result);
    void *context;
} cq_batch;

/* A batch that is ready: the rules are loaded once, so that what is wrong with them or with how the
   settings name them is known before anything is read. */
typedef struct cq_batch_run cq_batch_run;

/* False where there can be no host, or where a switch names no rule. Loading troubles go to `troubles`.
   Without inputs, `prevailing` is the profile whose rules are loaded. The caller frees it; the batch
   is copied, what it points to must stay. */
bool cq_batch_run_new(cq_batch_run **out, const cq_batch *batch, const cq_profile *prevailing,
                      cq_troubles *troubles, cq_err *err);
void cq_batch_run_free(cq_batch_run *run);

/* Lints and shows everything. */
void cq_batch_run_all(cq_batch_run *run);

/* The rules of all inputs' profiles, sorted by id; borrowed. */
const cq_rule *cq_batch_run_rules(const cq_batch_run *run, uint32_t *count);

#endif
