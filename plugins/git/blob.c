#include "plugins/git/blob.h"

#include <stdlib.h>

#include "base/io.h"
#include "plugins/git/program.h"

enum {
    LARGEST_POINTER = 1024,  /* bytes; Git LFS says that its pointers are smaller */
    LONGEST_HEADER = 256,    /* bytes of a line of `cat-file --batch` before the blob */
    SKIPPED_AT_ONCE = 16384, /* bytes */
};

bool cq_git_blob_is_pointer(cq_str bytes) {
    return bytes.len < LARGEST_POINTER &&
           cq_str_has_prefix(bytes, CQ_STR("version https://git-lfs.github.com/spec/"));
}

/* --- from the git program --- */

typedef struct reader {
    const cq_git_changes *changes;
    cq_git_blob_take *take;
    void *context;
    cq_buf bytes;
    bool is_stopped;
} reader;

static bool skip_bytes(FILE *output, size_t count) {
    char skipped[SKIPPED_AT_ONCE];
    while (count) {
        size_t length = fread(skipped, 1, count < sizeof skipped ? count : sizeof skipped, output);
        if (!length) return false;
        count -= length;
    }
    return true;
}

static bool read_bytes(cq_buf *bytes, FILE *output, size_t length) {
    bytes->len = 0;
    cq_buf_reserve(bytes, length + 1);
    bytes->len = fread(bytes->ptr, 1, length, output);
    return bytes->len == length && getc(output) == '\n';
}

static void hand_over(reader *r, const cq_git_change *change, const char *trouble) {
    cq_str bytes = trouble ? CQ_STR("") : cq_buf_get(&r->bytes);
    r->is_stopped = !r->take(r->context, change, bytes, trouble);
}

/* Takes the answer to one id. False: git's output is at its end, or not what it must be. */
static bool read_blob(reader *r, FILE *output, const cq_git_change *change) {
    char header[LONGEST_HEADER];
    if (!fgets(header, sizeof header, output)) return false;
    const char *size = strstr(header, " blob ");
    if (!size) {
        hand_over(r, change, "git does not find its content");
        return true;
    }
    size_t length = strtoull(size + strlen(" blob "), NULL, 10);
    if (length > CQ_IO_LARGEST) {
        hand_over(r, change, "larger than 1 GiB");
        return skip_bytes(output, length + 1);
    }
    if (!read_bytes(&r->bytes, output, length)) return false;
    hand_over(r, change, NULL);
    return true;
}

static bool is_asked_for(const cq_git_change *change) {
    return change->blob.len && !change->is_left_out;
}

/* Asks for blobs from `first` on, as many as may be unanswered; where the next ones begin. */
static uint32_t tell_ids(FILE *questions, const cq_git_changes *changes, uint32_t first) {
    size_t told = 0;
    uint32_t i = first;
    for (; i < changes->list.len; i++) {
        const cq_git_change *change = &changes->list.at[i];
        if (!is_asked_for(change)) continue;
        told += change->blob.len + 1;
        if (told >= CQ_GIT_MOST_UNANSWERED) break;
        fprintf(questions, "%s\n", change->blob.ptr);
    }
    fflush(questions);
    return i;
}

/* Reads the answers in order; false where they end early. */
static bool read_blobs(reader *r, const cq_git_program *program) {
    uint32_t told = 0;
    for (uint32_t i = 0; !r->is_stopped && i < r->changes->list.len; i++) {
        if (i == told) told = tell_ids(program->questions, r->changes, i);
        if (is_asked_for(&r->changes->list.at[i]) &&
            !read_blob(r, program->output, &r->changes->list.at[i]))
            return false;
    }
    return true;
}

static bool has_blobs(const cq_git_changes *changes) {
    for (uint32_t i = 0; i < changes->list.len; i++)
        if (is_asked_for(&changes->list.at[i])) return true;
    return false;
}

bool cq_git_blobs_begin(cq_git_blobs *question, const char *folder, cq_err *err) {
    static const char *const arguments[] = {"cat-file", "--batch", NULL};
    *question = (cq_git_blobs){0};
    return cq_git_program_open_asked(&question->program, folder, arguments, err);
}

static bool fail_early_end(cq_err *err) {
    return cq_fail(err, CQ_EIO, "git: `cat-file --batch` ended before its last answer");
}

bool cq_git_blobs_take(cq_git_blobs *question, const cq_git_changes *changes,
                       cq_git_blob_take *take, void *context, cq_err *err) {
    reader r = {.changes = changes, .take = take, .context = context};
    bool is_whole = read_blobs(&r, &question->program);
    cq_buf_release(&r.bytes);
    return is_whole || fail_early_end(err);
}

/* Only a git that was not left talking can be asked how it ended. */
bool cq_git_blobs_end(cq_git_blobs *question, const cq_git_changes *changes, cq_git_blob_take *take,
                      void *context, cq_err *err) {
    reader r = {.changes = changes, .take = take, .context = context};
    bool is_whole = read_blobs(&r, &question->program);
    bool is_done = cq_git_program_close(&question->program, r.is_stopped ? NULL : err);
    cq_buf_release(&r.bytes);
    if (is_done && !is_whole) return fail_early_end(err);
    return is_done || r.is_stopped;
}

void cq_git_blobs_drop(cq_git_blobs *question) {
    if (question->program.pid) cq_git_program_close(&question->program, NULL);
}

bool cq_git_blobs_ask(const cq_git_changes *changes, const char *folder, cq_git_blob_take *take,
                      void *context, cq_err *err) {
    cq_git_blobs question;
    return !has_blobs(changes) || (cq_git_blobs_begin(&question, folder, err) &&
                                   cq_git_blobs_end(&question, changes, take, context, err));
}

/* --- from libgit2 --- */

static bool is_too_large(git_odb *objects, const git_oid *id) {
    size_t length;
    git_object_t type;
    return git_odb_read_header(&length, &type, objects, id) == 0 && length > CQ_IO_LARGEST;
}

static bool read_with_library(git_repository *repository, git_odb *objects,
                              const cq_git_change *change, cq_git_blob_take *take, void *context) {
    git_oid id;
    git_blob *blob = NULL;
    if (git_oid_fromstr(&id, change->blob.ptr) != 0 || !objects)
        return take(context, change, CQ_STR(""), "libgit2 does not find its content");
    if (is_too_large(objects, &id)) return take(context, change, CQ_STR(""), "larger than 1 GiB");
    if (git_blob_lookup(&blob, repository, &id) != 0)
        return take(context, change, CQ_STR(""), "libgit2 does not find its content");
    cq_str bytes = {git_blob_rawcontent(blob), (size_t)git_blob_rawsize(blob)};
    bool goes_on = take(context, change, bytes, NULL);
    git_blob_free(blob);
    return goes_on;
}

void cq_git_blobs_read(const cq_git_changes *changes, git_repository *repository,
                       cq_git_blob_take *take, void *context) {
    git_odb *objects = NULL;
    git_repository_odb(&objects, repository);
    bool goes_on = true;
    for (uint32_t i = 0; goes_on && i < changes->list.len; i++)
        if (changes->list.at[i].blob.len && !changes->list.at[i].is_left_out)
            goes_on = read_with_library(repository, objects, &changes->list.at[i], take, context);
    git_odb_free(objects);
}
