#include "plugins/cli/replace.h"

#include "base/arena.h"
#include "base/io.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

/* The owner is kept where that is possible: an editor's user may not be the file's. */
static bool write_beside(int fd, const struct stat *old, cq_str bytes, const char *path,
                         cq_err *err) {
    if (fchown(fd, old->st_uid, old->st_gid) != 0) errno = 0;
    if (fchmod(fd, old->st_mode & 07777) != 0) return cq_fail_errno(err, errno, path);
    return cq_io_write_stream(fd, bytes, path, err) &&
           (fsync(fd) == 0 || cq_fail_errno(err, errno, path));
}

static bool replace_real(const char *real, cq_arena *arena, cq_str bytes, cq_err *err) {
    struct stat old;
    if (access(real, W_OK) != 0 || stat(real, &old) != 0) return cq_fail_errno(err, errno, real);
    cq_str beside = cq_str_format(arena, "%s.calque-XXXXXX", real);
    char name[4096];
    if (beside.len >= sizeof name) return cq_fail_errno(err, ENAMETOOLONG, real);
    memcpy(name, beside.ptr, beside.len + 1);
    int fd = mkstemp(name);
    if (fd < 0) return cq_fail_errno(err, errno, real);
    bool ok = write_beside(fd, &old, bytes, real, err);
    if (close(fd) != 0 && ok) ok = cq_fail_errno(err, errno, real);
    if (ok && rename(name, real) != 0) ok = cq_fail_errno(err, errno, real);
    if (!ok) unlink(name);
    return ok;
}

bool cq_replace_file(const char *path, cq_str bytes, cq_err *err) {
    char *real = realpath(path, NULL);
    if (!real) return cq_fail_errno(err, errno, path);
    cq_arena arena;
    cq_arena_init(&arena);
    bool ok = replace_real(real, &arena, bytes, err);
    cq_arena_release(&arena);
    free(real);
    return ok;
}
