/* A comparison: what `check` and `fix` look at where only what git says has changed counts. */
#ifndef CQ_CLI_COMPARISON_H
#define CQ_CLI_COMPARISON_H

#include "base/trouble.h"
#include "plugins/cli/input.h"
#include "plugins/cli/settings.h"
#include "plugins/git/scope.h"

/* What the options say. Strings are borrowed from the command line. */
typedef struct cq_comparison {
    bool is_staged, is_changed, is_whole;
    const char *since; /* REV, or REV..REV; NULL: not given */
} cq_comparison;

/* Whether the options, or a lone REV..REV among the operands, ask for a comparison. `names` are what
   it is limited to; the range is taken from them. `scope` is the caller's and borrows from `arena`
   and `names`. CQ_EINVAL: options that contradict each other. */
bool cq_comparison_read(cq_git_scope *scope, bool *is_wanted, cq_arena *arena,
                        const cq_comparison *comparison, cq_strs *names, cq_err *err);

/* Pushes the changed files with what is new in them, and settles the inputs. For what is staged, also
   lets the configuration files that git has staged count as they are there, those it does not know as
   they are on disk: their texts are in the inputs' arena. */
void cq_comparison_find(cq_inputs *out, cq_settings *settings, const cq_git_scope *scope,
                        cq_troubles *troubles);

#endif
