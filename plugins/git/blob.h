/* Blobs: the content of changed files. */
#ifndef CQ_GIT_BLOB_H
#define CQ_GIT_BLOB_H

#include "plugins/git/libgit2.h"

#include "plugins/git/change.h"
#include "plugins/git/program.h"

/* Takes the content of a changed file, borrowed until it returns; `trouble` instead (else NULL)
   where there is none to be had. False: no more is wanted. */
typedef bool cq_git_blob_take(void *context, const cq_git_change *change, cq_str bytes,
                              const char *trouble);

/* Whether a blob is what Git LFS keeps in the place of a file's content. */
bool cq_git_blob_is_pointer(cq_str bytes);

/* A question to git that is not answered yet. Caller's storage; borrows the changes. */
typedef struct cq_git_blobs {
    const cq_git_changes *changes;
    cq_git_program program;
    FILE *ids; /* what git reads; NULL: there is nothing to ask */
} cq_git_blobs;

/* Asks for the blobs of the changes that have one. A partial clone's git fetches what it has not got. */
bool cq_git_blobs_begin(cq_git_blobs *question, const cq_git_changes *changes, const char *folder,
                        cq_err *err);

/* Takes the answers in order, but for what is left out by now, and closes the question. `take` NULL: no
   answer is wanted. False where git went away before its last one. */
bool cq_git_blobs_end(cq_git_blobs *question, cq_git_blob_take *take, void *context, cq_err *err);

/* Both at once. */
bool cq_git_blobs_ask(const cq_git_changes *changes, const char *folder, cq_git_blob_take *take,
                      void *context, cq_err *err);

/* The same with libgit2, which fetches nothing. */
void cq_git_blobs_read(const cq_git_changes *changes, git_repository *repository,
                       cq_git_blob_take *take, void *context);

#endif
