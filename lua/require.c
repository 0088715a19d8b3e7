#include "lua/require.h"

#include "lua/chunk.h"
#include "lua/freeze.h"
#include "lua/sandbox.h"
#include "lua/stock.h"

#include <lauxlib.h>
#include <stdio.h>

#define LONGEST_PATH 4096
#define LIBRARY "calque." /* what names of its modules begin with */

static bool is_name_byte(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' ||
           c == '-';
}

/* Letters, digits, _ and - only: no name can leave its folder. */
static bool is_plain_name(const char *name) {
    const char *p = name;
    while (is_name_byte(*p)) p++;
    return *p == '\0' && p != name;
}

/* The file of a module in `path`; raises where there can be none of that name. */
static void find_module(lua_State *L, const char *name, char path[LONGEST_PATH]) {
    const cq_sandbox *sandbox = cq_sandbox_of(L);
    int len = -1;
    if (strncmp(name, LIBRARY, strlen(LIBRARY)) == 0 && is_plain_name(name + strlen(LIBRARY)))
        len = snprintf(path, LONGEST_PATH, "%s/calque/%s.lua", sandbox->library.ptr,
                       name + strlen(LIBRARY));
    else if (name[0] == '_' && is_plain_name(name) && sandbox->folder.len)
        len = snprintf(path, LONGEST_PATH, "%s/%s.lua", sandbox->folder.ptr, name);
    if (len < 0 || len >= LONGEST_PATH)
        luaL_error(L,
                   "no module '%s': a rule may require calque.* and the files of its own folder "
                   "whose names begin with _",
                   name);
}

/* Pushes the module as a function, or a message. */
static bool load_module(lua_State *L, const char *path, const char *name, const char *chunk_name) {
    const cq_stock *stock = cq_sandbox_of(L)->stock;
    const cq_stock_file *file = NULL;
    if (stock && strncmp(name, LIBRARY, strlen(LIBRARY)) == 0)
        file = cq_stock_get_module(stock, name + strlen(LIBRARY));
    return file ? cq_chunk_load_stock(L, stock, file, chunk_name)
                : cq_chunk_load(L, path, chunk_name);
}

/* Runs the module at `path` and leaves its read-only value at the top, or a message. */
static bool run_module(lua_State *L, const char *path, const char *name) {
    char chunk_name[64];
    snprintf(chunk_name, sizeof chunk_name, "%.50s.lua", name);
    if (!load_module(L, path, name, chunk_name) || lua_pcall(L, 0, 1, 0) != LUA_OK) return false;
    if (!lua_toboolean(L, -1)) {
        lua_pop(L, 1);
        lua_pushboolean(L, 1);
    }
    cq_freeze_top(L);
    return true;
}

static void set_module(lua_State *L, const char *path, int value) {
    lua_pushvalue(L, value);
    lua_setfield(L, lua_upvalueindex(1), path);
}

/* Upvalue: the modules by path; false while one is being loaded. */
static int require_module(lua_State *L) {
    const char *name = luaL_checkstring(L, 1);
    char path[LONGEST_PATH];
    find_module(L, name, path);
    lua_settop(L, 1);
    if (lua_getfield(L, lua_upvalueindex(1), path) == LUA_TBOOLEAN && !lua_toboolean(L, -1))
        return luaL_error(L, "module '%s' requires itself", name);
    if (!lua_isnil(L, -1)) return 1;
    lua_pushboolean(L, 0);
    set_module(L, path, 3);
    lua_settop(L, 2);
    bool ok = run_module(L, path, name);
    set_module(L, path, ok ? 3 : 2); /* nil again, so that the next rule gets the same message */
    return ok ? 1 : lua_error(L);
}

void cq_require_open(lua_State *L) {
    lua_newtable(L);
    lua_pushcclosure(L, require_module, 1);
}
