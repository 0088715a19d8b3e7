#include "text/dump.h"

#include "base/json.h"
#include "text/char_class.h"
#include "text/unicode.h"

#include <stdio.h>

void cq_dump_json_begin(cq_buf *out, cq_span span, cq_str text) {
    cq_buf_push(out, '{');
    cq_json_push_number(out, "start", span.start);
    cq_json_push_number(out, "end", span.end);
    cq_json_push_str(out, "text", text);
}

void cq_dump_json_end(cq_buf *out) {
    cq_buf_push_str(out, CQ_STR("}\n"));
}

void cq_dump_json_flags(cq_buf *out, unsigned bits, const cq_dump_flag *flags) {
    cq_json_push_key(out, "flags");
    cq_buf_push(out, '[');
    for (; flags->bit; flags++) {
        if (!(bits & flags->bit)) continue;
        cq_json_push_comma(out);
        cq_json_push_string(out, cq_str_of(flags->name));
    }
    cq_buf_push(out, ']');
}

/* Characters that a reader would not see, or take for a plain space. */
static bool is_invisible(uint32_t c) {
    const cq_unicode_record *record = cq_unicode_of(c);
    return c != ' ' && (record->flags & (CQ_UNICODE_WHITE_SPACE | CQ_UNICODE_DEFAULT_IGNORABLE) ||
                        record->category >= CQ_GC_CC || c == 0xFFFC);
}

static void push_visible(cq_buf *out, cq_str text) {
    cq_buf_push(out, '"');
    for (size_t at = 0; at < text.len;) {
        uint32_t length, c = cq_char_at(text, at, &length);
        if (c == '\n')
            cq_buf_push_str(out, CQ_STR("\\n"));
        else if (c == '\t')
            cq_buf_push_str(out, CQ_STR("\\t"));
        else if (is_invisible(c))
            cq_buf_push_format(out, "\\u{%04X}", (unsigned)c);
        else
            cq_buf_push_str(out, cq_str_slice(text, at, at + length));
        at += length;
    }
    cq_buf_push(out, '"');
}

void cq_dump_line_begin(cq_buf *out, const char *kind, cq_span span, cq_str text) {
    char place[32];
    snprintf(place, sizeof place, "%u..%u", (unsigned)span.start, (unsigned)span.end);
    cq_buf_push_format(out, "%-11s %8s  ", kind, place);
    push_visible(out, text);
}

void cq_dump_line_flags(cq_buf *out, unsigned bits, const cq_dump_flag *flags) {
    for (; flags->bit; flags++)
        if (bits & flags->bit) cq_buf_push_format(out, "  %s", flags->name);
}

void cq_dump_line_end(cq_buf *out) {
    cq_buf_push(out, '\n');
}

cq_str cq_dump_text(const cq_doc *doc, const cq_block *block, uint32_t first, uint32_t end) {
    return cq_str_slice(block->text, doc->tokens.at[first].start, doc->tokens.at[end - 1].end);
}
