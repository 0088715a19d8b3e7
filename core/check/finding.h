/* Findings: what a rule has to say about a span of the source. */
#ifndef CQ_CHECK_FINDING_H
#define CQ_CHECK_FINDING_H

#include "check/rule.h"
#include "text/source.h"

/* Replaces source bytes by text. */
typedef struct cq_edit {
    cq_span at;
    cq_str text;
} cq_edit;

typedef struct cq_fix {
    cq_str title;
    bool is_safe;            /* may be applied without asking */
    CQ_ARRAY(cq_edit) edits; /* by position, not overlapping */
} cq_fix;

/* Another place in the same file that explains the finding. */
typedef struct cq_related {
    cq_span at;
    cq_str message;
} cq_related;

/* Strings and arrays are owned by the list's arena; `rule` by the engine. */
typedef struct cq_finding {
    const cq_rule *rule;
    cq_level level;
    uint32_t block; /* index of the block it is in */
    cq_span at;
    cq_str message;
    CQ_ARRAY(cq_fix) fixes;
    CQ_ARRAY(cq_related) related;
} cq_finding;

/* The findings of one document. Caller's storage. */
typedef struct cq_findings {
    cq_arena arena;
    CQ_ARRAY(cq_finding) list;
} cq_findings;

void cq_findings_init(cq_findings *findings);
void cq_findings_release(cq_findings *findings);

/* A new finding, zeroed, valid until the next push. */
cq_finding *cq_findings_push(cq_findings *findings);

/* Lets a finding stand `shift` bytes further on, all that it names with it. */
void cq_finding_shift(cq_finding *finding, int64_t shift);

/* The same after the bytes at `gone` were replaced, for what stands behind them. False where the
   finding or something that it names touches them: what it says may not hold any more. */
bool cq_finding_survive(cq_finding *finding, cq_span gone, int64_t shift);

/* Drops the findings below a level. */
void cq_findings_keep_level(cq_findings *findings, cq_level level);

/* Orders by start, end, rule id, message, and drops a finding that says the same again (the same
   rule at the same span). */
void cq_findings_sort(cq_findings *findings);

/* Adds other findings (copied flat: what they point to is not), both lists being sorted and none of the
   one being said in the other; the result is sorted. */
void cq_findings_merge(cq_findings *findings, const cq_findings *others);

#endif
