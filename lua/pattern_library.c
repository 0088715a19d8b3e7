#include "lua/pattern_library.h"

#include "lua/budget.h"
#include "lua/matcher.h"
#include "lua/string_library.h"

#include <lauxlib.h>

static cq_str check_str(lua_State *L, int arg) {
    size_t len;
    const char *ptr = luaL_checklstring(L, arg, &len);
    return (cq_str){ptr, len};
}

static void read_pattern(lua_State *L, cq_matcher *out, cq_str pattern, bool may_anchor) {
    const char *wrong = cq_matcher_read(out, pattern, may_anchor);
    if (wrong) luaL_error(L, "%s", wrong);
}

static void start_run(lua_State *L, cq_matcher_run *run, const cq_matcher *matcher, cq_str s) {
    cq_matcher_start(run, matcher, s, &cq_budget_of(L)->is_over);
}

/* Raises where the last match was given up. */
static void check_run(lua_State *L, const cq_matcher_run *run) {
    cq_budget_check(L);
    if (run->gave_up) luaL_error(L, "the pattern takes too many steps on this text");
}

/* The first match at or behind `from`: its start, and its end in *end. NULL: none. */
static const char *find_match(lua_State *L, cq_matcher_run *run, const char *from,
                              const char **end) {
    const char *last = run->subject.ptr + run->subject.len;
    for (const char *s = from; s <= last; s++) {
        s = cq_matcher_skip(run, s);
        if (!s) break;
        *end = cq_matcher_match_at(run, s);
        check_run(L, run);
        if (*end) return s;
        if (run->matcher->is_anchored) break;
    }
    return NULL;
}

static void push_capture(lua_State *L, const cq_matcher_run *run, uint32_t index) {
    const cq_matcher_capture *capture = &run->captures[index];
    if (capture->is_position)
        lua_pushinteger(L, capture->start - run->subject.ptr + 1);
    else
        lua_pushlstring(L, capture->start, (size_t)(capture->end - capture->start));
}

/* Pushes all captures; the whole match where the pattern has none. */
static int push_captures(lua_State *L, const cq_matcher_run *run, const char *s, const char *end) {
    uint32_t count = run->matcher->capture_count;
    luaL_checkstack(L, (int)count + 1, "too many captures");
    if (!count) {
        lua_pushlstring(L, s, (size_t)(end - s));
        return 1;
    }
    for (uint32_t i = 0; i < count; i++) push_capture(L, run, i);
    return (int)count;
}

static int find_plain(lua_State *L, cq_str s, cq_str needle, size_t from) {
    size_t at = cq_str_find(cq_str_slice(s, from, s.len), needle);
    if (at == SIZE_MAX) {
        lua_pushnil(L);
        return 1;
    }
    lua_pushinteger(L, (lua_Integer)(from + at + 1));
    lua_pushinteger(L, (lua_Integer)(from + at + needle.len));
    return 2;
}

static bool has_no_magic(cq_str pattern) {
    for (size_t i = 0; i < pattern.len; i++)
        if (pattern.ptr[i] && strchr("^$*+?.([%-", pattern.ptr[i])) return false;
    return true;
}

static int search(lua_State *L, bool is_find) {
    cq_str s = check_str(L, 1), pattern = check_str(L, 2);
    size_t from = cq_string_library_start(luaL_optinteger(L, 3, 1), s.len) - 1;
    if (from > s.len) {
        lua_pushnil(L);
        return 1;
    }
    if (is_find && (lua_toboolean(L, 4) || has_no_magic(pattern)))
        return find_plain(L, s, pattern, from);
    cq_matcher matcher;
    cq_matcher_run run;
    read_pattern(L, &matcher, pattern, true);
    start_run(L, &run, &matcher, s);
    const char *end, *at = find_match(L, &run, s.ptr + from, &end);
    if (!at) {
        lua_pushnil(L);
        return 1;
    }
    if (!is_find) return push_captures(L, &run, at, end);
    lua_pushinteger(L, at - s.ptr + 1);
    lua_pushinteger(L, end - s.ptr);
    return 2 + (matcher.capture_count ? push_captures(L, &run, at, end) : 0);
}

static int string_find(lua_State *L) {
    return search(L, true);
}

static int string_match(lua_State *L) {
    return search(L, false);
}

/* What an iterator of gmatch keeps, in a userdata that only the iterator sees. */
typedef struct gmatch_state {
    cq_matcher matcher;
    size_t next;     /* where to go on; beyond the subject's length: it is over */
    size_t last_end; /* of the last match, SIZE_MAX before the first */
} gmatch_state;

static int next_gmatch(lua_State *L) {
    gmatch_state *state = lua_touserdata(L, lua_upvalueindex(2));
    size_t len;
    const char *ptr = lua_tolstring(L, lua_upvalueindex(1), &len);
    cq_matcher_run run;
    start_run(L, &run, &state->matcher, (cq_str){ptr, len});
    while (state->next <= len) {
        const char *end, *at = find_match(L, &run, ptr + state->next, &end);
        if (!at) break;
        size_t end_at = (size_t)(end - ptr);
        /* An empty match right behind the last one would be found again and again. */
        bool is_new = end_at != state->last_end;
        state->next = is_new ? end_at : (size_t)(at - ptr) + 1;
        if (is_new) {
            state->last_end = end_at;
            return push_captures(L, &run, at, end);
        }
    }
    state->next = len + 1;
    return 0;
}

