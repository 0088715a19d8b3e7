#include <unistd.h>

#include "plugins/cli/command.h"
#include "plugins/lsp/server.h"

static int run_lsp(int argc, char **argv) {
    for (int i = 0; i < argc; i++)
        if (strcmp(argv[i], "--stdio") != 0) /* what some clients say to any server */
            return cq_command_fail("lsp: there is no option '%s'", argv[i]);
    return cq_lsp_server_run(STDIN_FILENO, STDOUT_FILENO);
}

const cq_command cq_command_lsp = {
    .name = "lsp",
    .summary = "Serves an editor: a language server on standard input and output.",
    .usage = "",
    .run = run_lsp,
};
