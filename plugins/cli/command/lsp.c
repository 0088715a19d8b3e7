#include <unistd.h>

#ifdef __GLIBC__
#include <malloc.h>
#endif

#include "plugins/cli/command.h"
#include "plugins/lsp/server.h"

/* Bytes. What one edit frees the next one takes again: so much is not given back to the system between. */
#define KEPT_MEMORY (32 << 20)

static void keep_memory(void) {
#ifdef __GLIBC__
    mallopt(M_TRIM_THRESHOLD, KEPT_MEMORY);
    mallopt(M_MMAP_THRESHOLD, KEPT_MEMORY);
#endif
}

static int run_lsp(int argc, char **argv) {
    for (int i = 0; i < argc; i++)
        if (strcmp(argv[i], "--stdio") != 0) /* what some clients say to any server */
            return cq_command_fail("lsp: there is no option '%s'", argv[i]);
    keep_memory();
    return cq_lsp_server_run(STDIN_FILENO, STDOUT_FILENO);
}

const cq_command cq_command_lsp = {
    .name = "lsp",
    .summary = "Serves an editor: a language server on standard input and output.",
    .usage = "",
    .run = run_lsp,
};
