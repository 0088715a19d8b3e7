/* A gate: what a hook does when git runs it. It lints what is about to be committed or pushed, and lets
   it pass or stops it. */
#ifndef CQ_CLI_GATE_H
#define CQ_CLI_GATE_H

#include "plugins/git/hook.h"

/* Runs the hook of a kind with git's arguments, options of `check` behind them (a NULL at the end).
   Returns the exit status: 0 lets it pass. */
int cq_gate_run(const cq_git_hook_kind *kind, char **argv);

#endif
