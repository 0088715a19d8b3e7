#include "plugins/cli/command.h"
#include "plugins/cli/output.h"
#include "plugins/cli/page.h"
#include "plugins/cli/selection.h"

#define FIELD(name) offsetof(cq_settings, name)

static const cq_option explain_table[] = {
    {"rules", 0, "FOLDER", "add a folder of rules; may be given again", cq_option_take_list,
     FIELD(rule_folders)},
    {"no-config", 0, NULL, "leave out .calque/rules", cq_option_take_flag, FIELD(no_config)},
    CQ_OPTION_END,
};

static bool explain(cq_output *output, cq_host **host, cq_settings *settings, const cq_strs *names,
                    cq_arena *arena, cq_err *err) {
    if (!names->len)
        return cq_fail(err, CQ_EINVAL, "explain needs the id of a rule; calque rules lists them");
    cq_troubles troubles;
    cq_troubles_init(&troubles);
    bool ok = cq_selection_open_host(host, settings, arena, names, &troubles, err);
    cq_output_say_all(output, &troubles);
    cq_troubles_release(&troubles);
    cq_selection rules = {0};
    if (!ok || !cq_selection_find(&rules, arena, *host, names, err)) return false;
    cq_buf text = {0};
    for (uint32_t i = 0; i < rules.len; i++) {
        if (i) cq_buf_push(&text, '\n');
        cq_page_push(&text, rules.at[i]);
    }
    cq_output_push(output, cq_buf_get(&text));
    cq_buf_release(&text);
    return true;
}

static int run_explain(int argc, char **argv) {
    cq_settings settings = {0};
    cq_output output = {0};
    cq_host *host = NULL;
    cq_arena arena;
    cq_strs names = {0};
    cq_err err = {0};
    cq_arena_init(&arena);
    if (!cq_option_read(&settings, &names, &arena, explain_table, argc, argv, &err) ||
        !explain(&output, &host, &settings, &names, &arena, &err))
        cq_output_say(&output, cq_str_of(err.message));
    cq_host_free(host);
    cq_settings_release(&settings);
    cq_arena_release(&arena);
    return cq_output_end(&output, CQ_EXIT_OK);
}

const cq_command cq_command_explain = {
    .name = "explain",
    .summary =
        "Prints the manual page of a rule: why it is there, what is wrong and what is right.",
    .usage = "[OPTIONS] ID...",
    .options = explain_table,
    .run = run_explain,
};
