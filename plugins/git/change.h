/* The staged changes of a repository as a list: which path holds which blob. */
#ifndef CQ_GIT_CHANGE_H
#define CQ_GIT_CHANGE_H

#include <git2.h>

#include "base/array.h"
#include "base/err.h"

/* A staged file that a format is known for. Strings are NUL-terminated, owned by the list's
   arena. */
typedef struct cq_git_change {
    cq_str path; /* from the root of the work tree */
    cq_str blob; /* its object id in hexadecimal: 40 digits, 64 in a sha256 repository */
} cq_git_change;

typedef CQ_ARRAY(cq_git_change) cq_git_changes;

/* Pushes what is staged against HEAD (against nothing before the first commit): regular files with
   another content or another type than there. A renamed file is its new path. `root` becomes the
   work tree's real path without a slash at the end. An error leaves the list as it was. */
bool cq_git_changes_read(cq_git_changes *out, cq_str *root, cq_arena *arena,
                         git_repository *repository, cq_err *err);

/* The same asked of the git program, for repositories that libgit2 cannot read. */
bool cq_git_changes_ask(cq_git_changes *out, cq_str *root, cq_arena *arena, const char *folder,
                        cq_err *err);

#endif
