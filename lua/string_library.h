/* The rules' string library: Lua's without dump, pack and unpack; lower and upper know Unicode's
   simple case mappings; the patterns are in pattern_library.c. */
#ifndef CQ_LUA_STRING_LIBRARY_H
#define CQ_LUA_STRING_LIBRARY_H

#include <lua.h>
#include <stddef.h>

/* Pushes the library as a plain table. The string metatable is set by lua/sandbox. */
void cq_string_library_open(lua_State *L);

/* A start index as Lua's functions take it (negative: from the end) as an index from 1, which may
   lie behind the string. */
size_t cq_string_library_start(lua_Integer index, size_t len);

#endif
