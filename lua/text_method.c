#include "lua/text_method.h"

#include "lua/regex_cache.h"
#include "lua/view.h"
#include "lua/vocabulary.h"
#include "text/language.h"

/* The token that the integer at stack index 2 names, or NULL where it is outside the text. */
static const cq_token *check_token(lua_State *L, const cq_view **view) {
    *view = cq_view_check_text(L, 1);
    lua_Integer i = luaL_checkinteger(L, 2);
    if (i < 1 || i > (lua_Integer)((*view)->end - (*view)->first)) return NULL;
    return &cq_view_doc(L)->tokens.at[(*view)->first + (uint32_t)i - 1];
}

static int push_str(lua_State *L, cq_str s) {
    lua_pushlstring(L, s.ptr, s.len);
    return 1;
}

static int push_name(lua_State *L, const char *name) {
    lua_pushstring(L, name); /* nil for NULL */
    return 1;
}

/* text:text(i, j): what of i..j lies in the text. */
static int text_text(lua_State *L) {
    const cq_view *view = cq_view_check_text(L, 1);
    lua_Integer count = (lua_Integer)(view->end - view->first);
    lua_Integer i = luaL_optinteger(L, 2, 1), j = luaL_optinteger(L, 3, count);
    if (i < 1) i = 1;
    if (j > count) j = count;
    if (i > j) return push_str(L, CQ_STR(""));
    const cq_token *tokens = cq_view_doc(L)->tokens.at + view->first;
    return push_str(
        L, cq_str_slice(cq_view_block(L, view)->text, tokens[i - 1].start, tokens[j - 1].end));
}

static int text_kind(lua_State *L) {
    const cq_view *view;
    const cq_token *token = check_token(L, &view);
    return push_name(L, token ? cq_token_kind_name(token->kind) : NULL);
}

static int text_role(lua_State *L) {
    const cq_view *view;
    const cq_token *token = check_token(L, &view);
    bool has_role = token && token->kind == CQ_TOKEN_QUOTE && token->role != CQ_QUOTE_NONE;
    return push_name(L, has_role ? cq_quote_role_name(token->role) : NULL);
}

static const char *name_case(const cq_token *token) {
    if (token->kind != CQ_TOKEN_WORD) return NULL;
    if (token->flags & CQ_TOKEN_UPPER_ALL) return "upper";
    if (token->flags & CQ_TOKEN_UPPER_INNER) return "mixed";
    return token->flags & CQ_TOKEN_UPPER_FIRST ? "capitalized" : "lower";
}

static int text_case(lua_State *L) {
    const cq_view *view;
    const cq_token *token = check_token(L, &view);
    return push_name(L, token ? name_case(token) : NULL);
}

/* text:gap(i), where i may be one behind the last token. */
static int text_gap(lua_State *L) {
    const cq_view *view = cq_view_check_text(L, 1);
    lua_Integer i = luaL_checkinteger(L, 2);
    if (i < 1 || i > (lua_Integer)(view->end - view->first) + 1) return push_str(L, CQ_STR(""));
    const cq_block *block = cq_view_block(L, view);
    const cq_token *tokens = cq_view_doc(L)->tokens.at;
    uint32_t token = view->first + (uint32_t)i - 1;
    uint32_t start = token > block->first_token ? tokens[token - 1].end : 0;
    uint32_t end = token < block->end_token ? tokens[token].start : (uint32_t)block->text.len;
    return push_str(L, cq_str_slice(block->text, start, end));
}

static int push_flag(lua_State *L, unsigned flag) {
    const cq_view *view;
    const cq_token *token = check_token(L, &view);
    lua_pushboolean(L, token && token->flags & flag);
    return 1;
}

static int text_quoted(lua_State *L) {
    return push_flag(L, CQ_TOKEN_QUOTED);
}

static int text_emphasized(lua_State *L) {
    return push_flag(L, CQ_TOKEN_EMPHASIS);
}

