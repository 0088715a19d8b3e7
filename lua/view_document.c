/* calque.document */
#include "lua/view.h"

#include "text/language_found.h"

#include <string.h>

static const cq_doc *check_self(lua_State *L) {
    cq_view_check(L, 1, CQ_VIEW_DOCUMENT);
    cq_session_of(L)->has_looked_around = true;
    return cq_view_doc(L);
}

/* An iterator for argument 1, the document: its upvalues are the document, the next index, and argument 2,
   which says what it looks for. */
static int push_iterator(lua_State *L, lua_CFunction next) {
    lua_settop(L, 2);
    lua_pushvalue(L, 1);
    lua_pushinteger(L, 0);
    lua_pushvalue(L, 2);
    lua_pushcclosure(L, next, 3);
    return 1;
}

/* Raises when the document is gone: to be called before all else. */
static uint32_t get_next(lua_State *L) {
    cq_view_check(L, lua_upvalueindex(1), CQ_VIEW_DOCUMENT);
    return (uint32_t)lua_tointeger(L, lua_upvalueindex(2));
}

static void go_behind(lua_State *L, uint32_t index) {
    lua_pushinteger(L, (lua_Integer)index + 1);
    lua_replace(L, lua_upvalueindex(2));
}

static int document_blocks(lua_State *L) {
    cq_view_push_iterator(L, CQ_VIEW_BLOCK, 0, check_self(L)->blocks.len);
    return 1;
}

static int document_sentences(lua_State *L) {
    cq_view_push_iterator(L, CQ_VIEW_SENTENCE, 0, check_self(L)->sentences.len);
    return 1;
}

/* doc:count_blocks(lines): those with so many blank lines before them. */
static int document_count_blocks(lua_State *L) {
    const cq_doc *doc = check_self(L);
    lua_Integer lines = luaL_checkinteger(L, 2), count = 0;
    for (uint32_t i = 0; i < doc->blocks.len; i++)
        count += doc->blocks.at[i].blank_lines_before == lines;
    lua_pushinteger(L, count);
    return 1;
}

/* doc:count_quotations(style): the outermost ones with marks of a style. */
static int document_count_quotations(lua_State *L) {
    const cq_quotations *quotations = &check_self(L)->quotations;
    const char *style = luaL_checkstring(L, 2);
    lua_Integer count = 0;
    for (uint32_t i = 0; i < quotations->len; i++) {
        const cq_quotation *quotation = &quotations->at[i];
        count += quotation->depth == 1 && strcmp(cq_quote_style_name(quotation->style), style) == 0;
    }
    lua_pushinteger(L, count);
    return 1;
}

static int next_spaced_block(lua_State *L) {
    uint32_t next = get_next(L);
    const cq_blocks *blocks = &cq_view_doc(L)->blocks;
    lua_Integer least = lua_tointeger(L, lua_upvalueindex(3));
    while (next < blocks->len && blocks->at[next].blank_lines_before < least) next++;
    go_behind(L, next);
    if (next >= blocks->len) return 0;
    cq_view_push(L, CQ_VIEW_BLOCK, next);
    return 1;
}

/* doc:spaced_blocks(least) */
static int document_spaced_blocks(lua_State *L) {
    check_self(L);
    luaL_checkinteger(L, 2);
    return push_iterator(L, next_spaced_block);
}

static int document_quotations(lua_State *L) {
    cq_view_push_iterator(L, CQ_VIEW_QUOTATION, 0, check_self(L)->quotations.len);
    return 1;
}

/* Single marks are left alone: a lone one is nearly always an apostrophe. */
static bool is_single(const cq_quotation *quotation) {
    return quotation->style == CQ_QUOTE_STRAIGHT_SINGLE ||
           quotation->style == CQ_QUOTE_CURLY_SINGLE || quotation->style == CQ_QUOTE_LOW_SINGLE ||
           quotation->style == CQ_QUOTE_GUILLEMET_SINGLE;
}

