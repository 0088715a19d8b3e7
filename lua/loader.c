#include "lua/loader.h"

#include "base/io.h"
#include "check/pattern.h"
#include "lua/budget.h"
#include "lua/chunk.h"
#include "lua/table_place.h"

#include <inttypes.h>
#include <lauxlib.h>
#include <stdlib.h>
#include <string.h>

#define MOST_NODES 262144 /* of the automaton, for one rule: some 60 MB */

typedef struct rule_loader {
    cq_host *host;
    cq_troubles *troubles;
    cq_arena scratch; /* paths, and the patterns that are only tried */
    CQ_ARRAY(cq_rule_entry) entries;
    /* The file being loaded. */
    cq_str path, name; /* name: what is behind the folder's */
    cq_rule_entry entry;
} rule_loader;

static size_t find_slash(cq_str s) {
    const char *slash = s.len ? memchr(s.ptr, '/', s.len) : NULL;
    return slash ? (size_t)(slash - s.ptr) : SIZE_MAX;
}

static bool is_kebab_case(cq_str s) {
    for (size_t i = 0; i < s.len; i++) {
        char c = s.ptr[i];
        if (!(c >= 'a' && c <= 'z') && !(c >= '0' && c <= '9') && (c != '-' || i == 0))
            return false;
    }
    return s.len > 0 && s.ptr[s.len - 1] != '-';
}

/* Language, group and stem from the path below the folder: en/quotation/its-own.lua. */
static cq_str split_name(rule_loader *loader) {
    cq_arena *arena = &loader->host->arena;
    cq_rule *rule = &loader->entry.rule;
    cq_str rest = cq_str_slice(loader->name, 0, loader->name.len - 4);
    size_t first = find_slash(rest), last = cq_str_find_last(rest, '/');
    rule->language = rule->group = CQ_STR("any");
    rule->group.len = 0;
    if (first == SIZE_MAX) return rest;
    rule->language = cq_str_dup(arena, cq_str_slice(rest, 0, first));
    if (last > first) rule->group = cq_str_dup(arena, cq_str_slice(rest, first + 1, last));
    return cq_str_slice(rest, last + 1, rest.len);
}

static cq_str folder_of(cq_arena *arena, cq_str path) {
    size_t slash = cq_str_find_last(path, '/');
    return slash == SIZE_MAX ? CQ_STR(".") : cq_str_dup(arena, cq_str_slice(path, 0, slash));
}

/* Interning here keeps a rule's words for good: later, a document's words are on top of them and go
   with it. */
static void intern_word(void *words, cq_str word) {
    cq_intern_fold(words, word);
}

/* What a replacement takes over by {name} the pattern has a name for. */
static void check_names(lua_State *L, cq_str replacement, const cq_pattern *pattern) {
    while (replacement.len) {
        const char *open = memchr(replacement.ptr, '{', replacement.len);
        if (!open) return;
        replacement =
            cq_str_slice(replacement, (size_t)(open - replacement.ptr) + 1, replacement.len);
        const char *close = memchr(replacement.ptr, '}', replacement.len);
        cq_str name = cq_str_slice(replacement, 0, close ? (size_t)(close - replacement.ptr) : 0);
        if (!cq_pattern_has_name(pattern, name))
            luaL_error(L, "replacement \"...{%s\": the pattern has no part of that name",
                       replacement.ptr);
    }
}

/* What cq_phrase_add would refuse is refused here, without building the automaton yet; and triggers that
   would fill the memory together, which no budget of Lua's sees. */
static void check_triggers(lua_State *L, rule_loader *loader) {
    cq_rule_body *body = &loader->entry.body;
    cq_err err;
    uint64_t size = 0;
    for (uint32_t i = 0; i < body->triggers.len; i++) {
        cq_str text = body->triggers.at[i].phrase;
        cq_pattern pattern;
        cq_budget_check(L);
        if (!cq_pattern_read(&pattern, &loader->scratch, text, &err))
            luaL_error(L, "%s", err.message);
        size += pattern.size;
        if (size > MOST_NODES)
            luaL_error(L, "the triggers together stand for more than %d phrases", MOST_NODES);
        if (cq_pattern_has_tags(&pattern))
            body->is_wide = true; /* they depend on all of the text */
        check_names(L, body->triggers.at[i].replacement, &pattern);
        cq_pattern_visit_words(&pattern, intern_word, &loader->host->words);
    }
}

