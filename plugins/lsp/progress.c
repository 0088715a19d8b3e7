#include "plugins/lsp/progress.h"

#include <stdlib.h>

#include "base/json.h"

void cq_lsp_progress_send(cq_lsp_server *server, const json_t *token, cq_str value) {
    cq_buf params = {0};
    char *text = json_dumps(token, JSON_ENCODE_ANY | JSON_COMPACT);
    cq_buf_push(&params, '{');
    cq_json_push_key(&params, "token");
    cq_buf_push_str(&params, text ? cq_str_of(text) : CQ_STR("null"));
    cq_json_push_key(&params, "value");
    cq_buf_push_str(&params, value);
    cq_buf_push(&params, '}');
    cq_lsp_outbox_notify(&server->outbox, "$/progress", cq_buf_get(&params));
    cq_buf_release(&params);
    free(text);
}

static void send_kind(const cq_lsp_progress *progress, const char *kind, const char *title,
                      int percent) {
    cq_buf value = {0};
    if (!progress->token) return;
    cq_buf_push(&value, '{');
    cq_json_push_str(&value, "kind", cq_str_of(kind));
    if (title) cq_json_push_str(&value, "title", cq_str_of(title));
    if (title) cq_json_push_bool(&value, "cancellable", true);
    if (percent >= 0) cq_json_push_number(&value, "percentage", percent);
    cq_buf_push(&value, '}');
    cq_lsp_progress_send(progress->server, progress->token, cq_buf_get(&value));
    cq_buf_release(&value);
}

cq_lsp_progress cq_lsp_progress_begin(cq_lsp_server *server, const json_t *token,
                                      const char *title) {
    cq_lsp_progress progress = {.server = server, .token = token};
    send_kind(&progress, "begin", title, 0);
    return progress;
}

void cq_lsp_progress_tell(cq_lsp_progress *progress, uint32_t done, uint32_t all) {
    int percent = all ? (int)((uint64_t)done * 100 / all) : 100;
    if (percent == progress->percent) return;
    progress->percent = percent;
    send_kind(progress, "report", NULL, percent);
}

void cq_lsp_progress_end(cq_lsp_progress *progress) {
    send_kind(progress, "end", NULL, -1);
}
