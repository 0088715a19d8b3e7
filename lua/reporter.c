#include "lua/reporter.h"

#include "base/utf8.h"
#include "lua/fix_builder.h"
#include "lua/view.h"
#include "lua/vocabulary.h"

#include <lauxlib.h>

#define LONGEST_STRING ((size_t)64 << 10)
#define MOST_ITEMS 100 /* edits or related places of one finding */

/* One call of report, with its arguments checked. */
typedef struct report_call {
    cq_session *session;
    const cq_view *view;
    const cq_block *block;
    lua_Integer i, j;    /* as given */
    uint32_t first, end; /* tokens of the document */
    bool is_gap, is_insert;
    cq_finding finding; /* pushed last, so that an error leaves no half of it */
} report_call;

static bool charge(cq_session *session, size_t bytes) {
    session->reported_bytes += bytes;
    if (session->reported_bytes > CQ_REPORTER_MOST_BYTES) session->has_flooded = true;
    return !session->has_flooded;
}

static bool count_finding(cq_session *session) {
    if (++session->reported > CQ_REPORTER_MOST_FINDINGS) session->has_flooded = true;
    return charge(session, sizeof(cq_finding));
}

static int refuse_flood(lua_State *L) {
    return luaL_error(L, "more than %d findings (or %d MiB of them) in one document",
                      CQ_REPORTER_MOST_FINDINGS, CQ_REPORTER_MOST_BYTES >> 20);
}

/* A copy of the string at a stack index in the findings' arena. */
static cq_str copy_string(lua_State *L, const report_call *call, int index, const char *what) {
    cq_str s;
    if (lua_type(L, index) != LUA_TSTRING && lua_type(L, index) != LUA_TNUMBER)
        luaL_error(L, "report: %s is a %s, not a string", what, luaL_typename(L, index));
    s.ptr = lua_tolstring(L, index, &s.len);
    if (s.len > LONGEST_STRING)
        luaL_error(L, "report: %s is longer than %d KiB", what, (int)(LONGEST_STRING >> 10));
    if (!charge(call->session, s.len)) refuse_flood(L);
    return cq_str_dup(&call->session->findings->arena, s);
}

/* Text for people, on one line: a cut through a character must not break a report. */
static cq_str copy_message(lua_State *L, const report_call *call, int index, const char *what) {
    cq_str s = copy_string(L, call, index, what);
    char *line = cq_arena_take(&call->session->findings->arena, s.len + 1);
    memcpy(line, s.ptr, s.len + 1);
    for (size_t i = 0; i < s.len;) {
        unsigned length = cq_utf8_length(s.ptr + i, s.ptr + s.len);
        if (!length)
            line[i] = '?';
        else if (length == 1 && ((unsigned char)line[i] < 0x20 || line[i] == 0x7F))
            line[i] = ' ';
        i += length ? length : 1;
    }
    return (cq_str){line, s.len};
}

/* Text for the file, which stays UTF-8. */
static cq_str copy_replacement(lua_State *L, const report_call *call, int index) {
    cq_str s = copy_string(L, call, index, "the fix");
    if (cq_utf8_find_invalid(s) != SIZE_MAX || memchr(s.ptr, '\0', s.len))
        luaL_error(L, "report: the fix is not UTF-8 text");
    return s;
}

/* Tokens i..j of a view as tokens of the document. */
static void check_range(lua_State *L, const cq_view *view, lua_Integer i, lua_Integer j) {
    lua_Integer count = (lua_Integer)(view->end - view->first);
    if (i < 1 || j > count || i > j)
        luaL_error(L, "report: tokens %I to %I of a %s of %I tokens", (LUAI_UACINT)i,
                   (LUAI_UACINT)j, cq_view_kind_name(view->kind), (LUAI_UACINT)count);
}

/* A place before token i, where i may be one behind the last. */
static void check_place(lua_State *L, const cq_view *view, lua_Integer i) {
    lua_Integer count = (lua_Integer)(view->end - view->first);
    if (i < 1 || i > count + 1)
        luaL_error(L, "report: before token %I of a %s of %I tokens", (LUAI_UACINT)i,
                   cq_view_kind_name(view->kind), (LUAI_UACINT)count);
}

