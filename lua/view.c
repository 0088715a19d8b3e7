#include "lua/view.h"

/* Registry keys are addresses. */
static const char metatable_keys[CQ_VIEW_COUNT];

static const char *const kind_names[CQ_VIEW_COUNT] = {
    [CQ_VIEW_SENTENCE] = "sentence",
    [CQ_VIEW_BLOCK] = "block",
    [CQ_VIEW_QUOTATION] = "quotation",
    [CQ_VIEW_DOCUMENT] = "document",
};

void cq_view_open_all(lua_State *L) {
#define CQ_VIEW(stem) cq_view_##stem##_open(L);
#include "gen/views.def"
#undef CQ_VIEW
}

const char *cq_view_kind_name(cq_view_kind kind) {
    return kind_names[kind];
}

static bool is_text(const cq_view *view) {
    return view->kind == CQ_VIEW_SENTENCE || view->kind == CQ_VIEW_BLOCK;
}

static bool is_alive(lua_State *L, const cq_view *view) {
    const cq_session *session = cq_session_of(L);
    return session->doc && session->generation == view->generation;
}

static void check_alive(lua_State *L, const cq_view *view) {
    if (!is_alive(L, view))
        luaL_error(L, "this %s is of a document that is closed", kind_names[view->kind]);
}

/* The view at a stack index, alive, or NULL where there is something else. */
static const cq_view *get_view(lua_State *L, int arg) {
    if (lua_type(L, arg) != LUA_TUSERDATA) return NULL;
    const cq_view *view = lua_touserdata(L, arg);
    check_alive(L, view);
    return view;
}

const cq_view *cq_view_check(lua_State *L, int arg, cq_view_kind kind) {
    const cq_view *view = get_view(L, arg);
    if (!view || view->kind != kind) luaL_typeerror(L, arg, kind_names[kind]);
    return view;
}

const cq_view *cq_view_check_text(lua_State *L, int arg) {
    const cq_view *view = get_view(L, arg);
    if (!view || !is_text(view)) luaL_typeerror(L, arg, "sentence or block");
    return view;
}

/* text[i]: token i lower-cased, nil outside. */
static int index_token(lua_State *L, const cq_view *view) {
    int is_integer;
    lua_Integer i = lua_tointegerx(L, 2, &is_integer);
    if (!is_integer || i < 1 || i > (lua_Integer)(view->end - view->first)) return 0;
    const cq_doc *doc = cq_view_doc(L);
    const cq_token *token = &doc->tokens.at[view->first + (uint32_t)i - 1];
    cq_str text = cq_intern_text(doc->words, token->word);
    lua_pushlstring(L, text.ptr, text.len);
    return 1;
}

/* Upvalues: methods, fields. A misspelt name raises: nil would be a silent rule. */
static int index_view(lua_State *L) {
    const cq_view *view = lua_touserdata(L, 1);
    check_alive(L, view);
    if (lua_type(L, 2) == LUA_TNUMBER && is_text(view)) return index_token(L, view);
    lua_settop(L, 2);
    lua_pushvalue(L, 2);
    if (lua_rawget(L, lua_upvalueindex(1)) != LUA_TNIL) return 1;
    lua_pushvalue(L, 2);
    lua_rawget(L, lua_upvalueindex(2));
    lua_CFunction get = lua_tocfunction(L, -1);
    lua_settop(L, 2);
    if (get) return get(L);
    /* It may be the rule that is newer than the program. */
    return luaL_error(L, "a %s has no field '%s' in this calque; calque explain --api lists them",
                      kind_names[view->kind], luaL_tolstring(L, 2, NULL));
}

static int refuse_write(lua_State *L) {
    const cq_view *view = lua_touserdata(L, 1);
    return luaL_error(L, "a %s is read-only", kind_names[view->kind]);
}

static int count_tokens(lua_State *L) {
    const cq_view *view = cq_view_check_text(L, 1);
    lua_pushinteger(L, (lua_Integer)(view->end - view->first));
    return 1;
}

static int compare_views(lua_State *L) {
    const cq_view *a = lua_touserdata(L, 1), *b = lua_touserdata(L, 2);
    lua_pushboolean(L, a && b && a->generation == b->generation && a->kind == b->kind &&
                           a->index == b->index);
    return 1;
}

