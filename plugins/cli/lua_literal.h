/* Lua literals: the strings in a Lua file, as values and as the bytes that spell them. */
#ifndef CQ_CLI_LUA_LITERAL_H
#define CQ_CLI_LUA_LITERAL_H

#include "base/array.h"
#include "base/buf.h"
#include "text/source.h"

typedef struct cq_lua_literal {
    cq_span at;   /* with its quotation marks or brackets, in the file */
    cq_str value; /* what it says */
} cq_lua_literal;

typedef CQ_ARRAY(cq_lua_literal) cq_lua_literals;

/* The literals of a file, in order; values are in `arena`. Comments hold none. What is no Lua ends the
   list early. */
cq_lua_literals cq_lua_literal_find(cq_arena *arena, cq_str file);

/* Appends a literal in quotation marks that says `value`, on one line. */
void cq_lua_literal_push(cq_buf *out, cq_str value);

#endif
