/* A scope: which state of the files is looked at, and against what it counts as changed. */
#ifndef CQ_GIT_SCOPE_H
#define CQ_GIT_SCOPE_H

#include <stdbool.h>

#include "base/array.h"

typedef enum cq_git_target {
    CQ_GIT_TARGET_INDEX,  /* what the next commit would hold */
    CQ_GIT_TARGET_FILES,  /* the working copy, with files that git does not know yet */
    CQ_GIT_TARGET_COMMIT, /* a commit, or any other tree */
} cq_git_target;

/* Strings are NUL-terminated and borrowed. */
typedef struct cq_git_scope {
    cq_git_target target;
    const char *to;   /* the revision of CQ_GIT_TARGET_COMMIT */
    const char *from; /* a revision; NULL: HEAD, or nothing before the first commit; "": nothing */
    bool
        is_from_fork; /* not from `from` itself, but from where the target (or HEAD) forked off it */
    bool is_whole;    /* a file's unchanged lines count, too */
    const cq_strs *paths; /* only these files, and those in these folders; NULL or none: all */
} cq_git_scope;

#endif
