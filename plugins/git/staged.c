#include "plugins/git/staged.h"

#include <limits.h>
#include <stdlib.h>
#include <unistd.h>

#include "base/io.h"
#include "plugins/git/change.h"
#include "plugins/git/library.h"
#include "plugins/git/program.h"

enum {
    LOOKED_AT_FOR_NUL = 8000, /* bytes, as git does to tell binary files */
    LARGEST_POINTER = 1024,   /* bytes; Git LFS says that its pointers are smaller */
    LONGEST_HEADER = 256,     /* bytes of a line of `cat-file --batch` before the blob */
};

typedef struct staged {
    bool (*visit)(void *context, cq_str path, cq_str bytes);
    void *context;
    cq_troubles *troubles;
    cq_arena arena; /* owns the changes and the strings below */
    cq_git_changes changes;
    cq_git_changes left; /* whose blob libgit2 does not find: a partial clone's git fetches it */
    cq_str root;         /* the work tree's real path */
    cq_str here;         /* the working directory's */
    bool is_stopped;     /* no more files are wanted */
} staged;

static bool is_binary(cq_str bytes) {
    size_t length = bytes.len < LOOKED_AT_FOR_NUL ? bytes.len : LOOKED_AT_FOR_NUL;
    return length && memchr(bytes.ptr, '\0', length);
}

static bool is_pointer(cq_str bytes) {
    return bytes.len < LARGEST_POINTER &&
           cq_str_has_prefix(bytes, CQ_STR("version https://git-lfs.github.com/spec/"));
}

/* Bytes that two absolute paths have in common, in whole components. */
static size_t measure_common(cq_str a, cq_str b) {
    size_t common = 0, i = 0;
    while (i < a.len && i < b.len && a.ptr[i] == b.ptr[i])
        if (a.ptr[i++] == '/')
            common = i - 1;
    bool ends = (i == a.len || a.ptr[i] == '/') && (i == b.len || b.ptr[i] == '/');
    return ends ? i : common;
}

/* The path as the user would name it: from the working directory where that is in the work tree. */
static cq_str name_path(staged *s, cq_str path) {
    cq_str whole = cq_str_format(&s->arena, "%s/%s", s->root.ptr, path.ptr);
    bool is_inside = cq_str_has_prefix(s->here, s->root) &&
                     (s->here.len == s->root.len || s->here.ptr[s->root.len] == '/');
    if (!is_inside)
        return whole;
    size_t common = measure_common(s->here, whole);
    cq_buf name = {0};
    for (size_t i = common; i < s->here.len; i++)
        if (s->here.ptr[i] == '/')
            cq_buf_push_str(&name, CQ_STR("../"));
    cq_buf_push_str(&name, cq_str_slice(whole, common + 1, whole.len));
    cq_str out = cq_str_dup(&s->arena, cq_buf_get(&name));
    cq_buf_release(&name);
    return out;
}

static void visit_bytes(staged *s, const cq_git_change *change, cq_str bytes) {
    if (!is_binary(bytes) && !is_pointer(bytes))
        s->is_stopped = !s->visit(s->context, name_path(s, change->path), bytes);
}

static void push_trouble(staged *s, const cq_git_change *change, const char *reason) {
    cq_err line = {0}; /* makes one line of a path that has several */
    cq_fail(&line, CQ_EIO, "%s: %s", name_path(s, change->path).ptr, reason);
    cq_troubles_push(s->troubles, "%s", line.message);
}

/* --- blobs from libgit2 --- */

static bool is_too_large(git_odb *objects, const git_oid *id) {
    size_t length;
    git_object_t type;
    return git_odb_read_header(&length, &type, objects, id) == 0 && length > CQ_IO_LARGEST;
}

static void read_blob(staged *s, git_repository *repository, git_odb *objects,
                      const cq_git_change *change) {
    git_oid id;
    git_blob *blob = NULL;
    if (git_oid_fromstr(&id, change->blob.ptr) == 0 && is_too_large(objects, &id)) {
        push_trouble(s, change, "larger than 1 GiB");
    } else if (git_blob_lookup(&blob, repository, &id) == 0) {
        visit_bytes(s, change, (cq_str){git_blob_rawcontent(blob), (size_t)git_blob_rawsize(blob)});
        git_blob_free(blob);
    } else {
        *CQ_ARRAY_PUSH(&s->arena, &s->left) = *change;
    }
}

static void read_blobs(staged *s, git_repository *repository) {
    git_odb *objects = NULL;
    if (git_repository_odb(&objects, repository) != 0) {
        s->left = s->changes;
        return;
    }
    for (uint32_t i = 0; !s->is_stopped && i < s->changes.len; i++)
        read_blob(s, repository, objects, &s->changes.at[i]);
    git_odb_free(objects);
}

/* --- blobs from the git program --- */

