#include "plugins/cli/settings.h"

#include "text/language.h"

void cq_settings_release(cq_settings *settings) {
    cq_option_list_release(&settings->rule_folders);
    cq_arena_release(&settings->switches.arena);
    settings->switches = (cq_switches){0};
}

static bool push_switch(cq_switches *switches, cq_switch_kind kind, const char *names,
                        cq_err *err) {
    if (!*names) return cq_fail(err, CQ_EINVAL, "no rule is named");
    *CQ_ARRAY_PUSH(&switches->arena, &switches->list) = (cq_switch){kind, names};
    return true;
}

bool cq_settings_take_only(void *field, const char *value, cq_err *err) {
    return push_switch(field, CQ_SWITCH_ONLY, value, err);
}

bool cq_settings_take_enable(void *field, const char *value, cq_err *err) {
    return push_switch(field, CQ_SWITCH_ENABLE, value, err);
}

bool cq_settings_take_disable(void *field, const char *value, cq_err *err) {
    return push_switch(field, CQ_SWITCH_DISABLE, value, err);
}

bool cq_settings_take_language(void *field, const char *value, cq_err *err) {
    if (!cq_language_is_tag(cq_str_of(value)) && strcmp(value, "auto") != 0)
        return cq_fail(err, CQ_EINVAL, "'%s' is no language tag like en or pt-BR, nor auto", value);
    return cq_option_take_text(field, value, err);
}

bool cq_settings_take_source_language(void *field, const char *value, cq_err *err) {
    if (*value && !cq_language_is_tag(cq_str_of(value)))
        return cq_fail(err, CQ_EINVAL, "'%s' is no language tag like en or pt-BR", value);
    *(const char **)field = value;
    return true;
}

/* Calls `visit` for each name of a switch. */
static void visit_names(const cq_switch *one, void (*visit)(void *context, cq_str name),
                        void *context) {
    for (const char *names = one->names; *names;) {
        size_t len = strcspn(names, ",");
        cq_str name = cq_str_trim((cq_str){names, len});
        if (name.len) visit(context, name);
        names += len + (names[len] == ',');
    }
}

static void switch_off(void *host, cq_str name) {
    cq_host_set_level(host, name, CQ_LEVEL_OFF);
}

static void switch_on(void *host, cq_str name) {
    cq_host_restore_level(host, name);
}

/* Several --only add up: the first one switches all others off. */
static void throw_switches(cq_host *host, const cq_switches *switches) {
    bool is_first_only = true;
    for (uint32_t i = 0; i < switches->list.len; i++) {
        const cq_switch *one = &switches->list.at[i];
        if (one->kind == CQ_SWITCH_ONLY && is_first_only) {
            cq_host_set_level(host, CQ_STR("*"), CQ_LEVEL_OFF);
            is_first_only = false;
        }
        visit_names(one, one->kind == CQ_SWITCH_DISABLE ? switch_off : switch_on, host);
    }
}

typedef struct name_list {
    cq_arena *arena;
    cq_strs names;
} name_list;

static void push_name(void *context, cq_str name) {
    name_list *list = context;
    *CQ_ARRAY_PUSH(list->arena, &list->names) = name;
}

cq_strs cq_settings_names(cq_arena *arena, const cq_settings *settings) {
    name_list list = {.arena = arena};
    for (uint32_t i = 0; i < settings->switches.list.len; i++)
        visit_names(&settings->switches.list.at[i], push_name, &list);
    return list.names;
}

void cq_settings_strike_known(cq_strs *names, const cq_host *host) {
    uint32_t kept = 0;
    for (uint32_t i = 0; i < names->len; i++)
        if (!cq_host_is_name(host, names->at[i])) names->at[kept++] = names->at[i];
    names->len = kept;
}

bool cq_settings_check_left(const cq_strs *names, const cq_host *host, cq_err *err) {
    return !names->len || cq_profile_fail_unknown(host, names->at[0], err);
}

bool cq_settings_open_profiles(cq_profiles **out, const cq_settings *settings, cq_err *err) {
    cq_arena arena;
    cq_arena_init(&arena);
    cq_profiles_options options = {.file = settings->config,
                                   .no_config = settings->no_config,
                                   .is_confined = settings->is_confined,
                                   .no_project_rules = settings->no_project_rules,
                                   .texts = settings->texts};
    for (uint32_t i = 0; i < settings->rule_folders.values.len; i++)
        *CQ_ARRAY_PUSH(&arena, &options.rule_folders) =
            cq_str_of(settings->rule_folders.values.at[i]);
    bool ok = cq_profiles_open(out, &options, err);
    cq_arena_release(&arena);
    return ok;
}

void cq_settings_place(cq_inputs *inputs, const cq_settings *settings, cq_profiles *profiles,
                       cq_troubles *troubles) {
    uint32_t kept = 0;
    for (uint32_t i = 0; i < inputs->list.len; i++) {
        cq_input *input = &inputs->list.at[i];
        bool may_go = settings->force_exclude || !input->is_named;
        if (may_go && cq_profiles_is_excluded(profiles, input->path, troubles)) continue;
        input->profile = cq_profiles_of(profiles, input->path, troubles);
        inputs->list.at[kept++] = *input;
    }
    inputs->list.len = kept;
}

bool cq_settings_open_host(cq_host **out, const cq_settings *settings, const cq_profile *profile,
                           cq_troubles *troubles, cq_err *err) {
    cq_profile bare = {.rule_folders = profile->rule_folders, .library = profile->library};
    if (settings->is_bare) profile = &bare;
    if (!cq_profile_open_host(out, profile, settings->rule_time, troubles, err)) return false;
    throw_switches(*out, &settings->switches);
    return true;
}

void cq_settings_dress_host(cq_host *host, const cq_settings *settings, const cq_profile *profile,
                            cq_troubles *troubles) {
    cq_profile_dress_host(host, profile, troubles);
    throw_switches(host, &settings->switches);
}

cq_doc_options cq_settings_doc_options(const cq_settings *settings, const cq_profile *profile) {
    cq_doc_options options = cq_profile_doc_options(profile);
    if (settings->language) options.language = cq_str_of(settings->language);
    if (settings->source_language) options.source_language = cq_str_of(settings->source_language);
    return options;
}
