/* A lock: the index of a repository, held as git itself holds it, with a copy of it to work on. */
#ifndef CQ_GIT_LOCK_H
#define CQ_GIT_LOCK_H

#include <stdbool.h>

#include "base/arena.h"
#include "base/err.h"

/* Caller's storage. Paths are absolute, NUL-terminated and owned by the arena given. While it is held,
   the git programs that are run from here work on the copy; all others are told by git to come later. */
typedef struct cq_git_lock {
    cq_str index; /* a symbolic link is followed, as git does */
    cq_str copy;  /* INDEX.lock */
    cq_str named; /* what GIT_INDEX_FILE was before; empty: it was not set */
} cq_git_lock;

/* Takes the lock of the index that git would use in `folder`, the root of the work tree. CQ_EACCESS:
   somebody else has it. Nothing else may run meanwhile that reads the environment. The caller keeps or
   drops it. */
bool cq_git_lock_take(cq_git_lock *lock, cq_arena *arena, const char *folder, cq_err *err);

/* Makes the copy the index, and so gives the lock back. On failure the index stays as it was. */
bool cq_git_lock_keep(cq_git_lock *lock, cq_err *err);

/* Gives the lock back; the index stays as it was. */
void cq_git_lock_drop(cq_git_lock *lock);

#endif
