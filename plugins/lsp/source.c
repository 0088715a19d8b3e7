#include "plugins/lsp/source.h"

#include "plugins/config/source_file.h"

static void close_doc(cq_lsp_source *source) {
    if (source->has_doc) cq_doc_close(&source->doc);
    source->has_doc = false;
}

void cq_lsp_source_close(cq_lsp_source *source) {
    close_doc(source);
    cq_buf_release(&source->path);
    cq_buf_release(&source->bytes);
    *source = (cq_lsp_source){0};
}

bool cq_lsp_source_is_at(const cq_lsp_source *source, cq_str path) {
    return source->path.len && cq_str_is_equal(cq_buf_get(&source->path), path);
}

static bool find_path(cq_lsp_source *source, const cq_lsp_source_plan *plan, cq_err *err) {
    cq_arena arena;
    cq_str path = CQ_STR("");
    cq_arena_init(&arena);
    bool ok = !cq_str_has_prefix(plan->document, CQ_STR("/")) ||
              cq_profile_find_source(&path, &arena, plan->profile, plan->document, err);
    source->path.len = 0;
    if (ok) cq_buf_push_str(&source->path, path);
    cq_buf_push(&source->path, '\0');
    source->path.len--;
    cq_arena_release(&arena);
    return ok;
}

static bool read_bytes(cq_buf *out, bool *is_there, const cq_lsp_source *source,
                       const cq_lsp_source_plan *plan, cq_err *err) {
    cq_str text, path = cq_buf_get(&source->path);
    *is_there = path.len && plan->find_open(plan->context, &text, path);
    if (*is_there) cq_buf_push_str(out, text);
    if (*is_there || !path.len) return true;
    return cq_source_file_read(out, is_there, path, plan->document, err);
}

static bool open_doc(cq_lsp_source *source, cq_buf *bytes, const cq_lsp_source_plan *plan,
                     cq_err *err) {
    cq_doc_options options = {.language = plan->language, .keeps_words = true};
    close_doc(source);
    cq_buf before = source->bytes;
    source->bytes = *bytes;
    *bytes = before;
    source->has_doc = cq_source_file_open(&source->doc, plan->words, cq_buf_get(&source->path),
                                          cq_buf_get(&source->bytes), &options, err);
    return source->has_doc;
}

bool cq_lsp_source_renew(cq_lsp_source_news *news, cq_lsp_source *source,
                         const cq_lsp_source_plan *plan, cq_err *err) {
    cq_buf bytes = {0};
    bool is_there = false, had_doc = source->has_doc;
    bool ok = find_path(source, plan, err) && read_bytes(&bytes, &is_there, source, plan, err);
    bool is_same = ok && is_there && had_doc &&
                   cq_str_is_equal(cq_buf_get(&bytes), cq_buf_get(&source->bytes));
    if (!ok || !is_there) close_doc(source);
    if (ok && is_there && !is_same) ok = open_doc(source, &bytes, plan, err);
    cq_buf_release(&bytes);
    *news = had_doc != source->has_doc    ? CQ_LSP_SOURCE_OTHER
            : source->has_doc && !is_same ? CQ_LSP_SOURCE_CHANGED
                                          : CQ_LSP_SOURCE_SAME;
    source->is_fresh = true;
    return ok;
}