/* The empty place before token `first`; behind the view's last one, not before what follows. */
static cq_span locate_insert(const report_call *call, uint32_t first) {
    const cq_doc *doc = call->session->doc;
    if (first == call->view->end && first > call->view->first) {
        uint32_t place = cq_doc_locate(doc, call->block, first - 1, first).end;
        return (cq_span){place, place};
    }
    return cq_fix_builder_locate(doc, call->block, first, first);
}

static cq_span locate_call(const report_call *call) {
    const cq_doc *doc = call->session->doc;
    if (call->is_gap) return cq_doc_locate_gap(doc, call->block, call->first);
    if (call->is_insert) return locate_insert(call, call->first);
    return cq_doc_locate(doc, call->block, call->first, call->end);
}

/* The fields of a detail, which is at stack index 4. */
static bool get_flag(lua_State *L, const char *name) {
    lua_getfield(L, 4, name);
    bool flag = lua_toboolean(L, -1);
    lua_pop(L, 1);
    return flag;
}

static void check_detail_keys(lua_State *L) {
    static const char *const names[] = {"message", "fix", "edits",  "safe", "title",
                                        "related", "gap", "insert", NULL};
    lua_pushnil(L);
    while (lua_next(L, 4)) {
        lua_pop(L, 1);
        const char *name = lua_type(L, -1) == LUA_TSTRING ? lua_tostring(L, -1) : "?";
        bool is_known = false;
        for (int i = 0; names[i]; i++) is_known |= strcmp(names[i], name) == 0;
        if (is_known) continue;
        const char *guess = cq_rule_table_guess(name, names);
        luaL_error(L, "report: a detail has no field '%s'%s%s%s", name,
                   guess ? "; did you mean '" : "", guess ? guess : "", guess ? "'?" : "");
    }
}

/* Reads the integer in place n of the list at the top. */
static lua_Integer get_item_integer(lua_State *L, int n, const char *what) {
    int is_integer;
    lua_rawgeti(L, -1, n);
    lua_Integer value = lua_tointegerx(L, -1, &is_integer);
    if (!is_integer)
        luaL_error(L, "report: %s: item %d is a %s, not an integer", what, n, luaL_typename(L, -1));
    lua_pop(L, 1);
    return value;
}

/* The list in a detail's field at the top of the stack; raises unless it is one of some length. */
static lua_Integer check_items(lua_State *L, const char *what) {
    if (!lua_istable(L, -1))
        luaL_error(L, "report: %s is a %s, not a list", what, luaL_typename(L, -1));
    lua_Integer count = (lua_Integer)lua_rawlen(L, -1);
    if (count < 1 || count > MOST_ITEMS)
        luaL_error(L, "report: %s has %I items, not 1 to %d", what, (LUAI_UACINT)count, MOST_ITEMS);
    return count;
}

/* Pushes item `n` of the list at the top, a table. */
static void push_item(lua_State *L, lua_Integer n, const char *what) {
    if (lua_rawgeti(L, -1, n) != LUA_TTABLE)
        luaL_error(L, "report: item %I of %s is a %s, not a table", (LUAI_UACINT)n, what,
                   luaL_typename(L, -1));
}

/* {first, last, replacement} at the top; last == first - 1 inserts. */
static void add_edit(lua_State *L, const report_call *call, cq_fix_builder *builder) {
    lua_Integer i = get_item_integer(L, 1, "edits"), j = get_item_integer(L, 2, "edits");
    lua_rawgeti(L, -1, 3);
    cq_str text = copy_replacement(L, call, -1);
    lua_pop(L, 1);
    check_place(L, call->view, i);
    uint32_t first = call->view->first + (uint32_t)(i - 1);
    if (j != i - 1) {
        check_range(L, call->view, i, j);
        cq_fix_builder_replace(builder, first, call->view->first + (uint32_t)j, text);
        return;
    }
    cq_fix_builder_edit(builder, locate_insert(call, first), text);
}

static void add_edits(lua_State *L, const report_call *call, cq_fix_builder *builder) {
    lua_Integer count = check_items(L, "edits");
    for (lua_Integer n = 1; n <= count; n++) {
        push_item(L, n, "edits");
        add_edit(L, call, builder);
        lua_pop(L, 1);
    }
}

