/* A hook of ours in a repository: a few lines of sh in its hooks folder. */
#ifndef CQ_GIT_HOOK_H
#define CQ_GIT_HOOK_H

#include "base/arena.h"
#include "base/err.h"

/* A hook that calque runs; static. */
typedef struct cq_git_hook_kind {
    const char *name;
    const char *skip; /* the command that does without it this once; NULL: who pushes cannot */
    bool has_input;   /* git writes to its standard input */
} cq_git_hook_kind;

/* All of them, ended by one without a name. */
const cq_git_hook_kind *cq_git_hook_kinds(void);

/* The kind of a name, or NULL. */
const cq_git_hook_kind *cq_git_hook_kind_of(const char *name);

typedef enum cq_git_hook_state {
    CQ_GIT_HOOK_ABSENT,  /* there is no such hook */
    CQ_GIT_HOOK_OURS,    /* as it was installed, by this or another version */
    CQ_GIT_HOOK_CHANGED, /* installed by us, and then changed by somebody */
    CQ_GIT_HOOK_FOREIGN, /* somebody else's */
} cq_git_hook_state;

/* What is there. Caller's storage; strings are NUL-terminated and owned by the arena. */
typedef struct cq_git_hook {
    cq_arena arena;
    const cq_git_hook_kind *kind;
    cq_str folder; /* the hooks folder: core.hooksPath, or the repository's own; absolute */
    bool is_bare;  /* it is that of a repository without a work tree */
    cq_str path;   /* the hook in it */
    cq_str kept;   /* where another hook is kept that was there before ours; runs first */
    cq_str text;   /* what the hook holds; "" where it cannot be read */
    cq_git_hook_state state;
    bool has_kept;
    bool is_executable; /* git passes over a hook that is not */
} cq_git_hook;

/* Looks at the hook of a kind in the repository that `folder` is in. Asks the git program, whose
   answer is the one that counts: a hook without git is never run. The caller closes it. */
bool cq_git_hook_open(cq_git_hook *hook, const char *folder, const cq_git_hook_kind *kind,
                      cq_err *err);
void cq_git_hook_close(cq_git_hook *hook);

/* Writes the hook; it runs the calque on PATH, else `program` (an absolute path). Another hook is
   kept beside it and runs first; one of ours is written anew. A hook that was changed by hand, or
   that works only under its own name, is an error and stays. `hook` tells what is there then. */
bool cq_git_hook_install(cq_git_hook *hook, const char *program, cq_err *err);

/* Takes the hook away and puts back what it replaced, as it was. A hook that is not ours, or is
   changed, is an error and stays. */
bool cq_git_hook_uninstall(cq_git_hook *hook, cq_err *err);

/* The program that the hook names for when there is none on PATH, copied into the hook's arena;
   "" where the hook is not ours. */
cq_str cq_git_hook_program(cq_git_hook *hook);

#endif
