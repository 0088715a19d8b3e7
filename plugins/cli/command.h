/* Commands of the program. Each is one file in plugins/cli/command/, found by its name:
   `command/check.c` defines `const cq_command cq_command_check`. */
#ifndef CQ_CLI_COMMAND_H
#define CQ_CLI_COMMAND_H

#include "plugins/cli/option.h"

/* Exit statuses. */
enum {
    CQ_EXIT_OK = 0,       /* nothing at or above --fail-on */
    CQ_EXIT_FINDINGS = 1, /* findings; examples that fail */
    CQ_EXIT_TROUBLE = 2,  /* what went wrong is named on standard error */
};

typedef struct cq_command {
    const char *name;    /* "check" */
    const char *summary; /* one line for `calque help` */
    const char *usage;   /* "[OPTIONS] [PATH|-]...": what stands behind the name; lines by \n */
    const char *notes;   /* more for `calque help NAME`, may be NULL */
    /* Appends what there is to choose from, for `calque help NAME`; may be NULL. */
    void (*push_choices)(cq_buf *out);
    const cq_option *options; /* ended by an entry without a name; NULL: the command reads its
                                 arguments itself */
    /* Runs with the arguments behind the command's name (argv[argc] is NULL) and returns the exit
       status. `--help` never comes here. */
    int (*run)(int argc, char **argv);
} cq_command;

/* The command of a name, or NULL. Static. */
const cq_command *cq_command_of_name(cq_str name);

/* All commands, NULL-terminated, by name. */
const cq_command *const *cq_command_all(void);

/* What `calque help NAME` prints. */
void cq_command_push_help(cq_buf *out, const cq_command *command);

/* Says "calque: ..." on standard error and returns CQ_EXIT_TROUBLE, so that callers write
   `return cq_command_fail(...)`. */
int cq_command_fail(const char *format, ...) __attribute__((format(printf, 1, 2)));

#endif
