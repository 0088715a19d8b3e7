/* Attributes: what .gitattributes says of the changed files. */
#ifndef CQ_GIT_ATTRIBUTE_H
#define CQ_GIT_ATTRIBUTE_H

#include "plugins/git/libgit2.h"

#include "plugins/git/change.h"
#include "plugins/git/program.h"

/* A git that waits to be asked for attributes. Caller's storage; borrows the folder and the scope. */
typedef struct cq_git_attributes {
    const char *folder;
    const cq_git_scope *scope;
    cq_git_program program; /* all zeros: none waits */
} cq_git_attributes;

/* Lets git get ready. Followed by one of the next two. */
bool cq_git_attributes_begin(cq_git_attributes *question, const char *folder,
                             const cq_git_scope *scope, cq_err *err);

/* Closes the question. Fills in the languages and the sources that the attributes name, marks what they
   convert, and as left out what they exclude: calque=false (or -calque), linguist-generated, -text. They
   are read from where the scope's files are: the index, the working copy, the commit. */
bool cq_git_attributes_end(cq_git_attributes *question, cq_git_changes *changes, cq_err *err);

/* Asks for nothing; one that was not begun (all zeros) is let be. */
void cq_git_attributes_drop(cq_git_attributes *question);

/* As cq_git_attributes_end, with libgit2. */
bool cq_git_attributes_read(cq_git_changes *changes, git_repository *repository,
                            const cq_git_scope *scope, cq_err *err);

#endif
