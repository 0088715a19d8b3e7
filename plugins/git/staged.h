/* Staged files of one name, wherever they are in the tree. */
#ifndef CQ_GIT_STAGED_H
#define CQ_GIT_STAGED_H

#include "base/trouble.h"

/* Takes a staged file: its absolute path (the work tree's is real) and its bytes, borrowed until it
   returns. */
typedef void cq_git_staged_take(void *context, cq_str path, cq_str bytes);

/* Hands over the regular files called `name` that the next commit would hold, whether they are on
   disk or not. Conflicts are left out. What has no content to be had goes to `troubles`. False, and
   nothing said, where `folder` is in no work tree or git cannot be asked. The git program is asked;
   where there is none, libgit2. */
bool cq_git_staged_each(const char *folder, const char *name, cq_git_staged_take *take,
                        void *context, cq_troubles *troubles);

#endif
