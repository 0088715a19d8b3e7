/* Blobs: the content of changed files. */
#ifndef CQ_GIT_BLOB_H
#define CQ_GIT_BLOB_H

#include <git2.h>

#include "plugins/git/change.h"

/* Takes the content of a changed file, borrowed until it returns; `trouble` instead (else NULL)
   where there is none to be had. False: no more is wanted. */
typedef bool cq_git_blob_take(void *context, const cq_git_change *change, cq_str bytes,
                              const char *trouble);

/* Reads the blobs of the changes that have one, in order. A partial clone's git fetches what it has
   not got. False where git cannot be asked, or went away before its last answer. */
bool cq_git_blobs_ask(const cq_git_changes *changes, const char *folder, cq_git_blob_take *take,
                      void *context, cq_err *err);

/* The same with libgit2, which fetches nothing. */
void cq_git_blobs_read(const cq_git_changes *changes, git_repository *repository,
                       cq_git_blob_take *take, void *context);

#endif
