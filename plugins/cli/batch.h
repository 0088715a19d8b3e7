/* A batch: many inputs linted on several threads, their results shown in order. What is shown does not
   depend on the number of threads. */
#ifndef CQ_CLI_BATCH_H
#define CQ_CLI_BATCH_H

#include "plugins/cli/input.h"
#include "plugins/cli/lint.h"

typedef struct cq_batch {
    cq_lint_plan *plan; /* its roster is filled in */
    const cq_inputs *inputs;
    uint32_t threads; /* at most */
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
