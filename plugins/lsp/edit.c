#include "plugins/lsp/edit.h"

#include "base/json.h"

cq_lsp_change cq_lsp_edit_document(const cq_lsp_document *document, const cq_edit *edits,
                                   uint32_t count) {
    return (cq_lsp_change){.uri = document->uri,
                           .text = &document->text,
                           .version = document->version,
                           .is_open = true,
                           .edits = edits,
                           .count = count};
}

static void push_edits(cq_buf *out, const cq_lsp_server *server, const cq_lsp_change *change) {
    cq_lsp_cursor cursor = cq_lsp_cursor_begin(change->text, server->client.encoding);
    cq_buf_push(out, '[');
    for (uint32_t i = 0; i < change->count; i++) {
        cq_json_push_comma(out);
        cq_buf_push(out, '{');
        cq_lsp_param_push_range(out, "range", cq_lsp_cursor_range(&cursor, change->edits[i].at));
        cq_json_push_str(out, "newText", change->edits[i].text);
        cq_buf_push(out, '}');
    }
    cq_buf_push(out, ']');
}

static void push_creation(cq_buf *out, const cq_lsp_change *change) {
    cq_buf_push_str(out, CQ_STR("{\"kind\":\"create\""));
    cq_json_push_str(out, "uri", change->uri);
    cq_buf_push_str(out, CQ_STR(",\"options\":{\"ignoreIfExists\":true}},"));
}

static void push_versioned(cq_buf *out, const cq_lsp_server *server, const cq_lsp_change *change) {
    cq_buf_push_str(out, CQ_STR("{\"documentChanges\":["));
    if (change->is_new) push_creation(out, change);
    cq_buf_push_str(out, CQ_STR("{\"textDocument\":{"));
    cq_json_push_str(out, "uri", change->uri);
    cq_json_push_key(out, "version");
    if (change->is_open)
        cq_buf_push_number(out, change->version);
    else
        cq_buf_push_str(out, CQ_STR("null"));
    cq_buf_push_str(out, CQ_STR("},\"edits\":"));
    push_edits(out, server, change);
    cq_buf_push_str(out, CQ_STR("}]}"));
}

void cq_lsp_edit_push(cq_buf *out, const cq_lsp_server *server, const cq_lsp_change *change) {
    if (server->client.has_document_changes) {
        push_versioned(out, server, change);
        return;
    }
    cq_buf_push_str(out, CQ_STR("{\"changes\":{"));
    cq_json_push_string(out, change->uri);
    cq_buf_push(out, ':');
    push_edits(out, server, change);
    cq_buf_push_str(out, CQ_STR("}}"));
}

uint32_t cq_lsp_edit_fix_all(cq_edits *out, cq_arena *arena, const cq_lsp_document *document,
                             const cq_rule *rule) {
    const cq_findings *all = &document->check.findings;
    cq_findings chosen = {0};
    cq_findings_init(&chosen);
    for (uint32_t i = 0; i < all->list.len; i++)
        if (!rule || all->list.at[i].rule == rule) *cq_findings_push(&chosen) = all->list.at[i];
    uint32_t count = cq_fix_choose(out, arena, document->text.bytes.len, &chosen, rule != NULL);
    cq_findings_release(&chosen);
    return count;
}

void cq_lsp_edit_apply(cq_lsp_server *server, const cq_lsp_change *change, const char *label) {
    cq_buf params = {0};
    cq_buf_push(&params, '{');
    cq_json_push_str(&params, "label", cq_str_of(label));
    cq_json_push_key(&params, "edit");
    cq_lsp_edit_push(&params, server, change);
    cq_buf_push(&params, '}');
    cq_lsp_outbox_request(&server->outbox, "workspace/applyEdit", cq_buf_get(&params));
    cq_buf_release(&params);
}
