#include "lua/table_library.h"

#include "base/str.h"
#include "lua/budget.h"

#include <ctype.h>
#include <lauxlib.h>
#include <stdbool.h>

#define MOST_AHEAD 4096 /* words */

/* Longer lists are not sorted: the memory of a rule does not hold them anyway. */
#define LONGEST_SORT ((lua_Integer)1 << 26)

/* Tables, and views that can be indexed. */
static void check_list(lua_State *L, int arg) {
    int kind = lua_type(L, arg);
    luaL_argexpected(L, kind == LUA_TTABLE || kind == LUA_TUSERDATA, arg, "table");
}

static void add_item(lua_State *L, luaL_Buffer *out, lua_Integer i) {
    lua_geti(L, 1, i);
    if (!lua_isstring(L, -1))
        luaL_error(L, "invalid value (at index %I) in table for 'concat'", (LUAI_UACINT)i);
    luaL_addvalue(out);
}

static int table_concat(lua_State *L) {
    check_list(L, 1);
    size_t len;
    const char *between = luaL_optlstring(L, 2, "", &len);
    lua_Integer i = luaL_optinteger(L, 3, 1);
    lua_Integer last = lua_isnoneornil(L, 4) ? luaL_len(L, 1) : luaL_checkinteger(L, 4);
    luaL_Buffer out;
    luaL_buffinit(L, &out);
    for (; i <= last; i++) {
        cq_budget_check(L);
        add_item(L, &out, i);
        if (i == last) /* i may be the largest integer */
            break;
        luaL_addlstring(&out, between, len);
    }
    luaL_pushresult(&out);
    return 1;
}

static int table_insert(lua_State *L) {
    luaL_checktype(L, 1, LUA_TTABLE);
    lua_Integer end = luaL_len(L, 1) + 1, at = end;
    int count = lua_gettop(L);
    if (count != 2 && count != 3) return luaL_error(L, "wrong number of arguments to 'insert'");
    if (count == 3) {
        at = luaL_checkinteger(L, 2);
        luaL_argcheck(L, at >= 1 && at <= end, 2, "position out of bounds");
        for (lua_Integer i = end; i > at; i--) {
            cq_budget_check(L);
            lua_geti(L, 1, i - 1);
            lua_seti(L, 1, i);
        }
    }
    lua_seti(L, 1, at);
    return 0;
}

static int table_remove(lua_State *L) {
    luaL_checktype(L, 1, LUA_TTABLE);
    lua_Integer len = luaL_len(L, 1);
    lua_Integer at = luaL_optinteger(L, 2, len);
    if (lua_gettop(L) > 1)
        luaL_argcheck(L, (at >= 1 && at <= len + 1) || (len == 0 && at == 0), 2,
                      "position out of bounds");
    lua_geti(L, 1, at);
    for (; at < len; at++) {
        cq_budget_check(L);
        lua_geti(L, 1, at + 1);
        lua_seti(L, 1, at);
    }
    lua_pushnil(L);
    lua_seti(L, 1, at);
    return 1;
}

static int table_pack(lua_State *L) {
    int count = lua_gettop(L);
    lua_createtable(L, count, 1);
    lua_insert(L, 1);
    for (int i = count; i >= 1; i--) lua_seti(L, 1, i);
    lua_pushinteger(L, count);
    lua_setfield(L, 1, "n");
    return 1;
}

static int table_unpack(lua_State *L) {
    check_list(L, 1);
    lua_Integer first = luaL_optinteger(L, 2, 1);
    lua_Integer last = lua_isnoneornil(L, 3) ? luaL_len(L, 1) : luaL_checkinteger(L, 3);
    if (first > last) return 0;
    lua_Unsigned count = (lua_Unsigned)last - (lua_Unsigned)first;
    if (count >= 1000000 || !lua_checkstack(L, (int)++count))
        return luaL_error(L, "too many results to unpack");
    for (lua_Unsigned i = 0; i < count; i++) lua_geti(L, 1, first + (lua_Integer)i);
    return (int)count;
}

/* Whether the value at stack index `a` goes before the one at `b`. */
static bool is_before(lua_State *L, int a, int b) {
    cq_budget_check(L);
    if (lua_isnil(L, 2)) return lua_compare(L, a, b, LUA_OPLT);
    lua_pushvalue(L, 2);
    lua_pushvalue(L, a < 0 ? a - 1 : a);
    lua_pushvalue(L, b < 0 ? b - 2 : b);
    lua_call(L, 2, 1);
    bool result = lua_toboolean(L, -1);
    lua_pop(L, 1);
    return result;
}

/* Heap sort: n log n whatever the comparator answers, and no recursion. Moves the value at the top
   of the stack down from `root` of the heap of `len` items, and pops it. */
static void sift_down(lua_State *L, lua_Integer root, lua_Integer len) {
    for (lua_Integer child; (child = 2 * root) <= len; root = child) {
        lua_geti(L, 1, child);
        if (child < len) {
            lua_geti(L, 1, child + 1);
            if (is_before(L, -2, -1)) {
                lua_replace(L, -2);
                child++;
            } else {
                lua_pop(L, 1);
            }
        }
        if (!is_before(L, -2, -1)) {
            lua_pop(L, 1);
            break;
        }
        lua_seti(L, 1, root);
    }
    lua_seti(L, 1, root);
}

static int table_sort(lua_State *L) {
    luaL_checktype(L, 1, LUA_TTABLE);
    lua_Integer len = luaL_len(L, 1);
    luaL_argcheck(L, len < LONGEST_SORT, 1, "list too long");
    if (!lua_isnoneornil(L, 2)) luaL_checktype(L, 2, LUA_TFUNCTION);
    lua_settop(L, 2);
    for (lua_Integer root = len / 2; root >= 1; root--) {
        lua_geti(L, 1, root);
        sift_down(L, root, len);
    }
    for (lua_Integer last = len; last > 1; last--) {
        lua_geti(L, 1, last);
        lua_geti(L, 1, 1);
        lua_seti(L, 1, last);
        sift_down(L, 1, last - 1);
    }
    return 0;
}

/* The next word of `text` from *at on, and *at behind it; empty: there is none. */
static cq_str next_word(cq_str text, size_t *at) {
    size_t start = *at;
    while (start < text.len && isspace((unsigned char)text.ptr[start])) start++;
    size_t end = start;
    while (end < text.len && !isspace((unsigned char)text.ptr[end])) end++;
    *at = end;
    return cq_str_slice(text, start, end);
}

/* How much room to make: there may be a million words, and all the same. */
static int count_words(cq_str text) {
    int count = 0;
    for (size_t at = 0; count < MOST_AHEAD && next_word(text, &at).len; count++) continue;
    return count;
}

/* table.set(text): the set of the words of a text, { ["in"] = true, on = true }. Lists of words are most of
   what modules do when they are loaded. */
static int table_set(lua_State *L) {
    size_t at = 0;
    cq_str text, word;
    text.ptr = luaL_checklstring(L, 1, &text.len);
    lua_createtable(L, 0, count_words(text));
    while ((word = next_word(text, &at)).len) {
        lua_pushlstring(L, word.ptr, word.len);
        lua_pushboolean(L, 1);
        lua_rawset(L, -3);
    }
    return 1;
}

void cq_table_library_open(lua_State *L) {
    static const luaL_Reg functions[] = {{"concat", table_concat}, {"insert", table_insert},
                                         {"pack", table_pack},     {"remove", table_remove},
                                         {"set", table_set},       {"sort", table_sort},
                                         {"unpack", table_unpack}, {NULL, NULL}};
    luaL_newlib(L, functions);
}
