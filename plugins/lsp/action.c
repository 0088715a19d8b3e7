#include "plugins/lsp/action.h"

#include "base/json.h"
#include "plugins/lsp/diagnostic.h"
#include "plugins/lsp/edit.h"
#include "plugins/lsp/ignore.h"

/* An action that is being written. */
typedef struct action {
    const char *kind;
    cq_str title;
    const cq_finding *finding; /* that it is about; NULL: none */
    bool is_preferred;
} action;

static void begin_action(cq_buf *out, const cq_lsp_server *server, const cq_lsp_document *document,
                         const action *a) {
    cq_json_push_comma(out);
    cq_buf_push(out, '{');
    cq_json_push_str(out, "title", a->title);
    cq_json_push_str(out, "kind", cq_str_of(a->kind));
    if (a->is_preferred) cq_json_push_bool(out, "isPreferred", true);
    if (!a->finding) return;
    cq_lsp_cursor cursor = cq_lsp_cursor_begin(&document->text, server->client.encoding);
    cq_lsp_told told = cq_lsp_told_of(document);
    cq_json_push_key(out, "diagnostics");
    cq_buf_push(out, '[');
    cq_lsp_diagnostic_push(out, &told, a->finding, &cursor);
    cq_buf_push(out, ']');
}

static void end_with_change(cq_buf *out, const cq_lsp_server *server, const cq_lsp_change *change) {
    cq_json_push_key(out, "edit");
    cq_lsp_edit_push(out, server, change);
    cq_buf_push(out, '}');
}

static void push_fixes(cq_buf *out, const cq_lsp_server *server, const cq_lsp_document *document,
                       const cq_finding *finding) {
    for (uint32_t i = 0; i < finding->fixes.len; i++) {
        const cq_fix *fix = &finding->fixes.at[i];
        action a = {"quickfix", fix->title, finding, i == 0 && fix->is_safe};
        cq_lsp_change change = cq_lsp_edit_document(document, fix->edits.at, fix->edits.len);
        begin_action(out, server, document, &a);
        end_with_change(out, server, &change);
    }
}

/* "Fix all" makes sense from two on. */
static void push_fix_rule(cq_buf *out, const cq_lsp_server *server, const cq_lsp_document *document,
                          const cq_finding *finding) {
    cq_arena arena;
    cq_edits edits = {0};
    cq_arena_init(&arena);
    uint32_t count = cq_lsp_edit_fix_all(&edits, &arena, document, finding->rule);
    if (count > 1) {
        cq_str title = cq_str_format(&arena, "fix all %u of %s", count, finding->rule->id.ptr);
        action a = {"quickfix", title, finding, false};
        cq_lsp_change change = cq_lsp_edit_document(document, edits.at, edits.len);
        begin_action(out, server, document, &a);
        end_with_change(out, server, &change);
    }
    cq_arena_release(&arena);
}

/* An action that the server does when it is chosen: a command with two arguments. */
typedef struct order {
    const char *command;
    cq_str first, second; /* the second may be empty */
} order;

static void push_order(cq_buf *out, const cq_lsp_server *server, const cq_lsp_document *document,
                       const action *a, const order *o) {
    begin_action(out, server, document, a);
    cq_json_push_key(out, "command");
    cq_buf_push(out, '{');
    cq_json_push_str(out, "title", a->title);
    cq_json_push_str(out, "command", cq_str_of(o->command));
    cq_json_push_key(out, "arguments");
    cq_buf_push(out, '[');
    cq_json_push_string(out, o->first);
    if (o->second.len) {
        cq_buf_push(out, ',');
        cq_json_push_string(out, o->second);
    }
    cq_buf_push_str(out, CQ_STR("]}}"));
}

static void push_ignores(cq_buf *out, const cq_lsp_server *server, const cq_lsp_document *document,
                         const cq_finding *finding) {
    cq_arena arena;
    cq_arena_init(&arena);
    for (int reach = 0; reach < CQ_LSP_IGNORE_REACHES; reach++) {
        cq_edit edit;
        if (!cq_lsp_ignore_write(&edit, &arena, document, finding, (cq_lsp_ignore_reach)reach))
            continue;
        cq_str title = cq_str_format(&arena, "ignore %s %s", finding->rule->id.ptr,
                                     cq_lsp_ignore_name((cq_lsp_ignore_reach)reach));
        action a = {"quickfix", title, finding, false};
        cq_lsp_change change = cq_lsp_edit_document(document, &edit, 1);
        begin_action(out, server, document, &a);
        end_with_change(out, server, &change);
    }
    cq_arena_release(&arena);
}

static void push_orders(cq_buf *out, const cq_lsp_server *server, const cq_lsp_document *document,
                        const cq_finding *finding) {
    cq_arena arena;
    cq_arena_init(&arena);
    cq_str id = finding->rule->id;
    cq_str text =
        cq_str_slice(cq_buf_get(&document->text.bytes), finding->at.start, finding->at.end);
    if (cq_host_honours_vocabulary(document->engine->host, finding->rule) && text.len) {
        cq_str title = cq_str_format(&arena, "add “%.*s” to the vocabulary", CQ_FMT(text));
        action add = {"quickfix", title, finding, false};
        order o = {"calque.addWord", document->uri, text};
        push_order(out, server, document, &add, &o);
    }
    action off = {"quickfix", cq_str_format(&arena, "switch %s off in .calque.lua", id.ptr),
                  finding, false};
    order switch_off = {"calque.switchOff", document->uri, id};
    push_order(out, server, document, &off, &switch_off);
    action manual = {"quickfix", cq_str_format(&arena, "explain %s", id.ptr), finding, false};
    order open = {"calque.openManual", id, CQ_STR("")};
    push_order(out, server, document, &manual, &open);
    cq_arena_release(&arena);
}

static bool touches(const cq_finding *finding, cq_span span) {
    return finding->at.start <= span.end && span.start <= finding->at.end;
}

void cq_lsp_action_push_quick(cq_buf *out, cq_lsp_server *server, const cq_lsp_document *document,
                              cq_span span) {
    const cq_findings *findings = &document->check.findings;
    for (uint32_t i = 0; i < findings->list.len; i++) {
        const cq_finding *finding = &findings->list.at[i];
        if (!touches(finding, span) || !cq_lsp_diagnostic_is_shown(server, finding)) continue;
        push_fixes(out, server, document, finding);
        push_fix_rule(out, server, document, finding);
        push_ignores(out, server, document, finding);
        push_orders(out, server, document, finding);
    }
}

void cq_lsp_action_push_fix_all(cq_buf *out, cq_lsp_server *server,
                                const cq_lsp_document *document) {
    cq_arena arena;
    cq_edits edits = {0};
    cq_arena_init(&arena);
    uint32_t count = cq_lsp_edit_fix_all(&edits, &arena, document, NULL);
    if (count) {
        cq_str title = count == 1 ? CQ_STR("make the one safe fix")
                                  : cq_str_format(&arena, "make all %u safe fixes", count);
        action a = {"source.fixAll.calque", title, NULL, false};
        cq_lsp_change change = cq_lsp_edit_document(document, edits.at, edits.len);
        begin_action(out, server, document, &a);
        end_with_change(out, server, &change);
    }
    cq_arena_release(&arena);
}
