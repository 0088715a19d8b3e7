#include "plugins/cli/command.h"

#include <stdarg.h>
#include <stdio.h>

/* The build writes the list from the names of the files in plugins/cli/command/. */
#define CQ_COMMAND(stem) extern const cq_command cq_command_##stem;
#include "gen/commands.def"
#undef CQ_COMMAND

static const cq_command *const all_commands[] = {
#define CQ_COMMAND(stem) &cq_command_##stem,
#include "gen/commands.def"
#undef CQ_COMMAND
    NULL,
};

const cq_command *const *cq_command_all(void) {
    return all_commands;
}

const cq_command *cq_command_of_name(cq_str name) {
    for (const cq_command *const *command = all_commands; *command; command++)
        if (cq_str_is_equal(name, cq_str_of((*command)->name))) return *command;
    return NULL;
}

static void push_usage(cq_buf *out, const cq_command *command) {
    const char *line = command->usage;
    for (const char *lead = "usage: "; line; lead = "       ") {
        size_t len = strcspn(line, "\n");
        cq_buf_push_format(out, "%scalque %s%s%.*s\n", lead, command->name, len ? " " : "",
                           (int)len, line);
        line = line[len] ? line + len + 1 : NULL;
    }
}

void cq_command_push_help(cq_buf *out, const cq_command *command) {
    push_usage(out, command);
    cq_buf_push_format(out, "\n%s\n", command->summary);
    if (command->options && command->options->name) {
        cq_buf_push_str(out, CQ_STR("\nOptions:\n"));
        cq_option_push_help(out, command->options);
    }
    if (command->push_choices) {
        cq_buf_push(out, '\n');
        command->push_choices(out);
    }
    if (command->notes) cq_buf_push_format(out, "\n%s\n", command->notes);
}

int cq_command_fail(const char *format, ...) {
    va_list args;
    va_start(args, format);
    fputs("calque: ", stderr);
    vfprintf(stderr, format, args);
    fputc('\n', stderr);
    va_end(args);
    return CQ_EXIT_TROUBLE;
}