/* text:words(quoted): the words joined by spaces, and their number. */
static int text_words(lua_State *L) {
    const cq_view *view = cq_view_check_text(L, 1);
    const cq_doc *doc = cq_view_doc(L);
    unsigned flags = lua_toboolean(L, 2) ? CQ_TOKEN_QUOTED : 0;
    lua_Integer count = 0;
    luaL_Buffer words;
    luaL_buffinit(L, &words);
    for (uint32_t i = view->first; i < view->end; i++) {
        const cq_token *token = &doc->tokens.at[i];
        if (token->kind != CQ_TOKEN_WORD || (token->flags & flags) != flags) continue;
        cq_str text = cq_intern_text(doc->words, token->word);
        if (count++) luaL_addchar(&words, ' ');
        luaL_addlstring(&words, text.ptr, text.len);
    }
    luaL_pushresult(&words);
    lua_pushinteger(L, count);
    return 2;
}

static bool is_mark(const cq_token *token) {
    return token->kind == CQ_TOKEN_QUOTE && token->role != CQ_QUOTE_APOSTROPHE &&
           token->role != CQ_QUOTE_PRIME;
}

/* text:next_mark(i) */
static int text_next_mark(lua_State *L) {
    const cq_view *view = cq_view_check_text(L, 1);
    const cq_token *tokens = cq_view_doc(L)->tokens.at + view->first;
    lua_Integer i = luaL_checkinteger(L, 2), count = (lua_Integer)(view->end - view->first);
    for (i = i < 1 ? 1 : i; i <= count; i++) {
        if (!is_mark(&tokens[i - 1])) continue;
        lua_pushinteger(L, i);
        return 1;
    }
    return 0;
}

static int text_quotation(lua_State *L) {
    const cq_view *view;
    const cq_token *token = check_token(L, &view);
    if (!token) return 0;
    uint32_t index = (uint32_t)(token - cq_view_doc(L)->tokens.at);
    uint32_t quotation = cq_session_quotation_of(cq_session_of(L), index);
    if (!quotation) return 0;
    cq_view_push(L, CQ_VIEW_QUOTATION, quotation - 1);
    return 1;
}

/* text:count(i) */
static int text_count(lua_State *L) {
    const cq_view *view;
    const cq_token *token = check_token(L, &view);
    if (!token) return 0;
    lua_pushinteger(L, cq_session_count(cq_session_of(L), token->word));
    return 1;
}

/* Of tokens from `first` on, the first that ends behind a byte of the block's text. */
static uint32_t find_token(const cq_doc *doc, uint32_t first, uint32_t byte) {
    while (doc->tokens.at[first].end <= byte) first++;
    return first;
}

/* Pushes where a match is, as tokens of the view, and its groups. */
static int push_match(lua_State *L, const cq_view *view, uint32_t first, cq_str subject,
                      const cq_regex_match *match) {
    const cq_doc *doc = cq_view_doc(L);
    uint32_t start = doc->tokens.at[first].start;
    uint32_t from = find_token(doc, first, start + (uint32_t)match->groups[0].start);
    uint32_t to = find_token(doc, from, start + (uint32_t)match->groups[0].end - 1);
    if (doc->tokens.at[to].start >= start + match->groups[0].end && to > from) to--;
    lua_pushinteger(L, (lua_Integer)(from - view->first) + 1);
    lua_pushinteger(L, (lua_Integer)(to - view->first) + 1);
    for (unsigned i = 1; i < match->count; i++) {
        const cq_regex_group *group = &match->groups[i];
        if (group->is_set)
            push_str(L, cq_str_slice(subject, group->start, group->end));
        else
            lua_pushnil(L);
    }
    return 1 + (int)match->count;
}

/* The text of tokens from `first` on, up to `last`, and no more than may be searched. */
static cq_str cut_subject(const cq_doc *doc, const cq_block *block, uint32_t first, uint32_t last) {
    uint32_t start = doc->tokens.at[first].start, end = start;
    for (uint32_t i = first; i <= last; i++) {
        if (doc->tokens.at[i].end - start > CQ_REGEX_MOST_SUBJECT) break;
        end = doc->tokens.at[i].end;
    }
    return cq_str_slice(block->text, start, end);
}

