#include "base/json.h"
#include "plugins/cli/command.h"
#include "plugins/cli/output.h"
#include "plugins/cli/page.h"
#include "plugins/cli/selection.h"

typedef struct rules_options {
    cq_settings settings;
    const char *format;
} rules_options;

#define FIELD(name) offsetof(rules_options, name)

static const cq_option rules_table[] = {
    {"format", 0, "NAME", "text (default) or jsonl: one JSON object a rule", cq_option_take_text,
     FIELD(format)},
    {"rules", 0, "FOLDER", "add a folder of rules; may be given again", cq_option_take_list,
     FIELD(settings.rule_folders)},
    {"no-config", 0, NULL, "leave out .calque/rules", cq_option_take_flag,
     FIELD(settings.no_config)},
    CQ_OPTION_END,
};

static void push_row(cq_buf *out, const cq_rule *rule, size_t id_width, size_t group_width) {
    cq_buf_push_format(out, "%-*s  %-7s  %-*s  %s\n", (int)id_width, rule->id.ptr,
                       cq_level_name(rule->level), (int)group_width, rule->group.ptr,
                       rule->summary.ptr);
}

static void push_table(cq_buf *out, const cq_selection *rules) {
    size_t id_width = 0, group_width = 0;
    for (uint32_t i = 0; i < rules->len; i++) {
        if (rules->at[i]->id.len > id_width) id_width = rules->at[i]->id.len;
        if (rules->at[i]->group.len > group_width) group_width = rules->at[i]->group.len;
    }
    for (uint32_t i = 0; i < rules->len; i++) push_row(out, rules->at[i], id_width, group_width);
}

static void push_record(cq_buf *out, const cq_rule *rule) {
    cq_buf_push(out, '{');
    cq_json_push_str(out, "id", rule->id);
    cq_json_push_str(out, "language", rule->language);
    cq_json_push_str(out, "group", rule->group);
    cq_json_push_str(out, "level", cq_str_of(cq_level_name(rule->level)));
    cq_json_push_str(out, "mqm", rule->mqm);
    cq_json_push_key(out, "source");
    cq_buf_push(out, '[');
    for (uint32_t i = 0; i < rule->sources.len; i++) {
        cq_json_push_comma(out);
        cq_json_push_string(out, rule->sources.at[i]);
    }
    cq_buf_push(out, ']');
    cq_json_push_str(out, "summary", rule->summary);
    cq_json_push_str(out, "why", rule->why);
    cq_json_push_str(out, "origin", rule->origin);
    cq_buf_push_str(out, CQ_STR("}\n"));
}

static bool push_rules(cq_buf *out, const rules_options *options, const cq_selection *rules,
                       const cq_strs *names, cq_err *err) {
    if (options->format && strcmp(options->format, "jsonl") == 0) {
        for (uint32_t i = 0; i < rules->len; i++) push_record(out, rules->at[i]);
    } else if (options->format && strcmp(options->format, "text") != 0) {
        return cq_fail(err, CQ_EINVAL, "--format: '%s' is none of text, jsonl", options->format);
    } else if (rules->len == 1 && names->len == 1) {
        cq_page_push_fields(out, rules->at[0]);
    } else {
        push_table(out, rules);
    }
    return true;
}

static bool list_rules(cq_output *output, cq_host **host, rules_options *options, cq_strs *names,
                       cq_arena *arena, cq_err *err) {
    cq_troubles troubles;
    cq_troubles_init(&troubles);
    bool ok = cq_selection_open_host(host, &options->settings, arena, names, &troubles, err);
    cq_output_say_all(output, &troubles);
    cq_troubles_release(&troubles);
    cq_selection rules = {0};
    cq_buf text = {0};
    ok = ok && cq_selection_find(&rules, arena, *host, names, err) &&
         push_rules(&text, options, &rules, names, err);
    cq_output_push(output, cq_buf_get(&text));
    cq_buf_release(&text);
    return ok;
}

static int run_rules(int argc, char **argv) {
    rules_options options = {0};
    cq_output output = {0};
    cq_host *host = NULL;
    cq_arena arena;
    cq_strs names = {0};
    cq_err err = {0};
    cq_arena_init(&arena);
    if (!cq_option_read(&options, &names, &arena, rules_table, argc, argv, &err) ||
        !list_rules(&output, &host, &options, &names, &arena, &err))
        cq_output_say(&output, cq_str_of(err.message));
    cq_host_free(host);
    cq_settings_release(&options.settings);
    cq_arena_release(&arena);
    return cq_output_end(&output, CQ_EXIT_OK);
}

const cq_command cq_command_rules = {
    .name = "rules",
    .summary = "Lists the rules, or shows one rule whole.",
    .usage = "[OPTIONS] [ID|GROUP|PATH]...",
    .options = rules_table,
    .run = run_rules,
};
