/* Preloaded: ends its process group at step STOP_AT of those that change something on disk, counted in
   the file STOP_COUNT over all processes of a command. A write is half done then. */
#include <dlfcn.h>
#include <fcntl.h>
#include <signal.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#define REAL(name) ((__typeof__(&name))dlsym(RTLD_NEXT, #name))

/* Whether this is the step; each process adds a byte to the file for each of its own. */
static bool is_step(void) {
    const char *file = getenv("STOP_COUNT"), *wanted = getenv("STOP_AT");
    if (!file || !wanted) return false;
    int fd = REAL(open)(file, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
    struct stat info;
    flock(fd, LOCK_EX);
    REAL(write)(fd, "", 1);
    fstat(fd, &info);
    close(fd);
    return info.st_size == atol(wanted);
}

static void stop(void) {
    kill(0, SIGKILL);
    pause();
}

static void stop_before(void) {
    if (is_step()) stop();
}

static bool is_file(int fd) {
    struct stat info;
    return fstat(fd, &info) == 0 && S_ISREG(info.st_mode) && info.st_nlink;
}

ssize_t write(int fd, const void *bytes, size_t count) {
    if (is_file(fd) && is_step()) {
        REAL(write)(fd, bytes, count / 2);
        stop();
    }
    return REAL(write)(fd, bytes, count);
}

#define OPEN(name)                                                                                 \
    int name(const char *path, int flags, ...) {                                                   \
        va_list rest;                                                                              \
        va_start(rest, flags);                                                                     \
        mode_t mode = flags & O_CREAT ? va_arg(rest, mode_t) : 0;                                  \
        va_end(rest);                                                                              \
        if (flags & O_CREAT) stop_before();                                                        \
        return REAL(name)(path, flags, mode);                                                      \
    }
OPEN(open)
OPEN(open64)

#define BEFORE(name, parameters, arguments)                                                        \
    int name parameters {                                                                          \
        stop_before();                                                                             \
        return REAL(name) arguments;                                                               \
    }
BEFORE(rename, (const char *from, const char *to), (from, to))
BEFORE(link, (const char *from, const char *to), (from, to))
BEFORE(unlink, (const char *path), (path))
BEFORE(mkdir, (const char *path, mode_t mode), (path, mode))
BEFORE(mkstemp, (char *path), (path))
BEFORE(mkstemp64, (char *path), (path))
BEFORE(fchmod, (int fd, mode_t mode), (fd, mode))
BEFORE(fsync, (int fd), (fd))
