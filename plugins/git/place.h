/* A place: paths from a tree's root, and how they are named from the working directory. */
#ifndef CQ_GIT_PLACE_H
#define CQ_GIT_PLACE_H

#include <stdbool.h>

#include "base/array.h"

/* Caller's storage; strings are borrowed from the arena it was made with. */
typedef struct cq_git_place {
    cq_str
        root; /* of the work tree, real and without a slash at its end; "": there is no work tree */
    cq_str here;    /* the working directory */
    cq_strs limits; /* absolute paths, sorted: only what is one of them or in one of them */
    bool has_limits;
} cq_git_place;

/* `root` is borrowed. `limits` are files and folders, named from the working directory (in a bare
   repository from the tree's root) or absolute; NULL or none: no limit. */
void cq_git_place_init(cq_git_place *place, cq_arena *arena, cq_str root, const cq_strs *limits);

/* The path (from the root) as the user would name it: from the working directory where that is in
   the work tree, else absolute; as it is where there is no work tree. NUL-terminated, in the arena. */
cq_str cq_git_place_name(const cq_git_place *place, cq_arena *arena, cq_str path);

/* Whether the path (from the root) is within the limits. */
bool cq_git_place_is_within(const cq_git_place *place, cq_str path);

#endif
