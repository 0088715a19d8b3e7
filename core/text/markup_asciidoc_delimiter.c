#include "text/markup_asciidoc_delimiter.h"

char cq_asciidoc_delimiter_find(cq_str s) {
    char mark = cq_str_byte_at(s, 0);
    if (!mark || !strchr("-.+=*_/`", mark) || cq_asciidoc_reader_count_run(s, 0, mark) != s.len)
        return '\0';
    return s.len >= 4 || (mark == '-' && s.len == 2) ? mark : '\0';
}

bool cq_asciidoc_delimiter_is_fence(cq_str s) {
    return cq_str_has_prefix(s, CQ_STR("```")) && !memchr(s.ptr + 3, '`', s.len - 3);
}

/* Whether the delimiter closes an open block, and those inside it. */
static bool close_block(cq_asciidoc_reader *r, cq_str s) {
    for (uint32_t i = r->depth; i > 0; i--) {
        if (!cq_str_is_equal(r->delimiters[i - 1], s)) continue;
        for (; r->depth >= i; r->depth--)
            r->quote_depth -= cq_str_byte_at(r->delimiters[r->depth - 1], 0) == '_';
        return true;
    }
    return false;
}

static void open_block(cq_asciidoc_reader *r, cq_str s) {
    if (r->depth == CQ_ASCIIDOC_DEEPEST) return;
    r->delimiters[r->depth++] = s;
    r->quote_depth += s.ptr[0] == '_';
}

bool cq_asciidoc_delimiter_read(cq_asciidoc_reader *r, cq_str s) {
    char mark = cq_asciidoc_delimiter_find(s);
    if (cq_asciidoc_delimiter_is_fence(s)) {
        cq_asciidoc_reader_skip_to(r, CQ_STR("```"));
    } else if (!mark) {
        return false;
    } else if (close_block(r, s)) {
        cq_asciidoc_reader_move_on(r);
    } else if (strchr("=*_", mark) || (mark == '-' && s.len == 2)) {
        if (r->style == CQ_ASCIIDOC_STYLE_CODE) {
            cq_asciidoc_reader_skip_to(r, s);
        } else {
            open_block(r, s);
            cq_asciidoc_reader_move_on(r);
        }
    } else {
        cq_span inside = {r->line.start, cq_asciidoc_reader_skip_to(r, s)};
        if (mark == '/') cq_block_writer_comment(&r->writer, inside);
    }
    r->style = CQ_ASCIIDOC_STYLE_NONE;
    return true;
}
