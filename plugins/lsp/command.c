#include "plugins/lsp/command.h"

#include <unistd.h>

#include "base/io.h"
#include "base/json.h"
#include "plugins/lsp/config.h"
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
        cq_lsp_server_finish(server, document);
    else
        cq_lsp_fail(err, CQ_LSP_INVALID_PARAMS,
                    "the first argument is the URI of an open document");
    return document;
}

static const cq_rule *find_rule(cq_lsp_server *server, cq_str id, cq_lsp_error *err) {
    const cq_rule *rule = cq_lsp_server_rule(server, id);
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
    cq_lsp_change change = cq_lsp_edit_document(document, edits.at, edits.len);
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
        cq_lsp_outbox_request(&server->outbox, "window/showDocument", cq_buf_get(&params));
    cq_lsp_manual_push(&page, rule, true);
    cq_json_push_string(result, cq_buf_get(&page));
    cq_buf_release(&page);
    cq_buf_release(&params);
    cq_buf_release(&uri);
    return true;
}

/* The text of a configuration file: as it is open in the client, else as it is on the disk. */
static bool read_config(cq_lsp_text *out, cq_str path, cq_lsp_error *err) {
    cq_buf bytes = {0};
    cq_err why;
    if (!path.len)
        return cq_lsp_fail(err, CQ_LSP_REQUEST_FAILED,
                           "the document is in no folder: save it first");
    bool ok = access(path.ptr, F_OK) != 0 || cq_io_read_file(&bytes, path.ptr, &why);
    if (ok) cq_lsp_text_set(out, cq_buf_get(&bytes));
    cq_buf_release(&bytes);
    return ok || cq_lsp_fail(err, CQ_LSP_REQUEST_FAILED, "%.500s", why.message);
}

typedef cq_edit write_config(cq_arena *arena, cq_str text, cq_str item);

/* Lets the configuration of a document say something more. */
static bool change_config(cq_lsp_server *server, const cq_lsp_document *document, cq_str item,
                          write_config *write, cq_lsp_error *err) {
    cq_arena arena;
    cq_buf uri = {0};
    cq_lsp_text read = {0};
    cq_arena_init(&arena);
    cq_str path = cq_lsp_config_find(&arena, &server->workspace, document->path);
    const cq_lsp_document *open = cq_lsp_server_document_at(server, path);
    if (open)
        cq_buf_push_str(&uri, open->uri);
    else
        cq_lsp_uri_push(&uri, path);
    bool ok = open || read_config(&read, path, err);
    if (ok) {
        const cq_lsp_text *text = open ? &open->text : &read;
        cq_edit edit = write(&arena, cq_buf_get(&text->bytes), item);
        cq_lsp_change change = {.uri = cq_buf_get(&uri),
                                .text = text,
                                .version = open ? open->version : 0,
                                .is_open = open != NULL,
                                .is_new = !open && access(path.ptr, F_OK) != 0,
                                .edits = &edit,
                                .count = 1};
        cq_lsp_edit_apply(server, &change, "calque: configuration");
    }
    cq_lsp_text_release(&read);
    cq_buf_release(&uri);
    cq_arena_release(&arena);
    return ok;
}

static bool switch_off(cq_lsp_server *server, const json_t *arguments, cq_buf *result,
                       cq_lsp_error *err) {
    (void)result;
    cq_lsp_document *document = find_document(server, arguments, err);
    const cq_rule *rule = document ? find_rule(server, get_argument(arguments, 1), err) : NULL;
    return rule && change_config(server, document, rule->id, cq_lsp_config_switch_off, err);
}

static bool add_word(cq_lsp_server *server, const json_t *arguments, cq_buf *result,
                     cq_lsp_error *err) {
    (void)result;
    cq_lsp_document *document = find_document(server, arguments, err);
    cq_str word = get_argument(arguments, 1);
    if (document && !word.len)
        return cq_lsp_fail(err, CQ_LSP_INVALID_PARAMS, "the second argument is a word");
    return document && change_config(server, document, word, cq_lsp_config_add_word, err);
}

static bool reload(cq_lsp_server *server, const json_t *arguments, cq_buf *result,
                   cq_lsp_error *err) {
    (void)arguments, (void)result, (void)err;
    cq_lsp_server_reload(server);
    return true;
}

static const command all_commands[] = {
    {"calque.addWord", add_word}, {"calque.fixAll", fix_all},
    {"calque.fixRule", fix_rule}, {"calque.openManual", open_manual},
    {"calque.reload", reload},    {"calque.switchOff", switch_off},
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

bool cq_lsp_command_run(cq_lsp_server *server, cq_str name, const json_t *arguments, cq_buf *result,
                        cq_lsp_error *err) {
    for (size_t i = 0; i < COMMAND_COUNT; i++)
        if (cq_str_is_equal(name, cq_str_of(all_commands[i].name)))
            return all_commands[i].run(server, arguments, result, err);
    return cq_lsp_fail(err, CQ_LSP_INVALID_PARAMS, "there is no command '%.*s'",
                       (int)(name.len < 100 ? name.len : 100), name.ptr);
}
