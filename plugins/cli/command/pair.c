#include "plugins/cli/command.h"
#include "plugins/cli/lint.h"

const cq_command cq_command_pair = {
    .name = "pair",
    .summary = "Lints a translation beside its source.",
    .usage = "[OPTIONS] SOURCE TARGET",
    .notes =
        "Reports on TARGET, a file or - (standard input), with the rules that need the source of "
        "a\n"
        "text among those that run, whatever pairs the configuration names. Options, reports and\n"
        "exit status are those of `calque check`.",
    .run = cq_pair_main,
};
