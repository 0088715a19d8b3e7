/* Examples inside a rule: the text, the places marked in it, the text after the fix. */
#ifndef CQ_LUA_EXAMPLE_H
#define CQ_LUA_EXAMPLE_H

#include "base/err.h"
#include "check/rule.h"

#include <lua.h>

/* Reads the example at the top of the stack, a string or a table, into `out` (zeroed); copies go
   into `arena`. Bad ones have at least one <<...>>. Raises, naming the example by its place
   `number`. */
void cq_example_read(lua_State *L, cq_rule_example *out, cq_arena *arena, bool is_bad,
                     lua_Integer number);

/* Takes the << >> out of `marked`: sets out->text and out->marks. */
bool cq_example_unmark(cq_rule_example *out, cq_arena *arena, cq_str marked, cq_err *err);

#endif
