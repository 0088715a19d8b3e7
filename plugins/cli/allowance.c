#include "plugins/cli/allowance.h"

#include "base/io.h"
#include "base/path.h"
#include "plugins/cli/replace.h"

#include <inttypes.h>
#include <unistd.h>

static cq_str folder_of(cq_allowance *a, const char *path) {
    cq_str whole = cq_path_absolute(&a->arena, a->here, cq_str_of(path));
    return cq_str_dup(&a->arena, cq_str_slice(whole, 0, cq_str_find_last(whole, '/')));
}

static bool read_baseline(cq_baseline *out, cq_buf *bytes, const char *path, cq_err *err) {
    return cq_io_read_file(bytes, path, err) && cq_baseline_read(out, cq_buf_get(bytes), path, err);
}

bool cq_allowance_open(cq_allowance *allowance, const char *path, const char *out_path,
                       cq_err *err) {
    *allowance = (cq_allowance){.path = path, .out_path = out_path};
    cq_arena_init(&allowance->arena);
    cq_baseline_init(&allowance->baseline);
    cq_baseline_init(&allowance->out);
    allowance->here = cq_path_here(&allowance->arena);
    allowance->has_baseline = path != NULL;
    allowance->is_writing = out_path != NULL;
    if (path) allowance->folder = folder_of(allowance, path);
    if (out_path) allowance->out_folder = folder_of(allowance, out_path);
    allowance->is_there = out_path && access(out_path, F_OK) == 0;
    cq_buf bytes = {0};
    bool ok = !path || read_baseline(&allowance->baseline, &bytes, path, err);
    cq_buf_release(&bytes);
    return ok && (!allowance->is_there ||
                  read_baseline(&allowance->out, &allowance->before, out_path, err));
}

void cq_allowance_close(cq_allowance *allowance) {
    cq_baseline_release(&allowance->baseline);
    cq_baseline_release(&allowance->out);
    cq_buf_release(&allowance->before);
    cq_arena_release(&allowance->arena);
}

void cq_allowance_use_release(cq_allowance_use *use) {
    cq_arena_release(&use->arena);
    *use = (cq_allowance_use){0};
}

static cq_str name_in(cq_arena *arena, const cq_allowance *a, cq_str path, cq_str folder) {
    return cq_path_relative(arena, cq_path_absolute(arena, a->here, path), folder);
}

static void let_be(cq_allowance_use *use, const cq_baseline_file *file, cq_findings *findings,
                   const cq_source *source, cq_allowance_is_on *is_on, const void *context) {
    uint32_t *left = cq_baseline_apply(findings, &use->arena, source, file);
    use->is_known = true;
    for (uint32_t i = 0; i < file->entries.len; i++) {
        const cq_baseline_entry *entry = &file->entries.at[i];
        if (left[i] && is_on(context, entry->rule))
            *CQ_ARRAY_PUSH(&use->arena, &use->stale) = cq_str_format(
                &use->arena, "%.*s: %s: %s “%s” %s", CQ_FMT(source->path), entry->rule.ptr,
                entry->before.ptr, entry->text.ptr, entry->after.ptr);
    }
}

void cq_allowance_apply(cq_allowance_use *use, const cq_allowance *allowance, cq_findings *findings,
                        const cq_source *source, cq_allowance_is_on *is_on, const void *context) {
    cq_arena *arena = &use->arena;
    if (allowance->is_writing) {
        cq_str name = name_in(arena, allowance, source->path, allowance->out_folder);
        cq_baseline_collect(&use->found, arena, name, source, findings);
        findings->list.len = 0;
    } else if (allowance->has_baseline) {
        cq_str name = name_in(arena, allowance, source->path, allowance->folder);
        const cq_baseline_file *file = cq_baseline_find(&allowance->baseline, name);
        if (file) let_be(use, file, findings, source, is_on, context);
    }
}

void cq_allowance_take(cq_allowance *allowance, const cq_allowance_use *use) {
    if (!use->found.path.len) return;
    if (use->found.entries.len)
        cq_baseline_put(&allowance->out, &use->found);
    else
        cq_baseline_drop(&allowance->out, use->found.path);
}

static bool is_gone(cq_arena *arena, cq_str folder, cq_str path) {
    return access(cq_path_absolute(arena, folder, path).ptr, F_OK) != 0;
}

/* Files that are gone, in the order of their paths. */
static cq_strs list_gone(cq_arena *arena, const cq_baseline *baseline, cq_str folder) {
    cq_strs out = {0};
    for (uint32_t i = 0; i < baseline->files.len; i++)
        if (is_gone(arena, folder, baseline->files.at[i].path))
            *CQ_ARRAY_PUSH(arena, &out) = baseline->files.at[i].path;
    return out;
}

static void push_written(cq_buf *out, const cq_allowance *a) {
    uint64_t findings = 0;
    for (uint32_t i = 0; i < a->out.files.len; i++)
        for (uint32_t k = 0; k < a->out.files.at[i].entries.len; k++)
            findings += a->out.files.at[i].entries.at[k].count;
    cq_buf_push_format(out, "%s: %" PRIu64 " finding%s in %" PRIu32 " file%s\n", a->out_path,
                       findings, findings == 1 ? "" : "s", a->out.files.len,
                       a->out.files.len == 1 ? "" : "s");
}

bool cq_allowance_write(cq_buf *out, cq_allowance *allowance, cq_err *err) {
    cq_strs gone = list_gone(&allowance->arena, &allowance->out, allowance->out_folder);
    for (uint32_t i = 0; i < gone.len; i++) cq_baseline_drop(&allowance->out, gone.at[i]);
    cq_buf text = {0};
    cq_baseline_push(&text, &allowance->out);
    bool ok = allowance->is_there
                  ? cq_replace_file(allowance->out_path, cq_buf_get(&allowance->before),
                                    cq_buf_get(&text), err)
                  : cq_replace_create(allowance->out_path, cq_buf_get(&text), err);
    cq_buf_release(&text);
    if (ok) push_written(out, allowance);
    return ok;
}

void cq_allowance_push_gone(cq_buf *out, const cq_allowance *allowance) {
    cq_arena arena;
    cq_arena_init(&arena);
    cq_strs gone = list_gone(&arena, &allowance->baseline, allowance->folder);
    for (uint32_t i = 0; i < gone.len; i++)
        cq_buf_push_format(out, "calque: %s: there is no %s any more\n", allowance->path,
                           gone.at[i].ptr);
    cq_arena_release(&arena);
}
