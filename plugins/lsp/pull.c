#include "plugins/lsp/pull.h"

#include <errno.h>
#include <inttypes.h>
#include <sys/stat.h>

#include "base/io.h"
#include "base/json.h"
#include "plugins/lsp/diagnostic.h"

static void push_report(cq_buf *out, const char *kind, cq_str id) {
    cq_json_push_str(out, "kind", cq_str_of(kind));
    cq_json_push_str(out, "resultId", id);
}

static void push_items(cq_buf *out, cq_str id, cq_str previous, cq_str items) {
    if (cq_str_is_equal(id, previous)) {
        push_report(out, "unchanged", id);
        return;
    }
    push_report(out, "full", id);
    cq_json_push_key(out, "items");
    cq_buf_push_str(out, items);
}

void cq_lsp_pull_push_open(cq_buf *out, cq_lsp_server *server, cq_lsp_document *document,
                           cq_str previous) {
    cq_buf items = {0}, id = {0};
    if (server->client.has_refresh)
        cq_lsp_server_check(server, document); /* what is to come will be said */
    else
        cq_lsp_server_finish(server, document);
    cq_lsp_diagnostic_push_document(&items, server, document);
    document->told = cq_str_hash(cq_buf_get(&items));
    cq_buf_push_format(&id, "%016" PRIx64, document->told);
    push_items(out, cq_buf_get(&id), previous, cq_buf_get(&items));
    cq_buf_release(&items);
    cq_buf_release(&id);
}

/* Lints the bytes of a file and appends what is found. */
static bool push_found(cq_buf *items, cq_lsp_server *server, cq_str uri, cq_str path, cq_str bytes,
                       cq_err *err) {
    cq_lsp_text text = {0};
    cq_lsp_check check;
    cq_lsp_source source = {0};
    cq_troubles troubles;
    cq_lsp_check_init(&check);
    cq_troubles_init(&troubles);
    cq_lsp_engine *engine = cq_lsp_server_engine(server, path);
    cq_lsp_text_set(&text, bytes);
    cq_lsp_check_plan plan;
    if (engine) plan = cq_lsp_server_plan(server, engine, path, &troubles);
    if (engine) cq_lsp_server_renew_source(server, engine, &source, path, &troubles);
    if (source.has_doc) plan.source = &source.doc;
    bool ok = !engine || cq_lsp_check_update(&check, &plan, cq_buf_get(&text.bytes),
                                             (cq_revision_same){0}, err);
    cq_lsp_told told = {uri, engine, &text, &check.findings};
    if (ok) cq_lsp_diagnostic_push_all(items, server, &told);
    cq_troubles_release(&troubles);
    cq_lsp_check_release(&check);
    cq_lsp_source_close(&source);
    cq_lsp_text_release(&text);
    return ok;
}

static void push_stat(cq_buf *out, const struct stat *info) {
    cq_buf_push_format(out, ".%llx.%llx.%lx", (unsigned long long)info->st_size,
                       (unsigned long long)info->st_mtim.tv_sec,
                       (unsigned long)info->st_mtim.tv_nsec);
}

/* The source that is beside a file counts as it is in the editor, or else on disk. */
static void push_source_id(cq_buf *out, cq_lsp_server *server, cq_str path) {
    struct stat info;
    cq_arena arena;
    cq_str source = CQ_STR("");
    cq_lsp_engine *engine = cq_lsp_server_engine(server, path);
    cq_arena_init(&arena);
    if (engine) cq_profile_find_source(&source, &arena, engine->profile, path, NULL);
    cq_lsp_document *open = source.len ? cq_lsp_server_document_at(server, source) : NULL;
    if (open)
        cq_buf_push_format(out, ".%016" PRIx64, cq_str_hash(cq_buf_get(&open->text.bytes)));
    else if (source.len && stat(source.ptr, &info) == 0)
        push_stat(out, &info);
    cq_arena_release(&arena);
}

/* An id that says which file was read with which rules: a file that nobody has written since need not
   be read again. */
static bool push_file_id(cq_buf *out, cq_lsp_server *server, cq_str path, cq_err *err) {
    struct stat info;
    if (stat(path.ptr, &info) != 0) return cq_fail_errno(err, errno, path.ptr);
    cq_buf_push_format(out, "%" PRIx64 ".%x", server->started, server->generation);
    push_stat(out, &info);
    push_source_id(out, server, path);
    return true;
}

bool cq_lsp_pull_push_file(cq_buf *out, cq_lsp_server *server, cq_str uri, cq_str path,
                           cq_str previous, cq_err *err) {
    cq_buf id = {0}, bytes = {0}, items = {0};
    bool ok = push_file_id(&id, server, path, err);
    bool is_known = ok && cq_str_is_equal(cq_buf_get(&id), previous);
    if (ok && !is_known)
        ok = cq_io_read_file(&bytes, path.ptr, err) &&
             push_found(&items, server, uri, path, cq_buf_get(&bytes), err);
    if (ok) push_items(out, cq_buf_get(&id), previous, cq_buf_get(&items));
    cq_buf_release(&id);
    cq_buf_release(&bytes);
    cq_buf_release(&items);
    return ok;
}
