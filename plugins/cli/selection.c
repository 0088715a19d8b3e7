#include "plugins/cli/selection.h"

#include "plugins/cli/folders.h"

#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

bool cq_selection_is_path(cq_str name) {
    return access(name.ptr, F_OK) == 0;
}

/* The real path, or the name itself where there is none. */
static cq_str resolve(cq_arena *arena, cq_str path) {
    char *real = realpath(path.ptr, NULL);
    cq_str out = cq_str_dup(arena, real ? cq_str_of(real) : path);
    free(real);
    return out;
}

/* Whether `path` is `folder` or below it; both real. */
static bool is_within(cq_str path, cq_str folder) {
    return cq_str_has_prefix(path, folder) &&
           (path.len == folder.len || path.ptr[folder.len] == '/');
}

static bool is_loaded(const cq_settings *settings, cq_arena *arena, cq_str real) {
    if (is_within(real, resolve(arena, cq_folders_shipped(arena).rules))) return true;
    cq_str user = settings->no_config ? CQ_STR("") : cq_folders_user_rules(arena);
    if (user.len && is_within(real, resolve(arena, user))) return true;
    for (uint32_t i = 0; i < settings->rule_folders.values.len; i++)
        if (is_within(real, resolve(arena, cq_str_of(settings->rule_folders.values.at[i]))))
            return true;
    return false;
}

static bool is_folder(cq_str path) {
    struct stat info;
    return stat(path.ptr, &info) == 0 && S_ISDIR(info.st_mode);
}

void cq_selection_add_folders(cq_settings *settings, cq_arena *arena, const cq_strs *names) {
    for (uint32_t i = 0; i < names->len; i++) {
        if (!cq_selection_is_path(names->at[i])) continue;
        cq_str real = resolve(arena, names->at[i]);
        if (is_loaded(settings, arena, real)) continue;
        if (!is_folder(real))
            real = cq_str_dup(arena, cq_str_slice(real, 0, cq_str_find_last(real, '/')));
        cq_option_take_list(&settings->rule_folders, real.ptr, NULL);
    }
}

/* "en/quotation" is for the rules in that folder and below it, "en" for all; a star may follow. */
static bool is_in_group(const cq_rule *rule, cq_str name) {
    if (cq_str_has_suffix(name, CQ_STR("/*"))) name = cq_str_slice(name, 0, name.len - 2);
    if (cq_str_is_equal(name, rule->language)) return true;
    if (!cq_str_has_prefix(name, rule->language) || name.len < rule->language.len + 2 ||
        name.ptr[rule->language.len] != '/')
        return false;
    return is_within(rule->group, cq_str_slice(name, rule->language.len + 1, name.len));
}

static bool is_named(const cq_rule *rule, const cq_rule *one, cq_str name) {
    return one ? rule == one : cq_str_is_equal(name, CQ_STR("*")) || is_in_group(rule, name);
}

/* Marks the rules of a name; how many there are. */
static uint32_t mark_named(bool *is_wanted, cq_arena *arena, const cq_host *host, cq_str name) {
    uint32_t count, named = 0;
    const cq_rule *rules = cq_host_rules(host, &count);
    const cq_rule *one = cq_host_rule(host, name);
    bool is_path = !one && cq_selection_is_path(name);
    cq_str real = is_path ? resolve(arena, name) : CQ_STR("");
    for (uint32_t i = 0; i < count; i++) {
        if (is_path ? !is_within(resolve(arena, rules[i].origin), real)
                    : !is_named(&rules[i], one, name))
            continue;
        is_wanted[i] = true;
        named++;
    }
    return named;
}

bool cq_selection_find(cq_selection *out, cq_arena *arena, const cq_host *host,
                       const cq_strs *names, cq_err *err) {
    uint32_t count;
    const cq_rule *rules = cq_host_rules(host, &count);
    bool *is_wanted = CQ_ARENA_NEW_ARRAY(arena, bool, count + 1u);
    for (uint32_t i = 0; i < names->len; i++) {
        cq_str name = names->at[i];
        if (mark_named(is_wanted, arena, host, name)) continue;
        if (cq_selection_is_path(name))
            return cq_fail(err, CQ_EINVAL, "%s: no rule was loaded from it", name.ptr);
        return cq_settings_fail_unknown(host, name, err);
    }
    for (uint32_t i = 0; i < count; i++)
        if (is_wanted[i] || !names->len) *CQ_ARRAY_PUSH(arena, out) = &rules[i];
    return true;
}
