#include "plugins/git/changed.h"

#include <stdlib.h>
#include <unistd.h>

#include "base/io.h"
#include "plugins/git/change_library.h"
#include "plugins/git/conversion.h"
#include "plugins/git/library.h"
#include "plugins/git/place.h"

enum { LOOKED_AT_FOR_NUL = 8000 }; /* bytes, as git does to tell binary files */

typedef struct walk {
    cq_git_changed *question;
    const cq_git_scope *scope;
    bool (*visit)(void *context, const cq_git_file *file);
    void *context;
    cq_troubles *troubles;
    cq_arena arena; /* owns the changes */
    cq_git_changes changes;
    cq_git_place place;
    bool is_converted; /* what is visited */
} walk;

/* --- which files --- */

static bool is_wanted(const walk *w, const cq_git_change *change) {
    bool may_count =
        change->is_new || change->lines.len || change->origin.len || w->scope->is_whole;
    return may_count && cq_git_place_is_within(&w->place, change->path);
}

static void keep_wanted(walk *w) {
    uint32_t kept = 0;
    for (uint32_t i = 0; i < w->changes.list.len; i++)
        if (is_wanted(w, &w->changes.list.at[i]))
            w->changes.list.at[kept++] = w->changes.list.at[i];
    w->changes.list.len = kept;
}

static bool is_binary(cq_str bytes) {
    size_t length = bytes.len < LOOKED_AT_FOR_NUL ? bytes.len : LOOKED_AT_FOR_NUL;
    return length && memchr(bytes.ptr, '\0', length);
}

/* --- from lines to bytes --- */

/* Where line `wanted` begins, going on from line *line at `offset`; the end where there are fewer. */
static uint32_t find_line(cq_str bytes, uint32_t offset, uint32_t *line, uint32_t wanted) {
    while (*line < wanted && offset < bytes.len) {
        const char *end = memchr(bytes.ptr + offset, '\n', bytes.len - offset);
        offset = end ? (uint32_t)(end - bytes.ptr) + 1 : (uint32_t)bytes.len;
        ++*line;
    }
    return offset;
}

static void push_span(cq_spans *out, cq_arena *arena, cq_span span) {
    if (out->len && out->at[out->len - 1].end == span.start)
        out->at[out->len - 1].end = span.end;
    else if (span.start < span.end)
        *CQ_ARRAY_PUSH(arena, out) = span;
}

static void find_spans(cq_spans *out, cq_arena *arena, const cq_git_change *change, cq_str bytes) {
    if (change->is_new) {
        push_span(out, arena, (cq_span){0, (uint32_t)bytes.len});
        return;
    }
    uint32_t line = 1, offset = 0;
    for (uint32_t i = 0; i < change->lines.len; i++) {
        cq_git_lines lines = change->lines.at[i];
        cq_span span;
        span.start = offset = find_line(bytes, offset, &line, lines.first);
        span.end = offset = find_line(bytes, offset, &line, lines.first + lines.count);
        push_span(out, arena, span);
    }
}

/* --- visiting --- */

static void push_trouble(walk *w, const cq_git_change *change, const char *reason) {
    cq_err line = {0}; /* makes one line of a path that has several */
    cq_str path = cq_git_place_name(&w->place, &w->arena, change->path);
    cq_fail(&line, CQ_EIO, "%s: %s", path.ptr, reason);
    cq_troubles_push(w->troubles, "%s", line.message);
}

static bool visit_bytes(walk *w, const cq_git_change *change, cq_str bytes) {
    if (is_binary(bytes) || cq_git_blob_is_pointer(bytes)) return true;
    cq_git_file file = {.path = cq_git_place_name(&w->place, &w->arena, change->path),
                        .tree_path = change->path,
                        .blob = change->blob,
                        .bytes = bytes,
                        .language = change->language,
                        .source = change->source,
                        .origin = change->origin,
                        .is_executable = change->is_executable,
                        .is_converted = w->is_converted};
    find_spans(&file.changed, &w->arena, change, bytes);
    return w->visit(w->context, &file);
}

static bool take_blob(void *context, const cq_git_change *change, cq_str bytes,
                      const char *trouble) {
    walk *w = context;
    cq_arena_mark mark = cq_arena_get_mark(&w->arena);
    bool goes_on = true;
    if (trouble)
        push_trouble(w, change, trouble);
    else
        goes_on = visit_bytes(w, change, bytes);
    cq_arena_rewind(&w->arena, mark);
    return goes_on;
}

/* Of the working copy, where git has no blob of it. */
static bool visit_file(walk *w, const cq_git_change *change) {
    cq_buf bytes = {0};
    cq_err err = {0};
    cq_str path = cq_str_format(&w->arena, "%s/%s", w->changes.root.ptr, change->path.ptr);
    bool goes_on = true;
    if (cq_io_read_file(&bytes, path.ptr, &err))
        goes_on = visit_bytes(w, change, cq_buf_get(&bytes));
    else
        cq_troubles_push(w->troubles, "%s", err.message);
    cq_buf_release(&bytes);
    return goes_on;
}

