#include "plugins/cli/replace.h"

#include "base/arena.h"
#include "base/io.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
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

static bool is_unchanged(const char *real, cq_str before, cq_err *err) {
    cq_buf now = {0};
    bool ok = cq_io_read_file(&now, real, err);
    if (ok && !cq_str_is_equal(cq_buf_get(&now), before))
        ok = cq_fail(err, CQ_EIO,
                     "%s: it was changed while it was being fixed; it is left as it is", real);
    cq_buf_release(&now);
    return ok;
}

/* Hidden, so that nobody takes it for a text while it is there, and short: the file's own name may be
   as long as a name can be. */
static char *name_beside(cq_arena *arena, const char *real) {
    cq_str path = cq_str_of(real);
    size_t slash = cq_str_find_last(path, '/');
    cq_str folder = cq_str_slice(path, 0, slash == SIZE_MAX ? 0 : slash + 1);
    cq_str name = cq_str_format(arena, "%.*s.calque-XXXXXX", CQ_FMT(folder));
    char *out = cq_arena_alloc(arena, name.len + 1);
    return memcpy(out, name.ptr, name.len + 1);
}

static bool replace_real(const char *real, cq_arena *arena, cq_str before, cq_str after,
                         cq_err *err) {
    struct stat old;
    if (access(real, W_OK) != 0 || stat(real, &old) != 0) return cq_fail_errno(err, errno, real);
    char *beside = name_beside(arena, real);
    int fd = mkstemp(beside);
    if (fd < 0)
        return cq_fail(err, errno == EACCES || errno == EROFS ? CQ_EACCESS : CQ_EIO,
                       "%s: nothing can be written beside it: %s", real, strerror(errno));
    bool ok = write_beside(fd, &old, after, real, err);
    if (close(fd) != 0 && ok) ok = cq_fail_errno(err, errno, real);
    ok = ok && is_unchanged(real, before, err);
    if (ok && rename(beside, real) != 0) ok = cq_fail_errno(err, errno, real);
    if (!ok) unlink(beside);
    return ok;
}

bool cq_replace_file(const char *path, cq_str before, cq_str after, cq_err *err) {
    char *real = realpath(path, NULL);
    if (!real) return cq_fail_errno(err, errno, path);
    cq_arena arena;
    cq_arena_init(&arena);
    bool ok = replace_real(real, &arena, before, after, err);
    cq_arena_release(&arena);
    free(real);
    return ok;
}

bool cq_replace_create(const char *path, cq_str bytes, cq_err *err) {
    int fd = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
    if (fd < 0) return cq_fail_errno(err, errno, path);
    bool ok = cq_io_write_stream(fd, bytes, path, err) &&
              (fsync(fd) == 0 || cq_fail_errno(err, errno, path));
    if (close(fd) != 0 && ok) ok = cq_fail_errno(err, errno, path);
    if (!ok) unlink(path);
    return ok;
}
