#include "base/json.h"
#include "plugins/lsp/diagnostic.h"
#include "plugins/lsp/manual.h"
#include "plugins/lsp/method.h"
#include "plugins/lsp/rule_name.h"

/* A rule that something at the place is about, and the place. */
typedef struct subject {
    const cq_rule *rule; /* NULL: there is nothing */
    cq_str message;      /* of a finding; else empty */
    cq_span at;
} subject;

/* The shortest finding around the offset. */
static subject find_finding(const cq_lsp_server *server, const cq_lsp_document *document,
                            uint32_t offset) {
    subject best = {0};
    const cq_findings *findings = &document->check.findings;
    for (uint32_t i = 0; i < findings->list.len; i++) {
        const cq_finding *finding = &findings->list.at[i];
        cq_span at = finding->at;
        if (offset < at.start || offset > at.end || !cq_lsp_diagnostic_is_shown(server, finding))
            continue;
        if (best.rule && at.end - at.start >= best.at.end - best.at.start) continue;
        best = (subject){finding->rule, finding->message, at};
    }
    return best;
}

static subject find_name(const cq_lsp_server *server, const cq_lsp_document *document,
                         uint32_t offset) {
    cq_lsp_rule_name name = cq_lsp_rule_name_at(document, offset);
    cq_str text = cq_str_slice(cq_buf_get(&document->text.bytes), name.at.start, name.at.end);
    const cq_rule *rule = name.is_expected ? cq_lsp_server_rule(server, text) : NULL;
    return (subject){.rule = rule, .at = name.at};
}

static void push_hover(cq_buf *out, const cq_lsp_server *server, const cq_lsp_document *document,
                       const subject *found) {
    cq_buf text = {0};
    cq_lsp_cursor cursor = cq_lsp_cursor_begin(&document->text, server->client.encoding);
    if (found->message.len) cq_buf_push_format(&text, "%s\n\n", found->message.ptr);
    cq_lsp_manual_push(&text, found->rule, server->client.has_markdown);
    cq_buf_push_str(out, CQ_STR("{\"contents\":{"));
    cq_json_push_str(out, "kind",
                     server->client.has_markdown ? CQ_STR("markdown") : CQ_STR("plaintext"));
    cq_json_push_str(out, "value", cq_buf_get(&text));
    cq_buf_push(out, '}');
    cq_lsp_param_push_range(out, "range", cq_lsp_cursor_range(&cursor, found->at));
    cq_buf_push(out, '}');
    cq_buf_release(&text);
}

static bool call(cq_lsp_server *server, const json_t *params, cq_buf *result, cq_lsp_error *err) {
    cq_lsp_position position;
    cq_lsp_document *document = cq_lsp_server_find(server, params, err);
    if (!document) return false;
    if (!cq_lsp_param_position(&position, params, "position"))
        return cq_lsp_fail(err, CQ_LSP_INVALID_PARAMS, "no position is given");
    cq_lsp_server_finish(server, document);
    uint32_t offset = cq_lsp_text_offset(&document->text, position, server->client.encoding);
    subject found = find_finding(server, document, offset);
    if (!found.rule) found = find_name(server, document, offset);
    if (found.rule) push_hover(result, server, document, &found);
    return true;
}

const cq_lsp_method cq_lsp_method_hover = {
    .name = "textDocument/hover", .is_request = true, .call = call};