/* The fix that replaces what is reported by the string at the top. */
static void add_replacement(lua_State *L, const report_call *call, cq_fix_builder *builder) {
    cq_str text = copy_replacement(L, call, -1);
    if (call->is_gap || call->is_insert)
        cq_fix_builder_edit(builder, call->finding.at, text);
    else
        cq_fix_builder_replace(builder, call->first, call->end, text);
}

static void finish_fix(lua_State *L, report_call *call, cq_fix_builder *builder) {
    if (lua_getfield(L, 4, "title") != LUA_TNIL)
        builder->fix->title = copy_message(L, call, -1, "the title");
    lua_pop(L, 1);
    bool ok =
        charge(call->session, sizeof *builder->fix + builder->fix->edits.len * sizeof(cq_edit));
    if (!ok) refuse_flood(L);
    if (!cq_fix_builder_finish(builder, get_flag(L, "safe")))
        luaL_error(L, "report: edits overlap");
}

static void read_fix(lua_State *L, report_call *call) {
    bool has_fix = lua_getfield(L, 4, "fix") != LUA_TNIL;
    bool has_edits = lua_getfield(L, 4, "edits") != LUA_TNIL;
    if (has_fix && has_edits) luaL_error(L, "report: a detail has fix or edits, not both");
    if (has_fix || has_edits) {
        cq_arena *arena = &call->session->findings->arena;
        cq_fix_builder builder = {.doc = call->session->doc, .block = call->block, .arena = arena};
        builder.fix = CQ_ARRAY_PUSH(arena, &call->finding.fixes);
        if (has_edits) {
            add_edits(L, call, &builder);
        } else {
            lua_pop(L, 1);
            add_replacement(L, call, &builder);
        }
        finish_fix(L, call, &builder);
    }
    lua_settop(L, 4);
}

/* {text, first, last, message} at the top. */
static void add_related(lua_State *L, report_call *call) {
    cq_arena *arena = &call->session->findings->arena;
    lua_rawgeti(L, -1, 1);
    const cq_view *view = cq_view_check_text(L, lua_gettop(L));
    lua_pop(L, 1); /* the list keeps it alive */
    lua_Integer i = get_item_integer(L, 2, "related"), j = get_item_integer(L, 3, "related");
    check_range(L, view, i, j);
    lua_rawgeti(L, -1, 4);
    cq_str message = copy_message(L, call, -1, "a related message");
    lua_pop(L, 1);
    cq_related *related = CQ_ARRAY_PUSH(arena, &call->finding.related);
    related->message = message;
    related->at = cq_doc_locate(call->session->doc, cq_view_block(L, view),
                                view->first + (uint32_t)(i - 1), view->first + (uint32_t)j);
    if (!charge(call->session, sizeof *related)) refuse_flood(L);
}

static void read_related(lua_State *L, report_call *call) {
    if (lua_getfield(L, 4, "related") != LUA_TNIL) {
        lua_Integer count = check_items(L, "related");
        for (lua_Integer n = 1; n <= count; n++) {
            push_item(L, n, "related");
            add_related(L, call);
            lua_pop(L, 1);
        }
    }
    lua_settop(L, 4);
}

static void read_detail(lua_State *L, report_call *call) {
    if (lua_type(L, 4) == LUA_TSTRING) {
        call->finding.message = copy_message(L, call, 4, "the message");
        return;
    }
    if (lua_getfield(L, 4, "message") != LUA_TNIL)
        call->finding.message = copy_message(L, call, -1, "the message");
    lua_pop(L, 1);
    read_fix(L, call);
    read_related(L, call);
}

/* report(text, i, detail) is report(text, i, i, detail). */
static void settle_arguments(lua_State *L) {
    int type = lua_type(L, 3);
    if ((type == LUA_TSTRING || type == LUA_TTABLE) && lua_isnoneornil(L, 4)) {
        lua_settop(L, 3);
        lua_pushnil(L);
        lua_insert(L, 3);
    }
    lua_settop(L, 4);
    type = lua_type(L, 4);
    luaL_argexpected(L, type == LUA_TNIL || type == LUA_TSTRING || type == LUA_TTABLE, 4,
                     "string or table");
}

