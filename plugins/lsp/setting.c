#include "plugins/lsp/setting.h"

#include "text/language.h"

void cq_lsp_setting_init(cq_lsp_settings *settings) {
    *settings = (cq_lsp_settings){.level = CQ_LEVEL_HINT};
    cq_arena_init(&settings->arena);
}

static void complain(cq_lsp_server *server, const char *key, const char *wanted) {
    cq_buf line = {0};
    cq_buf_push_format(&line, "the setting calque.%s is no %s", key, wanted);
    cq_lsp_outbox_show(&server->outbox, 2, cq_buf_get(&line));
    cq_buf_release(&line);
}

/* Empty where the key is not set; borrowed from the section. */
static cq_str read_setting(cq_lsp_server *server, const json_t *section, const char *key) {
    const json_t *value = json_object_get(section, key);
    if (value && !json_is_string(value) && !json_is_null(value)) complain(server, key, "string");
    return cq_lsp_param_str(section, key);
}

/* Empty where the key is not set, or to no language tag. */
static cq_str read_tag(cq_lsp_server *server, const json_t *section, const char *key) {
    cq_str tag = read_setting(server, section, key);
    if (!tag.len || cq_language_is_tag(tag) || cq_str_is_equal(tag, CQ_STR("auto"))) return tag;
    complain(server, key, "language tag like en or pt-BR");
    return CQ_STR("");
}

void cq_lsp_setting_take(cq_lsp_server *server, const json_t *section) {
    cq_lsp_settings *settings = &server->settings;
    cq_arena_release(&settings->arena);
    cq_lsp_setting_init(settings);
    settings->language = cq_str_dup(&settings->arena, read_tag(server, section, "language"));
    settings->source_language =
        cq_str_dup(&settings->arena, read_tag(server, section, "sourceLanguage"));
    cq_str level = read_setting(server, section, "level");
    if (level.len && !cq_level_of_name(&settings->level, level))
        complain(server, "level", "level: hint, warning or error");
}

void cq_lsp_setting_ask(cq_lsp_server *server) {
    if (!server->client.has_configuration) return;
    server->configuration_request =
        cq_lsp_outbox_request(&server->outbox, "workspace/configuration",
                              CQ_STR("{\"items\":[{\"section\":\"calque\"}]}"));
}

void cq_lsp_setting_take_answer(cq_lsp_server *server, const json_t *message) {
    if (cq_lsp_param_number(message, "id") != server->configuration_request) return;
    const json_t *section = json_array_get(json_object_get(message, "result"), 0);
    if (!section) return;
    cq_lsp_setting_take(server, section);
    cq_lsp_server_reload(server);
}
