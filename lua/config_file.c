#include "lua/config_file.h"

#include "base/glob.h"
#include "lua/chunk.h"
#include "lua/host_state.h"
#include "lua/table_place.h"
#include "text/language.h"

#include <lauxlib.h>
#include <stdlib.h>

#define MEMORY_LIMIT ((size_t)64 << 20)
#define TIME_LIMIT 1000u   /* milliseconds */
#define MOST_COMPLAINTS 50 /* of one file */

/* The value that is read is at the top of the stack; a reader leaves the stack as it was. */
typedef struct reader {
    lua_State *L;
    cq_config *config;
    cq_config_section *section;
    cq_arena *arena;
    const cq_config_file *file;
    cq_troubles *troubles;
    uint32_t complaints;
    cq_table_places places;
    cq_str path; /* of the value: its keys, joined as in table_place */
    cq_str key;  /* the last of them */
} reader;

typedef struct config_key {
    const char *name;
    void (*read)(reader *r);
} config_key;

/* Places and complaints --------------------------------------------------- */

static uint32_t find_line(const reader *r) {
    const cq_table_place *place = cq_table_place_of(&r->places, r->path);
    return place ? place->line : 0;
}

static void complain_at(reader *r, uint32_t line, cq_str what) {
    if (++r->complaints > MOST_COMPLAINTS) return;
    cq_config_complain(r->config, line, what.ptr, r->troubles);
}

#define COMPLAIN(r, ...) complain_at((r), find_line(r), cq_str_format((r)->arena, __VA_ARGS__))

/* Makes `key` the value's; what it was before is in the result. */
static reader enter(reader *r, cq_str key) {
    reader before = *r;
    r->key = key;
    r->path = r->path.len ? cq_str_format(r->arena, "%.*s%c%.*s", CQ_FMT(r->path),
                                          CQ_TABLE_PLACE_JOINT, CQ_FMT(key))
                          : key;
    return before;
}

static void leave(reader *r, const reader *before) {
    r->path = before->path;
    r->key = before->key;
}

/* Values ------------------------------------------------------------------ */

static bool is_type(reader *r, int type) {
    if (lua_type(r->L, -1) == type) return true;
    COMPLAIN(r, "'%.*s' is a %s, not a %s", CQ_FMT(r->key), luaL_typename(r->L, -1),
             lua_typename(r->L, type));
    return false;
}

/* A copy of the string at the top; empty, with a complaint, where there is none. */
static cq_str read_text(reader *r) {
    if (!is_type(r, LUA_TSTRING)) return CQ_STR("");
    cq_str s;
    s.ptr = lua_tolstring(r->L, -1, &s.len);
    s = cq_str_trim(s);
    if (!s.len) COMPLAIN(r, "'%.*s' is empty", CQ_FMT(r->key));
    return cq_str_dup(r->arena, s);
}

static void read_tag(reader *r, cq_config_value *out, bool may_be_auto) {
    cq_str tag = read_text(r);
    if (!tag.len) return;
    if (cq_language_is_tag(tag) || (may_be_auto && cq_str_is_equal(tag, CQ_STR("auto"))))
        *out = (cq_config_value){tag, find_line(r)};
    else
        COMPLAIN(r, "'%.*s' is '%.*s'; it is a language tag like en or pt-BR%s", CQ_FMT(r->key),
                 CQ_FMT(tag), may_be_auto ? ", or auto" : "");
}

static void read_language(reader *r) {
    read_tag(r, &r->section->language, true);
}

static void read_source_language(reader *r) {
    read_tag(r, &r->section->source_language, false);
}

static void read_fail_on(reader *r) {
    cq_str name = read_text(r);
    cq_level level;
    if (!name.len) return;
    if (cq_level_of_name(&level, name) && level != CQ_LEVEL_OFF)
        r->section->fail_on = (cq_config_value){name, find_line(r)};
    else
        COMPLAIN(r, "'%.*s' is '%.*s'; it is one of error, warning, hint", CQ_FMT(r->key),
                 CQ_FMT(name));
}

static void read_root(reader *r) {
    if (is_type(r, LUA_TBOOLEAN)) r->config->is_root = lua_toboolean(r->L, -1);
}

static void read_glossary(reader *r) {
    r->config->glossary = (cq_config_value){read_text(r), find_line(r)};
}

/* Lists ------------------------------------------------------------------- */

static void push_value(reader *r, cq_config_values *out) {
    cq_str text = read_text(r);
    if (text.len) *CQ_ARRAY_PUSH(r->arena, out) = (cq_config_value){text, find_line(r)};
}

