#include "plugins/git/object.h"

#include <errno.h>
#include <fcntl.h>
#include <inttypes.h>
#include <unistd.h>

#include "base/io.h"
#include "plugins/git/program.h"
#include "plugins/git/scratch.h"

static bool write_text(const char *path, cq_str text, cq_err *err) {
    int fd = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
    if (fd < 0) return cq_fail_errno(err, errno, path);
    bool ok = cq_io_write_stream(fd, text, path, err);
    return (close(fd) == 0 || (ok && cq_fail_errno(err, errno, path))) && ok;
}

/* A file each, and their paths, a line each, for git to read. */
static bool write_texts(FILE *paths, cq_str scratch, const cq_strs *texts, cq_err *err) {
    cq_buf path = {0};
    bool ok = true;
    for (uint32_t i = 0; ok && i < texts->len; i++) {
        path.len = 0;
        cq_buf_push_format(&path, "%s/%" PRIu32, scratch.ptr, i);
        ok = write_text(path.ptr, texts->at[i], err);
        fprintf(paths, "%s\n", path.ptr);
    }
    cq_buf_release(&path);
    rewind(paths); /* flushes, too */
    return ok;
}

static bool read_ids(cq_strs *ids, cq_arena *arena, cq_str answer, uint32_t count, cq_err *err) {
    for (uint32_t i = 0; i < count; i++) {
        size_t end = cq_str_find(answer, CQ_STR("\n"));
        if (end == SIZE_MAX)
            return cq_fail(err, CQ_EINVAL, "git: an answer to `hash-object` that is none");
        *CQ_ARRAY_PUSH(arena, ids) = cq_str_dup(arena, cq_str_slice(answer, 0, end));
        answer = cq_str_slice(answer, end + 1, answer.len);
    }
    return true;
}

static bool ask(cq_strs *ids, cq_arena *arena, const char *folder, FILE *paths, uint32_t count,
                cq_err *err) {
    static const char *const arguments[] = {"hash-object", "-w", "--no-filters", "--stdin-paths",
                                            NULL};
    cq_git_program program;
    cq_buf answer = {0};
    bool ok =
        cq_git_program_open(&program, folder, arguments, CQ_GIT_ENVIRONMENT_KEPT, paths, err) &&
        cq_git_program_take(&answer, &program, err) &&
        read_ids(ids, arena, cq_buf_get(&answer), count, err);
    cq_buf_release(&answer);
    return ok;
}

bool cq_git_objects_store(cq_strs *ids, cq_arena *arena, const char *folder, const cq_strs *texts,
                          cq_err *err) {
    cq_str scratch;
    FILE *paths = cq_git_program_scratch();
    if (!paths) return cq_fail(err, CQ_EIO, "git: no temporary file can be written");
    bool ok = cq_git_scratch_make(&scratch, arena, err);
    if (ok) {
        ok = write_texts(paths, scratch, texts, err) &&
             ask(ids, arena, folder, paths, texts->len, err);
        cq_git_scratch_remove(scratch);
    }
    fclose(paths);
    return ok;
}
