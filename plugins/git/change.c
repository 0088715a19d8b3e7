#include "plugins/git/change.h"

#include "text/markup.h"

enum { TYPE_BITS = 0170000, REGULAR = 0100000, EXECUTABLE = 0100 };

cq_git_change *cq_git_changes_push(cq_git_changes *changes, uint32_t mode, cq_str path,
                                   cq_str blob) {
    if ((mode & TYPE_BITS) != REGULAR || !cq_format_is_walked(path)) return NULL;
    cq_git_change *change = CQ_ARRAY_PUSH(changes->arena, &changes->list);
    change->path = cq_str_dup(changes->arena, path);
    change->blob = cq_str_dup(changes->arena, blob);
    change->is_executable = mode & EXECUTABLE;
    return change;
}