/* Reads item `i` of the list at the top by `read`. */
static void read_item(reader *r, lua_Integer i, void (*read)(reader *r, void *out), void *out) {
    reader before = enter(r, cq_str_format(r->arena, "%lld", (long long)i));
    r->key = cq_str_format(r->arena, "%.*s[%lld]", CQ_FMT(before.key), (long long)i);
    lua_rawgeti(r->L, -1, i);
    read(r, out);
    lua_pop(r->L, 1);
    leave(r, &before);
}

/* Whether the table at the top is a list: keys 1 to its length, and no others. */
static bool is_list(reader *r) {
    lua_Integer count = 0;
    if (!is_type(r, LUA_TTABLE)) return false;
    lua_pushnil(r->L);
    while (lua_next(r->L, -2)) {
        lua_pop(r->L, 1);
        count++;
    }
    if (count == (lua_Integer)lua_rawlen(r->L, -1)) return true;
    COMPLAIN(r, "'%.*s' is a table with names; it is a list", CQ_FMT(r->key));
    return false;
}

static void read_items(reader *r, void (*read)(reader *r, void *out), void *out) {
    if (!is_list(r)) return;
    lua_Integer count = (lua_Integer)lua_rawlen(r->L, -1);
    for (lua_Integer i = 1; i <= count; i++) read_item(r, i, read, out);
}

static void read_value_item(reader *r, void *out) {
    push_value(r, out);
}

static void read_vocabulary(reader *r) {
    read_items(r, read_value_item, &r->section->vocabulary);
}

static void read_inherit(reader *r) {
    if (lua_type(r->L, -1) == LUA_TSTRING)
        push_value(r, &r->config->inherit);
    else
        read_items(r, read_value_item, &r->config->inherit);
}

static void read_rule_paths(reader *r) {
    r->config->has_rule_paths = true;
    read_items(r, read_value_item, &r->config->rule_paths);
}

static bool is_glob(reader *r, cq_str glob) {
    cq_err err;
    if (cq_glob_check(glob, &err)) return true;
    COMPLAIN(r, "%s", err.message);
    return false;
}

static void read_glob_item(reader *r, void *out) {
    cq_config_values *globs = out;
    push_value(r, globs);
    if (globs->len && !is_glob(r, globs->at[globs->len - 1].text)) globs->len--;
}

static void read_exclude(reader *r) {
    read_items(r, read_glob_item, &r->config->exclude);
}

/* Tables ------------------------------------------------------------------ */

typedef struct table_key {
    cq_str name;
    uint32_t rank; /* in the text; those that are not there come last */
} table_key;

static int compare_keys(const void *left, const void *right) {
    const table_key *a = left, *b = right;
    if (a->rank != b->rank) return a->rank < b->rank ? -1 : 1;
    return cq_str_compare(a->name, b->name);
}

typedef CQ_ARRAY(table_key) table_keys;

static void push_key(reader *r, table_keys *out) {
    cq_str name;
    name.ptr = lua_tolstring(r->L, -1, &name.len);
    reader before = enter(r, cq_str_dup(r->arena, name));
    const cq_table_place *place = cq_table_place_of(&r->places, r->path);
    bool is_itself = place && cq_str_is_equal(place->path, r->path);
    *CQ_ARRAY_PUSH(r->arena, out) = (table_key){r->key, is_itself ? place->rank : UINT32_MAX};
    leave(r, &before);
}

/* The keys of the table at the top, in the order of the text: Lua's own order changes from run to run. */
static table_keys list_keys(reader *r) {
    table_keys keys = {0};
    lua_pushnil(r->L);
    while (lua_next(r->L, -2)) {
        lua_pop(r->L, 1);
        if (lua_type(r->L, -1) == LUA_TSTRING)
            push_key(r, &keys);
        else
            COMPLAIN(r, "'%.*s' has a key that is a %s, not a string",
                     CQ_FMT(r->key.len ? r->key : CQ_STR("the configuration")),
                     luaL_typename(r->L, -1));
    }
    if (keys.len) qsort(keys.at, keys.len, sizeof *keys.at, compare_keys);
    return keys;
}

/* Calls `read` for each key of the table at the top, with the value there. */
static void read_entries(reader *r, void (*read)(reader *r, void *context), void *context) {
    if (!is_type(r, LUA_TTABLE)) return;
    table_keys keys = list_keys(r);
    for (uint32_t i = 0; i < keys.len; i++) {
        reader before = enter(r, keys.at[i].name);
        lua_pushlstring(r->L, r->key.ptr, r->key.len);
        lua_rawget(r->L, -2);
        read(r, context);
        lua_pop(r->L, 1);
        leave(r, &before);
    }
}

