/* A push: which commits of which reference go where, as git tells its hooks. */
#ifndef CQ_GIT_PUSH_H
#define CQ_GIT_PUSH_H

#include "base/array.h"
#include "base/err.h"

/* What a push changes in one reference. Strings are NUL-terminated and owned by the arena given. */
typedef struct cq_git_push_range {
    cq_str name;     /* "refs/heads/main" */
    cq_str from, to; /* ids: of a commit, or of the tree that holds nothing; of a commit */
    bool is_first;   /* from that tree on, which git knows by its whole id only */
} cq_git_push_range;

typedef CQ_ARRAY(cq_git_push_range) cq_git_push;

/* Reads what git writes to pre-push: a line each with local name and id, name and id at the far end.
   A new branch begins where it left what `remote` (NULL: any) is known to have; so does one of which
   the far end has commits that are not here. References that are deleted, that bring nothing new or
   that are no commits are left out. */
bool cq_git_push_read_sent(cq_git_push *out, cq_arena *arena, const char *folder, cq_str input,
                           const char *remote, cq_err *err);

/* Reads what git writes to pre-receive: a line each with the old id, the new one, and the name. A new
   branch begins where it left the others that are there. */
bool cq_git_push_read_received(cq_git_push *out, cq_arena *arena, const char *folder, cq_str input,
                               cq_err *err);

#endif
