/* The program: finds the command and runs it. */
#include "plugins/cli/command.h"
#include "plugins/cli/output.h"
#include "plugins/cli/suggest.h"

#include <fcntl.h>
#include <unistd.h>

static bool is_help(const char *argument) {
    return strcmp(argument, "--help") == 0 || strcmp(argument, "-h") == 0;
}

/* Options end at "--"; what stands behind is a name, however it looks. */
static bool wants_help(int argc, char **argv) {
    for (int i = 0; i < argc && strcmp(argv[i], "--") != 0; i++)
        if (is_help(argv[i])) return true;
    return false;
}

static int run_command(const cq_command *command, int argc, char **argv) {
    if (!wants_help(argc, argv)) return command->run(argc, argv);
    cq_output output = {0};
    cq_buf text = {0};
    cq_command_push_help(&text, command);
    cq_output_push(&output, cq_buf_get(&text));
    cq_buf_release(&text);
    return cq_output_end(&output, CQ_EXIT_OK);
}

/* A word that is neither a command nor anything on disk is a command misspelled. */
static bool is_misspelled(const char *argument) {
    return argument[0] != '-' && !strpbrk(argument, "./") && access(argument, F_OK) != 0;
}

static int fail_unknown(const char *argument) {
    cq_suggest suggest = cq_suggest_begin(cq_str_of(argument));
    for (const cq_command *const *command = cq_command_all(); *command; command++)
        cq_suggest_offer(&suggest, cq_str_of((*command)->name));
    if (suggest.best.len)
        return cq_command_fail("there is no command and no file '%s'; did you mean %.*s?", argument,
                               CQ_FMT(suggest.best));
    return cq_command_fail("there is no command and no file '%s'; calque help lists the commands",
                           argument);
}

static int run(int argc, char **argv) {
    const cq_command *command = cq_command_of_name(cq_str_of(argv[0]));
    if (command) return run_command(command, argc - 1, argv + 1);
    if (argc && is_help(argv[0])) return cq_command_of_name(CQ_STR("help"))->run(0, argv + argc);
    if (argc && (strcmp(argv[0], "--version") == 0 || strcmp(argv[0], "-V") == 0))
        return cq_command_of_name(CQ_STR("version"))->run(0, argv + argc);
    if (argc && is_misspelled(argv[0])) return fail_unknown(argv[0]);
    return run_command(cq_command_of_name(CQ_STR("check")), argc, argv);
}

/* A standard stream that is closed is kept from being some file that is opened later: what stands in
   for it can neither be read (0) nor written (1, 2), as it could not before. */
static void hold_streams(void) {
    for (int fd = STDIN_FILENO; fd <= STDERR_FILENO; fd++)
        if (fcntl(fd, F_GETFD) == -1)
            (void)!open("/dev/null", fd == STDIN_FILENO ? O_WRONLY : O_RDONLY);
}

int main(int argc, char **argv) {
    hold_streams();
    cq_output_ignore_signals();
    return argc > 0 ? run(argc - 1, argv + 1) : CQ_EXIT_TROUBLE;
}
