/* calque.sentence */
#include "lua/text_method.h"
#include "lua/view.h"
#include "text/tag.h"

static const cq_view *self(lua_State *L) {
    return lua_touserdata(L, 1);
}

static int get_index(lua_State *L) {
    cq_session_of(L)->has_looked_around = true;
    lua_pushinteger(L, (lua_Integer)self(L)->index + 1);
    return 1;
}

static int get_offset(lua_State *L) {
    lua_pushinteger(L, self(L)->first - cq_view_block(L, self(L))->first_token);
    return 1;
}

static int get_previous(lua_State *L) {
    if (self(L)->index <= cq_view_block(L, self(L))->first_sentence) return 0;
    cq_view_push(L, CQ_VIEW_SENTENCE, self(L)->index - 1);
    return 1;
}

static int get_next(lua_State *L) {
    if (self(L)->index + 1 >= cq_view_block(L, self(L))->end_sentence) return 0;
    cq_view_push(L, CQ_VIEW_SENTENCE, self(L)->index + 1);
    return 1;
}

static int get_terminated(lua_State *L) {
    lua_pushboolean(L, cq_view_doc(L)->sentences.at[self(L)->index].is_terminated);
    return 1;
}

/* sentence:guess_language() */
static int sentence_guess_language(lua_State *L) {
    const cq_view *view = cq_view_check(L, 1, CQ_VIEW_SENTENCE);
    cq_language_guess guess = cq_session_guess(cq_session_of(L), view->index);
    lua_pushstring(L, guess.code);
    lua_pushnumber(L, (lua_Number)guess.foreign);
    lua_pushinteger(L, (lua_Integer)guess.words);
    return 3;
}

/* The tag of the token that argument 2 names, or NULL. Tags depend on how the whole document writes
   its words; computing them is the engine's work and not counted as the rule's. */
static const cq_tag *get_tag(lua_State *L) {
    const cq_view *view = cq_view_check(L, 1, CQ_VIEW_SENTENCE);
    lua_Integer i = luaL_checkinteger(L, 2);
    if (i < 1 || i > (lua_Integer)(view->end - view->first)) return NULL;
    cq_session_of(L)->has_looked_around = true;
    cq_budget_pause(cq_budget_of(L));
    const cq_tag *tags = cq_tag_of_sentence(cq_session_of(L)->doc, view->index);
    cq_budget_resume(cq_budget_of(L));
    return tags ? &tags[i - 1] : NULL;
}

/* sentence:tag(i) */
static int sentence_tag(lua_State *L) {
    const cq_tag *tag = get_tag(L);
    if (!tag) return 0;
    cq_str lemma = cq_intern_text(cq_view_doc(L)->words, tag->lemma);
    lua_pushstring(L, cq_upos_name((cq_upos)tag->upos));
    lua_pushlstring(L, lemma.ptr, lemma.len);
    return 2;
}

/* sentence:has_feature(i, feature) */
static int sentence_has_feature(lua_State *L) {
    const char *feature = luaL_checkstring(L, 3);
    const cq_tag *tag = get_tag(L);
    lua_pushboolean(L, tag && cq_tag_has(tag, feature));
    return 1;
}

void cq_view_sentence_open(lua_State *L) {
    static const luaL_Reg methods[] = {{"guess_language", sentence_guess_language},
                                       {"has_feature", sentence_has_feature},
                                       {"tag", sentence_tag},
                                       {NULL, NULL}};
    static const luaL_Reg fields[] = {{"block", cq_view_get_block},
                                      {"doc", cq_view_get_doc},
                                      {"index", get_index},
                                      {"language", cq_text_method_get_language},
                                      {"next", get_next},
                                      {"offset", get_offset},
                                      {"previous", get_previous},
                                      {"terminated", get_terminated},
                                      {NULL, NULL}};
    cq_view_define(L, CQ_VIEW_SENTENCE, methods, cq_text_method_all, fields);
}
