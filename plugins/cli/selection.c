#include "plugins/cli/selection.h"

#include "plugins/cli/command.h"
#include "plugins/cli/folders.h"
#include "plugins/cli/output.h"

#include <errno.h>
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

static bool is_folder(cq_str path) {
    struct stat info;
    return stat(path.ptr, &info) == 0 && S_ISDIR(info.st_mode);
}

static bool is_in_any(cq_arena *arena, cq_str real, const cq_strs *folders) {
    for (uint32_t i = 0; i < folders->len; i++)
        if (is_within(real, resolve(arena, folders->at[i]))) return true;
    return false;
}

/* The rule folders of the working directory, in `arena`; empty where the configuration that is named is
   no good. */
static cq_strs list_folders(cq_arena *arena, const cq_settings *settings) {
    cq_strs out = {0};
    cq_profiles *profiles;
    cq_troubles troubles;
    if (!cq_settings_open_profiles(&profiles, settings, NULL)) return out;
    cq_troubles_init(&troubles);
    const cq_profile *profile = cq_profiles_of(profiles, CQ_STR("<stdin>"), &troubles);
    for (uint32_t i = 0; i < profile->rule_folders.len; i++)
        *CQ_ARRAY_PUSH(arena, &out) = cq_str_dup(arena, profile->rule_folders.at[i]);
    cq_troubles_release(&troubles);
    cq_profiles_close(profiles);
    return out;
}

bool cq_selection_is_default(const cq_rule *rule, const cq_settings *settings) {
    cq_arena arena;
    cq_arena_init(&arena);
    cq_settings plain = {.config = settings->config, .no_config = settings->no_config};
    cq_strs folders = list_folders(&arena, &plain);
    bool is_default = is_in_any(&arena, resolve(&arena, rule->origin), &folders);
    cq_arena_release(&arena);
    return is_default;
}

/* "en" and "any" are folders of the shipped rules: rules laid out like them have their root above. */
static bool is_language(cq_arena *arena, cq_str name) {
    cq_str shipped = cq_folders_shipped(arena).rules;
    return name.len && is_folder(cq_str_format(arena, "%.*s/%.*s", CQ_FMT(shipped), CQ_FMT(name)));
}

static cq_str parent_of(cq_arena *arena, cq_str path) {
    size_t slash = cq_str_find_last(path, '/');
    return slash == SIZE_MAX || slash == 0 ? CQ_STR("/")
                                           : cq_str_dup(arena, cq_str_slice(path, 0, slash));
}

static cq_str name_of(cq_str path) {
    return cq_str_slice(path, cq_str_find_last(path, '/') + 1, path.len);
}

/* The folder of rules that a real path is in: <root>/<language>/<group>/..., or the folder itself. */
static cq_str root_of(cq_arena *arena, cq_str real) {
    cq_str folder = is_folder(real) ? real : parent_of(arena, real), at = folder;
    for (int up = 0; up < 3 && at.len > 1; up++, at = parent_of(arena, at)) {
        if (is_language(arena, name_of(at))) return parent_of(arena, at);
        if (cq_str_is_equal(name_of(at), CQ_STR("rules"))) return at;
    }
    return folder;
}

static void add_folders(cq_settings *settings, cq_arena *arena, const cq_strs *names) {
    cq_strs folders = list_folders(arena, settings);
    for (uint32_t i = 0; i < names->len; i++) {
        if (!cq_selection_is_path(names->at[i])) continue;
        cq_str real = resolve(arena, names->at[i]);
        if (!is_in_any(arena, real, &folders))
            cq_option_take_list(&settings->rule_folders, root_of(arena, real).ptr, NULL);
    }
}

/* A trouble begins with the path of its file, and a colon. */
static bool concerns(cq_arena *arena, cq_str trouble, const cq_strs *names) {
    cq_str path = cq_str_dup(arena, cq_str_slice(trouble, 0, cq_str_find(trouble, CQ_STR(":"))));
    for (uint32_t i = 0; i < names->len; i++)
        if (!cq_selection_is_path(names->at[i]) ||
            is_within(resolve(arena, path), resolve(arena, names->at[i])))
            return true;
    return names->len == 0;
}

static bool open_host_here(cq_host **out, const cq_settings *settings, cq_troubles *troubles,
                           cq_err *err) {
    cq_profiles *profiles;
    if (!cq_settings_open_profiles(&profiles, settings, err)) return false;
    const cq_profile *profile = cq_profiles_of(profiles, CQ_STR("<stdin>"), troubles);
    bool ok = cq_settings_open_host(out, settings, profile, troubles, err);
    cq_profiles_close(profiles);
    return ok;
}

bool cq_selection_open_host(cq_host **out, cq_settings *settings, cq_arena *arena,
                            const cq_strs *names, cq_troubles *troubles, cq_err *err) {
    cq_troubles all;
    cq_troubles_init(&all);
    add_folders(settings, arena, names);
    bool ok = open_host_here(out, settings, &all, err);
    for (uint32_t i = 0; i < all.list.len; i++)
        if (!ok || concerns(arena, all.list.at[i], names))
            cq_troubles_push(troubles, "%s", all.list.at[i].ptr);
    cq_troubles_release(&all);
    return ok;
}

/* Marks the rules of a name; how many there are. */
static uint32_t mark_named(bool *is_wanted, cq_arena *arena, const cq_host *host, cq_str name) {
    uint32_t count, named = 0;
    const cq_rule *rules = cq_host_rules(host, &count);
    bool is_path = !cq_host_rule(host, name) && cq_selection_is_path(name);
    cq_str real = is_path ? resolve(arena, name) : CQ_STR("");
    for (uint32_t i = 0; i < count; i++) {
        if (is_path ? !is_within(resolve(arena, rules[i].origin), real)
                    : !cq_host_is_named(host, &rules[i], name))
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
        if (cq_str_has_suffix(name, CQ_STR(".lua"))) return cq_fail_errno(err, ENOENT, name.ptr);
        return cq_profile_fail_unknown(host, name, err);
    }
    for (uint32_t i = 0; i < count; i++)
        if (is_wanted[i] || !names->len) *CQ_ARRAY_PUSH(arena, out) = &rules[i];
    return true;
}

/* Opens the host, says what is wrong with its rules, and shows those that are named. */
static bool show_named(cq_output *output, cq_host **host, const cq_selection_view *view,
                       const cq_strs *names, cq_arena *arena, cq_err *err) {
    cq_troubles troubles;
    cq_troubles_init(&troubles);
    bool ok = cq_selection_open_host(host, view->settings, arena, names, &troubles, err);
    cq_output_say_all(output, &troubles);
    cq_troubles_release(&troubles);
    cq_selection rules = {0};
    cq_buf text = {0};
    ok = ok && cq_selection_find(&rules, arena, *host, names, err) &&
         view->show(&text, &rules, names, view->options, err);
    cq_output_push(output, cq_buf_get(&text));
    cq_buf_release(&text);
    return ok;
}

int cq_selection_run(const cq_selection_view *view, int argc, char **argv) {
    cq_output output = {0};
    cq_host *host = NULL;
    cq_arena arena;
    cq_strs names = {0};
    cq_err err = {0};
    cq_arena_init(&arena);
    if (!cq_option_read(view->options, &names, &arena, view->table, argc, argv, &err) ||
        !show_named(&output, &host, view, &names, &arena, &err))
        cq_output_say(&output, cq_str_of(err.message));
    cq_host_free(host);
    cq_settings_release(view->settings);
    cq_arena_release(&arena);
    return cq_output_end(&output, CQ_EXIT_OK);
}
