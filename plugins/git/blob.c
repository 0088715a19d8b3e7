#include "plugins/git/blob.h"

#include <stdlib.h>

#include "base/io.h"
#include "plugins/git/program.h"

enum {
    LARGEST_POINTER = 1024, /* bytes; Git LFS says that its pointers are smaller */
    LONGEST_HEADER = 256, /* bytes of a line of `cat-file --batch` before the blob */
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

/* The ids, a line each, for git to read. NULL: no file for them can be made. */
static FILE *write_ids(const cq_git_changes *changes) {
    FILE *file = cq_git_program_scratch();
    for (uint32_t i = 0; file && i < changes->list.len; i++)
        if (changes->list.at[i].blob.len)
            fprintf(file, "%s\n", changes->list.at[i].blob.ptr);
    if (file)
        rewind(file); /* flushes, too */
    return file;
}

static bool skip_bytes(FILE *output, size_t count) {
    char skipped[SKIPPED_AT_ONCE];
    while (count) {
        size_t length = fread(skipped, 1, count < sizeof skipped ? count : sizeof skipped, output);
        if (!length)
            return false;
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
    if (!fgets(header, sizeof header, output))
        return false;
    const char *size = strstr(header, " blob ");
    if (change->is_left_out)
        return !size || skip_bytes(output, strtoull(size + strlen(" blob "), NULL, 10) + 1);
    if (!size) {
        hand_over(r, change, "git does not find its content");
        return true;
    }
    size_t length = strtoull(size + strlen(" blob "), NULL, 10);
    if (length > CQ_IO_LARGEST) {
        hand_over(r, change, "larger than 1 GiB");
        return skip_bytes(output, length + 1);
    }
    if (!read_bytes(&r->bytes, output, length))
        return false;
    hand_over(r, change, NULL);
    return true;
}

/* Reads the answers in order; false where they end early. */
static bool read_blobs(reader *r, FILE *output) {
    for (uint32_t i = 0; !r->is_stopped && i < r->changes->list.len; i++)
        if (r->changes->list.at[i].blob.len && !read_blob(r, output, &r->changes->list.at[i]))
            return false;
    return true;
}

static bool has_blobs(const cq_git_changes *changes) {
    for (uint32_t i = 0; i < changes->list.len; i++)
        if (changes->list.at[i].blob.len)
            return true;
    return false;
}

bool cq_git_blobs_begin(cq_git_blobs *question, const cq_git_changes *changes, const char *folder,
                        cq_err *err) {
    static const char *const arguments[] = {"cat-file", "--batch", NULL};
    *question = (cq_git_blobs){.changes = changes};
    if (!has_blobs(changes))
        return true;
    question->ids = write_ids(changes);
    if (!question->ids)
        return cq_fail(err, CQ_EIO, "git: no temporary file can be written");
    if (cq_git_program_open(&question->program, folder, arguments, CQ_GIT_ENVIRONMENT_KEPT,
                            question->ids, err))
        return true;
    fclose(question->ids);
    question->ids = NULL;
    return false;
}

/* Only a git that was not left talking can be asked how it ended. */
bool cq_git_blobs_end(cq_git_blobs *question, cq_git_blob_take *take, void *context, cq_err *err) {
    reader r = {.changes = question->changes, .take = take, .context = context, .is_stopped = !take};
    if (!question->ids)
        return true;
    bool is_whole = read_blobs(&r, question->program.output);
    bool is_done = cq_git_program_close(&question->program, r.is_stopped ? NULL : err);
    cq_buf_release(&r.bytes);
    fclose(question->ids);
    if (is_done && !is_whole)
        return cq_fail(err, CQ_EIO, "git: `cat-file --batch` ended before its last answer");
    return is_done || r.is_stopped;
}

bool cq_git_blobs_ask(const cq_git_changes *changes, const char *folder, cq_git_blob_take *take,
                      void *context, cq_err *err) {
    cq_git_blobs question;
    return cq_git_blobs_begin(&question, changes, folder, err) &&
           cq_git_blobs_end(&question, take, context, err);
}

/* --- from libgit2 --- */

static bool is_too_large(git_odb *objects, const git_oid *id) {
    size_t length;
    git_object_t type;
    return git_odb_read_header(&length, &type, objects, id) == 0 && length > CQ_IO_LARGEST;
}

static bool read_with_library(git_repository *repository, git_odb *objects,
                              const cq_git_change *change, cq_git_blob_take *take,
                              void *context) {
    git_oid id;
    git_blob *blob = NULL;
    if (git_oid_fromstr(&id, change->blob.ptr) != 0 || !objects)
        return take(context, change, CQ_STR(""), "libgit2 does not find its content");
    if (is_too_large(objects, &id))
        return take(context, change, CQ_STR(""), "larger than 1 GiB");
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
