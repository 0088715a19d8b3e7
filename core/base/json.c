#include "base/json.h"

#include "base/utf8.h"

static void push_escape(cq_buf *out, unsigned char c) {
    static const char shorthand[] = {['\b'] = 'b', ['\t'] = 't', ['\n'] = 'n', ['\f'] = 'f',
                                     ['\r'] = 'r', ['"'] = '"',  ['\\'] = '\\'};
    if (c < sizeof shorthand && shorthand[c])
        cq_buf_push_format(out, "\\%c", shorthand[c]);
    else
        cq_buf_push_format(out, "\\u%04x", c);
}

static bool must_escape(unsigned char c) {
    return c < 0x20 || c == '"' || c == '\\' || c == 0x7F;
}

static void push_escaped(cq_buf *out, cq_str s) {
    size_t start = 0;
    for (size_t i = 0; i < s.len; i++) {
        if (!must_escape((unsigned char)s.ptr[i])) continue;
        cq_buf_push_str(out, cq_str_slice(s, start, i));
        push_escape(out, (unsigned char)s.ptr[i]);
        start = i + 1;
    }
    cq_buf_push_str(out, cq_str_slice(s, start, s.len));
}

void cq_json_push_string(cq_buf *out, cq_str s) {
    cq_buf_push(out, '"');
    if (cq_utf8_find_invalid(s) == SIZE_MAX) {
        push_escaped(out, s);
    } else {
        cq_buf clean = {0};
        cq_utf8_push_clean(&clean, s);
        push_escaped(out, cq_buf_get(&clean));
        cq_buf_release(&clean);
    }
    cq_buf_push(out, '"');
}

void cq_json_push_comma(cq_buf *out) {
    if (out->len && out->ptr[out->len - 1] != '{' && out->ptr[out->len - 1] != '[')
        cq_buf_push(out, ',');
}

void cq_json_push_key(cq_buf *out, const char *key) {
    cq_json_push_comma(out);
    cq_buf_push(out, '"');
    cq_buf_push_str(out, cq_str_of(key));
    cq_buf_push_str(out, CQ_STR("\":"));
}

void cq_json_push_str(cq_buf *out, const char *key, cq_str value) {
    cq_json_push_key(out, key);
    cq_json_push_string(out, value);
}

void cq_json_push_number(cq_buf *out, const char *key, int64_t value) {
    cq_json_push_key(out, key);
    cq_buf_push_number(out, value);
}

void cq_json_push_bool(cq_buf *out, const char *key, bool value) {
    cq_json_push_key(out, key);
    cq_buf_push_str(out, value ? CQ_STR("true") : CQ_STR("false"));
}
