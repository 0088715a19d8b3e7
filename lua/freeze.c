#include "lua/freeze.h"

#include <lauxlib.h>

#define DEEPEST 100

static int refuse_write(lua_State *L) {
    if (lua_type(L, 2) == LUA_TSTRING)
        return luaL_error(L, "cannot set '%s': this table is read-only", lua_tostring(L, 2));
    return luaL_error(L, "this table is read-only");
}

static int get_length(lua_State *L) {
    lua_pushinteger(L, (lua_Integer)lua_rawlen(L, lua_upvalueindex(1)));
    return 1;
}

/* The iterator holds the real table as an upvalue: given to the rule, it could be written. */
static int next_item(lua_State *L) {
    lua_settop(L, 2);
    return lua_next(L, lua_upvalueindex(1)) ? 2 : 0;
}

static int iterate(lua_State *L) {
    lua_pushvalue(L, lua_upvalueindex(1));
    lua_pushcclosure(L, next_item, 1);
    return 1;
}

static void set_method(lua_State *L, const char *name, lua_CFunction method, int real) {
    lua_pushvalue(L, real);
    lua_pushcclosure(L, method, 1);
    lua_setfield(L, -2, name);
}

/* Pushes the read-only face of the table at `real`. */
static void push_face(lua_State *L, int real) {
    lua_newtable(L);
    lua_createtable(L, 0, 5);
    lua_pushvalue(L, real);
    lua_setfield(L, -2, "__index");
    lua_pushcfunction(L, refuse_write);
    lua_setfield(L, -2, "__newindex");
    set_method(L, "__len", get_length, real);
    set_method(L, "__pairs", iterate, real);
    lua_pushboolean(L, 0);
    lua_setfield(L, -2, "__metatable");
    lua_setmetatable(L, -2);
}

static void freeze_value(lua_State *L, int seen, int depth);

/* Freezes what is in the table at the top. A walk may assign to keys that are there. */
static void freeze_items(lua_State *L, int seen, int depth) {
    int table = lua_gettop(L);
    lua_pushnil(L);
    while (lua_next(L, table)) {
        if (lua_istable(L, -1)) {
            freeze_value(L, seen, depth + 1);
            lua_pushvalue(L, -2);
            lua_insert(L, -2);
            lua_rawset(L, table);
        } else {
            lua_pop(L, 1);
        }
    }
}

/* `seen` maps tables to their faces, for those that hang at two places or inside themselves. */
static void freeze_value(lua_State *L, int seen, int depth) {
    if (depth > DEEPEST) luaL_error(L, "tables nested more than %d deep", DEEPEST);
    luaL_checkstack(L, 10, "tables nested too deep");
    if (lua_getmetatable(L, -1)) { /* only faces have one */
        lua_pop(L, 1);
        return;
    }
    lua_pushvalue(L, -1);
    if (lua_rawget(L, seen) != LUA_TNIL) {
        lua_replace(L, -2);
        return;
    }
    lua_pop(L, 1);
    push_face(L, lua_gettop(L));
    lua_pushvalue(L, -2);
    lua_pushvalue(L, -2);
    lua_rawset(L, seen);
    lua_insert(L, -2);
    freeze_items(L, seen, depth);
    lua_pop(L, 1);
}

void cq_freeze_top(lua_State *L) {
    if (!lua_istable(L, -1)) return;
    lua_newtable(L);
    lua_insert(L, -2);
    freeze_value(L, lua_gettop(L) - 1, 0);
    lua_remove(L, -2);
}

void cq_freeze_reach_top(lua_State *L) {
    if (!lua_istable(L, -1) || !lua_getmetatable(L, -1)) return; /* only faces have one */
    lua_getfield(L, -1, "__index");
    lua_replace(L, -3);
    lua_pop(L, 1);
}
