/* What rules may require: "calque.words" from the library folder, "_words" from the folder of the
   rule itself. Nothing else, whatever the name looks like. */
#ifndef CQ_LUA_REQUIRE_H
#define CQ_LUA_REQUIRE_H

#include <lua.h>

/* Pushes the function `require`. A module runs once a state; its value is read-only. */
void cq_require_open(lua_State *L);

#endif
