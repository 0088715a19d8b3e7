#include "plugins/config/source_file.h"

#include <errno.h>
#include <inttypes.h>
#include <sys/stat.h>

static bool is_same_file(const struct stat *source, const char *text) {
    struct stat info;
    return stat(text, &info) == 0 && info.st_dev == source->st_dev && info.st_ino == source->st_ino;
}

bool cq_source_file_read(cq_buf *out, bool *is_there, cq_str path, cq_str text, cq_err *err) {
    struct stat info;
    *is_there = stat(path.ptr, &info) == 0;
    if (!*is_there)
        return errno == ENOENT || errno == ENOTDIR || cq_fail_errno(err, errno, path.ptr);
    if (is_same_file(&info, text.ptr))
        return cq_fail(err, CQ_EINVAL, "%s: the same file as its translation", path.ptr);
    return cq_io_read_file(out, path.ptr, err);
}

bool cq_source_file_open(cq_doc *out, cq_intern *words, cq_str path, cq_str bytes,
                         const cq_doc_options *options, cq_err *err) {
    if (!cq_doc_open(out, words, path, bytes, options, err)) return false;
    uint32_t invalid = out->source.first_invalid;
    if (invalid == UINT32_MAX) return true;
    uint32_t line = cq_source_locate(&out->source, invalid).line;
    bool is_nul = bytes.ptr[invalid] == '\0';
    cq_doc_close(out);
    return cq_fail(err, CQ_EINVAL, "%s:%" PRIu32 ": %s", path.ptr, line,
                   is_nul ? "NUL is no text" : "not valid UTF-8");
}
