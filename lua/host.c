#include "lua/host.h"

#include "lua/host_state.h"
#include "lua/loader.h"
#include "lua/view.h"

#include <lauxlib.h>
#include <stdlib.h>
#include <sys/stat.h>

#define PREVAILING_MEMORY ((size_t)256 << 20)
#define PREVAILING_TIME 1000u

static int open_views(lua_State *L) {
    cq_view_open_all(L);
    return 0;
}

static bool check_library(cq_str library, cq_err *err) {
    struct stat info;
    if (stat(library.ptr, &info) != 0 || !S_ISDIR(info.st_mode))
        return cq_fail(err, CQ_ENOENT, "%s: no such folder; it should hold calque/*.lua",
                       library.ptr);
    return true;
}

static bool open_sandbox(cq_host *host, size_t memory_limit, cq_err *err) {
    if (!check_library(host->library, err) ||
        !cq_sandbox_open(&host->sandbox, memory_limit, host->library, err))
        return false;
    host->sandbox.session = &host->session;
    host->sandbox.stock = host->stock;
    lua_pushcfunction(host->sandbox.L, open_views);
    if (lua_pcall(host->sandbox.L, 0, 0, 0) != LUA_OK)
        return cq_fail(err, CQ_ELIMIT, "no memory for the rules' library");
    return cq_budget_start_clock(&host->sandbox.budget, NULL, err);
}

static void init_host(cq_host *host, const cq_host_options *options) {
    cq_arena_init(&host->arena);
    cq_arena_init(&host->active.arena);
    cq_arena_init(&host->wide.arena);
    cq_arena_init(&host->single.arena);
    cq_session_init(&host->session);
    host->session.vocabulary = &host->vocabulary;
    host->session.glossary = &host->glossary;
    host->library = cq_str_dup(&host->arena, options->library);
    host->time_limit = options->time_limit ? options->time_limit : PREVAILING_TIME;
    host->single_rule = UINT32_MAX;
    const cq_stock *stock = &cq_stock_built;
    if (stock->rule_count && cq_stock_has_library(stock, host->library)) host->stock = stock;
    if (host->stock)
        cq_intern_init_from(&host->words, stock->words);
    else
        cq_intern_init(&host->words);
}

bool cq_host_new(cq_host **out, const cq_host_options *options, cq_troubles *troubles) {
    cq_err err;
    cq_host *host = calloc(1, sizeof *host);
    if (!host) cq_arena_exhausted();
    init_host(host, options);
    size_t memory = options->memory_limit ? options->memory_limit : PREVAILING_MEMORY;
    if (!open_sandbox(host, memory, &err)) {
        cq_host_free(host);
        return cq_troubles_push(troubles, "%s", err.message);
    }
    /* Nearly all that loading makes stays; the collector would only walk it again and again. It
       still runs when memory gets short. */
    lua_gc(host->sandbox.L, LUA_GCSTOP);
    cq_loader_load(host, &options->rule_folders, troubles);
    lua_gc(host->sandbox.L, LUA_GCRESTART);
    /* What calls leave behind is little beside the rules' own tables, which every cycle walks: let
       it grow to four times that before the next one. */
    lua_gc(host->sandbox.L, LUA_GCINC, 400, 400, 0);
    cq_budget_stop_clock(&host->sandbox.budget);
    *out = host;
    return true;
}

bool cq_host_knows_folder(cq_str folder) {
    return cq_stock_has_folder(&cq_stock_built, folder);
}

void cq_host_free(cq_host *host) {
    if (!host) return;
    cq_sandbox_close(&host->sandbox);
    cq_session_release(&host->session);
    cq_vocabulary_release(&host->vocabulary);
    cq_glossary_release(&host->glossary);
    cq_intern_release(&host->words);
    cq_arena_release(&host->active.arena);
    cq_arena_release(&host->wide.arena);
    cq_arena_release(&host->single.arena);
    cq_arena_release(&host->arena);
    free(host);
}

void cq_host_set_source(cq_host *host, const cq_doc *source) {
    host->session.source = source;
}

bool cq_host_set_glossary(cq_host *host, cq_str csv, cq_err *err) {
    cq_glossary_release(&host->glossary);
    return !csv.len || cq_glossary_read(&host->glossary, &host->words, csv, err);
}

void cq_host_set_vocabulary(cq_host *host, const cq_strs *entries) {
    cq_vocabulary_set(&host->vocabulary, &host->words, entries);
}

cq_intern *cq_host_words(cq_host *host) {
    return &host->words;
}

const cq_rule *cq_host_rules(const cq_host *host, uint32_t *count) {
    *count = host->rule_count;
    return host->rules;
}

