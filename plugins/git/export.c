#include "plugins/git/export.h"

#include <errno.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/io.h"
#include "plugins/git/blob.h"
#include "plugins/git/program.h"

typedef struct export {
    const char *to;
    cq_arena arena;
    cq_err *err;
    bool ok;
}
export;

static bool is_component_safe(cq_str component) {
    return component.len && !cq_str_is_equal(component, CQ_STR(".")) &&
           !cq_str_is_equal(component, CQ_STR(".."));
}

static bool is_safe(cq_str path) {
    size_t start = 0;
    for (size_t i = 0; i <= path.len; i++) {
        if (i < path.len && path.ptr[i] != '/') continue;
        if (!is_component_safe(cq_str_slice(path, start, i))) return false;
        start = i + 1;
    }
    return true;
}

/* The folders of a path that was checked. */
static bool make_folders(const export *e, cq_str path, cq_err *err) {
    for (size_t i = 0; i < path.len; i++) {
        if (path.ptr[i] != '/') continue;
        cq_buf name = {0};
        cq_buf_push_format(&name, "%s/%.*s", e->to, (int)i, path.ptr);
        bool ok =
            mkdir(name.ptr, 0700) == 0 || errno == EEXIST || cq_fail_errno(err, errno, name.ptr);
        cq_buf_release(&name);
        if (!ok) return false;
    }
    return true;
}

static bool write_file(const export *e, cq_str path, cq_str bytes, cq_err *err) {
    cq_buf name = {0};
    cq_buf_push_format(&name, "%s/%s", e->to, path.ptr);
    int fd = open(name.ptr, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0600);
    bool ok = fd >= 0 ? cq_io_write_stream(fd, bytes, name.ptr, err)
                      : cq_fail_errno(err, errno, name.ptr);
    if (fd >= 0 && close(fd) != 0 && ok) ok = cq_fail_errno(err, errno, name.ptr);
    cq_buf_release(&name);
    return ok;
}

static bool take_blob(void *context, const cq_git_change *change, cq_str bytes,
                      const char *trouble) {
    export *e = context;
    if (trouble)
        e->ok = cq_fail(e->err, CQ_EIO, "%s: %s", change->path.ptr, trouble);
    else if (!is_safe(change->path))
        e->ok =
            cq_fail(e->err, CQ_EINVAL, "%s: not a path that a commit may hold", change->path.ptr);
    else
        e->ok = make_folders(e, change->path, e->err) && write_file(e, change->path, bytes, e->err);
    return e->ok;
}

/* "100644 blob ID" TAB path NUL, again and again. */
static void list_wanted(cq_git_changes *out, cq_str list, bool (*is_wanted)(cq_str path)) {
    for (size_t start = 0; start < list.len;) {
        cq_str entry = cq_str_of(list.ptr + start);
        start += entry.len + 1;
        size_t tab = cq_str_find(entry, CQ_STR("\t"));
        size_t id = cq_str_find(entry, CQ_STR(" blob "));
        cq_str path = tab == SIZE_MAX ? CQ_STR("") : cq_str_slice(entry, tab + 1, entry.len);
        if (!cq_str_has_prefix(entry, CQ_STR("100")) || id == SIZE_MAX || !is_wanted(path))
            continue;
        cq_git_change *change = CQ_ARRAY_PUSH(out->arena, &out->list);
        change->path = cq_str_dup(out->arena, path);
        change->blob = cq_str_dup(out->arena, cq_str_slice(entry, id + strlen(" blob "), tab));
    }
}

bool cq_git_export(const char *to, const char *folder, const char *revision,
                   bool (*is_wanted)(cq_str path), cq_err *err) {
    const char *const arguments[] = {"ls-tree", "-r", "-z", "--full-tree", revision, NULL};
    export e = {.to = to, .err = err, .ok = true};
    cq_buf list = {0};
    cq_arena_init(&e.arena);
    cq_git_changes wanted = {.arena = &e.arena};
    bool ok = cq_git_program_read(&list, folder, arguments, CQ_GIT_ENVIRONMENT_KEPT, err);
    if (ok) {
        list_wanted(&wanted, cq_buf_get(&list), is_wanted);
        ok = cq_git_blobs_ask(&wanted, folder, take_blob, &e, err) && e.ok;
    }
    cq_buf_release(&list);
    cq_arena_release(&e.arena);
    return ok;
}