/* The ids, a line each, for git to read. NULL: no temporary file can be made. */
static FILE *write_ids(const cq_git_changes *changes) {
    FILE *file = tmpfile();
    if (!file)
        return NULL;
    for (uint32_t i = 0; i < changes->len; i++)
        fprintf(file, "%s\n", changes->at[i].blob.ptr);
    rewind(file); /* flushes, too */
    return file;
}

static bool skip_bytes(FILE *output, size_t count) {
    while (count && getc(output) != EOF)
        count--;
    return count == 0;
}

static bool read_bytes(cq_buf *bytes, FILE *output, size_t length) {
    bytes->len = 0;
    cq_buf_reserve(bytes, length + 1);
    bytes->len = fread(bytes->ptr, 1, length, output);
    return bytes->len == length && getc(output) == '\n';
}

/* Takes the answer to one id. False: git's output is at its end, or not what it must be. */
static bool take_blob(staged *s, FILE *output, const cq_git_change *change, cq_buf *bytes) {
    char header[LONGEST_HEADER];
    if (!fgets(header, sizeof header, output))
        return false;
    const char *size = strstr(header, " blob ");
    if (!size) {
        push_trouble(s, change, "git does not find its staged content");
        return true;
    }
    size_t length = strtoull(size + strlen(" blob "), NULL, 10);
    if (length > CQ_IO_LARGEST) {
        push_trouble(s, change, "larger than 1 GiB");
        return skip_bytes(output, length + 1);
    }
    if (!read_bytes(bytes, output, length))
        return false;
    visit_bytes(s, change, cq_buf_get(bytes));
    return true;
}

/* Takes the answers in order; false where they end early. */
static bool take_blobs(staged *s, FILE *output, const cq_git_changes *changes) {
    cq_buf bytes = {0};
    bool ok = true;
    for (uint32_t i = 0; ok && !s->is_stopped && i < changes->len; i++)
        ok = take_blob(s, output, &changes->at[i], &bytes);
    cq_buf_release(&bytes);
    return ok;
}

/* Only a git that was not left talking can be asked how it ended. */
static bool ask_with(staged *s, const char *folder, const cq_git_changes *changes, FILE *ids,
                     cq_err *err) {
    static const char *const arguments[] = {"cat-file", "--batch", NULL};
    cq_git_program program;
    if (!cq_git_program_open(&program, folder, arguments, CQ_GIT_ENVIRONMENT_KEPT, ids, err))
        return false;
    bool is_whole = take_blobs(s, program.output, changes);
    bool is_done = cq_git_program_close(&program, s->is_stopped ? NULL : err);
    if (is_done && !is_whole)
        return cq_fail(err, CQ_EIO, "git: `cat-file --batch` ended before its last answer");
    return is_done || s->is_stopped;
}

static void ask_blobs(staged *s, const char *folder, const cq_git_changes *changes) {
    if (s->is_stopped || !changes->len)
        return;
    cq_err err = {0};
    FILE *ids = write_ids(changes);
    if (!ids)
        cq_troubles_push(s->troubles, "git: no temporary file can be written");
    else if (!ask_with(s, folder, changes, ids, &err))
        cq_troubles_push(s->troubles, "%s", err.message);
    if (ids)
        fclose(ids);
}

/* --- the two ways --- */

/* An error: nothing was visited, and the git program may know better. */
static bool go_with_library(staged *s, const char *folder, cq_err *err) {
    git_repository *repository = NULL;
    if (!cq_git_library_open(&repository, folder, true, CQ_GIT_TRUST_OWNED, err))
        return false;
    bool ok = cq_git_changes_read(&s->changes, &s->root, &s->arena, repository, err);
    if (ok)
        read_blobs(s, repository);
    cq_git_library_close(repository);
    if (ok)
        ask_blobs(s, folder, &s->left);
    return ok;
}

static bool go_with_program(staged *s, const char *folder, cq_err *err) {
    if (!cq_git_changes_ask(&s->changes, &s->root, &s->arena, folder, err))
        return false;
    ask_blobs(s, folder, &s->changes);
    return true;
}

static bool go(staged *s, const char *folder) {
    cq_err library = {0}, program = {0};
    if (go_with_library(s, folder, &library))
        return true;
    if (library.code == CQ_ENOENT)
        return cq_troubles_push(s->troubles, "%s: not in a git repository", folder);
    if (go_with_program(s, folder, &program))
        return true;
    bool has_git = program.code != CQ_ENOENT;
    return cq_troubles_push(s->troubles, "%s", has_git ? program.message : library.message);
}

bool cq_git_staged_each(const char *folder,
                        bool (*visit)(void *context, cq_str path, cq_str bytes), void *context,
                        cq_troubles *troubles) {
    staged s = {.visit = visit, .context = context, .troubles = troubles};
    cq_arena_init(&s.arena);
    char *here = getcwd(NULL, 0);
    s.here = cq_str_dup(&s.arena, cq_str_of(here));
    free(here);
    bool ok = go(&s, folder);
    cq_arena_release(&s.arena);
    return ok;
}
