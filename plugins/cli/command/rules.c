#include "base/json.h"
#include "plugins/cli/command.h"
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
    {"no-config", 0, NULL, "no configuration file and no rules but the shipped ones",
     cq_option_take_flag, FIELD(settings.no_config)},
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

static bool push_rules(cq_buf *out, const cq_selection *rules, const cq_strs *names,
                       const void *target, cq_err *err) {
    const rules_options *options = target;
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

static int run_rules(int argc, char **argv) {
    rules_options options = {0};
    cq_selection_view view = {rules_table, &options, &options.settings, push_rules};
    return cq_selection_run(&view, argc, argv);
}

const cq_command cq_command_rules = {
    .name = "rules",
    .summary = "Lists the rules, or shows one rule whole.",
    .usage = "[OPTIONS] [ID|GROUP|PATH]...",
    .options = rules_table,
    .run = run_rules,
};
