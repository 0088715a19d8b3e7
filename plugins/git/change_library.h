/* The changes of a scope as libgit2 sees them: where there is no git program to be asked. */
#ifndef CQ_GIT_CHANGE_LIBRARY_H
#define CQ_GIT_CHANGE_LIBRARY_H

#include "plugins/git/libgit2.h"

#include "plugins/git/change.h"

/* Lists the changes of a scope, as cq_git_changes_end does. Renames are those that libgit2 sees. */
bool cq_git_changes_read(cq_git_changes *changes, git_repository *repository,
                         const cq_git_scope *scope, cq_err *err);

#endif
