#include "report/html_text.h"

#include "base/utf8.h"
#include "report/printable.h"
#include "report/uri.h"
#include "report/xml.h"

static void push_code_point(cq_buf *out, uint32_t c, bool reveal) {
    if (c == '\n' || (c == '\t' && !reveal)) {
        cq_buf_push(out, (char)c);
        return;
    }
    cq_glyph glyph = cq_printable_glyph(c, reveal);
    bool is_name = glyph.text[0] == '<' && c != '<';
    if (is_name) cq_buf_push_str(out, CQ_STR("<span class=\"name\">"));
    cq_xml_push(out, cq_str_of(glyph.text));
    if (is_name) cq_buf_push_str(out, CQ_STR("</span>"));
}

void cq_html_text_push(cq_buf *out, cq_str text, bool reveal) {
    const char *end = text.ptr + text.len;
    for (const char *p = text.ptr; p < end;) {
        uint32_t length = cq_utf8_length(p, end), c = 0xFFFD;
        if (length) c = cq_utf8_decode(p, end, &length);
        bool is_crlf = c == '\r' && p + 1 < end && p[1] == '\n';
        if (!is_crlf) push_code_point(out, c == '\r' ? '\n' : c, reveal);
        p += length ? length : 1;
    }
}

/* Bytes up to the mark that closes what prose[0] opens, on the same paragraph; 0: it opens nothing. */
static size_t find_close(cq_str prose) {
    if (prose.len < 3 || prose.ptr[1] == ' ') return 0;
    for (size_t i = 2; i < prose.len; i++) {
        if (prose.ptr[i] == '\n' && prose.ptr[i - 1] == '\n') return 0;
        if (prose.ptr[i] == prose.ptr[0] && prose.ptr[i - 1] != ' ') return i;
    }
    return 0;
}

static void push_paragraph(cq_buf *out, cq_str prose) {
    cq_buf_push_str(out, CQ_STR("<p>"));
    for (size_t i = 0; i < prose.len; i++) {
        char c = prose.ptr[i];
        size_t close = c == '*' || c == '`' ? find_close(cq_str_slice(prose, i, prose.len)) : 0;
        if (close) {
            const char *tag = c == '*' ? "em" : "code";
            cq_buf_push_format(out, "<%s>", tag);
            cq_html_text_push(out, cq_str_slice(prose, i + 1, i + close), false);
            cq_buf_push_format(out, "</%s>", tag);
            i += close;
        } else {
            size_t end = i + 1;
            while (end < prose.len && prose.ptr[end] != '*' && prose.ptr[end] != '`') end++;
            cq_html_text_push(out, cq_str_slice(prose, i, end), false);
            i = end - 1;
        }
    }
    cq_buf_push_str(out, CQ_STR("</p>\n"));
}

/* Offset of the next blank line, or the length. */
static size_t find_blank_line(cq_str prose) {
    size_t at = 0;
    while (at < prose.len) {
        const char *end = memchr(prose.ptr + at, '\n', prose.len - at);
        size_t next = end ? (size_t)(end - prose.ptr) + 1 : prose.len;
        if (cq_str_trim(cq_str_slice(prose, at, next)).len == 0) return at;
        at = next;
    }
    return prose.len;
}

void cq_html_text_push_prose(cq_buf *out, cq_str prose) {
    prose = cq_str_trim(prose);
    while (prose.len) {
        size_t end = find_blank_line(prose);
        push_paragraph(out, cq_str_trim(cq_str_slice(prose, 0, end)));
        prose = cq_str_trim(cq_str_slice(prose, end, prose.len));
    }
}

void cq_html_text_push_id(cq_buf *out, const char *kind, cq_str which) {
    cq_buf_push_format(out, "%s-", kind);
    cq_uri_push(out, which);
}
