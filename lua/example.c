#include "lua/example.h"

#include <lauxlib.h>

static bool is_at(cq_str s, size_t i, const char *mark) {
    return i + 1 < s.len && s.ptr[i] == mark[0] && s.ptr[i + 1] == mark[1];
}

bool cq_example_unmark(cq_rule_example *out, cq_arena *arena, cq_str marked, cq_err *err) {
    char *text = cq_arena_take(arena, marked.len + 1);
    uint32_t len = 0;
    cq_span *open = NULL;
    for (size_t i = 0; i < marked.len; i++) {
        if (is_at(marked, i, "<<") && !open) {
            open = CQ_ARRAY_PUSH(arena, &out->marks);
            open->start = len;
            i++;
        } else if (is_at(marked, i, ">>") && !is_at(marked, i + 1, ">>") &&
                   open) { /* of >>> the last two */
            open->end = len;
            open = NULL;
            i++;
        } else {
            text[len++] = marked.ptr[i];
        }
    }
    text[len] = '\0';
    out->text = (cq_str){text, len};
    return !open || cq_fail(err, CQ_EINVAL, "a << without its >>");
}

static cq_str copy_string(lua_State *L, cq_arena *arena) {
    cq_str s;
    s.ptr = lua_tolstring(L, -1, &s.len);
    return cq_str_dup(arena, s);
}

/* The string field `name` of the example at the top; empty where it is not there. */
static cq_str read_field(lua_State *L, cq_arena *arena, const char *name, lua_Integer number) {
    cq_str value = CQ_STR("");
    lua_pushstring(L, name);
    int type = lua_rawget(L, -2);
    if (type == LUA_TSTRING)
        value = copy_string(L, arena);
    else if (type != LUA_TNIL)
        luaL_error(L, "example %I: field '%s' is a %s, not a string", (LUAI_UACINT)number, name,
                   luaL_typename(L, -1));
    lua_pop(L, 1);
    return value;
}

static void check_keys(lua_State *L, lua_Integer number) {
    lua_pushnil(L);
    while (lua_next(L, -2)) {
        lua_pop(L, 1);
        bool is_text = lua_type(L, -1) == LUA_TNUMBER && lua_tonumber(L, -1) == 1;
        if (is_text) continue;
        const char *name = lua_type(L, -1) == LUA_TSTRING ? lua_tostring(L, -1) : "?";
        if (strcmp(name, "fix") != 0 && strcmp(name, "source") != 0 &&
            strcmp(name, "format") != 0 && strcmp(name, "original") != 0 &&
            strcmp(name, "glossary") != 0)
            luaL_error(L,
                       "example %I: there is no field '%s'; an example has its text, fix, "
                       "source, format, original, glossary",
                       (LUAI_UACINT)number, name);
    }
}

/* `fix = false` says that there is none, as leaving it out does. */
static void read_fix(lua_State *L, cq_rule_example *out, cq_arena *arena, lua_Integer number) {
    lua_pushliteral(L, "fix");
    lua_rawget(L, -2);
    bool is_false = lua_isboolean(L, -1) && !lua_toboolean(L, -1);
    out->has_fix = !lua_isnil(L, -1) && !is_false;
    lua_pop(L, 1);
    if (out->has_fix) out->fixed = read_field(L, arena, "fix", number);
}

/* The text as it is written in the rule file. */
static cq_str read_table(lua_State *L, cq_rule_example *out, cq_arena *arena, lua_Integer number) {
    check_keys(L, number);
    read_fix(L, out, arena, number);
    out->source_language = read_field(L, arena, "source", number);
    out->format = read_field(L, arena, "format", number);
    out->original = read_field(L, arena, "original", number);
    out->glossary = read_field(L, arena, "glossary", number);
    if (lua_rawgeti(L, -1, 1) != LUA_TSTRING)
        luaL_error(L, "example %I has no text", (LUAI_UACINT)number);
    cq_str text = copy_string(L, arena);
    lua_pop(L, 1);
    return text;
}

static void read_marks(lua_State *L, cq_rule_example *out, cq_arena *arena, cq_str text,
                       lua_Integer number) {
    cq_err err;
    if (!cq_example_unmark(out, arena, text, &err))
        luaL_error(L, "example %I: %s", (LUAI_UACINT)number, err.message);
    if (!out->marks.len)
        luaL_error(L, "bad example %I marks nothing with <<...>>", (LUAI_UACINT)number);
}

void cq_example_read(lua_State *L, cq_rule_example *out, cq_arena *arena, bool is_bad,
                     lua_Integer number) {
    cq_str text;
    out->is_bad = is_bad;
    if (lua_type(L, -1) == LUA_TSTRING)
        text = copy_string(L, arena);
    else if (lua_type(L, -1) == LUA_TTABLE)
        text = read_table(L, out, arena, number);
    else
        luaL_error(L, "example %I is a %s, not a string or a table", (LUAI_UACINT)number,
                   luaL_typename(L, -1));
    if (!out->format.len) out->format = CQ_STR("plain");
    if (is_bad)
        read_marks(L, out, arena, text, number);
    else
        out->text = text;
}
