#include "base/io.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

static bool append_until_end(cq_buf *out, int fd, const char *name, cq_err *err) {
    size_t start = out->len;
    for (;;) {
        if (out->len == out->cap) /* a file's size was reserved by the caller */
            cq_buf_reserve(out, 64 * 1024);
        ssize_t got = read(fd, out->ptr + out->len, out->cap - out->len);
        if (got == 0) return true;
        if (got < 0 && errno == EINTR) continue;
        if (got < 0) return cq_fail_errno(err, errno, name);
        out->len += (size_t)got;
        if (out->len - start > CQ_IO_LARGEST)
            return cq_fail(err, CQ_ELIMIT, "%s: larger than 1 GiB", name);
    }
}

bool cq_io_read_stream(cq_buf *out, int fd, const char *name, cq_err *err) {
    return append_until_end(out, fd, name, err);
}

static bool check_regular(const struct stat *info, const char *path, cq_err *err) {
    if (S_ISDIR(info->st_mode)) return cq_fail(err, CQ_EINVAL, "%s: is a folder", path);
    if (!S_ISREG(info->st_mode)) return cq_fail(err, CQ_EINVAL, "%s: not a regular file", path);
    if (info->st_size > (off_t)CQ_IO_LARGEST)
        return cq_fail(err, CQ_ELIMIT, "%s: larger than 1 GiB", path);
    return true;
}

bool cq_io_read_file(cq_buf *out, const char *path, cq_err *err) {
    /* O_NONBLOCK: opening a pipe without a writer must not hang. */
    int fd = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
    if (fd < 0) return cq_fail_errno(err, errno, path);
    struct stat info;
    bool ok =
        fstat(fd, &info) == 0 ? check_regular(&info, path, err) : cq_fail_errno(err, errno, path);
    if (ok) {
        cq_buf_reserve(out, (size_t)info.st_size + 1);
        ok = append_until_end(out, fd, path, err);
    }
    close(fd);
    return ok;
}

bool cq_io_write_stream(int fd, cq_str bytes, const char *name, cq_err *err) {
    while (bytes.len) {
        ssize_t put = write(fd, bytes.ptr, bytes.len);
        if (put < 0 && errno == EINTR) continue;
        if (put < 0) return cq_fail_errno(err, errno, name);
        bytes = cq_str_slice(bytes, (size_t)put, bytes.len);
    }
    return true;
}

static int compare_names(const void *a, const void *b) {
    return cq_str_compare(*(const cq_str *)a, *(const cq_str *)b);
}

bool cq_io_list_folder(cq_strs *out, cq_arena *arena, const char *path, cq_err *err) {
    DIR *folder = opendir(path);
    if (!folder) return cq_fail_errno(err, errno, path);
    uint32_t first = out->len;
    struct dirent *entry;
    while ((entry = readdir(folder))) {
        if (strcmp(entry->d_name, ".") == 0 || strcmp(entry->d_name, "..") == 0) continue;
        *CQ_ARRAY_PUSH(arena, out) = cq_str_dup(arena, cq_str_of(entry->d_name));
    }
    closedir(folder);
    if (out->len > first) qsort(out->at + first, out->len - first, sizeof *out->at, compare_names);
    return true;
}

bool cq_io_find_files(cq_strs *out, cq_arena *arena, const char *folder, cq_str suffix,
                      cq_err *err) {
    cq_strs names = {0};
    if (!cq_io_list_folder(&names, arena, folder, err)) return false;
    for (uint32_t i = 0; i < names.len; i++) {
        cq_str path = cq_str_format(arena, "%s/%s", folder, names.at[i].ptr);
        struct stat info;
        if (lstat(path.ptr, &info) != 0) return cq_fail_errno(err, errno, path.ptr);
        if (S_ISDIR(info.st_mode)) {
            if (!cq_io_find_files(out, arena, path.ptr, suffix, err)) return false;
        } else if (cq_str_has_suffix(path, suffix)) {
            *CQ_ARRAY_PUSH(arena, out) = path;
        }
    }
    return true;
}