static void read_place(lua_State *L, report_call *call) {
    call->view = cq_view_check_text(L, 1);
    call->block = cq_view_block(L, call->view);
    call->i = luaL_checkinteger(L, 2);
    call->j = luaL_optinteger(L, 3, call->i);
    if (lua_type(L, 4) == LUA_TTABLE) {
        check_detail_keys(L);
        call->is_gap = get_flag(L, "gap");
        call->is_insert = get_flag(L, "insert");
    }
    if (call->is_gap && call->is_insert)
        luaL_error(L, "report: a detail has gap or insert, not both");
    if (call->is_gap || call->is_insert)
        check_place(L, call->view, call->i);
    else
        check_range(L, call->view, call->i, call->j);
    call->first = call->view->first + (uint32_t)(call->i - 1);
    call->end =
        call->is_gap || call->is_insert ? call->first : call->view->first + (uint32_t)call->j;
    call->finding.at = locate_call(call);
}

static cq_finding new_finding(const cq_session *session) {
    const cq_rule *rule = session->rule;
    cq_level level = rule->level != CQ_LEVEL_OFF ? rule->level : rule->default_level;
    return (cq_finding){.rule = rule,
                        .level = level != CQ_LEVEL_OFF ? level : CQ_LEVEL_WARNING,
                        .message = session->body->message};
}

/* Whether the words in question are the user's own and the rule leaves those alone. */
static bool is_own(const cq_session *session, const cq_block *block, uint32_t first, uint32_t end) {
    return session->body->honours_vocabulary &&
           cq_vocabulary_covers(session->vocabulary, session->doc, block, first, end);
}

int cq_reporter_call(lua_State *L) {
    report_call call = {.session = cq_session_of(L)};
    if (!call.session->rule) return luaL_error(L, "report: only a check may report");
    if (!count_finding(call.session)) return refuse_flood(L);
    call.finding = new_finding(call.session);
    settle_arguments(L);
    read_place(L, &call);
    if (is_own(call.session, call.block, call.first, call.end)) return 0;
    if (!lua_isnil(L, 4)) read_detail(L, &call);
    call.finding.block = call.view->block;
    *cq_findings_push(call.session->findings) = call.finding;
    return 0;
}

static cq_str get_written(const cq_session *session, const cq_block *block, uint32_t first,
                          uint32_t end) {
    const cq_token *tokens = session->doc->tokens.at;
    return cq_str_slice(block->text, tokens[first].start, tokens[end - 1].end);
}

static void add_swap(cq_session *session, cq_finding *finding, const cq_block *block,
                     const cq_swap *swap) {
    cq_arena *arena = &session->findings->arena;
    cq_fix_builder builder = {.doc = session->doc, .block = block, .arena = arena};
    builder.fix = CQ_ARRAY_PUSH(arena, &finding->fixes);
    cq_fix_builder_replace(&builder, swap->first, swap->end, swap->text);
    cq_fix_builder_finish(&builder, session->body->is_safe);
}

bool cq_reporter_add(cq_session *session, const cq_swap_match *match) {
    const cq_phrase_hit *hit = match->hit;
    const cq_trigger *trigger = match->trigger;
    const cq_block *block =
        &session->doc->blocks.at[session->doc->sentences.at[hit->sentence].block];
    cq_swap swap;
    bool has_swap = trigger->kind == CQ_TRIGGER_SWAP && cq_swap_choose(&swap, session, match);
    /* A pattern matches in any case, so a swap that is about capitals finds the right form too. */
    if (trigger->kind == CQ_TRIGGER_SWAP &&
        cq_str_is_equal(get_written(session, block, hit->first, hit->end), trigger->replacement))
        return true;
    if (is_own(session, block, hit->first, hit->end)) return true;
    if (!count_finding(session) || !charge(session, trigger->replacement.len)) return false;
    cq_finding finding = new_finding(session);
    finding.at = cq_doc_locate(session->doc, block, hit->first, hit->end);
    finding.block = (uint32_t)(block - session->doc->blocks.at);
    if (trigger->message.len) finding.message = trigger->message;
    if (has_swap) add_swap(session, &finding, block, &swap);
    *cq_findings_push(session->findings) = finding;
    return true;
}