/* text:search(regex, i, j) */
static int text_search(lua_State *L) {
    const cq_view *view = cq_view_check_text(L, 1);
    const cq_session *session = cq_session_of(L);
    const cq_regex *regex = cq_regex_cache_get(L, 2);
    lua_Integer count = (lua_Integer)(view->end - view->first);
    lua_Integer i = luaL_optinteger(L, 3, 1), j = luaL_optinteger(L, 4, count);
    if (!session->body || !session->body->triggers.len)
        return luaL_error(L, "search is for rules with a trigger");
    if (i < 1) i = 1;
    if (j > count) j = count;
    if (i > j) return 0;
    cq_budget_check(L);
    uint32_t first = view->first + (uint32_t)i - 1, last = view->first + (uint32_t)j - 1;
    cq_str subject = cut_subject(session->doc, cq_view_block(L, view), first, last);
    cq_regex_match match;
    switch (cq_regex_search(&match, regex, subject, &cq_budget_of(L)->is_over)) {
    case CQ_REGEX_FOUND: return push_match(L, view, first, subject, &match);
    case CQ_REGEX_NOT_FOUND: return 0;
    case CQ_REGEX_INTERRUPTED: cq_budget_check(L); return 0;
    case CQ_REGEX_TOO_LONG: break;
    }
    return luaL_error(L, "the regular expression '%s' takes more than %d steps", lua_tostring(L, 2),
                      CQ_REGEX_MOST_STEPS);
}

/* text:guess(i, code) */
static int text_guess(lua_State *L) {
    const cq_view *view;
    const cq_token *token = check_token(L, &view);
    const char *code = luaL_optstring(L, 3, NULL);
    if (!token || token->kind != CQ_TOKEN_WORD) return 0;
    const cq_block *block = cq_view_block(L, view);
    cq_language_word word;
    cq_language_word_init(&word, cq_token_text(block, token));
    cq_str home = cq_str_of(cq_language_name(cq_doc_language_of(cq_view_doc(L), block)));
    if (code) {
        cq_str other = cq_str_of(cq_language_name(cq_str_of(code)));
        lua_pushstring(L, code);
        lua_pushnumber(L, (lua_Number)cq_language_word_compare(&word, other, home));
        return 2;
    }
    cq_language_guess guess = cq_language_word_guess(&word, home);
    lua_pushstring(L, guess.code);
    lua_pushnumber(L, (lua_Number)guess.foreign);
    return 2;
}

/* text:in_vocabulary(i, j) */
static int text_in_vocabulary(lua_State *L) {
    const cq_view *view = cq_view_check_text(L, 1);
    lua_Integer count = (lua_Integer)(view->end - view->first);
    lua_Integer i = luaL_checkinteger(L, 2), j = luaL_optinteger(L, 3, i);
    bool is_known = i >= 1 && i <= j && j <= count;
    is_known = is_known && cq_vocabulary_covers(
                               cq_session_of(L)->vocabulary, cq_view_doc(L), cq_view_block(L, view),
                               view->first + (uint32_t)(i - 1), view->first + (uint32_t)j);
    lua_pushboolean(L, is_known);
    return 1;
}

const luaL_Reg cq_text_method_all[] = {
    {"text", text_text},
    {"kind", text_kind},
    {"role", text_role},
    {"search", text_search},
    {"case", text_case},
    {"gap", text_gap},
    {"quoted", text_quoted},
    {"emphasized", text_emphasized},
    {"count", text_count},
    {"guess", text_guess},
    {"in_vocabulary", text_in_vocabulary},
    {"next_mark", text_next_mark},
    {"quotation", text_quotation},
    {"words", text_words},
    {NULL, NULL},
};

int cq_text_method_get_language(lua_State *L) {
    const cq_view *view = lua_touserdata(L, 1);
    return push_str(L, cq_session_language_of(cq_session_of(L), cq_view_block(L, view)));
}
