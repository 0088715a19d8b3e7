#include "plugins/git/scratch.h"

#include <errno.h>
#include <ftw.h>
#include <stdio.h>
#include <stdlib.h>

enum { MOST_OPEN = 16 }; /* folders, while one is removed */

bool cq_git_scratch_make(cq_str *out, cq_arena *arena, cq_err *err) {
    const char *place = getenv("TMPDIR");
    cq_str pattern =
        cq_str_format(arena, "%s/calque-XXXXXX", place && place[0] == '/' ? place : "/tmp");
    char *path = strdup(pattern.ptr);
    if (!path) cq_arena_exhausted();
    bool ok = mkdtemp(path) || cq_fail_errno(err, errno, pattern.ptr);
    *out = cq_str_dup(arena, cq_str_of(path));
    free(path);
    return ok;
}

static int remove_entry(const char *path, const struct stat *info, int kind, struct FTW *at) {
    (void)info, (void)kind, (void)at;
    remove(path);
    return 0;
}

void cq_git_scratch_remove(cq_str folder) {
    nftw(folder.ptr, remove_entry, MOST_OPEN, FTW_DEPTH | FTW_PHYS);
}
