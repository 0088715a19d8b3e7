#include "plugins/config/profile.h"

#include "base/glob.h"
#include "base/path.h"
#include "plugins/cli/suggest.h"

#include <stdlib.h>

static void offer_group(cq_suggest *suggest, cq_arena *arena, const cq_rule *rule) {
    if (rule->group.len)
        cq_suggest_offer(suggest, cq_str_format(arena, "%.*s/%.*s", CQ_FMT(rule->language),
                                                CQ_FMT(rule->group)));
}

bool cq_profile_fail_unknown(const cq_host *host, cq_str name, cq_err *err) {
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

/* Unknown names ----------------------------------------------------------- */

enum { MOST_UNKNOWN = 20 }; /* that are named, of one section: there may be some thousands */

static void check_section(const cq_host *host, const cq_config *config,
                          const cq_config_section *section, cq_troubles *troubles) {
    uint32_t unknown = 0;
    for (uint32_t i = 0; i < section->rules.len && unknown < MOST_UNKNOWN; i++) {
        const cq_config_rule *rule = &section->rules.at[i];
        cq_err err;
        if (cq_host_is_name(host, rule->name)) continue;
        unknown++;
        cq_profile_fail_unknown(host, rule->name, &err);
        cq_config_complain(config, rule->line, err.message, troubles);
    }
}

/* All names in the profile's files, those in sections for other texts too. */
void cq_profile_check_names(const cq_host *host, const cq_profile *profile, cq_troubles *troubles) {
    if (profile->lacks_rules) return;
    for (uint32_t i = 0; i < profile->layers.len; i++) {
        const cq_config *config = profile->layers.at[i].config;
        if (profile->layers.at[i].section != &config->all) continue;
        check_section(host, config, &config->all, troubles);
        for (uint32_t k = 0; k < config->sections.len; k++)
            check_section(host, config, &config->sections.at[k], troubles);
    }
}

/* Levels and options ------------------------------------------------------ */

static void set_options(cq_host *host, const cq_config *config, const cq_config_rule *rule,
                        cq_troubles *troubles) {
    cq_err err;
    for (uint32_t i = 0; i < rule->options.len; i++)
        if (!cq_host_set_option(host, rule->name, &rule->options.at[i], &err))
            cq_config_complain(config, rule->options.at[i].line, err.message, troubles);
}

static void apply_rule(cq_host *host, const cq_config *config, const cq_config_rule *rule,
                       cq_troubles *troubles) {
    if (rule->has_level && rule->is_on)
        cq_host_restore_level(host, rule->name);
    else if (rule->has_level)
        cq_host_set_level(host, rule->name, rule->level);
    if (cq_host_is_name(host, rule->name)) set_options(host, config, rule, troubles);
}

enum { DEEPEST_GROUP = 4, SINGLE_RULES };

/* In which turn a name is applied: "*" first, then languages and groups, the deeper the later, and
   single rules at last. */
static int find_turn(const cq_host *host, cq_str name) {
    int depth = 0;
    if (cq_host_rule(host, name)) return SINGLE_RULES;
    for (size_t i = 0, start = 0; i <= name.len; i++) {
        if (i < name.len && name.ptr[i] != '/') continue;
        depth += !cq_str_is_equal(cq_str_slice(name, start, i), CQ_STR("*"));
        start = i + 1;
    }
    return depth < DEEPEST_GROUP ? depth : DEEPEST_GROUP;
}

static void apply_layer(cq_host *host, const cq_layer *layer, cq_troubles *troubles) {
    for (int turn = 0; turn <= SINGLE_RULES; turn++) {
        for (uint32_t i = 0; i < layer->section->rules.len; i++) {
            const cq_config_rule *rule = &layer->section->rules.at[i];
            if (find_turn(host, rule->name) == turn)
                apply_rule(host, layer->config, rule, troubles);
        }
    }
}

static void set_glossary(cq_host *host, const cq_profile *profile, cq_troubles *troubles) {
    cq_err err;
    cq_buf csv = {0};
    const cq_profile_value *value = &profile->glossary;
    if (!value->text.len) {
        cq_host_set_glossary(host, CQ_STR(""), NULL);
        return;
    }
    if (!cq_io_read_file(&csv, value->text.ptr, &err))
        cq_troubles_push(troubles, "%s", err.message);
    else if (!cq_host_set_glossary(host, cq_buf_get(&csv), &err))
        cq_troubles_push(troubles, "%s:%s", value->text.ptr, err.message);
    cq_buf_release(&csv);
}

void cq_profile_dress_host(cq_host *host, const cq_profile *profile, cq_troubles *troubles) {
    cq_host_reset(host);
    cq_profile_check_names(host, profile, troubles);
    for (uint32_t i = 0; i < profile->layers.len; i++)
        apply_layer(host, &profile->layers.at[i], troubles);
    cq_host_keep_levels(host);
    cq_host_set_vocabulary(host, &profile->vocabulary);
    set_glossary(host, profile, troubles);
}

enum { MOST_STEPS = 8 }; /* from a text to its source, and on to that one's */

/* Where the pairs lead from a path; empty: nowhere. */
static cq_str map_source(cq_arena *arena, const cq_profile *profile, cq_str path) {
    for (uint32_t i = profile->layers.len; i-- > 0;) {
        const cq_layer *layer = &profile->layers.at[i];
        if (layer->section != &layer->config->all || !cq_path_is_below(path, layer->base)) continue;
        cq_str inner = cq_path_cut(path, layer->base), source;
        for (uint32_t k = 0; k < layer->config->pairs.len; k++) {
            const cq_config_pair *pair = &layer->config->pairs.at[k];
            if (!cq_glob_map(&source, arena, inner, pair->target, pair->source)) continue;
            source = cq_path_absolute(arena, layer->base, source);
            bool is_outside = profile->fence.len && cq_path_leads_out(source, profile->fence);
            return is_outside ? CQ_STR("") : source;
        }
    }
    return CQ_STR("");
}

/* Pairs that lead from text to text are followed a few steps: each step may make a longer path. */
bool cq_profile_find_source(cq_str *out, cq_arena *arena, const cq_profile *profile, cq_str path,
                            cq_err *err) {
    cq_str at = *out = map_source(arena, profile, path);
    for (int step = 0; at.len && step < MOST_STEPS; step++) {
        if (cq_str_is_equal(at, path))
            return cq_fail(err, CQ_EINVAL,
                           step ? "the pairs make it the source of its own source"
                                : "its pair makes it its own source");
        at = map_source(arena, profile, at);
    }
    return true;
}

bool cq_profile_open_host(cq_host **out, const cq_profile *profile, uint32_t rule_time,
                          cq_troubles *troubles, cq_err *err) {
    cq_host_options options = {.rule_folders = profile->rule_folders,
                               .library = profile->library,
                               .time_limit = rule_time};
    if (!cq_host_new(out, &options, troubles))
        return cq_fail(err, CQ_EINVAL, "the rules cannot be loaded");
    cq_profile_dress_host(*out, profile, troubles);
    return true;
}

bool cq_profile_has_same_rules(const cq_profile *a, const cq_profile *b) {
    if (a->rule_folders.len != b->rule_folders.len) return false;
    for (uint32_t i = 0; i < a->rule_folders.len; i++)
        if (!cq_str_is_equal(a->rule_folders.at[i], b->rule_folders.at[i])) return false;
    return true;
}

cq_doc_options cq_profile_doc_options(const cq_profile *profile) {
    return (cq_doc_options){.language = profile->language.text,
                            .source_language = profile->source_language.text};
}

/* What is in force ---------------------------------------------------------- */

/* An option that was said before gives way. */
static void push_option(cq_profile_words *out, cq_arena *arena, const cq_profile_word *word) {
    for (uint32_t i = 0; i < out->len; i++) {
        const cq_config_option *before = out->at[i].option;
        if (!before || !cq_str_is_equal(before->name, word->option->name)) continue;
        out->at[i] = *word;
        return;
    }
    *CQ_ARRAY_PUSH(arena, out) = *word;
}

static void push_words(cq_profile_words *out, cq_arena *arena, const cq_config *config,
                       const cq_config_rule *said) {
    if (said->has_level) out->at[0] = (cq_profile_word){config, said, NULL};
    for (uint32_t i = 0; i < said->options.len; i++)
        push_option(out, arena, &(cq_profile_word){config, said, &said->options.at[i]});
}

static int compare_words(const void *left, const void *right) {
    const cq_profile_word *a = left, *b = right;
    return cq_str_compare(a->option->name, b->option->name);
}

void cq_profile_list_words(cq_profile_words *out, cq_arena *arena, const cq_profile *profile,
                           const cq_host *host, const cq_rule *rule) {
    cq_profile_words words = {0};
    *CQ_ARRAY_PUSH(arena, &words) = (cq_profile_word){0}; /* of the level */
    for (uint32_t i = 0; i < profile->layers.len; i++) {
        const cq_layer *layer = &profile->layers.at[i];
        for (int turn = 0; turn <= SINGLE_RULES; turn++)
            for (uint32_t k = 0; k < layer->section->rules.len; k++) {
                const cq_config_rule *said = &layer->section->rules.at[k];
                if (find_turn(host, said->name) == turn && cq_host_is_named(host, rule, said->name))
                    push_words(&words, arena, layer->config, said);
            }
    }
    if (words.len > 2) qsort(words.at + 1, words.len - 1, sizeof *words.at, compare_words);
    for (uint32_t i = words.at[0].rule ? 0 : 1; i < words.len; i++)
        *CQ_ARRAY_PUSH(arena, out) = words.at[i];
}