static bool is_unpaired(const cq_quotation *quotation) {
    return !quotation->is_continued && !is_single(quotation) &&
           (quotation->open_token == CQ_NO_TOKEN || quotation->close_token == CQ_NO_TOKEN);
}

static int next_unpaired(lua_State *L) {
    uint32_t next = get_next(L);
    const cq_quotations *quotations = &cq_view_doc(L)->quotations;
    while (next < quotations->len && !is_unpaired(&quotations->at[next])) next++;
    go_behind(L, next);
    if (next >= quotations->len) return 0;
    cq_view_push(L, CQ_VIEW_QUOTATION, next);
    return 1;
}

static int document_unpaired(lua_State *L) {
    check_self(L);
    return push_iterator(L, next_unpaired);
}

/* The repeats for `least`; computing them is the engine's work and not counted as the rule's. */
static const cq_repeats *get_repeats(lua_State *L, double least) {
    unsigned step = (unsigned)((least - 0.5) * 10 + 1e-6);
    cq_budget_pause(cq_budget_of(L));
    const cq_repeats *repeats = cq_session_repeats(cq_session_of(L), step);
    cq_budget_resume(cq_budget_of(L));
    if (!repeats) cq_budget_give_up(L);
    return repeats;
}

static int next_repeat(lua_State *L) {
    uint32_t next = get_next(L);
    double least = lua_tonumber(L, lua_upvalueindex(3));
    const cq_repeats *repeats = get_repeats(L, least);
    while (next < repeats->len && (double)repeats->at[next].similarity < least - 1e-6) next++;
    go_behind(L, next);
    if (next >= repeats->len) return 0;
    cq_view_push(L, CQ_VIEW_SENTENCE, repeats->at[next].first);
    cq_view_push(L, CQ_VIEW_SENTENCE, repeats->at[next].second);
    lua_pushnumber(L, (lua_Number)repeats->at[next].similarity);
    lua_pushboolean(L, repeats->at[next].is_identical);
    return 4;
}

static int document_repeats(lua_State *L) {
    check_self(L);
    double least = luaL_checknumber(L, 2);
    luaL_argcheck(L, least >= 0.5 && least <= 1, 2, "a similarity from 0.5 to 1");
    return push_iterator(L, next_repeat);
}

static int next_loop(lua_State *L) {
    uint32_t next = get_next(L);
    uint32_t turns = (uint32_t)lua_tointeger(L, lua_upvalueindex(3));
    const cq_loops *loops = cq_session_loops(cq_session_of(L));
    while (next < loops->len && cq_loop_turns(&loops->at[next]) < turns) next++;
    if (next >= loops->len) return 0;
    go_behind(L, next);
    const cq_loop *loop = &loops->at[next];
    uint32_t origin = cq_view_doc(L)->blocks.at[loop->block].first_token;
    cq_view_push(L, CQ_VIEW_BLOCK, loop->block);
    lua_pushinteger(L, (lua_Integer)(loop->first - origin) + 1);
    lua_pushinteger(L, (lua_Integer)(loop->end - origin));
    lua_pushinteger(L, (lua_Integer)loop->period);
    return 4;
}

static int document_loops(lua_State *L) {
    check_self(L);
    lua_Integer turns = luaL_checkinteger(L, 2);
    luaL_argcheck(L, turns >= 2 && turns <= 100, 2, "a number of turns from 2 to 100");
    return push_iterator(L, next_loop);
}

/* Pushes a name's sentence, its first and last token there, and how often it is written so. */
static void push_place(lua_State *L, const cq_variant_place *place) {
    uint32_t origin = cq_view_doc(L)->sentences.at[place->sentence].first_token;
    cq_view_push(L, CQ_VIEW_SENTENCE, place->sentence);
    lua_pushinteger(L, (lua_Integer)(place->first - origin) + 1);
    lua_pushinteger(L, (lua_Integer)(place->end - origin));
    lua_pushinteger(L, (lua_Integer)place->count);
}

