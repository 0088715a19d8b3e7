/* Attributes: what .gitattributes says of the changed files. */
#ifndef CQ_GIT_ATTRIBUTE_H
#define CQ_GIT_ATTRIBUTE_H

#include "plugins/git/libgit2.h"

#include "plugins/git/change.h"

/* Fills in the languages and the sources that the attributes name, marks what they convert, and as left
   out what they exclude: calque=false (or -calque), linguist-generated, -text. They are read from where
   the scope's files are: the index, the working copy, the commit. */
bool cq_git_attributes_ask(cq_git_changes *changes, const char *folder, const cq_git_scope *scope,
                           cq_err *err);

/* The same with libgit2. */
bool cq_git_attributes_read(cq_git_changes *changes, git_repository *repository,
                            const cq_git_scope *scope, cq_err *err);

#endif
