#include "lua/string_library.h"

#include "lua/budget.h"
#include "lua/lettercase.h"
#include "lua/pattern_library.h"

#include <lauxlib.h>
#include <lualib.h>

size_t cq_string_library_start(lua_Integer index, size_t len) {
    if (index > 0) return (size_t)index;
    if (index == 0 || index < -(lua_Integer)len) return 1;
    return len + (size_t)index + 1;
}

/* Likewise an end index: 0 is before the first byte, and it never lies behind the last. */
static size_t end_index(lua_Integer index, size_t len) {
    if (index > (lua_Integer)len) return len;
    if (index >= 0) return (size_t)index;
    return index < -(lua_Integer)len ? 0 : len + (size_t)index + 1;
}

static int string_len(lua_State *L) {
    size_t len;
    luaL_checklstring(L, 1, &len);
    lua_pushinteger(L, (lua_Integer)len);
    return 1;
}

static int string_sub(lua_State *L) {
    size_t len;
    const char *s = luaL_checklstring(L, 1, &len);
    size_t start = cq_string_library_start(luaL_checkinteger(L, 2), len);
    size_t end = end_index(luaL_optinteger(L, 3, -1), len);
    if (start > end)
        lua_pushliteral(L, "");
    else
        lua_pushlstring(L, s + start - 1, end - start + 1);
    return 1;
}

static int string_byte(lua_State *L) {
    size_t len;
    const char *s = luaL_checklstring(L, 1, &len);
    lua_Integer first = luaL_optinteger(L, 2, 1);
    size_t start = cq_string_library_start(first, len);
    size_t end = end_index(luaL_optinteger(L, 3, first), len);
    if (start > end) return 0;
    if (end - start >= 1000000) return luaL_error(L, "string slice too long");
    int count = (int)(end - start + 1);
    luaL_checkstack(L, count, "string slice too long");
    for (int i = 0; i < count; i++) lua_pushinteger(L, (unsigned char)s[start - 1 + (size_t)i]);
    return count;
}

static int string_char(lua_State *L) {
    int count = lua_gettop(L);
    luaL_Buffer out;
    char *bytes = luaL_buffinitsize(L, &out, (size_t)count);
    for (int i = 1; i <= count; i++) {
        lua_Integer value = luaL_checkinteger(L, i);
        luaL_argcheck(L, value >= 0 && value <= 255, i, "value out of range");
        bytes[i - 1] = (char)(unsigned char)value;
    }
    luaL_pushresultsize(&out, (size_t)count);
    return 1;
}

static int string_reverse(lua_State *L) {
    size_t len;
    const char *s = luaL_checklstring(L, 1, &len);
    luaL_Buffer out;
    char *bytes = luaL_buffinitsize(L, &out, len);
    for (size_t i = 0; i < len; i++) bytes[i] = s[len - 1 - i];
    luaL_pushresultsize(&out, len);
    return 1;
}

/* The standard one goes round a billion times for an empty string that is to be repeated so often.
   */
static int string_rep(lua_State *L) {
    size_t len, between_len;
    const char *s = luaL_checklstring(L, 1, &len);
    lua_Integer count = luaL_checkinteger(L, 2);
    const char *between = luaL_optlstring(L, 3, "", &between_len);
    size_t each = len + between_len;
    if (count <= 0 || each == 0) {
        lua_pushliteral(L, "");
        return 1;
    }
    if ((size_t)count > cq_budget_of(L)->memory_limit / each)
        return luaL_error(L, "resulting string too large");
    size_t total = (size_t)count * each - between_len;
    luaL_Buffer out;
    char *bytes = luaL_buffinitsize(L, &out, total + between_len);
    memcpy(bytes, s, len);
    memcpy(bytes + len, between, between_len);
    for (size_t done = each; done < total; done *= 2) {
        size_t left = total + between_len - done;
        memcpy(bytes + done, bytes, done < left ? done : left);
    }
    luaL_pushresultsize(&out, total);
    return 1;
}

static int map_case(lua_State *L, size_t (*map)(char *, cq_str)) {
    cq_str s;
    s.ptr = luaL_checklstring(L, 1, &s.len);
    luaL_Buffer out;
    char *bytes = luaL_buffinitsize(L, &out, s.len * CQ_LETTERCASE_GROWTH);
    luaL_pushresultsize(&out, map(bytes, s));
    return 1;
}

static int string_lower(lua_State *L) {
    return map_case(L, cq_lettercase_lower);
}

static int string_upper(lua_State *L) {
    return map_case(L, cq_lettercase_upper);
}

static void refuse_pointers(lua_State *L) {
    size_t len;
    const char *s = luaL_checklstring(L, 1, &len), *end = s + len;
    while ((s = memchr(s, '%', (size_t)(end - s)))) {
        s += 1 + strspn(s + 1, "-+ #0123456789."); /* a NUL stands behind the last byte */
        if (*s == 'p') luaL_error(L, "invalid conversion '%%p' to 'format'");
        s += s < end;
    }
}

/* The standard one, except that no address gets out: it would differ from run to run. */
static int string_format(lua_State *L) {
    refuse_pointers(L);
    int count = lua_gettop(L);
    for (int i = 2; i <= count; i++) {
        if (lua_type(L, i) == LUA_TTABLE || lua_type(L, i) == LUA_TFUNCTION) {
            lua_pushstring(L, luaL_typename(L, i));
            lua_replace(L, i);
        }
    }
    lua_pushvalue(L, lua_upvalueindex(1));
    lua_insert(L, 1);
    lua_call(L, count, 1);
    return 1;
}

void cq_string_library_open(lua_State *L) {
    static const luaL_Reg functions[] = {
        {"byte", string_byte},   {"char", string_char},   {"len", string_len},
        {"lower", string_lower}, {"rep", string_rep},     {"reverse", string_reverse},
        {"sub", string_sub},     {"upper", string_upper}, {NULL, NULL}};
    luaL_newlib(L, functions);
    cq_pattern_library_open(L);
    luaL_requiref(L, LUA_STRLIBNAME, luaopen_string, 0);
    lua_getfield(L, -1, "format");
    lua_remove(L, -2);
    lua_pushcclosure(L, string_format, 1);
    lua_setfield(L, -2, "format");
}
