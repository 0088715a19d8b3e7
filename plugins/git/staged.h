/* Staged files of one name, wherever they are in the tree. */
#ifndef CQ_GIT_STAGED_H
#define CQ_GIT_STAGED_H

#include "base/trouble.h"
#include "plugins/git/changed.h"

/* Takes a staged file: its absolute path (the work tree's is real) and its bytes, borrowed until it
   returns. */
typedef void cq_git_staged_take(void *context, cq_str path, cq_str bytes);

/* A question to git that is not answered yet. Caller's storage; strings are borrowed. */
typedef struct cq_git_staged {
    const char *folder, *name;
    cq_git_program program;
    cq_err err; /* why it could not be asked */
} cq_git_staged;

/* Asks for the regular files called `name` in the work tree that `folder` is in; git looks for them
   while the caller does something else. Always followed by cq_git_staged_take_all. */
void cq_git_staged_ask(cq_git_staged *question, const char *folder, const char *name);

/* Hands over those that the next commit would hold, whether they are on disk or not. Conflicts are left
   out. What has no content to be had goes to `troubles`. False, and nothing said, where the folder is
   in no work tree or git cannot be asked. The git program is asked; where there is none, libgit2.
   `changed` is a question about what is staged in the same place, not answered yet. */
bool cq_git_staged_take_all(cq_git_staged *question, cq_git_changed *changed,
                            cq_git_staged_take *take, void *context, cq_troubles *troubles);

#endif
