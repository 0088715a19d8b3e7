#include "plugins/lsp/param.h"

#include "base/json.h"

const json_t *cq_lsp_param_at(const json_t *params, const char *path) {
    while (params && *path) {
        size_t len = strcspn(path, ".");
        params = json_object_getn(params, path, len);
        path += len + (path[len] == '.');
    }
    return params;
}

cq_str cq_lsp_param_str(const json_t *params, const char *path) {
    const json_t *value = cq_lsp_param_at(params, path);
    if (!json_is_string(value)) return CQ_STR("");
    return (cq_str){json_string_value(value), json_string_length(value)};
}

int64_t cq_lsp_param_number(const json_t *params, const char *path) {
    const json_t *value = cq_lsp_param_at(params, path);
    return json_is_integer(value) ? json_integer_value(value) : 0;
}

bool cq_lsp_param_is_true(const json_t *params, const char *path) {
    return json_is_true(cq_lsp_param_at(params, path));
}

static bool read_count(uint32_t *out, const json_t *position, const char *key) {
    const json_t *value = json_object_get(position, key);
    if (!json_is_integer(value) || json_integer_value(value) < 0) return false;
    json_int_t count = json_integer_value(value);
    *out = count < UINT32_MAX ? (uint32_t)count : UINT32_MAX;
    return true;
}

bool cq_lsp_param_position(cq_lsp_position *out, const json_t *params, const char *path) {
    const json_t *position = cq_lsp_param_at(params, path);
    return read_count(&out->line, position, "line") &&
           read_count(&out->character, position, "character");
}

bool cq_lsp_param_range(cq_lsp_range *out, const json_t *params, const char *path) {
    const json_t *range = cq_lsp_param_at(params, path);
    return cq_lsp_param_position(&out->start, range, "start") &&
           cq_lsp_param_position(&out->end, range, "end");
}

static void push_position(cq_buf *out, cq_lsp_position position) {
    cq_buf_push_str(out, CQ_STR("{\"line\":"));
    cq_buf_push_number(out, position.line);
    cq_buf_push_str(out, CQ_STR(",\"character\":"));
    cq_buf_push_number(out, position.character);
    cq_buf_push(out, '}');
}

void cq_lsp_param_push_range(cq_buf *out, const char *key, cq_lsp_range range) {
    cq_json_push_key(out, key);
    cq_buf_push_str(out, CQ_STR("{\"start\":"));
    push_position(out, range.start);
    cq_buf_push_str(out, CQ_STR(",\"end\":"));
    push_position(out, range.end);
    cq_buf_push(out, '}');
}
