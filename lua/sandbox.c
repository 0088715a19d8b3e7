#include "lua/sandbox.h"

#include "lua/freeze.h"
#include "lua/require.h"
#include "lua/string_library.h"
#include "lua/table_library.h"

#include <lauxlib.h>
#include <lualib.h>

/* Registry keys are addresses. */
static const char globals_key;

void cq_sandbox_push_globals(lua_State *L) {
    lua_rawgetp(L, LUA_REGISTRYINDEX, &globals_key);
}

/* Copies the named fields of the table at the top into a new one, which replaces it. */
static void keep_fields(lua_State *L, const char *const *names) {
    lua_newtable(L);
    for (; *names; names++) {
        lua_getfield(L, -2, *names);
        lua_setfield(L, -2, *names);
    }
    lua_remove(L, -2);
}

/* Reference types by name only: an address would differ from run to run. */
static int convert_to_string(lua_State *L) {
    luaL_checkany(L, 1);
    if (lua_type(L, 1) == LUA_TTABLE || lua_type(L, 1) == LUA_TFUNCTION)
        lua_pushstring(L, luaL_typename(L, 1));
    else
        luaL_tolstring(L, 1, NULL);
    return 1;
}

static void open_base(lua_State *L) {
    static const char *const names[] = {"assert", "error",  "ipairs",   "next", "pairs",
                                        "pcall",  "select", "tonumber", "type", NULL};
    luaL_requiref(L, LUA_GNAME, luaopen_base, 0);
    keep_fields(L, names);
    lua_pushcfunction(L, convert_to_string);
    lua_setfield(L, -2, "tostring");
}

static void open_math(lua_State *L) {
    static const char *const names[] = {
        "abs",  "acos", "asin", "atan", "ceil",       "cos",  "deg",        "exp",  "floor",
        "fmod", "huge", "log",  "max",  "maxinteger", "min",  "mininteger", "modf", "pi",
        "rad",  "sin",  "sqrt", "tan",  "tointeger",  "type", "ult",        NULL};
    luaL_requiref(L, LUA_MATHLIBNAME, luaopen_math, 0);
    keep_fields(L, names);
    lua_setfield(L, -2, LUA_MATHLIBNAME);
}

static void open_utf8(lua_State *L) {
    static const char *const names[] = {"char", "charpattern", "codepoint", "codes",
                                        "len",  "offset",      NULL};
    luaL_requiref(L, LUA_UTF8LIBNAME, luaopen_utf8, 0);
    keep_fields(L, names);
    lua_setfield(L, -2, LUA_UTF8LIBNAME);
}

/* ("x"):rep(2) reads the library through the strings' metatable; arithmetic on strings is not
   there. */
static void set_string_metatable(lua_State *L) {
    lua_pushliteral(L, "");
    lua_createtable(L, 0, 2);
    lua_getfield(L, -3, LUA_STRLIBNAME);
    lua_setfield(L, -2, "__index");
    lua_pushboolean(L, 0);
    lua_setfield(L, -2, "__metatable");
    lua_setmetatable(L, -2);
    lua_pop(L, 1);
}

static int build_globals(lua_State *L) {
    open_base(L);
    cq_string_library_open(L);
    lua_setfield(L, -2, LUA_STRLIBNAME);
    set_string_metatable(L);
    cq_table_library_open(L);
    lua_setfield(L, -2, LUA_TABLIBNAME);
    open_math(L);
    open_utf8(L);
    cq_require_open(L);
    lua_setfield(L, -2, "require");
    cq_freeze_top(L);
    lua_rawsetp(L, LUA_REGISTRYINDEX, &globals_key);
    return 0;
}

bool cq_sandbox_open(cq_sandbox *sandbox, size_t memory_limit, cq_str library, cq_err *err) {
    *sandbox = (cq_sandbox){.library = library};
    cq_budget_init(&sandbox->budget, memory_limit);
    lua_State *L = lua_newstate(cq_budget_alloc, &sandbox->budget);
    if (!L) {
        cq_sandbox_close(sandbox);
        return cq_fail(err, CQ_ELIMIT, "no memory for a Lua state");
    }
    sandbox->L = sandbox->budget.L = L;
    *(cq_sandbox **)lua_getextraspace(L) = sandbox;
#ifdef CQ_STRESS
    lua_gc(L, LUA_GCINC, 1, 1000, 1); /* collects all the time */
#endif
    lua_pushcfunction(L, build_globals);
    if (lua_pcall(L, 0, 0, 0) == LUA_OK) return true;
    const char *message = lua_tostring(L, -1);
    cq_fail(err, CQ_ELIMIT, "no sandbox: %s", message ? message : "unknown error");
    cq_sandbox_close(sandbox);
    return false;
}

void cq_sandbox_close(cq_sandbox *sandbox) {
    if (sandbox->L) lua_close(sandbox->L);
    sandbox->L = NULL;
    cq_budget_release(&sandbox->budget);
}
