/* What sentences and blocks have in common: methods and fields of a run of tokens. */
#ifndef CQ_LUA_TEXT_METHOD_H
#define CQ_LUA_TEXT_METHOD_H

#include <lauxlib.h>

/* text, kind, role, case, gap, quoted, emphasized, quotation; ends with {NULL, NULL}. */
extern const luaL_Reg cq_text_method_all[];

/* The field `language`. */
int cq_text_method_get_language(lua_State *L);

#endif
