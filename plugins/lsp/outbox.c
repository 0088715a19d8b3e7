#include "plugins/lsp/outbox.h"

#include <stdlib.h>

#include "base/json.h"

static void begin_message(cq_buf *out) {
    cq_buf_push(out, '{');
    cq_json_push_str(out, "jsonrpc", CQ_STR("2.0"));
}

static void push_json(cq_buf *out, const char *key, cq_str json) {
    cq_json_push_key(out, key);
    cq_buf_push_str(out, json.len ? json : CQ_STR("null"));
}

static void send(cq_lsp_outbox *outbox, cq_buf *message) {
    cq_buf_push(message, '}');
    cq_lsp_wire_write(outbox->wire, cq_buf_get(message));
    cq_buf_release(message);
}

void cq_lsp_outbox_notify(cq_lsp_outbox *outbox, const char *method, cq_str params) {
    cq_buf message = {0};
    begin_message(&message);
    cq_json_push_str(&message, "method", cq_str_of(method));
    push_json(&message, "params", params);
    send(outbox, &message);
}

cq_buf *cq_lsp_outbox_begin(cq_lsp_outbox *outbox, const char *method) {
    cq_buf *message = &outbox->notification;
    message->len = 0;
    begin_message(message);
    cq_json_push_str(message, "method", cq_str_of(method));
    cq_json_push_key(message, "params");
    return message;
}

void cq_lsp_outbox_end(cq_lsp_outbox *outbox) {
    cq_buf_push(&outbox->notification, '}');
    cq_lsp_wire_write(outbox->wire, cq_buf_get(&outbox->notification));
}

void cq_lsp_outbox_release(cq_lsp_outbox *outbox) {
    cq_buf_release(&outbox->notification);
}

int64_t cq_lsp_outbox_request(cq_lsp_outbox *outbox, const char *method, cq_str params) {
    cq_buf message = {0};
    begin_message(&message);
    cq_json_push_number(&message, "id", ++outbox->last_request);
    cq_json_push_str(&message, "method", cq_str_of(method));
    push_json(&message, "params", params);
    send(outbox, &message);
    return outbox->last_request;
}

static void push_id(cq_buf *out, const json_t *id) {
    char *text = id ? json_dumps(id, JSON_ENCODE_ANY | JSON_COMPACT) : NULL;
    push_json(out, "id", cq_str_of(text));
    free(text);
}

void cq_lsp_outbox_answer(cq_lsp_outbox *outbox, const json_t *id, cq_str result) {
    cq_buf message = {0};
    begin_message(&message);
    push_id(&message, id);
    push_json(&message, "result", result);
    send(outbox, &message);
}

void cq_lsp_outbox_refuse(cq_lsp_outbox *outbox, const json_t *id, int code, const char *why) {
    cq_buf message = {0};
    begin_message(&message);
    push_id(&message, id);
    cq_json_push_key(&message, "error");
    cq_buf_push(&message, '{');
    cq_json_push_number(&message, "code", code);
    cq_json_push_str(&message, "message", cq_str_of(why));
    cq_buf_push(&message, '}');
    send(outbox, &message);
}

static void send_line(cq_lsp_outbox *outbox, const char *method, int type, cq_str line) {
    cq_buf params = {0};
    cq_buf_push(&params, '{');
    cq_json_push_number(&params, "type", type);
    cq_json_push_str(&params, "message", line);
    cq_buf_push(&params, '}');
    cq_lsp_outbox_notify(outbox, method, cq_buf_get(&params));
    cq_buf_release(&params);
}

void cq_lsp_outbox_log(cq_lsp_outbox *outbox, int type, cq_str line) {
    send_line(outbox, "window/logMessage", type, line);
}

void cq_lsp_outbox_show(cq_lsp_outbox *outbox, int type, cq_str line) {
    send_line(outbox, "window/showMessage", type, line);
}

void cq_lsp_outbox_refresh(cq_lsp_outbox *outbox) {
    cq_lsp_outbox_request(outbox, "workspace/diagnostic/refresh", CQ_STR(""));
}

void cq_lsp_outbox_trace(cq_lsp_outbox *outbox, const char *verb, cq_str what) {
    if (outbox->trace == 'o') return;
    cq_buf params = {0}, line = {0};
    cq_buf_push_format(&line, "%s %.*s", verb, CQ_FMT(what));
    cq_buf_push(&params, '{');
    cq_json_push_str(&params, "message", cq_buf_get(&line));
    cq_buf_push(&params, '}');
    cq_lsp_outbox_notify(outbox, "$/logTrace", cq_buf_get(&params));
    cq_buf_release(&params);
    cq_buf_release(&line);
}
