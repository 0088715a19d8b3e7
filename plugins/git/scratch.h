/* A scratch folder: a place of our own for what git reads from files only. */
#ifndef CQ_GIT_SCRATCH_H
#define CQ_GIT_SCRATCH_H

#include <stdbool.h>

#include "base/arena.h"
#include "base/err.h"

/* Makes an empty folder that only this user may enter, below TMPDIR (where that is absolute) or else
   /tmp. The path is in `arena`, NUL-terminated. The caller removes the folder. */
bool cq_git_scratch_make(cq_str *out, cq_arena *arena, cq_err *err);

/* Removes the folder with all that is in it; symbolic links are not followed. */
void cq_git_scratch_remove(cq_str folder);

#endif
