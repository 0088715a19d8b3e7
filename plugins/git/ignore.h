/* Which files and folders git ignores, for walking a folder. */
#ifndef CQ_GIT_IGNORE_H
#define CQ_GIT_IGNORE_H

#include <stdbool.h>

#include "base/str.h"

typedef struct cq_git_ignore cq_git_ignore;

/* What git ignores at and below `folder` (NUL-terminated): .gitignore files, info/exclude and
   core.excludesFile, whatever the repository's object format or owner. NULL where there is nothing
   to honour: `folder` is in no repository's work tree, or it is ignored itself (who names an
   ignored folder means it). For one thread at a time. The caller closes it. */
cq_git_ignore *cq_git_ignore_open(const char *folder);

/* Whether git ignores `path`: absolute, or relative to the process' working directory; as a walk
   from `folder` spells it is cheapest. Files that git tracks are never ignored, nor are folders
   that hold one. What is in an ignored folder is ignored. `.git` itself is ignored. Paths outside
   the work tree are not. */
bool cq_git_ignore_is_ignored(cq_git_ignore *ignore, cq_str path, bool is_folder);

/* NULL is fine. */
void cq_git_ignore_close(cq_git_ignore *ignore);

#endif