static int string_gmatch(lua_State *L) {
    cq_str s = check_str(L, 1), pattern = check_str(L, 2);
    size_t from = cq_string_library_start(luaL_optinteger(L, 3, 1), s.len) - 1;
    lua_settop(L, 1);
    gmatch_state *state = lua_newuserdatauv(L, sizeof *state, 0);
    read_pattern(L, &state->matcher, pattern, false);
    state->next = from > s.len ? s.len + 1 : from;
    state->last_end = SIZE_MAX;
    lua_pushcclosure(L, next_gmatch, 2);
    return 1;
}

/* One substitution: the run, and the match that is being replaced. */
typedef struct substitution {
    const cq_matcher_run *run;
    const char *start, *end;
} substitution;

static void add_template(lua_State *L, luaL_Buffer *out, const substitution *at, cq_str template) {
    for (size_t i = 0; i < template.len; i++) {
        char c = template.ptr[i];
        if (c != '%') {
            luaL_addchar(out, c);
            continue;
        }
        c = ++i < template.len ? template.ptr[i] : '\0';
        uint32_t count = at->run->matcher->capture_count;
        if (c == '%') {
            luaL_addchar(out, c);
        } else if (c == '0' || (c == '1' && !count)) {
            luaL_addlstring(out, at->start, (size_t)(at->end - at->start));
        } else if (c > '0' && c <= '9' && (uint32_t)(c - '0') <= count) {
            push_capture(L, at->run, (uint32_t)(c - '1'));
            luaL_addvalue(out);
        } else if (c > '0' && c <= '9') {
            luaL_error(L, "invalid capture index %%%c in replacement string", c);
        } else {
            luaL_error(L, "invalid use of '%%' in replacement string");
        }
    }
}

/* Pushes what the table or the function at stack index 3 says of the match. */
static void push_replacement(lua_State *L, const substitution *at) {
    if (lua_type(L, 3) == LUA_TFUNCTION) {
        lua_pushvalue(L, 3);
        lua_call(L, push_captures(L, at->run, at->start, at->end), 1);
        return;
    }
    if (at->run->matcher->capture_count)
        push_capture(L, at->run, 0);
    else
        lua_pushlstring(L, at->start, (size_t)(at->end - at->start));
    lua_gettable(L, 3);
}

static void add_replacement(lua_State *L, luaL_Buffer *out, const substitution *at) {
    int kind = lua_type(L, 3);
    if (kind == LUA_TSTRING || kind == LUA_TNUMBER) {
        add_template(L, out, at, check_str(L, 3));
        return;
    }
    push_replacement(L, at);
    if (!lua_toboolean(L, -1)) {
        lua_pop(L, 1);
        luaL_addlstring(out, at->start, (size_t)(at->end - at->start));
    } else if (lua_isstring(L, -1)) {
        luaL_addvalue(out);
    } else {
        luaL_error(L, "invalid replacement value (a %s)", luaL_typename(L, -1));
    }
}

static void check_replacement(lua_State *L) {
    int kind = lua_type(L, 3);
    luaL_argexpected(L,
                     kind == LUA_TSTRING || kind == LUA_TNUMBER || kind == LUA_TTABLE ||
                         kind == LUA_TFUNCTION,
                     3, "string/function/table");
}

static int string_gsub(lua_State *L) {
    cq_str s = check_str(L, 1), pattern = check_str(L, 2);
    check_replacement(L);
    lua_Integer most = luaL_optinteger(L, 4, (lua_Integer)s.len + 1), count = 0;
    cq_matcher matcher;
    cq_matcher_run run;
    read_pattern(L, &matcher, pattern, true);
    start_run(L, &run, &matcher, s);
    luaL_Buffer out;
    luaL_buffinit(L, &out);
    const char *at = s.ptr, *last = s.ptr + s.len, *last_end = NULL;
    while (count < most) {
        const char *next = cq_matcher_skip(&run, at);
        if (!next) break;
        luaL_addlstring(&out, at, (size_t)(next - at));
        at = next;
        const char *end = cq_matcher_match_at(&run, at);
        check_run(L, &run);
        if (end && end != last_end) {
            count++;
            add_replacement(L, &out, &(substitution){&run, at, end});
            at = last_end = end;
        } else if (at < last) {
            luaL_addchar(&out, *at++);
        } else {
            break;
        }
        if (matcher.is_anchored) break;
    }
    luaL_addlstring(&out, at, (size_t)(last - at));
    luaL_pushresult(&out);
    lua_pushinteger(L, count);
    return 2;
}

void cq_pattern_library_open(lua_State *L) {
    static const luaL_Reg functions[] = {{"find", string_find},
                                         {"match", string_match},
                                         {"gmatch", string_gmatch},
                                         {"gsub", string_gsub},
                                         {NULL, NULL}};
    luaL_setfuncs(L, functions, 0);
}
