#include "lua/regex_cache.h"

#include <lauxlib.h>

#define MOST_PATTERNS 200

/* The registry key of the table from patterns to userdata is its address. No rule comes by those. */
static const char cache_key;

static int free_regex(lua_State *L) {
    cq_regex **box = lua_touserdata(L, 1);
    cq_regex_free(*box);
    *box = NULL;
    return 0;
}

/* Pushes a box whose regular expression is freed with the state. */
static cq_regex **push_box(lua_State *L) {
    cq_regex **box = lua_newuserdatauv(L, sizeof *box, 0);
    *box = NULL;
    lua_createtable(L, 0, 1);
    lua_pushcfunction(L, free_regex);
    lua_setfield(L, -2, "__gc");
    lua_setmetatable(L, -2);
    return box;
}

/* Pushes the table. */
static void push_cache(lua_State *L) {
    if (lua_rawgetp(L, LUA_REGISTRYINDEX, &cache_key) == LUA_TTABLE) return;
    lua_pop(L, 1);
    lua_newtable(L);
    lua_pushvalue(L, -1);
    lua_rawsetp(L, LUA_REGISTRYINDEX, &cache_key);
}

/* Compiles into the box, within the table at the top. */
static const cq_regex *add_regex(lua_State *L, int pattern) {
    cq_err err;
    cq_str text;
    lua_Integer count = luaL_len(L, -1);
    if (count >= MOST_PATTERNS) luaL_error(L, "more than %d regular expressions", MOST_PATTERNS);
    text.ptr = luaL_checklstring(L, pattern, &text.len);
    cq_regex **box = push_box(L);
    if (!cq_regex_new(box, text, &err)) luaL_error(L, "%s", err.message);
    lua_pushvalue(L, -1);
    lua_rawseti(L, -3, count + 1); /* for counting */
    lua_pushvalue(L, pattern);
    lua_insert(L, -2);
    lua_rawset(L, -3);
    return *box;
}

const cq_regex *cq_regex_cache_get(lua_State *L, int pattern) {
    int top = lua_gettop(L);
    luaL_checktype(L, pattern, LUA_TSTRING);
    push_cache(L);
    lua_pushvalue(L, pattern);
    cq_regex **box = lua_rawget(L, -2) == LUA_TUSERDATA ? lua_touserdata(L, -1) : NULL;
    lua_settop(L, top + 1);
    const cq_regex *regex = box ? *box : add_regex(L, pattern);
    lua_settop(L, top);
    return regex;
}