/* Runs protected: the file becomes loader->entry, or raises. */
static int load_protected(lua_State *L) {
    rule_loader *loader = lua_touserdata(L, 1);
    cq_rule_entry *entry = &loader->entry;
    if (!cq_chunk_load(L, loader->path.ptr, loader->name.ptr)) return lua_error(L);
    lua_call(L, 0, 1);
    cq_rule_table_read(L, entry, &loader->host->arena);
    check_triggers(L, loader);
    return 0;
}

/* The field that a message of rule_table's is about; empty: none, as in those that have a line already. */
static cq_str field_of(cq_str message) {
    static const char *const beginnings[] = {"field '", "there is no field '"};
    for (size_t i = 0; i < sizeof beginnings / sizeof *beginnings; i++) {
        if (!cq_str_has_prefix(message, cq_str_of(beginnings[i]))) continue;
        cq_str rest = cq_str_slice(message, strlen(beginnings[i]), message.len);
        const char *end = memchr(rest.ptr, '\'', rest.len);
        return cq_str_slice(rest, 0, end ? (size_t)(end - rest.ptr) : 0);
    }
    return CQ_STR("");
}

/* The line of a field, or where it is missing the one with which the table begins; 0: not to be told. */
static uint32_t find_line(rule_loader *loader, cq_str field) {
    cq_buf text = {0};
    cq_err ignored;
    cq_table_places places = {0};
    uint32_t line = 0;
    if (field.len && cq_io_read_file(&text, loader->path.ptr, &ignored)) {
        cq_table_place_find(&places, &loader->scratch, cq_buf_get(&text));
        const cq_table_place *place = cq_table_place_of(&places, field);
        for (uint32_t i = 0; !place && i < places.len; i++)
            if (!line || places.at[i].line < line) line = places.at[i].line;
        if (place) line = place->line;
    }
    cq_buf_release(&text);
    return line;
}

/* What is wrong with a file: its path first, in full, whatever the chunk's short name was. */
static bool fail_file(rule_loader *loader, cq_str message, cq_err *err) {
    cq_str name = cq_chunk_name(loader->name.ptr);
    bool has_line =
        message.len > name.len && cq_str_has_prefix(message, name) && message.ptr[name.len] == ':';
    if (has_line)
        message = cq_str_slice(message, name.len + 1, message.len);
    else if (cq_str_has_prefix(message, loader->path)) /* the file could not be read */
        message = cq_str_slice(message, loader->path.len + 2, message.len);
    uint32_t line = has_line ? 0 : find_line(loader, field_of(message));
    if (line)
        return cq_fail(err, CQ_EINVAL, "%s:%" PRIu32 ": %.*s", loader->path.ptr, line,
                       CQ_FMT(message));
    return cq_fail(err, CQ_EINVAL, "%s:%s%.*s", loader->path.ptr, has_line ? "" : " ",
                   CQ_FMT(message));
}

/* Always false. */
static bool fail_run(rule_loader *loader, int status, bool is_late, cq_err *err) {
    cq_host *host = loader->host;
    lua_State *L = host->sandbox.L;
    cq_str message = cq_host_take_message(L, &loader->scratch);
    cq_host_drop_body(host, &loader->entry.body);
    lua_gc(L, LUA_GCCOLLECT);
    if (is_late)
        return cq_fail(err, CQ_ELIMIT, "%s: over its time budget of %u ms while loading",
                       loader->path.ptr, host->time_limit);
    if (status == LUA_ERRMEM)
        return cq_fail(err, CQ_ELIMIT, "%s: over its memory budget of %zu MiB while loading",
                       loader->path.ptr, host->sandbox.budget.memory_limit >> 20);
    return fail_file(loader, message, err);
}

