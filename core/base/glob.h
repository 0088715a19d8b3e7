/* Patterns for paths, as in .gitignore. */
#ifndef CQ_BASE_GLOB_H
#define CQ_BASE_GLOB_H

#include "base/arena.h"
#include "base/err.h"

/* Whether `glob` names `path` (relative, with slashes, without "." and "..") or a folder above it:
     *       any bytes but a slash         **      any bytes, slashes too; "**" and a slash: any folders, or none
     ?       one byte but a slash          [a-z]   one of these; [!a-z]: none of these
     \x      x itself
   Without a slash inside it names files and folders at any depth ("*.md"); with one it begins where the
   path does ("content/es"). A slash at the end changes nothing. At most quadratic. */
bool cq_glob_is_match(cq_str glob, cq_str path);

/* CQ_EINVAL for an empty pattern and for one whose bracket does not close. */
bool cq_glob_check(cq_str glob, cq_err *err);

/* Where `from` names all of `path`, the path that `to` has for it, in `arena`: what stands between the first
   and the last star is the same in both patterns, and so in both paths. */
bool cq_glob_map(cq_str *out, cq_arena *arena, cq_str path, cq_str from, cq_str to);

/* CQ_EINVAL: the patterns differ between their first and last stars, or have brackets and the like, so
   that cq_glob_map can do nothing with them. */
bool cq_glob_check_map(cq_str from, cq_str to, cq_err *err);

#endif
