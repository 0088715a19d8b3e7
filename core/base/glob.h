/* Patterns for paths, as in .gitignore. */
#ifndef CQ_BASE_GLOB_H
#define CQ_BASE_GLOB_H

#include "base/err.h"
#include "base/str.h"

/* Whether `glob` names `path` (relative, with slashes, without "." and "..") or a folder above it:
     *       any bytes but a slash         **      any bytes, slashes too; "**" and a slash: any folders, or none
     ?       one byte but a slash          [a-z]   one of these; [!a-z]: none of these
     \x      x itself
   Without a slash inside it names files and folders at any depth ("*.md"); with one it begins where the
   path does ("content/es"). A slash at the end changes nothing. At most quadratic. */
bool cq_glob_is_match(cq_str glob, cq_str path);

/* CQ_EINVAL for an empty pattern and for one whose bracket does not close. */
bool cq_glob_check(cq_str glob, cq_err *err);

#endif
