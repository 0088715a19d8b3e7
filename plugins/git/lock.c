#include "plugins/git/lock.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/buf.h"
#include "base/io.h"
#include "plugins/git/program.h"

static bool find_index(cq_git_lock *lock, cq_arena *arena, const char *folder, cq_err *err) {
    static const char *const arguments[] = {"rev-parse", "--git-path", "index", NULL};
    cq_buf answer = {0};
    bool ok = cq_git_program_read_line(&answer, folder, arguments, err);
    if (ok) {
        bool is_absolute = answer.len && answer.ptr[0] == '/';
        cq_str path = cq_str_format(arena, "%s%s%.*s", is_absolute ? "" : folder,
                                    is_absolute ? "" : "/", CQ_FMT(cq_buf_get(&answer)));
        char *real = realpath(path.ptr, NULL);
        ok = real || cq_fail_errno(err, errno, path.ptr);
        lock->index = cq_str_dup(arena, cq_str_of(real));
        lock->copy = cq_str_format(arena, "%s.lock", lock->index.ptr);
        free(real);
    }
    cq_buf_release(&answer);
    return ok;
}

static bool fail_to_create(const cq_git_lock *lock, int failed, cq_err *err) {
    if (failed != EEXIST) return cq_fail_errno(err, failed, lock->copy.ptr);
    return cq_fail(err, CQ_EACCESS,
                   "%s is there: another git is at work, or has crashed (then delete it); nothing "
                   "was changed",
                   lock->copy.ptr);
}

/* Git takes a file as unchanged by its times only where they are older than the index: the copy must not
   look younger than what it was made of. */
static bool fill(int fd, const cq_git_lock *lock, cq_err *err) {
    cq_buf bytes = {0};
    struct stat info = {0};
    bool ok = (stat(lock->index.ptr, &info) == 0 || cq_fail_errno(err, errno, lock->index.ptr)) &&
              cq_io_read_file(&bytes, lock->index.ptr, err) &&
              cq_io_write_stream(fd, cq_buf_get(&bytes), lock->copy.ptr, err);
    const struct timespec times[] = {info.st_atim, info.st_mtim};
    cq_buf_release(&bytes);
    return ok && (futimens(fd, times) == 0 || cq_fail_errno(err, errno, lock->copy.ptr));
}

/* What a git has left that crashed while it worked on an earlier copy: who has the lock may. */
static void clear_remains(const cq_git_lock *lock, cq_arena *arena) {
    unlink(cq_str_format(arena, "%s.lock", lock->copy.ptr).ptr);
}

bool cq_git_lock_take(cq_git_lock *lock, cq_arena *arena, const char *folder, cq_err *err) {
    *lock = (cq_git_lock){.named = cq_str_dup(arena, cq_str_of(getenv("GIT_INDEX_FILE")))};
    if (!find_index(lock, arena, folder, err)) return false;
    int fd = open(lock->copy.ptr, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
    if (fd < 0) return fail_to_create(lock, errno, err);
    clear_remains(lock, arena);
    bool ok = fill(fd, lock, err);
    if (close(fd) != 0 && ok) ok = cq_fail_errno(err, errno, lock->copy.ptr);
    if (!ok)
        unlink(lock->copy.ptr);
    else
        setenv("GIT_INDEX_FILE", lock->copy.ptr, 1);
    return ok;
}

static void restore_environment(const cq_git_lock *lock) {
    if (lock->named.len)
        setenv("GIT_INDEX_FILE", lock->named.ptr, 1);
    else
        unsetenv("GIT_INDEX_FILE");
}

bool cq_git_lock_keep(cq_git_lock *lock, cq_err *err) {
    restore_environment(lock);
    if (rename(lock->copy.ptr, lock->index.ptr) == 0) return true;
    cq_fail_errno(err, errno, lock->index.ptr);
    unlink(lock->copy.ptr);
    return false;
}

void cq_git_lock_drop(cq_git_lock *lock) {
    restore_environment(lock);
    unlink(lock->copy.ptr);
}