/* `has_conversions`: those that are converted are visited in another way. */
static void visit_files(walk *w, bool has_conversions) {
    cq_arena_mark mark = cq_arena_get_mark(&w->arena);
    bool goes_on = true;
    for (uint32_t i = 0; goes_on && i < w->changes.list.len; i++) {
        bool is_elsewhere = has_conversions && w->changes.list.at[i].is_converted;
        if (is_elsewhere || w->changes.list.at[i].is_left_out) continue;
        goes_on = visit_file(w, &w->changes.list.at[i]);
        cq_arena_rewind(&w->arena, mark);
    }
}

static void begin(walk *w) {
    if (w->changes.doubt.len) cq_troubles_push(w->troubles, "%s", w->changes.doubt.ptr);
    cq_git_place_init(&w->place, &w->arena, w->changes.root, w->scope->paths);
    keep_wanted(w);
}

/* --- the two ways --- */

/* What converted files are in git is not theirs to be written back. */
static bool take_conversion(void *context, const cq_git_change *change, cq_str bytes,
                            const char *trouble) {
    cq_git_change converted = *change;
    converted.blob = CQ_STR("");
    return take_blob(context, &converted, bytes, trouble);
}

static void visit_conversions(walk *w) {
    cq_err err = {0};
    w->is_converted = true;
    if (!cq_git_conversions_ask(&w->changes, w->question->folder, take_conversion, w, &err))
        cq_troubles_push(w->troubles, "%s", err.message);
}

static void visit_blobs(walk *w) {
    cq_err err = {0};
    if (!cq_git_blobs_end(&w->question->blobs, &w->changes, take_blob, w, &err))
        cq_troubles_push(w->troubles, "%s", err.message);
}

/* Whether it got as far as visiting. */
static bool go_with_program(walk *w, cq_err *err) {
    cq_git_changed *question = w->question;
    if (!cq_git_changes_end(&question->changes, &w->changes, err)) return false;
    begin(w);
    if (!cq_git_attributes_end(&question->attributes, &w->changes, err)) return false;
    if (w->scope->target != CQ_GIT_TARGET_FILES) {
        visit_blobs(w);
    } else {
        visit_files(w, true);
        visit_conversions(w);
    }
    return true;
}

static bool read_repository(walk *w, git_repository *repository, cq_err *err) {
    if (!cq_git_changes_read(&w->changes, repository, w->scope, err)) return false;
    begin(w);
    if (!cq_git_attributes_read(&w->changes, repository, w->scope, err)) return false;
    if (w->scope->target == CQ_GIT_TARGET_FILES)
        visit_files(w, false);
    else
        cq_git_blobs_read(&w->changes, repository, take_blob, w);
    return true;
}

static bool go_with_library(walk *w, const char *folder, cq_err *err) {
    git_repository *repository = NULL;
    if (!cq_git_library_open(&repository, folder, true, CQ_GIT_TRUST_OWNED, err))
        return err->code != CQ_ENOENT
                   ? false
                   : cq_fail(err, CQ_ENOENT, "%s: not in a git repository", folder);
    bool ok = read_repository(w, repository, err);
    cq_git_library_close(repository);
    return ok;
}

static void drop(cq_git_changed *question) {
    cq_git_changes_drop(&question->changes);
    cq_git_attributes_drop(&question->attributes);
    cq_git_blobs_drop(&question->blobs);
}

static bool go(walk *w) {
    cq_git_changed *question = w->question;
    if (question->err.code == CQ_OK && go_with_program(w, &question->err)) return true;
    drop(question);
    bool has_git = question->err.code != CQ_ENOENT;
    if (!has_git && go_with_library(w, question->folder, &question->err)) return true;
    return cq_troubles_push(w->troubles, "%s%s", question->err.message,
                            has_git ? "" : " (there is no git program to ask instead)");
}

/* Each of them gets ready while the others do. */
static bool begin_all(cq_git_changed *question, const cq_git_scope *scope) {
    return cq_git_changes_begin(&question->changes, &question->arena, question->folder, scope,
                                &question->err) &&
           cq_git_attributes_begin(&question->attributes, question->folder, scope,
                                   &question->err) &&
           (scope->target == CQ_GIT_TARGET_FILES ||
            cq_git_blobs_begin(&question->blobs, question->folder, &question->err));
}

void cq_git_changed_ask(cq_git_changed *question, const char *folder, const cq_git_scope *scope) {
    *question = (cq_git_changed){.folder = folder, .scope = scope};
    cq_arena_init(&question->arena);
    begin_all(question, scope);
}

bool cq_git_changed_take_all(cq_git_changed *question,
                             bool (*visit)(void *context, const cq_git_file *file), void *context,
                             cq_troubles *troubles) {
    walk w = {.question = question,
              .scope = question->scope,
              .visit = visit,
              .context = context,
              .troubles = troubles};
    cq_arena_init(&w.arena);
    w.changes.arena = &w.arena;
    bool ok = go(&w);
    cq_arena_release(&w.arena);
    cq_arena_release(&question->arena);
    return ok;
}
