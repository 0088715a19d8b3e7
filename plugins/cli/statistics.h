/* Statistics: how many findings each rule had. */
#ifndef CQ_CLI_STATISTICS_H
#define CQ_CLI_STATISTICS_H

#include "base/buf.h"
#include "check/rule.h"

/* Caller's storage. Borrows the rules. */
typedef struct cq_statistics {
    const cq_rule *rules;
    uint32_t rule_count;
    uint32_t *counts; /* by the index of the rule */
} cq_statistics;

void cq_statistics_init(cq_statistics *statistics, const cq_rule *rules, uint32_t rule_count);
void cq_statistics_release(cq_statistics *statistics);

/* Adds a file's counts by the index of the rule; NULL: none. */
void cq_statistics_add(cq_statistics *statistics, const uint32_t *counts);

/* Appends a line for each rule that found something, the most frequent first. */
void cq_statistics_push(cq_buf *out, const cq_statistics *statistics);

#endif
