/* Patches: the difference of two texts as `git apply` takes it. */
#ifndef CQ_GIT_PATCH_H
#define CQ_GIT_PATCH_H

#include "base/arena.h"
#include "base/buf.h"
#include "base/err.h"

/* How a patch names the file at `path`, in `arena`, NUL-terminated: from the root of the repository that
   the working directory is in, or else from the working directory, with symbolic links followed, since
   git takes those for no text. A file that is outside is named by its whole path without the first /. */
cq_str cq_git_patch_name(cq_arena *arena, const char *path);

/* Appends a patch that makes `before` of the file of that name, which is executable or not, into
   `after`; nothing where they are equal. */
bool cq_git_patch_push(cq_buf *out, cq_str name, bool is_executable, cq_str before, cq_str after,
                       cq_err *err);

#endif
