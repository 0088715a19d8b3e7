/* How a rule's words become a finding: the function `report` that a check is given, and the same
   for rules without a function. */
#ifndef CQ_LUA_REPORTER_H
#define CQ_LUA_REPORTER_H

#include "lua/session.h"
#include "lua/swap.h"

/* What one rule may report of one document; more is a trouble, and its findings are dropped. */
enum { CQ_REPORTER_MOST_FINDINGS = 10000, CQ_REPORTER_MOST_BYTES = 16 << 20 };

/* report(text, i, j, detail); see meta/calque.lua. Raises for what is out of range. */
int cq_reporter_call(lua_State *L);

/* A finding of the session's rule at a hit of one of its data triggers, with the replacement of a swap.
   False when there are too many. */
bool cq_reporter_add(cq_session *session, const cq_swap_match *match);

#endif
