#include "plugins/cli/settings.h"

#include "plugins/cli/folders.h"
#include "plugins/cli/suggest.h"

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

static void offer_group(cq_suggest *suggest, cq_arena *arena, const cq_rule *rule) {
    if (rule->group.len)
        cq_suggest_offer(suggest, cq_str_format(arena, "%.*s/%.*s", CQ_FMT(rule->language),
                                                CQ_FMT(rule->group)));
}

bool cq_settings_fail_unknown(const cq_host *host, cq_str name, cq_err *err) {
    cq_arena arena;
    cq_arena_init(&arena);
    cq_suggest suggest = cq_suggest_begin(name);
    uint32_t count;
    const cq_rule *rules = cq_host_rules(host, &count);
    for (uint32_t i = 0; i < count; i++) {
        cq_suggest_offer(&suggest, rules[i].id);
        offer_group(&suggest, &arena, &rules[i]);
    }
    if (suggest.best.len)
        cq_fail(err, CQ_EINVAL, "there is no rule '%.*s'; did you mean %.*s?", CQ_FMT(name),
                CQ_FMT(suggest.best));
    else
        cq_fail(err, CQ_EINVAL, "there is no rule '%.*s'; calque rules lists them", CQ_FMT(name));
    cq_arena_release(&arena);
    return false;
}

static bool throw_name(cq_host *host, cq_switch_kind kind, cq_str name, cq_err *err) {
    uint32_t named = kind == CQ_SWITCH_DISABLE ? cq_host_set_level(host, name, CQ_LEVEL_OFF)
                                               : cq_host_restore_level(host, name);
    /* "*" names all rules, also where there are none */
    return named || cq_str_is_equal(name, CQ_STR("*")) || cq_settings_fail_unknown(host, name, err);
}

static bool throw_switch(cq_host *host, const cq_switch *one, cq_err *err) {
    if (one->kind == CQ_SWITCH_ONLY) cq_host_set_level(host, CQ_STR("*"), CQ_LEVEL_OFF);
    for (const char *names = one->names; *names;) {
        size_t len = strcspn(names, ",");
        cq_str name = cq_str_trim((cq_str){names, len});
        if (name.len && !throw_name(host, one->kind, name, err)) return false;
        names += len + (names[len] == ',');
    }
    return true;
}

/* Several --only add up: the first one switches all others off. */
static bool throw_switches(cq_host *host, const cq_switches *switches, cq_err *err) {
    bool is_first_only = true;
    for (uint32_t i = 0; i < switches->list.len; i++) {
        cq_switch one = switches->list.at[i];
        if (one.kind == CQ_SWITCH_ONLY && !is_first_only)
            one.kind = CQ_SWITCH_ENABLE;
        else if (one.kind == CQ_SWITCH_ONLY)
            is_first_only = false;
        if (!throw_switch(host, &one, err)) return false;
    }
    return true;
}

static void list_folders(cq_strs *out, cq_arena *arena, const cq_settings *settings,
                         cq_str shipped) {
    *CQ_ARRAY_PUSH(arena, out) = shipped;
    cq_str user = settings->no_config ? CQ_STR("") : cq_folders_user_rules(arena);
    if (user.len) *CQ_ARRAY_PUSH(arena, out) = user;
    for (uint32_t i = 0; i < settings->rule_folders.values.len; i++)
        *CQ_ARRAY_PUSH(arena, out) = cq_str_of(settings->rule_folders.values.at[i]);
}

bool cq_settings_open_host(cq_host **out, const cq_settings *settings, cq_troubles *troubles,
                           cq_err *err) {
    cq_arena arena;
    cq_arena_init(&arena);
    cq_folders shipped = cq_folders_shipped(&arena);
    cq_host_options options = {.library = shipped.library, .time_limit = settings->rule_time};
    list_folders(&options.rule_folders, &arena, settings, shipped.rules);
    bool ok = cq_host_new(out, &options, troubles);
    cq_arena_release(&arena);
    if (!ok) return cq_fail(err, CQ_EINVAL, "the rules cannot be loaded");
    if (throw_switches(*out, &settings->switches, err)) return true;
    cq_host_free(*out);
    *out = NULL;
    return false;
}

cq_doc_options cq_settings_doc_options(const cq_settings *settings) {
    return (cq_doc_options){.language = cq_str_of(settings->language),
                            .source_language = cq_str_of(settings->source_language)};
}
