/* The changes of a scope as a list: which path holds which blob, and which lines of it are new. */
#ifndef CQ_GIT_CHANGE_H
#define CQ_GIT_CHANGE_H

#include "base/err.h"
#include "plugins/git/program.h"
#include "plugins/git/scope.h"

/* Lines from `first` (1-based) on. */
typedef struct cq_git_lines {
    uint32_t first, count;
} cq_git_lines;

/* A file that was added, copied, modified, renamed, or stands where something else was. Strings are
   NUL-terminated, owned by the list's arena. */
typedef struct cq_git_change {
    cq_str path; /* from the root of the work tree */
    cq_str blob; /* its object id in hexadecimal: 40 digits, 64 in a sha256 repository; empty: only
                    the working copy has it */
    cq_str language; /* that its attributes name; empty: they do not */
    cq_str source;   /* likewise: what it is a translation of */
    cq_str origin;   /* the path of the file that it is a copy of, as git sees it; empty: of none */
    bool is_executable;
    bool is_left_out;             /* its attributes say so */
    bool is_converted;            /* a filter or an encoding stands between the file and its blob */
    bool is_new;                  /* all lines are, whatever `lines` says */
    CQ_ARRAY(cq_git_lines) lines; /* added or changed, in order */
} cq_git_change;

typedef struct cq_git_changes {
    cq_arena *arena;
    cq_str root;  /* the work tree's real path without a slash at its end; "" where there is none */
    cq_str doubt; /* why not all lines are known: some files count as new for that; else empty */
    CQ_ARRAY(cq_git_change) list; /* regular files that a format is known for, in git's order */
} cq_git_changes;

/* Pushes a file if it is one that is wanted: a regular one (by git's octal mode) of a known format.
   NULL if not. Copies the strings. */
cq_git_change *cq_git_changes_push(cq_git_changes *changes, uint32_t mode, cq_str path,
                                   cq_str blob);

/* A question to git that is not answered yet. Caller's storage; strings and the scope are borrowed. */
typedef struct cq_git_changes_question {
    cq_arena *arena;
    const char *folder;
    const cq_git_scope *scope;
    const char *from, *to;     /* what is compared; NULL: as `git diff` takes none */
    cq_git_program root, diff; /* all zeros: not running */
    cq_str root_path;          /* once it was read, ... */
    cq_err root_err;           /* ... or why there is none */
} cq_git_changes_question;

/* Asks the git program, in the environment as it is, for the changes of a scope. What has to be kept goes
   to the arena. CQ_ENOENT: there is no git on PATH. Followed by one of the last two. */
bool cq_git_changes_begin(cq_git_changes_question *question, cq_arena *arena, const char *folder,
                          const cq_git_scope *scope, cq_err *err);

/* The real path of the work tree's root, without a slash at its end, NUL-terminated and in that arena. */
bool cq_git_changes_find_root(cq_str *out, cq_git_changes_question *question, cq_err *err);

/* Takes the answer and closes the question. The caller has set the changes' `arena` and releases it at
   last. */
bool cq_git_changes_end(cq_git_changes_question *question, cq_git_changes *changes, cq_err *err);

/* Closes it without an answer; one that failed to begin is let be. */
void cq_git_changes_drop(cq_git_changes_question *question);

#endif
