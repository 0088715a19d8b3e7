/* The staged files: what the next commit would hold, read from the index and never from the working
   copy. */
#ifndef CQ_GIT_STAGED_H
#define CQ_GIT_STAGED_H

#include <stdbool.h>

#include "base/str.h"
#include "base/trouble.h"

/* Calls `visit` for each staged file that a format is known for and that differs from HEAD (from
   nothing, before the first commit): added, copied, modified, renamed, or a regular file where
   something else was. Deleted files, conflicts, symbolic links, submodules, binary files and
   pointers of Git LFS are left out. In git's order, once a path.

   `folder` (NUL-terminated) is anywhere in the work tree; GIT_DIR, GIT_WORK_TREE and
   GIT_INDEX_FILE, which git sets for its hooks, have the last word as with git itself.
   `path` is NUL-terminated and relative to the working directory where that is in the work tree,
   else absolute. `path` and `bytes` are borrowed until `visit` returns; where it returns false no
   more files come.

   A file that cannot be read is a trouble and the others follow. Where nothing can be listed at
   all (no repository, a broken index), that is one trouble and the result is false. */
bool cq_git_staged_each(const char *folder,
                        bool (*visit)(void *context, cq_str path, cq_str bytes), void *context,
                        cq_troubles *troubles);

#endif
