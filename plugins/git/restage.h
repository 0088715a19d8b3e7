/* Restaging: new content for staged files, and the same change in the working copy where that is possible
   without touching what is not staged. */
#ifndef CQ_GIT_RESTAGE_H
#define CQ_GIT_RESTAGE_H

#include "base/array.h"
#include "base/err.h"

typedef enum cq_git_restage_state {
    CQ_GIT_RESTAGE_NOT,    /* nothing was written; `err` says why */
    CQ_GIT_RESTAGE_BOTH,   /* the index and the working copy */
    CQ_GIT_RESTAGE_STAGED, /* the index only: the working copy has other changes at these places */
    CQ_GIT_RESTAGE_FILTERED, /* the index only: git does not give the file back as it takes it */
} cq_git_restage_state;

/* Strings are borrowed; paths and ids are NUL-terminated. */
typedef struct cq_git_restage {
    cq_str path;                /* from the root of the work tree */
    cq_str blob;                /* what is staged, as the change was made for it: its id ... */
    cq_str old, fresh;          /* ... its bytes, and those that are to be staged instead */
    cq_str name;                /* the caller's: how the file is called, ... */
    uint32_t count;             /* ... and in how many places it changes */
    cq_git_restage_state state; /* filled in */
    cq_err err;
} cq_git_restage;

typedef CQ_ARRAY(cq_git_restage) cq_git_restages;

/* Writes `after` to a file that holds `before`, whole or not at all. */
typedef bool cq_git_restage_replace(const char *path, cq_str before, cq_str after, cq_err *err);

/* Writes them all, with the index locked: first the new objects, then the working copy, file by file, at
   last the index, in one step. Who is stopped in between has lost nothing, and can do it again. A file
   whose staged content is no longer the one that was read, that is not in the working copy (or only
   behind a symbolic link), or that changes meanwhile there, is left as it is. False where the index
   stays as it was: it is locked, or something could not be written. Needs the git program. */
bool cq_git_restage_all(cq_git_restages *items, const char *folder, cq_git_restage_replace *replace,
                        cq_err *err);

#endif
