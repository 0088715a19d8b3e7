#include "plugins/cli/command.h"
#include "plugins/cli/output.h"
#include "plugins/cli/suggest.h"

static void push_overview(cq_buf *out) {
    cq_buf_push_str(out, CQ_STR("calque: a linter for machine-translated prose\n\n"
                                "usage: calque [COMMAND] [OPTIONS] [ARGUMENTS]\n"
                                "       calque PATH...: the same as calque check PATH...\n\n"));
    for (const cq_command *const *command = cq_command_all(); *command; command++)
        cq_buf_push_format(out, "  %-9s %s\n", (*command)->name, (*command)->summary);
    cq_buf_push_str(out, CQ_STR("\ncalque help COMMAND: its options\n"));
}

static int fail_unknown(const char *name) {
    cq_suggest suggest = cq_suggest_begin(cq_str_of(name));
    for (const cq_command *const *command = cq_command_all(); *command; command++)
        cq_suggest_offer(&suggest, cq_str_of((*command)->name));
    if (suggest.best.len)
        return cq_command_fail("there is no command '%s'; did you mean %.*s?", name,
                               CQ_FMT(suggest.best));
    return cq_command_fail("there is no command '%s'; calque help lists them", name);
}

static int run_help(int argc, char **argv) {
    cq_buf text = {0};
    if (argc) {
        const cq_command *command = cq_command_of_name(cq_str_of(argv[0]));
        if (!command) return fail_unknown(argv[0]);
        cq_command_push_help(&text, command);
    } else {
        push_overview(&text);
    }
    cq_output output = {0};
    cq_output_push(&output, cq_buf_get(&text));
    cq_buf_release(&text);
    return cq_output_end(&output, CQ_EXIT_OK);
}

const cq_command cq_command_help = {
    .name = "help",
    .summary = "Prints what there is, or the manual of a command.",
    .usage = "[COMMAND]",
    .run = run_help,
};
