/* Regular expressions that rules have asked for, compiled once a state. */
#ifndef CQ_LUA_REGEX_CACHE_H
#define CQ_LUA_REGEX_CACHE_H

#include "check/regex.h"

#include <lua.h>

/* The compiled pattern at a stack index, which is a string; it lives as long as the state. Raises for
   what is no regular expression, and where there are more than 200 of them. */
const cq_regex *cq_regex_cache_get(lua_State *L, int pattern);

#endif