static void refuse_key(reader *r, const config_key *known) {
    const char *names[32];
    size_t count = 0;
    for (; known[count].name; count++) names[count] = known[count].name;
    names[count] = NULL;
    const char *guess = cq_rule_table_guess(r->key.ptr, names);
    if (guess)
        COMPLAIN(r, "there is no key '%.*s'; did you mean '%s'?", CQ_FMT(r->key), guess);
    else
        COMPLAIN(r, "there is no key '%.*s'", CQ_FMT(r->key));
}

/* Reads the value of a key by its entry in a list that ends with {NULL}. */
static void read_known(reader *r, void *context) {
    for (const config_key *known = context; known->name; known++) {
        if (!cq_str_is_equal(r->key, cq_str_of(known->name))) continue;
        known->read(r);
        return;
    }
    refuse_key(r, context);
}

/* Rules ------------------------------------------------------------------- */

static void read_option(reader *r, void *context) {
    cq_config_rule *rule = context;
    cq_config_option option = {.name = r->key, .line = find_line(r)};
    cq_str s;
    switch (lua_type(r->L, -1)) {
    case LUA_TSTRING: option.type = CQ_CONFIG_TEXT; break;
    case LUA_TNUMBER: option.type = CQ_CONFIG_NUMBER; break;
    case LUA_TBOOLEAN: option.type = CQ_CONFIG_TRUTH; break;
    default:
        COMPLAIN(r, "option '%.*s' is a %s, not a string, a number or a boolean", CQ_FMT(r->key),
                 luaL_typename(r->L, -1));
        return;
    }
    s.ptr = luaL_tolstring(r->L, -1, &s.len);
    option.value = cq_str_dup(r->arena, s);
    lua_pop(r->L, 1);
    *CQ_ARRAY_PUSH(r->arena, &rule->options) = option;
}

static cq_config_rule *last_rule(const reader *r) {
    return &r->section->rules.at[r->section->rules.len - 1];
}

static void read_level(reader *r) {
    cq_config_rule *rule = last_rule(r);
    cq_str name = read_text(r);
    if (!name.len) return;
    rule->is_on = cq_str_is_equal(name, CQ_STR("on"));
    rule->has_level = rule->is_on || cq_level_of_name(&rule->level, name);
    if (!rule->has_level)
        COMPLAIN(r, "'%.*s' is '%.*s'; it is one of error, warning, hint, off, on", CQ_FMT(r->key),
                 CQ_FMT(name));
}

static void read_options(reader *r) {
    read_entries(r, read_option, last_rule(r));
}

static void read_rule(reader *r, void *context) {
    static const config_key keys[] = {{"level", read_level}, {"options", read_options}, {NULL}};
    (void)context;
    cq_config_rule *rule = CQ_ARRAY_PUSH(r->arena, &r->section->rules);
    rule->name = r->key;
    rule->line = find_line(r);
    if (lua_type(r->L, -1) == LUA_TSTRING)
        read_level(r);
    else if (lua_type(r->L, -1) == LUA_TTABLE)
        read_entries(r, read_known, (void *)(uintptr_t)keys);
    else
        COMPLAIN(r, "'%.*s' is a %s, not a level or a table", CQ_FMT(r->key),
                 luaL_typename(r->L, -1));
}

static void read_rules(reader *r) {
    read_entries(r, read_rule, NULL);
}

/* Pairs ------------------------------------------------------------------- */

static cq_config_pair *last_pair(const reader *r) {
    return &r->config->pairs.at[r->config->pairs.len - 1];
}

static void read_pair_source(reader *r) {
    cq_str glob = read_text(r);
    if (glob.len && is_glob(r, glob)) last_pair(r)->source = glob;
}

static void read_pair_target(reader *r) {
    cq_str glob = read_text(r);
    if (glob.len && is_glob(r, glob)) last_pair(r)->target = glob;
}

static void read_pair(reader *r, void *out) {
    static const config_key keys[] = {
        {"source", read_pair_source}, {"target", read_pair_target}, {NULL}};
    (void)out;
    uint32_t complaints = r->complaints;
    CQ_ARRAY_PUSH(r->arena, &r->config->pairs)->line = find_line(r);
    read_entries(r, read_known, (void *)(uintptr_t)keys);
    bool is_whole = last_pair(r)->source.len && last_pair(r)->target.len;
    if (!is_whole && r->complaints == complaints) COMPLAIN(r, "a pair has a source and a target");
    cq_err err;
    if (is_whole && !cq_glob_check_map(last_pair(r)->target, last_pair(r)->source, &err)) {
        COMPLAIN(r, "%s", err.message);
        is_whole = false;
    }
    if (!is_whole) r->config->pairs.len--;
}

static void read_pairs(reader *r) {
    read_items(r, read_pair, NULL);
}

