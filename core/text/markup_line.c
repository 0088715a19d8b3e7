#include "text/markup_line.h"

#include "base/utf8.h"
#include "text/char_class.h"

#include <string.h>

/* Bytes that one search covers: with lines that end in carriage returns alone, a search for the next
   line feed could go to the end of the text each time. */
#define REACH 512u

static uint32_t find_line_end(cq_str text, uint32_t start) {
    for (uint32_t at = start, len = (uint32_t)text.len; at < len;) {
        size_t reach = len - at < REACH ? len - at : REACH;
        const char *feed = memchr(text.ptr + at, '\n', reach);
        if (feed) reach = (size_t)(feed - text.ptr) - at;
        const char *carriage_return = memchr(text.ptr + at, '\r', reach);
        if (carriage_return) return (uint32_t)(carriage_return - text.ptr);
        if (feed) return (uint32_t)(feed - text.ptr);
        at += (uint32_t)reach;
    }
    return (uint32_t)text.len;
}

cq_markup_line cq_markup_line_at(cq_str text, uint32_t start) {
    uint32_t len = (uint32_t)text.len, end = find_line_end(text, start);
    uint32_t next = end;
    if (next < len)
        next += text.ptr[end] == '\r' && end + 1 < len && text.ptr[end + 1] == '\n' ? 2 : 1;
    return (cq_markup_line){start, end, next};
}

static bool is_space(uint32_t code_point) {
    switch (code_point) {
    case ' ':
    case '\t':
    case '\v':
    case '\f':
    case 0x00A0:
    case 0x1680:
    case 0x202F:
    case 0x205F:
    case 0x3000:
    case 0xFEFF: return true;
    default: return code_point >= 0x2000 && code_point <= 0x200B;
    }
}

bool cq_markup_line_is_blank(cq_str text, cq_markup_line line) {
    const char *p = text.ptr + line.start, *end = text.ptr + line.end;
    while (p < end) {
        uint32_t length;
        if (!is_space(cq_utf8_decode(p, end, &length))) return false;
        p += length;
    }
    return true;
}

uint32_t cq_markup_line_indent(cq_str text, cq_markup_line line) {
    return cq_markup_line_skip_blanks(cq_str_slice(text, 0, line.end), line.start);
}

uint32_t cq_markup_line_skip_blanks(cq_str text, uint32_t at) {
    while (cq_char_is_blank(cq_str_byte_at(text, at))) at++;
    return at;
}
