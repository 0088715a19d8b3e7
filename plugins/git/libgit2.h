/* libgit2, loaded when something of it is called for the first time: with the twenty libraries that it needs
   itself, it would take more than half of the time in which calque starts. Included instead of <git2.h>; calls
   look as ever, and whoever makes a new one has nothing to add here: the build lists them. */
#ifndef CQ_GIT_LIBGIT2_H
#define CQ_GIT_LIBGIT2_H

#include <git2.h>

#include "base/err.h"

/* The functions that this folder calls, NULL before they are loaded: nothing of libgit2's is freed either,
   unless there is something. */
typedef struct cq_libgit2 {
#define CQ_GIT_CALL(name) __typeof__(name) *call_##name;
#include "gen/libgit2.def"
#undef CQ_GIT_CALL
} cq_libgit2;

extern cq_libgit2 cq_libgit2_calls;

/* Loads libgit2 and starts it; git_libgit2_shutdown() stops it, once for each start. CQ_EINVAL: it is not
   there, or does not start. */
bool cq_libgit2_start(cq_err *err);

/* #define git_blob_free cq_libgit2_calls.call_git_blob_free */
#include "gen/libgit2_names.h"

#endif
