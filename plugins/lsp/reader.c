#include "plugins/lsp/reader.h"

#include "base/utf8.h"

static json_t *parse(cq_str text, json_error_t *error) {
    return json_loadb(text.ptr, text.len, JSON_ALLOW_NUL | JSON_DECODE_ANY, error);
}

/* The code unit of \uXXXX at `at`, or -1. */
static long read_escape(cq_str text, size_t at) {
    long unit = 0;
    if (at + 6 > text.len || text.ptr[at] != '\\' || text.ptr[at + 1] != 'u') return -1;
    for (size_t i = at + 2; i < at + 6; i++) {
        char c = text.ptr[i], lower = (char)(c | 0x20);
        int digit = c >= '0' && c <= '9'           ? c - '0'
                    : lower >= 'a' && lower <= 'f' ? lower - 'a' + 10
                                                   : -1;
        if (digit < 0) return -1;
        unit = unit * 16 + digit;
    }
    return unit;
}

/* Bytes of the escape at `at` that stand for a character; 0: it is half a pair. */
static size_t measure_escape(cq_str text, size_t at) {
    long unit = read_escape(text, at);
    if (unit < 0xD800 || unit > 0xDFFF) return unit < 0 ? 2 : 6;
    long next = unit < 0xDC00 ? read_escape(text, at + 6) : -1;
    return next >= 0xDC00 && next <= 0xDFFF ? 12 : 0;
}

static void push_mended(cq_buf *out, cq_str text) {
    cq_buf clean = {0};
    cq_utf8_push_clean(&clean, text);
    text = cq_buf_get(&clean);
    size_t start = 0;
    for (size_t i = 0; i < text.len;) {
        size_t length = text.ptr[i] == '\\' ? measure_escape(text, i) : 1;
        i += length;
        if (length) continue;
        cq_buf_push_str(out, cq_str_slice(text, start, i));
        cq_buf_push_str(out, CQ_STR("\\ufffd"));
        start = i += 6;
    }
    cq_buf_push_str(out, cq_str_slice(text, start, text.len));
    cq_buf_release(&clean);
}

json_t *cq_lsp_reader_parse(cq_str text, cq_err *err) {
    json_error_t error;
    json_t *message = parse(text, &error);
    if (!message) {
        cq_buf mended = {0};
        push_mended(&mended, text);
        message = parse(cq_buf_get(&mended), &error);
        cq_buf_release(&mended);
    }
    if (!message) cq_fail(err, CQ_EINVAL, "no JSON: %s at byte %d", error.text, error.position);
    return message;
}
