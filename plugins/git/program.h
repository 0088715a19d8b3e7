/* The git program, run without a shell: for what libgit2 cannot read, and where git's own answer is
   the one that counts. */
#ifndef CQ_GIT_PROGRAM_H
#define CQ_GIT_PROGRAM_H

#include <stdbool.h>
#include <stdio.h>
#include <sys/types.h>

#include "base/buf.h"
#include "base/err.h"

/* Whether GIT_DIR, GIT_INDEX_FILE and the like, as git sets them for its hooks, count. */
typedef enum cq_git_environment {
    CQ_GIT_ENVIRONMENT_KEPT,    /* as when the user runs git */
    CQ_GIT_ENVIRONMENT_CLEARED, /* the repository is the one that the folder is in */
} cq_git_environment;

/* A running git. Caller's storage; `output` is what it writes, to be read until its end. */
typedef struct cq_git_program {
    pid_t pid;
    FILE *output;
    FILE *complaint; /* what it says on standard error; NULL where that could not be caught */
    FILE *questions; /* its standard input, where that is written to as it runs; else NULL */
} cq_git_program;

/* Starts `git -C folder arguments...` (NULL-terminated) with `input` as its standard input (NULL:
   nothing to read). It takes no optional locks and starts no monitor that a repository's
   configuration names. CQ_ENOENT: there is no git on PATH. */
bool cq_git_program_open(cq_git_program *program, const char *folder, const char *const *arguments,
                         cq_git_environment environment, FILE *input, cq_err *err);

/* The same of a git that is asked one thing after another: it gets ready while the caller is not. What is
   written to `questions` and not answered yet must be below CQ_GIT_MOST_UNANSWERED, or both wait for ever. SIGPIPE
   must be ignored. */
bool cq_git_program_open_asked(cq_git_program *program, const char *folder,
                               const char *const *arguments, cq_err *err);

/* Bytes that any pipe takes without a reader. */
enum { CQ_GIT_MOST_UNANSWERED = 4096 };

/* Waits for its end, having nothing more to ask. False with its first complaint in `err` where it ended badly; one whose output
   was not read to the end may do so. */
bool cq_git_program_close(cq_git_program *program, cq_err *err);

/* Appends all that it writes to `out` and closes it. */
bool cq_git_program_take(cq_buf *out, cq_git_program *program, cq_err *err);

/* A nameless file in memory, for what a git is to read; children get it only where they are given
   it. NULL: there is no memory, or no more may be open. The caller closes it. */
FILE *cq_git_program_scratch(void);

/* Runs git and appends all it writes to `out`. */
bool cq_git_program_read(cq_buf *out, const char *folder, const char *const *arguments,
                         cq_git_environment environment, cq_err *err);

/* The same for an answer of one line, in the environment as it is: its line end is cut off. */
bool cq_git_program_read_line(cq_buf *out, const char *folder, const char *const *arguments,
                              cq_err *err);

#endif
