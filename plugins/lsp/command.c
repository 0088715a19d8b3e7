#include "plugins/lsp/command.h"

#include "base/json.h"
#include "plugins/lsp/edit.h"
#include "plugins/lsp/manual.h"
#include "plugins/lsp/uri.h"

typedef struct command {
    const char *name;
    bool (*run)(cq_lsp_server *server, const json_t *arguments, cq_buf *result, cq_lsp_error *err);
} command;

static cq_str get_argument(const json_t *arguments, size_t i) {
    const json_t *argument = json_array_get(arguments, i);
    if (!json_is_string(argument)) return CQ_STR("");
    return (cq_str){json_string_value(argument), json_string_length(argument)};
}

static cq_lsp_document *find_document(cq_lsp_server *server, const json_t *arguments,
                                      cq_lsp_error *err) {
    cq_lsp_document *document = cq_lsp_server_document(server, get_argument(arguments, 0));
    if (document)
        cq_lsp_server_check(server, document);
    else
        cq_lsp_fail(err, CQ_LSP_INVALID_PARAMS, "the first argument is the URI of an open document");
    return document;
}

static const cq_rule *find_rule(cq_lsp_server *server, cq_str id, cq_lsp_error *err) {
    cq_host *host = cq_lsp_server_host(server);
    const cq_rule *rule = host ? cq_host_rule(host, id) : NULL;
    if (!rule)
        cq_lsp_fail(err, CQ_LSP_INVALID_PARAMS, "there is no rule '%.*s'",
                    (int)(id.len < 100 ? id.len : 100), id.ptr);
    return rule;
}

/* Answers with the number of fixes. */
static void fix(cq_lsp_server *server, const cq_lsp_document *document, const cq_rule *rule,
                cq_buf *result) {
    cq_arena arena;
    cq_edits edits = {0};
    cq_arena_init(&arena);
    uint32_t count = cq_lsp_edit_fix_all(&edits, &arena, document, rule);
    cq_lsp_change change = {document, edits.at, edits.len};
    if (count) cq_lsp_edit_apply(server, &change, "calque: fix");
    cq_buf_push_format(result, "%u", count);
    cq_arena_release(&arena);
}

static bool fix_all(cq_lsp_server *server, const json_t *arguments, cq_buf *result,
                    cq_lsp_error *err) {
    cq_lsp_document *document = find_document(server, arguments, err);
    if (document) fix(server, document, NULL, result);
    return document != NULL;
}

static bool fix_rule(cq_lsp_server *server, const json_t *arguments, cq_buf *result,
                     cq_lsp_error *err) {
    cq_lsp_document *document = find_document(server, arguments, err);
    const cq_rule *rule = document ? find_rule(server, get_argument(arguments, 1), err) : NULL;
    if (rule) fix(server, document, rule, result);
    return rule != NULL;
}

/* Shows the rule's file where the client can, and answers with its page. */
static bool open_manual(cq_lsp_server *server, const json_t *arguments, cq_buf *result,
                        cq_lsp_error *err) {
    const cq_rule *rule = find_rule(server, get_argument(arguments, 0), err);
    if (!rule) return false;
    cq_buf page = {0}, params = {0}, uri = {0};
    cq_lsp_uri_push(&uri, rule->origin);
    cq_buf_push(&params, '{');
    cq_json_push_str(&params, "uri", cq_buf_get(&uri));
    cq_buf_push_str(&params, CQ_STR(",\"takeFocus\":true}"));
    if (server->client.has_show_document)
        cq_lsp_server_request(server, "window/showDocument", cq_buf_get(&params));
    cq_lsp_manual_push(&page, rule, true);
    cq_json_push_string(result, cq_buf_get(&page));
    cq_buf_release(&page);
    cq_buf_release(&params);
    cq_buf_release(&uri);
    return true;
}

static bool reload(cq_lsp_server *server, const json_t *arguments, cq_buf *result,
                   cq_lsp_error *err) {
    (void)arguments, (void)result, (void)err;
    cq_lsp_server_reload(server);
    return true;
}

static const command all_commands[] = {
    {"calque.fixAll", fix_all},
    {"calque.fixRule", fix_rule},
    {"calque.openManual", open_manual},
    {"calque.reload", reload},
};
enum { COMMAND_COUNT = sizeof all_commands / sizeof *all_commands };

void cq_lsp_command_push_names(cq_buf *out) {
    cq_buf_push(out, '[');
    for (size_t i = 0; i < COMMAND_COUNT; i++) {
        cq_json_push_comma(out);
        cq_json_push_string(out, cq_str_of(all_commands[i].name));
    }
    cq_buf_push(out, ']');
}

bool cq_lsp_command_run(cq_lsp_server *server, cq_str name, const json_t *arguments,
                        cq_buf *result, cq_lsp_error *err) {
    for (size_t i = 0; i < COMMAND_COUNT; i++)
        if (cq_str_is_equal(name, cq_str_of(all_commands[i].name)))
            return all_commands[i].run(server, arguments, result, err);
    return cq_lsp_fail(err, CQ_LSP_INVALID_PARAMS, "there is no command '%.*s'",
                       (int)(name.len < 100 ? name.len : 100), name.ptr);
}
