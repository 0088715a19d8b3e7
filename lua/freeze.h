/* Read-only tables: what rules share they must not be able to change. */
#ifndef CQ_LUA_FREEZE_H
#define CQ_LUA_FREEZE_H

#include <lua.h>

/* Replaces the table at the top of the stack, and every table inside it, by an empty table that
   reads through to it and refuses to be written. pairs, ipairs and # work on it; next sees it
   empty. A value that is no table, or frozen already, stays. Raises for tables nested more than 100
   deep. */
void cq_freeze_top(lua_State *L);

/* Replaces such an empty table at the top of the stack by the real one, for reading it in C. */
void cq_freeze_reach_top(lua_State *L);

#endif
