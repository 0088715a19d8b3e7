/* An export: files of a commit, written to a folder of their own. */
#ifndef CQ_GIT_EXPORT_H
#define CQ_GIT_EXPORT_H

#include <stdbool.h>

#include "base/err.h"
#include "base/str.h"

/* Writes the regular files of the commit whose path `is_wanted` below `to`, an absolute path; folders
   are made as needed. Paths that lead out of there are an error: a tree may hold any name. */
bool cq_git_export(const char *to, const char *folder, const char *revision,
                   bool (*is_wanted)(cq_str path), cq_err *err);

#endif
