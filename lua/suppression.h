/* Ignores in the text are obeyed, and what is wrong with them is reported: one that silences nothing
   (any/ignore-unused), one that names no rule (any/ignore-unknown). Those two are rules whose files say
   `engine = true`: they have no check, and no other rule's findings to look at. */
#ifndef CQ_LUA_SUPPRESSION_H
#define CQ_LUA_SUPPRESSION_H

#include "lua/host_state.h"

/* For the document that is being linted: drops the findings (sorted) that it ignores and adds the two
   rules' own, where they are on (`is_forced`: in any case). The result is sorted. */
void cq_suppression_apply(cq_host *host, cq_findings *findings, bool is_forced);

#endif