static int describe_view(lua_State *L) {
    const cq_view *view = lua_touserdata(L, 1);
    if (view->kind == CQ_VIEW_DOCUMENT)
        lua_pushliteral(L, "document");
    else
        lua_pushfstring(L, "%s %I", kind_names[view->kind], (LUAI_UACINT)view->index + 1);
    return 1;
}

static void push_index(lua_State *L, const luaL_Reg *methods, const luaL_Reg *more_methods,
                       const luaL_Reg *fields) {
    lua_newtable(L);
    luaL_setfuncs(L, methods, 0);
    if (more_methods) luaL_setfuncs(L, more_methods, 0);
    lua_newtable(L);
    luaL_setfuncs(L, fields, 0);
    lua_pushcclosure(L, index_view, 2);
}

void cq_view_define(lua_State *L, cq_view_kind kind, const luaL_Reg *methods,
                    const luaL_Reg *more_methods, const luaL_Reg *fields) {
    static const luaL_Reg metamethods[] = {{"__newindex", refuse_write},
                                           {"__eq", compare_views},
                                           {"__tostring", describe_view},
                                           {NULL, NULL}};
    luaL_newlib(L, metamethods);
    push_index(L, methods, more_methods, fields);
    lua_setfield(L, -2, "__index");
    if (kind == CQ_VIEW_SENTENCE || kind == CQ_VIEW_BLOCK) {
        lua_pushcfunction(L, count_tokens);
        lua_setfield(L, -2, "__len");
    }
    lua_pushboolean(L, 0);
    lua_setfield(L, -2, "__metatable");
    lua_pushstring(L, kind_names[kind]);
    lua_setfield(L, -2, "__name");
    lua_rawsetp(L, LUA_REGISTRYINDEX, &metatable_keys[kind]);
}

/* Where a view stands in the document. */
static void place_view(const cq_doc *doc, cq_view *view) {
    if (view->kind == CQ_VIEW_SENTENCE) {
        const cq_sentence *sentence = &doc->sentences.at[view->index];
        view->block = sentence->block;
        view->first = sentence->first_token;
        view->end = sentence->end_token;
    } else if (view->kind == CQ_VIEW_BLOCK) {
        view->block = view->index;
        view->first = doc->blocks.at[view->index].first_token;
        view->end = doc->blocks.at[view->index].end_token;
    } else if (view->kind == CQ_VIEW_QUOTATION) {
        view->block = doc->quotations.at[view->index].block;
    }
}

void cq_view_push(lua_State *L, cq_view_kind kind, uint32_t index) {
    const cq_session *session = cq_session_of(L);
    cq_view *view = lua_newuserdatauv(L, sizeof *view, 0);
    *view = (cq_view){.generation = session->generation, .kind = kind, .index = index};
    place_view(session->doc, view);
    lua_rawgetp(L, LUA_REGISTRYINDEX, &metatable_keys[kind]);
    lua_setmetatable(L, -2);
}

/* Upvalues: a view of the document (for its life), kind, next index, end. */
static int next_view(lua_State *L) {
    cq_view_check(L, lua_upvalueindex(1), CQ_VIEW_DOCUMENT);
    cq_view_kind kind = (cq_view_kind)lua_tointeger(L, lua_upvalueindex(2));
    lua_Integer next = lua_tointeger(L, lua_upvalueindex(3));
    if (next >= lua_tointeger(L, lua_upvalueindex(4))) return 0;
    lua_pushinteger(L, next + 1);
    lua_replace(L, lua_upvalueindex(3));
    cq_view_push(L, kind, (uint32_t)next);
    return 1;
}

void cq_view_push_iterator(lua_State *L, cq_view_kind kind, uint32_t first, uint32_t end) {
    cq_view_push(L, CQ_VIEW_DOCUMENT, 0);
    lua_pushinteger(L, (lua_Integer)kind);
    lua_pushinteger(L, first);
    lua_pushinteger(L, end);
    lua_pushcclosure(L, next_view, 4);
}

int cq_view_get_block(lua_State *L) {
    const cq_view *view = lua_touserdata(L, 1);
    cq_view_push(L, CQ_VIEW_BLOCK, view->block);
    return 1;
}

int cq_view_get_doc(lua_State *L) {
    cq_view_push(L, CQ_VIEW_DOCUMENT, 0);
    return 1;
}