/* Files ------------------------------------------------------------------- */

#define SECTION_KEYS                                                                               \
    {"language", read_language}, {"source_language", read_source_language},                        \
        {"fail_on", read_fail_on}, {"rules", read_rules}, {                                        \
        "vocabulary", read_vocabulary                                                              \
    }

static void read_section(reader *r, void *context) {
    static const config_key keys[] = {SECTION_KEYS, {NULL}};
    (void)context;
    if (!is_glob(r, r->key)) return;
    cq_config_section section = {.glob = r->key, .line = find_line(r)};
    r->section = &section;
    read_entries(r, read_known, (void *)(uintptr_t)keys);
    *CQ_ARRAY_PUSH(r->arena, &r->config->sections) = section;
    r->section = &r->config->all;
}

static void read_paths(reader *r) {
    read_entries(r, read_section, NULL);
}

static const config_key file_keys[] = {SECTION_KEYS,
                                       {"exclude", read_exclude},
                                       {"glossary", read_glossary},
                                       {"inherit", read_inherit},
                                       {"pairs", read_pairs},
                                       {"paths", read_paths},
                                       {"root", read_root},
                                       {"rule_paths", read_rule_paths},
                                       {NULL}};

/* Runs protected. */
static int read_protected(lua_State *L) {
    reader *r = lua_touserdata(L, 1);
    luaL_checkstack(L, 40, NULL);
    if (!cq_chunk_load_text(L, r->file->text, r->file->shown.ptr)) return lua_error(L);
    lua_call(L, 0, 1);
    if (lua_type(L, -1) != LUA_TTABLE)
        return luaL_error(L, "the file returns %s%s, not a table", lua_isnil(L, -1) ? "" : "a ",
                          lua_isnil(L, -1) ? "nothing" : luaL_typename(L, -1));
    read_entries(r, read_known, (void *)(uintptr_t)file_keys);
    if (r->complaints > MOST_COMPLAINTS)
        cq_troubles_push(r->troubles, "%.*s: and %u more", CQ_FMT(r->file->shown),
                         r->complaints - MOST_COMPLAINTS);
    return 0;
}

/* The message that Lua left, with the whole path and not the chunk's short name. */
static void complain_failure(reader *r, int status, bool is_late) {
    cq_str message = cq_host_take_message(r->L, r->arena);
    cq_str name = cq_chunk_name(r->file->shown.ptr);
    bool has_line =
        message.len > name.len && cq_str_has_prefix(message, name) && message.ptr[name.len] == ':';
    if (is_late)
        complain_at(r, 0, cq_str_format(r->arena, "over its time budget of %u ms", TIME_LIMIT));
    else if (status == LUA_ERRMEM)
        complain_at(
            r, 0, cq_str_format(r->arena, "over its memory budget of %zu MiB", MEMORY_LIMIT >> 20));
    else if (has_line)
        cq_troubles_push(r->troubles, "%.*s%.*s", CQ_FMT(r->file->shown),
                         CQ_FMT(cq_str_slice(message, name.len, message.len)));
    else
        complain_at(r, 0, message);
}

static bool run_file(reader *r, cq_sandbox *sandbox) {
    lua_pushcfunction(r->L, read_protected);
    lua_pushlightuserdata(r->L, r);
    cq_budget_begin(&sandbox->budget, TIME_LIMIT);
    int status = lua_pcall(r->L, 1, 0, 0);
    bool is_late = cq_budget_end(&sandbox->budget);
    if (status == LUA_OK && !is_late) return true;
    if (status == LUA_OK) lua_pushliteral(r->L, "");
    complain_failure(r, status, is_late);
    return false;
}

bool cq_config_file_read(cq_config *out, cq_arena *arena, const cq_config_file *file,
                         cq_troubles *troubles) {
    cq_err err;
    cq_sandbox sandbox;
    *out = (cq_config){.path = cq_str_dup(arena, file->shown),
                       .folder = cq_str_dup(arena, file->folder)};
    reader r = {
        .config = out, .section = &out->all, .arena = arena, .file = file, .troubles = troubles};
    if (!cq_sandbox_open(&sandbox, MEMORY_LIMIT, file->library, &err))
        return cq_troubles_push(troubles, "%s", err.message);
    bool ok = cq_budget_start_clock(&sandbox.budget, NULL, &err);
    if (ok) {
        r.L = sandbox.L;
        sandbox.folder = file->folder;
        cq_table_place_find(&r.places, arena, file->text);
        ok = run_file(&r, &sandbox);
        cq_budget_stop_clock(&sandbox.budget);
    } else {
        cq_troubles_push(troubles, "%s", err.message);
    }
    cq_sandbox_close(&sandbox);
    return ok;
}