/* Runs `load` protected and within the budget. */
static bool run_file(rule_loader *loader, lua_CFunction load, cq_err *err) {
    cq_sandbox *sandbox = &loader->host->sandbox;
    lua_State *L = sandbox->L;
    sandbox->folder = loader->entry.body.folder;
    lua_pushcfunction(L, load);
    lua_pushlightuserdata(L, loader);
    cq_budget_begin(&sandbox->budget, loader->host->time_limit);
    int status = lua_pcall(L, 1, 0, 0);
    bool is_late = cq_budget_end(&sandbox->budget);
    sandbox->folder = CQ_STR("");
    if (status == LUA_OK && !is_late) return true;
    if (status == LUA_OK) lua_pushliteral(L, "");
    return fail_run(loader, status, is_late, err);
}

static bool load_file(rule_loader *loader, cq_err *err) {
    cq_arena *arena = &loader->host->arena;
    cq_rule *rule = &loader->entry.rule;
    loader->entry = (cq_rule_entry){.body = {.check = LUA_NOREF, .options = LUA_NOREF}};
    cq_str stem = split_name(loader);
    if (!is_kebab_case(stem))
        return cq_fail(err, CQ_EINVAL, "%s: a rule file's name is lower-case words with hyphens",
                       loader->path.ptr);
    rule->origin = cq_str_dup(arena, loader->path);
    loader->entry.body.folder = folder_of(arena, loader->path);
    if (!run_file(loader, load_protected, err)) return false;
    rule->id = cq_str_format(arena, "%s/%.*s", rule->language.ptr, CQ_FMT(stem));
    return true;
}

/* False: the stock does not have it, or not as the file has it now. */
static bool take_from_stock(rule_loader *loader, const cq_stock *stock) {
    cq_arena *arena = &loader->host->arena;
    const cq_stock_rule *found = cq_stock_find(stock, loader->name, loader->path.ptr);
    if (!found) return false;
    loader->entry = found->entry;
    loader->entry.rule.origin = cq_str_dup(arena, loader->path);
    cq_rule_body *body = &loader->entry.body;
    body->folder = folder_of(arena, loader->path);
    body->check = body->options = LUA_NOREF;
    body->is_asleep = !body->is_data;
    body->stock = (uint32_t)(found - stock->rules) + 1;
    return true;
}

static void load_folder(rule_loader *loader, cq_str folder) {
    const cq_stock *stock = loader->host->stock;
    cq_strs paths = {0};
    cq_err err;
    if (!cq_io_find_files(&paths, &loader->scratch, folder.ptr, CQ_STR(".lua"), &err)) {
        cq_troubles_push(loader->troubles, "%s", err.message);
        return;
    }
    if (stock && !cq_stock_has_helpers(stock, folder, &paths)) stock = NULL;
    for (uint32_t i = 0; i < paths.len; i++) {
        loader->path = paths.at[i];
        loader->name = cq_str_slice(paths.at[i], folder.len + 1, paths.at[i].len);
        if (cq_stock_is_helper(loader->name)) continue;
        if ((stock && take_from_stock(loader, stock)) || load_file(loader, &err))
            *CQ_ARRAY_PUSH(&loader->scratch, &loader->entries) = loader->entry;
        else
            cq_troubles_push(loader->troubles, "%s", err.message);
    }
}

static int compare_entries(const void *left, const void *right) {
    const cq_rule_entry *a = left, *b = right;
    int order = cq_str_compare(a->rule.id, b->rule.id);
    /* Of two with one id the one that was loaded first comes first; its index says so. */
    return order ? order : (a->rule.index > b->rule.index) - (a->rule.index < b->rule.index);
}

