/* Recall: a text on its way through the cache, which knows it by a digest of all that decides what is
   found in it: rules see nothing else. */
#ifndef CQ_CLI_RECALL_H
#define CQ_CLI_RECALL_H

#include "plugins/cli/original.h"
#include "plugins/cli/lint.h"

/* Caller's storage; all zeros: nothing is looked up and nothing kept. */
typedef struct cq_recall {
    cq_cache *cache;
    cq_digest key;
    size_t size; /* bytes of the text */
} cq_recall;

/* A text that is linted after a plan, in a language, beside its source. All zeros where the plan has no
   cache. */
cq_recall cq_recall_of(const cq_lint_plan *plan, const cq_input *input, cq_str bytes,
                       cq_str language, const cq_original *original);

/* Reads what is known: findings (empty before; they get copies of all, of the host's rules) and words.
   False: the text has to be linted, and the findings are empty. */
bool cq_recall_take(cq_findings *findings, uint32_t *words, const cq_recall *recall,
                    const cq_host *host);

/* Keeps what was found for the next run. */
void cq_recall_keep(const cq_recall *recall, const cq_findings *findings, uint32_t words);

#endif
