/* Finding rule files and loading them. */
#ifndef CQ_LUA_LOADER_H
#define CQ_LUA_LOADER_H

#include "lua/host_state.h"

/* Loads the rules of the folders into the host, sorted by id. One that cannot be is a trouble. */
void cq_loader_load(cq_host *host, const cq_strs *folders, cq_troubles *troubles);

#endif
