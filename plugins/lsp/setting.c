#include "plugins/lsp/setting.h"

void cq_lsp_setting_init(cq_lsp_settings *settings) {
    *settings = (cq_lsp_settings){.level = CQ_LEVEL_HINT};
    cq_arena_init(&settings->arena);
}

void cq_lsp_setting_take(cq_lsp_settings *settings, const json_t *section) {
    cq_arena_release(&settings->arena);
    cq_lsp_setting_init(settings);
    settings->language = cq_str_dup(&settings->arena, cq_lsp_param_str(section, "language"));
    settings->source_language =
        cq_str_dup(&settings->arena, cq_lsp_param_str(section, "sourceLanguage"));
    cq_level_of_name(&settings->level, cq_lsp_param_str(section, "level"));
}

void cq_lsp_setting_ask(cq_lsp_server *server) {
    if (!server->client.has_configuration) return;
    server->configuration_request = cq_lsp_outbox_request(
        &server->outbox, "workspace/configuration", CQ_STR("{\"items\":[{\"section\":\"calque\"}]}"));
}

void cq_lsp_setting_take_answer(cq_lsp_server *server, const json_t *message) {
    if (cq_lsp_param_number(message, "id") != server->configuration_request) return;
    const json_t *section = json_array_get(json_object_get(message, "result"), 0);
    if (!section) return;
    cq_lsp_setting_take(&server->settings, section);
    cq_lsp_server_reload(server);
}
