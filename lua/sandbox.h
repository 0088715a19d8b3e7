/* The sandbox: a Lua state with nothing in it but what rules may use.

   Globals: assert error ipairs next pairs pcall select tonumber tostring type require, and the
   libraries string table math utf8, each without what could reach the outside, run away, or differ
   from run to run. They are read-only, and so is the table of globals itself: a rule keeps what it
   has in locals, and no rule sees another. */
#ifndef CQ_LUA_SANDBOX_H
#define CQ_LUA_SANDBOX_H

#include "base/str.h"
#include "lua/budget.h"

typedef struct cq_session cq_session;

/* Caller's storage, at a fixed address while it is open. */
typedef struct cq_sandbox {
    lua_State *L;
    cq_budget budget;
    cq_str library;      /* folder that holds calque/NAME.lua; NUL-terminated, borrowed */
    cq_str folder;       /* of the rule that is being loaded or run; empty: none */
    cq_session *session; /* what is being linted; set by the host */
    const struct cq_stock
        *stock; /* whose modules are those of `library`; set by the host, may be NULL */
} cq_sandbox;

/* `memory_limit` in bytes; `library` must outlive the sandbox. */
bool cq_sandbox_open(cq_sandbox *sandbox, size_t memory_limit, cq_str library, cq_err *err);
void cq_sandbox_close(cq_sandbox *sandbox);

/* The sandbox of its state. */
static inline cq_sandbox *cq_sandbox_of(lua_State *L) {
    return *(cq_sandbox **)lua_getextraspace(L);
}

/* Pushes the table of globals. */
void cq_sandbox_push_globals(lua_State *L);

#endif
