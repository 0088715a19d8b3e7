/* A comparison: what `check` and `fix` look at where only what git says has changed counts. */
#ifndef CQ_CLI_COMPARISON_H
#define CQ_CLI_COMPARISON_H

#include "base/trouble.h"
#include "plugins/cli/input.h"
#include "plugins/cli/settings.h"
#include "plugins/git/changed.h"
#include "plugins/git/staged.h"

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

/* A question to git that is not answered yet. Caller's storage. */
typedef struct cq_comparison_question {
    cq_git_changed changed;
    cq_git_staged configuration;
    bool is_configured; /* the latter was asked */
    bool is_unanswered; /* ... and has no answer */
} cq_comparison_question;

/* Asks git for the changed files; it works while the caller does something else. Always followed by
   cq_comparison_configure and cq_comparison_take. The scope is borrowed until then. */
void cq_comparison_ask(cq_comparison_question *question, const cq_settings *settings,
                       const cq_git_scope *scope);

/* Of what is staged: lets the configuration files that git has staged count as they are there, those it
   does not know as they are on disk. Their texts are in the arena. Whether that makes a difference to
   what is on disk. */
bool cq_comparison_configure(cq_settings *settings, cq_comparison_question *question,
                             cq_arena *arena, cq_troubles *troubles);

/* Pushes the changed files with what is new in them, and settles the inputs. */
void cq_comparison_take(cq_inputs *out, cq_comparison_question *question, cq_troubles *troubles);

/* All at once, with the inputs' arena. */
void cq_comparison_find(cq_inputs *out, cq_settings *settings, const cq_git_scope *scope,
                        cq_troubles *troubles);

#endif
