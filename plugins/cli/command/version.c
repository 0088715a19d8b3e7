#include "plugins/cli/command.h"
#include "plugins/cli/output.h"

#ifndef CQ_VERSION
#define CQ_VERSION "unknown"
#endif

static int run_version(int argc, char **argv) {
    if (argc) return cq_command_fail("version takes no '%s'", argv[0]);
    cq_output output = {0};
    cq_output_push(&output, CQ_STR("calque " CQ_VERSION "\n"));
    return cq_output_end(&output, CQ_EXIT_OK);
}

const cq_command cq_command_version = {
    .name = "version",
    .summary = "Prints the version.",
    .usage = "",
    .run = run_version,
};
