#include "plugins/lsp/diagnostic.h"

#include "base/json.h"
#include "plugins/lsp/config.h"

cq_lsp_told cq_lsp_told_of(const cq_lsp_document *document) {
    return (cq_lsp_told){document->uri, document->engine, &document->text,
                         &document->check.findings};
}

bool cq_lsp_diagnostic_is_shown(const cq_lsp_server *server, const cq_finding *finding) {
    return finding->level >= server->settings.level;
}

/* Information rather than Hint, which editors draw as three dots under the first letters. */
static int severity_of(cq_level level) {
    return level == CQ_LEVEL_ERROR ? 1 : level == CQ_LEVEL_WARNING ? 2 : 3;
}

static void push_related(cq_buf *out, const cq_finding *finding, cq_lsp_cursor cursor, cq_str uri) {
    cq_json_push_key(out, "relatedInformation");
    cq_buf_push(out, '[');
    for (uint32_t i = 0; i < finding->related.len; i++) {
        const cq_related *related = &finding->related.at[i];
        cq_json_push_comma(out);
        cq_buf_push_str(out, CQ_STR("{\"location\":{"));
        cq_json_push_str(out, "uri", uri);
        cq_lsp_param_push_range(out, "range", cq_lsp_cursor_range(&cursor, related->at));
        cq_buf_push(out, '}');
        cq_json_push_str(out, "message", related->message);
        cq_buf_push(out, '}');
    }
    cq_buf_push(out, ']');
}

void cq_lsp_diagnostic_push(cq_buf *out, const cq_lsp_told *told, const cq_finding *finding,
                            cq_lsp_cursor *cursor) {
    cq_json_push_comma(out);
    cq_buf_push(out, '{');
    cq_lsp_param_push_range(out, "range", cq_lsp_cursor_range(cursor, finding->at));
    cq_json_push_number(out, "severity", severity_of(finding->level));
    cq_buf_push(out, ',');
    cq_buf_push_str(out, cq_lsp_engine_label(told->engine, finding->rule));
    cq_json_push_str(out, "message", finding->message);
    if (finding->related.len) push_related(out, finding, *cursor, told->uri);
    cq_buf_push(out, '}');
}

void cq_lsp_diagnostic_push_all(cq_buf *out, const cq_lsp_server *server, const cq_lsp_told *told) {
    cq_lsp_cursor cursor = cq_lsp_cursor_begin(told->text, server->client.encoding);
    cq_buf_push(out, '[');
    for (uint32_t i = 0; i < told->findings->list.len; i++) {
        const cq_finding *finding = &told->findings->list.at[i];
        if (cq_lsp_diagnostic_is_shown(server, finding))
            cq_lsp_diagnostic_push(out, told, finding, &cursor);
    }
    cq_buf_push(out, ']');
}

void cq_lsp_diagnostic_push_document(cq_buf *out, cq_lsp_server *server,
                                     const cq_lsp_document *document) {
    cq_lsp_told told = cq_lsp_told_of(document);
    if (cq_lsp_config_is(document))
        cq_lsp_config_push_troubles(out, server, document);
    else
        cq_lsp_diagnostic_push_all(out, server, &told);
}

uint64_t cq_lsp_diagnostic_hash(cq_lsp_server *server, const cq_lsp_document *document) {
    cq_buf items = {0};
    cq_lsp_diagnostic_push_document(&items, server, document);
    uint64_t hash = cq_str_hash(cq_buf_get(&items));
    cq_buf_release(&items);
    return hash;
}

void cq_lsp_diagnostic_publish(cq_lsp_server *server, cq_lsp_document *document) {
    cq_buf *params = cq_lsp_outbox_begin(&server->outbox, "textDocument/publishDiagnostics");
    cq_buf_push(params, '{');
    cq_json_push_str(params, "uri", document->uri);
    cq_json_push_number(params, "version", document->version);
    cq_json_push_key(params, "diagnostics");
    size_t start = params->len;
    cq_lsp_diagnostic_push_document(params, server, document);
    document->told = cq_str_hash(cq_str_slice(cq_buf_get(params), start, params->len));
    cq_buf_push(params, '}');
    cq_lsp_outbox_end(&server->outbox);
}

void cq_lsp_diagnostic_take_back(cq_lsp_server *server, cq_str uri) {
    cq_buf *params = cq_lsp_outbox_begin(&server->outbox, "textDocument/publishDiagnostics");
    cq_buf_push(params, '{');
    cq_json_push_str(params, "uri", uri);
    cq_buf_push_str(params, CQ_STR(",\"diagnostics\":[]}"));
    cq_lsp_outbox_end(&server->outbox);
}
