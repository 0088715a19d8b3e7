/* Conversions: files of the working copy as git would stage them, where a filter or an encoding makes
   something else of them. */
#ifndef CQ_GIT_CONVERSION_H
#define CQ_GIT_CONVERSION_H

#include "plugins/git/blob.h"

/* Hands over the content of the changes that are converted, in order, as cq_git_blobs_ask does; their
   own `blob` stays. Nothing is written to the repository. False where git cannot be asked. */
bool cq_git_conversions_ask(const cq_git_changes *changes, const char *folder,
                            cq_git_blob_take *take, void *context, cq_err *err);

#endif