/* The later of two rules with one id goes. */
static void drop_duplicates(rule_loader *loader) {
    uint32_t kept = 0;
    for (uint32_t i = 0; i < loader->entries.len; i++) {
        cq_rule_entry *entry = &loader->entries.at[i];
        const cq_rule *last = kept ? &loader->entries.at[kept - 1].rule : NULL;
        if (last && cq_str_is_equal(last->id, entry->rule.id)) {
            cq_troubles_push(loader->troubles, "%s: rule %s is already defined in %s",
                             entry->rule.origin.ptr, entry->rule.id.ptr, last->origin.ptr);
            cq_host_drop_body(loader->host, &entry->body);
        } else {
            loader->entries.at[kept++] = *entry;
        }
    }
    loader->entries.len = kept;
}

static void keep_entries(rule_loader *loader) {
    cq_host *host = loader->host;
    host->rule_count = loader->entries.len;
    host->rules = CQ_ARENA_NEW_ARRAY(&host->arena, cq_rule, host->rule_count + 1);
    host->bodies = CQ_ARENA_NEW_ARRAY(&host->arena, cq_rule_body, host->rule_count + 1);
    for (uint32_t i = 0; i < host->rule_count; i++) {
        host->rules[i] = loader->entries.at[i].rule;
        host->rules[i].index = i;
        host->bodies[i] = loader->entries.at[i].body;
    }
}

static int compare_formers(const void *left, const void *right) {
    const cq_rule_former *a = left, *b = right;
    int order = cq_str_compare(a->id, b->id);
    return order ? order : (a->rule > b->rule) - (a->rule < b->rule);
}

static void keep_formers(cq_host *host) {
    for (uint32_t i = 0; i < host->rule_count; i++) {
        const cq_strs *ids = &host->bodies[i].formerly;
        for (uint32_t k = 0; k < ids->len; k++)
            *CQ_ARRAY_PUSH(&host->arena, &host->formers) = (cq_rule_former){ids->at[k], i};
    }
    if (host->formers.len)
        qsort(host->formers.at, host->formers.len, sizeof *host->formers.at, compare_formers);
}

void cq_loader_load(cq_host *host, const cq_strs *folders, cq_troubles *troubles) {
    rule_loader loader = {.host = host, .troubles = troubles};
    cq_arena_init(&loader.scratch);
    for (uint32_t i = 0; i < folders->len; i++) load_folder(&loader, folders->at[i]);
    for (uint32_t i = 0; i < loader.entries.len; i++) loader.entries.at[i].rule.index = i;
    if (loader.entries.len)
        qsort(loader.entries.at, loader.entries.len, sizeof *loader.entries.at, compare_entries);
    drop_duplicates(&loader);
    keep_entries(&loader);
    keep_formers(host);
    cq_arena_release(&loader.scratch);
}

/* Runs protected: what a rule of the stock has in its Lua text comes into loader->entry, or raises. */
static int wake_protected(lua_State *L) {
    rule_loader *loader = lua_touserdata(L, 1);
    const cq_stock *stock = loader->host->stock;
    const cq_stock_rule *known = &stock->rules[loader->entry.body.stock - 1];
    if (!cq_chunk_load_stock(L, stock, &known->file, loader->name.ptr)) return lua_error(L);
    lua_call(L, 0, 1);
    cq_rule_table_read_code(L, &loader->entry);
    return 0;
}

bool cq_loader_wake(cq_host *host, uint32_t index, cq_err *err) {
    cq_rule_body *body = &host->bodies[index];
    const cq_rule *rule = &host->rules[index];
    rule_loader loader = {.host = host, .path = rule->origin, .entry = {*rule, *body}};
    loader.name = host->stock->rules[body->stock - 1].file.name;
    cq_arena_init(&loader.scratch);
    bool ok = run_file(&loader, wake_protected, err);
    cq_arena_release(&loader.scratch);
    body->check = loader.entry.body.check;
    body->options = loader.entry.body.options;
    body->is_asleep = !ok && host->sandbox.budget.is_given_up;
    body->is_broken = !ok && !body->is_asleep;
    return ok;
}
