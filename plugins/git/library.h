/* libgit2 from start to stop, and a repository opened with it. */
#ifndef CQ_GIT_LIBRARY_H
#define CQ_GIT_LIBRARY_H

#include "plugins/git/libgit2.h"

#include "base/err.h"

typedef enum cq_git_trust {
    CQ_GIT_TRUST_OWNED, /* only a repository of the user's, as git does */
    CQ_GIT_TRUST_ANY,   /* for reading ignore patterns: containers mount what others own */
} cq_git_trust;

/* Starts libgit2 and opens the repository that `folder` is in. With `use_environment`, GIT_DIR,
   GIT_INDEX_FILE and the like are honoured. CQ_ENOENT: there is none; another error: there is one
   that libgit2 cannot read, and the git program may. The caller closes it. */
bool cq_git_library_open(git_repository **out, const char *folder, bool use_environment,
                         cq_git_trust trust, cq_err *err);

/* The index that git would use, in a repository that was opened with `use_environment`. Git takes a
   relative GIT_INDEX_FILE from the root of the work tree, libgit2 from the working directory, and one
   that is not there is an empty index to both: a hook that had changed into a folder would see
   nothing staged. The result is libgit2's. The caller frees it. */
int cq_git_library_open_index(git_index **out, git_repository *repository);

/* Closes the repository and stops libgit2, once for each time it was opened. */
void cq_git_library_close(git_repository *repository);

/* Fills `err` with libgit2's last complaint about `subject`; always false. */
bool cq_git_library_fail(cq_err *err, int result, const char *subject);

#endif
