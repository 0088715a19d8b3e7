#include "plugins/lsp/position.h"

#include "base/utf8.h"

static const char *const encoding_names[] = {
    [CQ_LSP_UTF16] = "utf-16", [CQ_LSP_UTF8] = "utf-8", [CQ_LSP_UTF32] = "utf-32"};

const char *cq_lsp_encoding_name(cq_lsp_encoding encoding) {
    return encoding_names[encoding];
}

bool cq_lsp_encoding_of_name(cq_lsp_encoding *out, cq_str name) {
    for (unsigned i = 0; i < sizeof encoding_names / sizeof *encoding_names; i++) {
        if (!cq_str_is_equal(name, cq_str_of(encoding_names[i]))) continue;
        *out = (cq_lsp_encoding)i;
        return true;
    }
    return false;
}

/* Units of a character of so many bytes. */
static uint32_t measure(uint32_t length, cq_lsp_encoding encoding) {
    if (encoding == CQ_LSP_UTF8) return length;
    return encoding == CQ_LSP_UTF16 && length == 4 ? 2 : 1;
}

uint32_t cq_lsp_position_count(cq_str text, cq_lsp_encoding encoding) {
    if (encoding == CQ_LSP_UTF8) return (uint32_t)text.len;
    const char *p = text.ptr, *end = p + text.len;
    uint32_t count = 0;
    while (p < end) {
        uint32_t length = 1;
        if (*p & 0x80) cq_utf8_decode(p, end, &length);
        count += measure(length, encoding);
        p += length;
    }
    return count;
}

uint32_t cq_lsp_position_skip(cq_str line, uint32_t character, cq_lsp_encoding encoding) {
    const char *p = line.ptr, *end = p + line.len;
    while (p < end) {
        uint32_t length;
        cq_utf8_decode(p, end, &length);
        uint32_t units = measure(length, encoding);
        if (units > character) break;
        character -= units;
        p += length;
    }
    return (uint32_t)(p - line.ptr);
}
