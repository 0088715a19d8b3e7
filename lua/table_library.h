/* The rules' table library. Each loop asks the budget: a table's length can be made to look like
   2^62, and no hook runs inside these functions. */
#ifndef CQ_LUA_TABLE_LIBRARY_H
#define CQ_LUA_TABLE_LIBRARY_H

#include <lua.h>

/* Pushes the library as a plain table. */
void cq_table_library_open(lua_State *L);

#endif
