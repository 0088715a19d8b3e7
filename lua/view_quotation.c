/* calque.quotation */
#include "lua/view.h"

static const cq_quotation *self(lua_State *L) {
    const cq_view *view = lua_touserdata(L, 1);
    return &cq_view_doc(L)->quotations.at[view->index];
}

/* A mark as a token of its block, nil where there is none. */
static int push_mark(lua_State *L, uint32_t token) {
    if (token == CQ_NO_TOKEN) return 0;
    lua_pushinteger(
        L, (lua_Integer)(token - cq_view_doc(L)->blocks.at[self(L)->block].first_token) + 1);
    return 1;
}

static int get_open(lua_State *L) {
    return push_mark(L, self(L)->open_token);
}

static int get_close(lua_State *L) {
    return push_mark(L, self(L)->close_token);
}

static int get_style(lua_State *L) {
    lua_pushstring(L, cq_quote_style_name(self(L)->style));
    return 1;
}

static int get_depth(lua_State *L) {
    lua_pushinteger(L, self(L)->depth);
    return 1;
}

static int get_continued(lua_State *L) {
    lua_pushboolean(L, self(L)->is_continued);
    return 1;
}

static bool is_other_mark(const cq_quotation *quotation, uint32_t token, cq_quote_role role) {
    return (role == CQ_QUOTE_OPEN || role == CQ_QUOTE_CLOSE) && token != quotation->open_token &&
           token != quotation->close_token;
}

static int get_alone(lua_State *L) {
    const cq_quotation *quotation = self(L);
    const cq_doc *doc = cq_view_doc(L);
    const cq_block *block = &doc->blocks.at[quotation->block];
    bool is_alone = true;
    for (uint32_t t = block->first_token; t < block->end_token && is_alone; t++)
        is_alone = !is_other_mark(quotation, t, doc->tokens.at[t].role);
    lua_pushboolean(L, is_alone);
    return 1;
}

void cq_view_quotation_open(lua_State *L) {
    static const luaL_Reg methods[] = {{NULL, NULL}};
    static const luaL_Reg fields[] = {{"alone", get_alone}, {"block", cq_view_get_block},
                                      {"close", get_close}, {"continued", get_continued},
                                      {"depth", get_depth}, {"open", get_open},
                                      {"style", get_style}, {NULL, NULL}};
    cq_view_define(L, CQ_VIEW_QUOTATION, methods, NULL, fields);
}
