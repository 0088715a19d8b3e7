#include "lua/loader.h"

#include "check/pattern.h"
#include "lua/chunk.h"

#include <lauxlib.h>
#include <stdlib.h>


typedef struct rule_loader {
    cq_host *host;
    cq_troubles *troubles;
    cq_arena scratch; /* paths, and the patterns that are only tried */
    CQ_ARRAY(cq_rule_entry) entries;
    /* The file being loaded. */
    cq_str path, name; /* name: what is behind the folder's */
    cq_rule_entry entry;
} rule_loader;

/* Whether a file or a folder on the way to it is hidden or a helper's. */
static bool is_helper(cq_str name) {
    for (size_t i = 0; i < name.len; i++)
        if ((i == 0 || name.ptr[i - 1] == '/') && (name.ptr[i] == '_' || name.ptr[i] == '.'))
            return true;
    return false;
}

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
        replacement = cq_str_slice(replacement, (size_t)(open - replacement.ptr) + 1, replacement.len);
        const char *close = memchr(replacement.ptr, '}', replacement.len);
        cq_str name = cq_str_slice(replacement, 0, close ? (size_t)(close - replacement.ptr) : 0);
        if (!cq_pattern_has_name(pattern, name))
            luaL_error(L, "replacement \"...{%s\": the pattern has no part of that name",
                       replacement.ptr);
    }
}

/* What cq_phrase_add would refuse is refused here, without building the automaton yet. */
static void check_triggers(lua_State *L, rule_loader *loader) {
    cq_rule_body *body = &loader->entry.body;
    cq_err err;
    for (uint32_t i = 0; i < body->triggers.len; i++) {
        cq_str text = body->triggers.at[i].phrase;
        cq_pattern pattern;
        if (!cq_pattern_read(&pattern, &loader->scratch, text, &err))
            luaL_error(L, "%s", err.message);
        if (cq_pattern_has_tags(&pattern)) body->is_wide = true; /* they depend on all of the text */
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

/* The trouble of a file: its path first, in full, whatever the chunk's short name was. */
static void push_trouble(rule_loader *loader, cq_str message) {
    cq_str name = cq_chunk_name(loader->name.ptr);
    bool has_line =
        message.len > name.len && cq_str_has_prefix(message, name) && message.ptr[name.len] == ':';
    if (has_line)
        message = cq_str_slice(message, name.len + 1, message.len);
    else if (cq_str_has_prefix(message, loader->path)) /* the file could not be read */
        message = cq_str_slice(message, loader->path.len + 2, message.len);
    cq_troubles_push(loader->troubles, "%s:%s%.*s", loader->path.ptr, has_line ? "" : " ",
                     CQ_FMT(message));
}

static void push_failure(rule_loader *loader, int status, bool is_late) {
    cq_host *host = loader->host;
    lua_State *L = host->sandbox.L;
    cq_str message = cq_host_take_message(L, &loader->scratch);
    if (is_late)
        cq_troubles_push(loader->troubles, "%s: over its time budget of %u ms while loading",
                         loader->path.ptr, host->time_limit);
    else if (status == LUA_ERRMEM)
        cq_troubles_push(loader->troubles, "%s: over its memory budget of %zu MiB while loading",
                         loader->path.ptr, host->sandbox.budget.memory_limit >> 20);
    else
        push_trouble(loader, message);
    cq_host_drop_body(host, &loader->entry.body);
    lua_gc(L, LUA_GCCOLLECT);
}

static bool run_file(rule_loader *loader) {
    cq_sandbox *sandbox = &loader->host->sandbox;
    lua_State *L = sandbox->L;
    sandbox->folder = loader->entry.body.folder;
    lua_pushcfunction(L, load_protected);
    lua_pushlightuserdata(L, loader);
    cq_budget_begin(&sandbox->budget, loader->host->time_limit);
    int status = lua_pcall(L, 1, 0, 0);
    bool is_late = cq_budget_end(&sandbox->budget);
    sandbox->folder = CQ_STR("");
    if (status == LUA_OK && !is_late) return true;
    if (status == LUA_OK) lua_pushliteral(L, "");
    push_failure(loader, status, is_late);
    return false;
}

static void load_file(rule_loader *loader) {
    cq_arena *arena = &loader->host->arena;
    cq_rule *rule = &loader->entry.rule;
    loader->entry = (cq_rule_entry){.body = {.check = LUA_NOREF, .options = LUA_NOREF}};
    cq_str stem = split_name(loader);
    if (!is_kebab_case(stem)) {
        cq_troubles_push(loader->troubles,
                         "%s: a rule file's name is lower-case words with hyphens",
                         loader->path.ptr);
        return;
    }
    rule->origin = cq_str_dup(arena, loader->path);
    loader->entry.body.folder = folder_of(arena, loader->path);
    if (!run_file(loader)) return;
    rule->id = cq_str_format(arena, "%s/%.*s", rule->language.ptr, CQ_FMT(stem));
    *CQ_ARRAY_PUSH(&loader->scratch, &loader->entries) = loader->entry;
}

static void load_folder(rule_loader *loader, cq_str folder) {
    cq_strs paths = {0};
    cq_err err;
    if (!cq_io_find_files(&paths, &loader->scratch, folder.ptr, CQ_STR(".lua"), &err)) {
        cq_troubles_push(loader->troubles, "%s", err.message);
        return;
    }
    for (uint32_t i = 0; i < paths.len; i++) {
        loader->path = paths.at[i];
        loader->name = cq_str_slice(paths.at[i], folder.len + 1, paths.at[i].len);
        if (!is_helper(loader->name)) load_file(loader);
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

void cq_loader_load(cq_host *host, const cq_strs *folders, cq_troubles *troubles) {
    rule_loader loader = {.host = host, .troubles = troubles};
    cq_arena_init(&loader.scratch);
    for (uint32_t i = 0; i < folders->len; i++) load_folder(&loader, folders->at[i]);
    for (uint32_t i = 0; i < loader.entries.len; i++) loader.entries.at[i].rule.index = i;
    if (loader.entries.len)
        qsort(loader.entries.at, loader.entries.len, sizeof *loader.entries.at, compare_entries);
    drop_duplicates(&loader);
    keep_entries(&loader);
    cq_arena_release(&loader.scratch);
}
