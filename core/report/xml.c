#include "report/xml.h"

#include "base/utf8.h"

#include <inttypes.h>

/* What stands for an ASCII character; NULL: itself. */
static const char *reference_of(unsigned char c) {
    switch (c) {
    case '&': return "&amp;";
    case '<': return "&lt;";
    case '>': return "&gt;";
    case '"': return "&quot;";
    case '\'': return "&#39;";
    case '\t': return "&#9;";
    case '\n': return "&#10;";
    case '\r': return "&#13;";
    default: return c < 0x20 || c == 0x7F ? "\xEF\xBF\xBD" : NULL;
    }
}

static bool is_allowed(uint32_t code_point) {
    return code_point >= 0xA0 && (code_point & 0xFFFE) != 0xFFFE &&
           (code_point < 0xFDD0 || code_point > 0xFDEF);
}

void cq_xml_push(cq_buf *out, cq_str text) {
    const char *p = text.ptr, *end = text.ptr + text.len;
    while (p < end) {
        uint32_t length = cq_utf8_length(p, end), used;
        const char *reference = length == 1 ? reference_of((unsigned char)*p) : NULL;
        bool is_plain = length == 1 || (length && is_allowed(cq_utf8_decode(p, end, &used)));
        if (reference || !is_plain)
            cq_buf_push_str(out, cq_str_of(reference ? reference : "\xEF\xBF\xBD"));
        else
            cq_buf_push_str(out, (cq_str){p, length});
        p += length ? length : 1;
    }
}

void cq_xml_push_attribute(cq_buf *out, const char *name, cq_str value) {
    cq_buf_push_format(out, " %s=\"", name);
    cq_xml_push(out, value);
    cq_buf_push(out, '"');
}

void cq_xml_push_number(cq_buf *out, const char *name, uint64_t value) {
    cq_buf_push_format(out, " %s=\"%" PRIu64 "\"", name, value);
}
