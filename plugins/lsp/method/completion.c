#include "base/json.h"
#include "plugins/lsp/manual.h"
#include "plugins/lsp/method.h"
#include "plugins/lsp/rule_name.h"

static void push_item(cq_buf *out, const cq_lsp_server *server, const cq_rule *rule,
                      cq_lsp_range range) {
    cq_buf page = {0};
    cq_lsp_manual_push(&page, rule, server->client.has_markdown);
    cq_json_push_comma(out);
    cq_buf_push(out, '{');
    cq_json_push_str(out, "label", rule->id);
    cq_json_push_number(out, "kind", 12); /* Value */
    cq_json_push_str(out, "detail", rule->summary);
    cq_json_push_key(out, "documentation");
    cq_buf_push(out, '{');
    cq_json_push_str(out, "kind",
                     server->client.has_markdown ? CQ_STR("markdown") : CQ_STR("plaintext"));
    cq_json_push_str(out, "value", cq_buf_get(&page));
    cq_buf_push_str(out, CQ_STR("},\"textEdit\":{"));
    cq_lsp_param_push_range(out, "range", range);
    cq_json_push_str(out, "newText", rule->id);
    cq_buf_push_str(out, CQ_STR("}}"));
    cq_buf_release(&page);
}

/* All rules that what is written before the cursor may become: the editor narrows them down further. */
static void push_rules(cq_buf *out, const cq_lsp_server *server, const cq_lsp_document *document,
                       cq_span name, uint32_t offset) {
    uint32_t count = 0;
    const cq_rule *rules = document->engine ? cq_host_rules(document->engine->host, &count) : NULL;
    cq_str written = cq_str_slice(cq_buf_get(&document->text.bytes), name.start, offset);
    cq_lsp_cursor cursor = cq_lsp_cursor_begin(&document->text, server->client.encoding);
    cq_lsp_range range = cq_lsp_cursor_range(&cursor, name);
    for (uint32_t i = 0; i < count; i++)
        if (cq_str_find(rules[i].id, written) != SIZE_MAX || !written.len)
            push_item(out, server, &rules[i], range);
}

static bool call(cq_lsp_server *server, const json_t *params, cq_buf *result, cq_lsp_error *err) {
    cq_lsp_position position;
    cq_lsp_document *document = cq_lsp_server_find(server, params, err);
    if (!document) return false;
    if (!cq_lsp_param_position(&position, params, "position"))
        return cq_lsp_fail(err, CQ_LSP_INVALID_PARAMS, "no position is given");
    uint32_t offset = cq_lsp_text_offset(&document->text, position, server->client.encoding);
    cq_lsp_rule_name name = cq_lsp_rule_name_at(document, offset);
    cq_buf_push(result, '[');
    if (name.is_expected) push_rules(result, server, document, name.at, offset);
    cq_buf_push(result, ']');
    return true;
}

const cq_lsp_method cq_lsp_method_completion = {
    .name = "textDocument/completion", .is_request = true, .call = call};
