/* The changed files of a scope: their content, and which part of it is new. */
#ifndef CQ_GIT_CHANGED_H
#define CQ_GIT_CHANGED_H

#include "base/trouble.h"
#include "check/touch.h"
#include "plugins/git/attribute.h"
#include "plugins/git/blob.h"
#include "plugins/git/change.h"

/* A changed file. Borrowed until the visit is over. */
typedef struct cq_git_file {
    cq_str path; /* as the user would name it: relative to the working directory where that is in
                        the work tree, else absolute; in a bare repository from its tree's root.
                        NUL-terminated */
    cq_str tree_path; /* from the root of the tree, NUL-terminated */
    cq_str blob;      /* the id of its blob in hexadecimal, NUL-terminated; empty: it has none */
    cq_str bytes;
    cq_str language; /* that the attribute calque-language names; empty: none. NUL-terminated */
    cq_str
        source; /* that calque-source names, a path from the root of the tree, not checked; empty:
                        none. NUL-terminated */
    cq_str origin; /* the file that it is a copy of, from the root of the tree; empty: of none */
    bool is_executable; /* as git has it; of files that git does not know it says nothing */
    bool is_converted;  /* the bytes are not those of the file, but those that git would stage */
    cq_spans changed;   /* the added and changed lines, with their ends */
} cq_git_file;

/* A question to git that is not answered yet. Caller's storage; strings and the scope are borrowed. */
typedef struct cq_git_changed {
    const char *folder;
    const cq_git_scope *scope;
    cq_arena arena;
    cq_git_changes_question changes;
    cq_git_attributes attributes;
    cq_git_blobs blobs;
    cq_err err; /* why it could not be asked */
} cq_git_changed;

/* Asks for the changes of a scope; git works while the caller does something else. Always followed by
   cq_git_changed_take_all.

   `folder` (NUL-terminated) is anywhere in the work tree; GIT_DIR, GIT_WORK_TREE and
   GIT_INDEX_FILE, which git sets for its hooks, have the last word as with git itself. */
void cq_git_changed_ask(cq_git_changed *question, const char *folder, const cq_git_scope *scope);

/* Calls `visit` for each file of the scope that a format is known for and that was added, copied,
   modified or renamed, or is a regular file where something else was. Left out are deleted files,
   conflicts, symbolic links, submodules, binary files, pointers of Git LFS, what attributes exclude
   (see attribute.h) and, unless the scope is whole, files without a line that is new but for copies. In
   git's order, once a path. Where `visit` returns false no more files come.

   The git program is asked: it takes less time than libgit2 needs to start, and its hunks and
   renames are those that the user sees. Where there is none, libgit2 answers.

   Of the working copy, a file that a filter or an encoding makes something else of has the bytes that
   git would stage: git counts lines there. libgit2 knows of no such filters: it has the file's own.

   A file that cannot be read is a trouble and the others follow. Where nothing can be listed at
   all (no repository, a broken index), that is one trouble and the result is false. */
bool cq_git_changed_take_all(cq_git_changed *question,
                             bool (*visit)(void *context, const cq_git_file *file), void *context,
                             cq_troubles *troubles);

#endif