static const cq_variants *get_variants(lua_State *L) {
    cq_budget_pause(cq_budget_of(L));
    const cq_variants *variants = cq_session_variants(cq_session_of(L));
    cq_budget_resume(cq_budget_of(L));
    if (!variants) cq_budget_give_up(L);
    return variants;
}

static int next_variant(lua_State *L) {
    uint32_t next = get_next(L);
    const cq_variants *variants = get_variants(L);
    if (next >= variants->len) return 0;
    go_behind(L, next);
    push_place(L, &variants->at[next].usual);
    push_place(L, &variants->at[next].other);
    return 8;
}

static int document_variants(lua_State *L) {
    check_self(L);
    return push_iterator(L, next_variant);
}

static int next_term(lua_State *L) {
    uint32_t next = get_next(L);
    cq_session *session = cq_session_of(L);
    cq_budget_pause(cq_budget_of(L));
    const cq_glossary_hits *terms = cq_session_terms(session);
    cq_budget_resume(cq_budget_of(L));
    if (next >= terms->len) return 0;
    go_behind(L, next);
    const cq_glossary_hit *hit = &terms->at[next];
    uint32_t origin = session->doc->sentences.at[hit->sentence].first_token;
    const cq_term *term = &session->glossary->terms.at[hit->term];
    cq_str better = hit->is_plural ? term->plural : term->target;
    cq_view_push(L, CQ_VIEW_SENTENCE, hit->sentence);
    lua_pushinteger(L, (lua_Integer)(hit->first - origin) + 1);
    lua_pushinteger(L, (lua_Integer)(hit->end - origin));
    lua_pushlstring(L, better.ptr, better.len);
    return 4;
}

/* doc:terms() */
static int document_terms(lua_State *L) {
    check_self(L);
    return push_iterator(L, next_term);
}

static int push_str(lua_State *L, cq_str s) {
    lua_pushlstring(L, s.ptr, s.len);
    return 1;
}

static int get_language(lua_State *L) {
    return push_str(L, cq_view_doc(L)->language);
}

static int get_language_found(lua_State *L) {
    const char *language = cq_language_found_get(cq_session_of(L)->doc);
    return *language ? push_str(L, cq_str_of(language)) : 0;
}

static int get_source_language(lua_State *L) {
    cq_str language = cq_session_of(L)->source_language;
    return language.len ? push_str(L, language) : 0;
}

static int get_last(lua_State *L) {
    uint32_t count = cq_view_doc(L)->sentences.len;
    cq_session_of(L)->has_looked_around = true;
    if (!count) return 0;
    cq_view_push(L, CQ_VIEW_SENTENCE, count - 1);
    return 1;
}

static int get_format(lua_State *L) {
    return push_str(L, cq_str_of(cq_view_doc(L)->format->name));
}

void cq_view_document_open(lua_State *L) {
    static const luaL_Reg methods[] = {{"blocks", document_blocks},
                                       {"count_blocks", document_count_blocks},
                                       {"count_quotations", document_count_quotations},
                                       {"loops", document_loops},
                                       {"quotations", document_quotations},
                                       {"repeats", document_repeats},
                                       {"sentences", document_sentences},
                                       {"spaced_blocks", document_spaced_blocks},
                                       {"unpaired", document_unpaired},
                                       {"terms", document_terms},
                                       {"variants", document_variants},
                                       {NULL, NULL}};
    static const luaL_Reg fields[] = {{"format", get_format},
                                      {"language", get_language},
                                      {"language_found", get_language_found},
                                      {"last", get_last},
                                      {"source_language", get_source_language},
                                      {NULL, NULL}};
    cq_view_define(L, CQ_VIEW_DOCUMENT, methods, NULL, fields);
}
