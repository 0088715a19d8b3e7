#include "plugins/cli/command.h"
#include "plugins/cli/page.h"
#include "plugins/cli/selection.h"

#define FIELD(name) offsetof(cq_settings, name)

static const cq_option explain_table[] = {
    {"rules", 0, "FOLDER", "add a folder of rules; may be given again", cq_option_take_list,
     FIELD(rule_folders)},
    {"no-config", 0, NULL, "no configuration file and no rules but the shipped ones",
     cq_option_take_flag, FIELD(no_config)},
    CQ_OPTION_END,
};

static bool push_pages(cq_buf *out, const cq_selection *rules, const cq_strs *names,
                       const void *options, cq_err *err) {
    (void)options;
    if (!names->len)
        return cq_fail(err, CQ_EINVAL, "explain needs the id of a rule; calque rules lists them");
    for (uint32_t i = 0; i < rules->len; i++) {
        if (i) cq_buf_push(out, '\n');
        cq_page_push(out, rules->at[i]);
    }
    return true;
}

static int run_explain(int argc, char **argv) {
    cq_settings settings = {0};
    cq_selection_view view = {explain_table, &settings, &settings, push_pages};
    return cq_selection_run(&view, argc, argv);
}

const cq_command cq_command_explain = {
    .name = "explain",
    .summary =
        "Prints the manual page of a rule: why it is there, what is wrong and what is right.",
    .usage = "[OPTIONS] ID...",
    .options = explain_table,
    .run = run_explain,
};
