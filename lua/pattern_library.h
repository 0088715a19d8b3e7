/* string.find, match, gmatch and gsub over our own matcher. */
#ifndef CQ_LUA_PATTERN_LIBRARY_H
#define CQ_LUA_PATTERN_LIBRARY_H

#include <lua.h>

/* Sets the four functions in the table at the top of the stack. */
void cq_pattern_library_open(lua_State *L);

#endif
