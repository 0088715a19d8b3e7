/* calque.block */
#include "lua/text_method.h"
#include "lua/view.h"

static const cq_view *self(lua_State *L) {
    return lua_touserdata(L, 1);
}

static int block_sentences(lua_State *L) {
    const cq_block *block = cq_view_block(L, cq_view_check(L, 1, CQ_VIEW_BLOCK));
    cq_view_push_iterator(L, CQ_VIEW_SENTENCE, block->first_sentence, block->end_sentence);
    return 1;
}

static int get_type(lua_State *L) {
    lua_pushstring(L, cq_block_kind_name(cq_view_block(L, self(L))->kind));
    return 1;
}

static int get_depth(lua_State *L) {
    lua_pushinteger(L, cq_view_block(L, self(L))->depth);
    return 1;
}

static int get_blank_lines(lua_State *L) {
    lua_pushinteger(L, cq_view_block(L, self(L))->blank_lines_before);
    return 1;
}

static int get_index(lua_State *L) {
    cq_session_of(L)->has_looked_around = true;
    lua_pushinteger(L, (lua_Integer)self(L)->index + 1);
    return 1;
}

static int get_previous(lua_State *L) {
    cq_session_of(L)->has_looked_around = true;
    if (self(L)->index == 0) return 0;
    cq_view_push(L, CQ_VIEW_BLOCK, self(L)->index - 1);
    return 1;
}

static int get_next(lua_State *L) {
    cq_session_of(L)->has_looked_around = true;
    if (self(L)->index + 1 >= cq_view_doc(L)->blocks.len) return 0;
    cq_view_push(L, CQ_VIEW_BLOCK, self(L)->index + 1);
    return 1;
}

/* block.source: the text of what it is a translation of. */
static int get_source(lua_State *L) {
    cq_session_of(L)->has_looked_around = true;
    const cq_block *source = cq_session_source_of(cq_session_of(L), self(L)->index);
    if (!source) return 0;
    lua_pushlstring(L, source->text.ptr, source->text.len);
    return 1;
}

void cq_view_block_open(lua_State *L) {
    static const luaL_Reg methods[] = {{"sentences", block_sentences}, {NULL, NULL}};
    static const luaL_Reg fields[] = {{"blank_lines", get_blank_lines},
                                      {"depth", get_depth},
                                      {"doc", cq_view_get_doc},
                                      {"index", get_index},
                                      {"language", cq_text_method_get_language},
                                      {"next", get_next},
                                      {"previous", get_previous},
                                      {"source", get_source},
                                      {"type", get_type},
                                      {NULL, NULL}};
    cq_view_define(L, CQ_VIEW_BLOCK, methods, cq_text_method_all, fields);
}