/* The first rule that had an id before; NULL: none had. */
static const cq_rule *find_former(const cq_host *host, cq_str id) {
    uint32_t low = 0, high = host->formers.len;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (cq_str_compare(host->formers.at[middle].id, id) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    bool is_found = low < host->formers.len && cq_str_is_equal(host->formers.at[low].id, id);
    return is_found ? &host->rules[host->formers.at[low].rule] : NULL;
}

static int compare_id(const void *key, const void *item) {
    return cq_str_compare(*(const cq_str *)key, ((const cq_rule *)item)->id);
}

const cq_rule *cq_host_rule(const cq_host *host, cq_str id) {
    const cq_rule *rule =
        bsearch(&id, host->rules, host->rule_count, sizeof *host->rules, compare_id);
    return rule ? rule : find_former(host, id);
}

/* Whether `name` is the rule's language, or language/group of its folder or of one above it. */
static bool is_in_group(const cq_rule *rule, cq_str name) {
    if (cq_str_is_equal(name, rule->language)) return true;
    if (!cq_str_has_prefix(name, rule->language)) return false;
    cq_str rest = cq_str_slice(name, rule->language.len, name.len);
    if (rest.len < 2 || rest.ptr[0] != '/') return false;
    rest = cq_str_slice(rest, 1, rest.len);
    return cq_str_has_prefix(rule->group, rest) &&
           (rule->group.len == rest.len || rule->group.ptr[rest.len] == '/');
}

/* Whether a name that is no rule's id stands for a rule. */
static bool is_wide_name(const cq_rule *rule, cq_str name) {
    if (cq_str_is_equal(name, CQ_STR("*"))) return true;
    if (cq_str_has_suffix(name, CQ_STR("/*"))) name = cq_str_slice(name, 0, name.len - 2);
    return is_in_group(rule, name);
}

bool cq_host_is_named(const cq_host *host, const cq_rule *rule, cq_str name) {
    const cq_rule *one = cq_host_rule(host, name);
    return one ? rule == one : is_wide_name(rule, name);
}

bool cq_host_is_name(const cq_host *host, cq_str name) {
    if (cq_host_rule(host, name) || cq_str_is_equal(name, CQ_STR("*"))) return true;
    for (uint32_t i = 0; i < host->rule_count; i++)
        if (is_wide_name(&host->rules[i], name)) return true;
    return false;
}

static cq_level working_level(const cq_host *host, const cq_rule *rule) {
    cq_level kept = host->bodies[rule->index].kept_level;
    if (kept != CQ_LEVEL_OFF) return kept;
    return rule->default_level != CQ_LEVEL_OFF ? rule->default_level : CQ_LEVEL_WARNING;
}

/* `level` NULL puts back the rule file's own. */
static uint32_t set_levels(cq_host *host, cq_str name, const cq_level *level) {
    uint32_t named = 0;
    for (uint32_t i = 0; i < host->rule_count; i++) {
        cq_rule *rule = &host->rules[i];
        if (!cq_host_is_named(host, rule, name)) continue;
        rule->level = level ? *level : working_level(host, rule);
        named++;
    }
    if (named) host->active.phrases = host->wide.phrases = NULL;
    return named;
}

uint32_t cq_host_set_level(cq_host *host, cq_str name, cq_level level) {
    return set_levels(host, name, &level);
}

uint32_t cq_host_restore_level(cq_host *host, cq_str name) {
    return set_levels(host, name, NULL);
}

void cq_host_set_least(cq_host *host, cq_level least) {
    const cq_rule *judge = cq_host_rule(host, CQ_STR("any/ignore-unused"));
    if (judge && judge->level >= least) least = CQ_LEVEL_OFF;
    if (host->least == least) return;
    host->least = least;
    host->active.phrases = host->wide.phrases = NULL;
}

void cq_host_keep_levels(cq_host *host) {
    for (uint32_t i = 0; i < host->rule_count; i++)
        host->bodies[i].kept_level = host->rules[i].level;
}

void cq_host_drop_body(cq_host *host, cq_rule_body *body) {
    luaL_unref(host->sandbox.L, LUA_REGISTRYINDEX, body->check);
    luaL_unref(host->sandbox.L, LUA_REGISTRYINDEX, body->options);
    body->check = body->options = LUA_NOREF;
}

const cq_rule_cost *cq_host_measure(cq_host *host) {
    if (!host->costs)
        host->costs = CQ_ARENA_NEW_ARRAY(&host->arena, cq_rule_cost, host->rule_count + 1u);
    return host->costs;
}

bool cq_host_honours_vocabulary(const cq_host *host, const cq_rule *rule) {
    return host->bodies[rule->index].honours_vocabulary;
}

const cq_triggers *cq_host_triggers(const cq_host *host, const cq_rule *rule) {
    return &host->bodies[rule->index].triggers;
}

bool cq_host_was_hit(const cq_host *host, const cq_rule *rule, uint32_t trigger) {
    const cq_rule_body *body = &host->bodies[rule->index];
    return body->was_hit && body->was_hit[trigger];
}
