/* Finding rule files and loading them. */
#ifndef CQ_LUA_LOADER_H
#define CQ_LUA_LOADER_H

#include "lua/host_state.h"

/* Loads the rules of the folders into the host, sorted by id. One that cannot be is a trouble. */
void cq_loader_load(cq_host *host, const cq_strs *folders, cq_troubles *troubles);

/* Runs the text of a rule (its index) that is asleep. False: it cannot be run, `err` says why, and the
   rule is broken, or patience was over, and it sleeps on. The clock of the budget need not run; then time is
   not bounded. */
bool cq_loader_wake(cq_host *host, uint32_t index, cq_err *err);

#endif
