/* Linting: the bytes of one file become a report's text. One linter is used by one thread. */
#ifndef CQ_CLI_LINT_H
#define CQ_CLI_LINT_H

#include "plugins/cli/allowance.h"
#include "plugins/cli/cache.h"
#include "plugins/cli/fleet.h"
#include "plugins/cli/input.h"
#include "plugins/cli/roster.h"
#include "report/report.h"

/* What all linters of a run share; read only while they work. */
typedef struct cq_lint_plan {
    const cq_settings *settings;
    const cq_report *report;
    cq_report_options report_options;
    cq_level level;    /* report from this level up; CQ_LEVEL_OFF: warning, or what fails */
    cq_level fail_on;  /* what fails; CQ_LEVEL_OFF: as configured, or warning */
    const cq_mqm *mqm; /* NULL: no score */
    cq_allowance allowance;
    /* What findings and counts refer to where several hosts have each their own rules; empty: there
       is one kind of host, and they refer to its rules. */
    cq_roster roster;
    cq_cache *cache;                    /* NULL: there is none; otherwise ... */
    const struct cq_imprints *imprints; /* ... of all profiles */
} cq_lint_plan;

/* From which level up findings are shown. */
cq_level cq_lint_report_level(const cq_lint_plan *plan, const cq_profile *profile);

typedef struct cq_linter cq_linter;

/* What linting one file gave. Caller's storage; owns its text and lines. */
typedef struct cq_lint_result {
    cq_str path;                           /* borrowed from the caller */
    cq_buf text;                           /* the report of this file */
    cq_troubles troubles;                  /* what went wrong, the host's troubles with it */
    uint32_t findings[CQ_LEVEL_ERROR + 1]; /* by level, of those reported */
    uint32_t *counts; /* ... and by the index of the rule; NULL where there is none */
    uint32_t words;   /* word and number tokens */
    double penalty;   /* MQM points */
    cq_allowance_use allowed;
    bool is_linted; /* false: it could not be read as text */
    bool is_failed; /* some finding is at or above the level that fails */
} cq_lint_result;

void cq_lint_result_init(cq_lint_result *result);
void cq_lint_result_release(cq_lint_result *result);

/* A linter. The plan is borrowed. Never NULL; the caller frees it. */
cq_linter *cq_linter_new(const cq_lint_plan *plan);
void cq_linter_free(cq_linter *linter);

/* Loads the rules for texts of a profile; loading troubles go to `troubles`. False where there can be
   none. The host is borrowed until the linter is used again. */
bool cq_linter_load(cq_host **out, cq_linter *linter, const cq_profile *profile,
                    cq_troubles *troubles, cq_err *err);

/* Loads the rules for texts of a profile and makes ready what every text needs, by linting an empty one;
   what is wrong with a rule then, too, goes to `troubles`. False where nothing can be linted. */
bool cq_linter_warm_up(cq_linter *linter, const cq_profile *profile, cq_troubles *troubles,
                       cq_err *err);

/* Lints the bytes of an input. What cannot be read as text is a trouble, as is what is wrong with the
   rules of its profile. */
void cq_linter_lint(cq_lint_result *result, cq_linter *linter, const cq_input *input, cq_str bytes);

/* Does without a rule from here on. */
void cq_linter_drop_rule(cq_linter *linter, cq_str id);

/* The id of the rule that a trouble is about, which broke while it ran; empty for other troubles. */
cq_str cq_lint_broken_rule(cq_str trouble);

/* The whole of `calque check` with its arguments (argv[argc] is NULL), for who runs it as a part of
   something else: the hook calls it with --staged. Returns the exit status. */
int cq_lint_main(int argc, char **argv);

/* The same of `calque pair`. */
int cq_pair_main(int argc, char **argv);

/* The same of `calque fix`. */
int cq_fix_main(int argc, char **argv);

#endif
