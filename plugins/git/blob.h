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

/* A git that waits to be asked for blobs. Caller's storage. */
typedef struct cq_git_blobs {
    cq_git_program program;
} cq_git_blobs;

/* Lets git get ready. A partial clone's git fetches what it has not got when it is asked for it. Followed
   by one of the last two. */
bool cq_git_blobs_begin(cq_git_blobs *question, const char *folder, cq_err *err);

/* Hands over the blobs of the changes that have one and are not left out, in order; `take` must want them
   all. False where git went away before its last answer. */
bool cq_git_blobs_take(cq_git_blobs *question, const cq_git_changes *changes,
                       cq_git_blob_take *take, void *context, cq_err *err);

/* The same for the last time, with a `take` that may have enough: closes the question. */
bool cq_git_blobs_end(cq_git_blobs *question, const cq_git_changes *changes, cq_git_blob_take *take,
                      void *context, cq_err *err);

/* Asks for nothing; one that was not begun (all zeros) is let be. */
void cq_git_blobs_drop(cq_git_blobs *question);

/* Both at once. */
bool cq_git_blobs_ask(const cq_git_changes *changes, const char *folder, cq_git_blob_take *take,
                      void *context, cq_err *err);

/* The same with libgit2, which fetches nothing. */
void cq_git_blobs_read(const cq_git_changes *changes, git_repository *repository,
                       cq_git_blob_take *take, void *context);

#endif
