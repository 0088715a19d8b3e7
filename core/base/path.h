/* Paths as text: nothing here looks at the disk but cq_path_here and cq_path_leads_out. An absolute path is
   written without "." and "..", which are taken by name, and without a slash at its end: the root is empty. */
#ifndef CQ_BASE_PATH_H
#define CQ_BASE_PATH_H

#include "base/arena.h"

/* The working directory, in `arena`, NUL-terminated. */
cq_str cq_path_here(cq_arena *arena);

/* `path`, which is relative to `base` (absolute) unless it begins with a slash, made absolute. In
   `arena`, NUL-terminated. */
cq_str cq_path_absolute(cq_arena *arena, cq_str base, cq_str path);

/* Whether an absolute path lies in a folder, or below it. */
bool cq_path_is_below(cq_str path, cq_str folder);

/* Whether an absolute path is not in a folder (which is in itself), or leads out of it by symbolic links. The
   folder's own path has none. */
bool cq_path_leads_out(cq_str path, cq_str folder);

/* The part of an absolute path behind a folder's; the path itself where it lies elsewhere. Borrows. */
cq_str cq_path_cut(cq_str path, cq_str folder);

/* How to get to an absolute path from a folder, with ".." where need be. In `arena`, NUL-terminated. */
cq_str cq_path_relative(cq_arena *arena, cq_str path, cq_str folder);

#endif
