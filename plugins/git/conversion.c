#include "plugins/git/conversion.h"

#include <stdlib.h>

#include "plugins/git/scratch.h"

typedef struct conversion {
    const cq_git_changes *changes;
    const char *folder;
    cq_git_blob_take *take;
    void *context;
    cq_arena arena;
    cq_git_changes list; /* copies of those that are converted */
} conversion;

static void list_converted(conversion *c) {
    c->list.arena = &c->arena;
    for (uint32_t i = 0; i < c->changes->list.len; i++)
        if (c->changes->list.at[i].is_converted && !c->changes->list.at[i].is_left_out)
            *CQ_ARRAY_PUSH(&c->arena, &c->list.list) = c->changes->list.at[i];
}

/* A line of its own for each path, whatever is in it: git undoes the quotes. */
static FILE *write_paths(const cq_git_changes *list) {
    FILE *file = cq_git_program_scratch();
    for (uint32_t i = 0; file && i < list->list.len; i++) {
        cq_str path = list->list.at[i].path;
        fputc('"', file);
        for (size_t k = 0; k < path.len; k++)
            if (path.ptr[k] == '"' || path.ptr[k] == '\\' || (unsigned char)path.ptr[k] < ' ')
                fprintf(file, "\\%03o", (unsigned)(unsigned char)path.ptr[k]);
            else
                fputc(path.ptr[k], file);
        fputs("\"\n", file);
    }
    if (file) rewind(file); /* flushes, too */
    return file;
}

static bool read_ids(conversion *c, cq_str answer, cq_err *err) {
    for (uint32_t i = 0; i < c->list.list.len; i++) {
        size_t end = cq_str_find(answer, CQ_STR("\n"));
        if (end == SIZE_MAX)
            return cq_fail(err, CQ_EINVAL, "git: an answer to `hash-object` that is none");
        c->list.list.at[i].blob = cq_str_dup(&c->arena, cq_str_slice(answer, 0, end));
        answer = cq_str_slice(answer, end + 1, answer.len);
    }
    return true;
}

static bool convert(conversion *c, cq_err *err) {
    static const char *const arguments[] = {"hash-object", "-w", "--stdin-paths", NULL};
    cq_git_program program;
    cq_buf answer = {0};
    FILE *paths = write_paths(&c->list);
    if (!paths) return cq_fail(err, CQ_EIO, "git: no temporary file can be written");
    bool ok =
        cq_git_program_open(&program, c->folder, arguments, CQ_GIT_ENVIRONMENT_KEPT, paths, err) &&
        cq_git_program_take(&answer, &program, err) && read_ids(c, cq_buf_get(&answer), err);
    cq_buf_release(&answer);
    fclose(paths);
    return ok;
}

/* The objects are not the repository's: they are in a folder that goes. */
static bool convert_aside(conversion *c, cq_err *err) {
    const char *before = getenv("GIT_OBJECT_DIRECTORY");
    cq_str old = cq_str_dup(&c->arena, cq_str_of(before)), objects;
    if (!cq_git_scratch_make(&objects, &c->arena, err)) return false;
    setenv("GIT_OBJECT_DIRECTORY", objects.ptr, 1); /* nothing else runs yet */
    bool ok = convert(c, err) && cq_git_blobs_ask(&c->list, c->folder, c->take, c->context, err);
    if (before)
        setenv("GIT_OBJECT_DIRECTORY", old.ptr, 1);
    else
        unsetenv("GIT_OBJECT_DIRECTORY");
    cq_git_scratch_remove(objects);
    return ok;
}

bool cq_git_conversions_ask(const cq_git_changes *changes, const char *folder,
                            cq_git_blob_take *take, void *context, cq_err *err) {
    conversion c = {.changes = changes, .folder = folder, .take = take, .context = context};
    cq_arena_init(&c.arena);
    list_converted(&c);
    bool ok = !c.list.list.len || convert_aside(&c, err);
    cq_arena_release(&c.arena);
    return ok;
}
