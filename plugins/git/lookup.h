/* Lookups: files of the index or of a commit by their paths, whether they have changed or not. */
#ifndef CQ_GIT_LOOKUP_H
#define CQ_GIT_LOOKUP_H

#include "base/err.h"
#include "plugins/git/scope.h"

/* A file that is looked for, and what was found. */
typedef struct cq_git_lookup {
    cq_str path; /* from the root of the tree, NUL-terminated */
    bool is_there;
    cq_str bytes;   /* in the arena; empty where there is a refusal */
    cq_str refusal; /* why what is there is no text to be read; else empty. NUL-terminated */
} cq_git_lookup;

/* Sorted by path, each path once. */
typedef CQ_ARRAY(cq_git_lookup) cq_git_lookups;

/* Fills in what the scope's index or commit holds at the paths; no symbolic link is followed, and what a
   submodule holds is not there. The working copy is never read. The git program is asked; where there is
   none, libgit2. False where neither can say. */
bool cq_git_lookup_all(cq_git_lookups *wanted, cq_arena *arena, const char *folder,
                       const cq_git_scope *scope, cq_err *err);

#endif
