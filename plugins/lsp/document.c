#include "plugins/lsp/document.h"

#include <stdlib.h>

#include "base/io.h"
#include "plugins/lsp/uri.h"

const cq_format *cq_lsp_document_format(cq_str language_id, cq_str path) {
    bool is_plain = cq_str_is_equal(language_id, CQ_STR("plaintext")) ||
                    cq_str_is_equal(language_id, CQ_STR("text"));
    const cq_format *format = is_plain ? NULL : cq_format_of_name(language_id);
    if (!format && !is_plain) format = cq_format_of_path(path);
    return format ? format : cq_format_of_name(CQ_STR("plain"));
}

cq_lsp_document *cq_lsp_document_new(const json_t *item) {
    cq_lsp_document *document = calloc(1, sizeof *document);
    if (!document) cq_arena_exhausted();
    cq_arena_init(&document->arena);
    cq_lsp_check_init(&document->check);
    document->uri = cq_str_dup(&document->arena, cq_lsp_param_str(item, "uri"));
    document->path = cq_lsp_uri_path(&document->arena, document->uri);
    document->format = cq_lsp_document_format(cq_lsp_param_str(item, "languageId"), document->path);
    document->version = cq_lsp_param_number(item, "version");
    cq_lsp_text_set(&document->text, cq_lsp_param_str(item, "text"));
    document->is_stale = true;
    return document;
}

void cq_lsp_document_free(cq_lsp_document *document) {
    if (!document) return;
    cq_lsp_text_release(&document->text);
    cq_lsp_check_release(&document->check);
    cq_lsp_source_close(&document->source);
    cq_arena_release(&document->arena);
    free(document);
}

static bool apply_change(cq_lsp_document *document, const json_t *change, cq_lsp_encoding encoding,
                         cq_err *err) {
    cq_lsp_range range;
    cq_str text = cq_lsp_param_str(change, "text");
    if (!json_is_string(cq_lsp_param_at(change, "text")))
        return cq_fail(err, CQ_EINVAL, "%s: a change without a text", document->uri.ptr);
    if (!cq_lsp_param_at(change, "range")) {
        cq_lsp_text_set(&document->text, text);
        return true;
    }
    if (!cq_lsp_param_range(&range, change, "range"))
        return cq_fail(err, CQ_EINVAL, "%s: a change whose range is none", document->uri.ptr);
    if (document->text.bytes.len + text.len > CQ_IO_LARGEST)
        return cq_fail(err, CQ_ELIMIT, "%s: more than %zu bytes", document->uri.ptr, CQ_IO_LARGEST);
    cq_lsp_text_replace(&document->text, cq_lsp_text_span(&document->text, range, encoding), text);
    return true;
}

bool cq_lsp_document_change(cq_lsp_document *document, const json_t *changes,
                            cq_lsp_encoding encoding, cq_err *err) {
    size_t i;
    json_t *change;
    document->is_stale = true;
    json_array_foreach(changes, i, change) {
        if (!apply_change(document, change, encoding, err)) return false;
    }
    return true;
}
