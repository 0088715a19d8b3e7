/* Objects: texts stored in the repository as blobs. */
#ifndef CQ_GIT_OBJECT_H
#define CQ_GIT_OBJECT_H

#include "base/array.h"
#include "base/err.h"

/* Stores each text as it is, by one git in `folder`, and pushes the ids of the blobs in order:
   hexadecimal, NUL-terminated, in `arena`. */
bool cq_git_objects_store(cq_strs *ids, cq_arena *arena, const char *folder, const cq_strs *texts,
                          cq_err *err);

#endif
