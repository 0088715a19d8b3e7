#include "text/markup_asciidoc_reader.h"

#include "text/markup_asciidoc.h"

cq_str cq_asciidoc_reader_slice(const cq_asciidoc_reader *r, cq_markup_line line) {
    cq_str s = cq_str_slice(r->text, line.start, line.end);
    while (s.len && (s.ptr[s.len - 1] == ' ' || s.ptr[s.len - 1] == '\t')) s.len--;
    return s;
}

cq_markup_line cq_asciidoc_reader_next(const cq_asciidoc_reader *r, cq_markup_line line) {
    return cq_markup_line_at(r->text, line.next);
}

bool cq_asciidoc_reader_is_at_end(const cq_asciidoc_reader *r) {
    return r->line.start >= r->text.len;
}

void cq_asciidoc_reader_move_on(cq_asciidoc_reader *r) {
    r->line = cq_asciidoc_reader_next(r, r->line);
}

uint32_t cq_asciidoc_reader_count_run(cq_str s, size_t at, char c) {
    size_t end = at;
    while (cq_str_byte_at(s, end) == c && c) end++;
    return (uint32_t)(end - at);
}

uint32_t cq_asciidoc_reader_skip_to(cq_asciidoc_reader *r, cq_str s) {
    for (cq_asciidoc_reader_move_on(r); !cq_asciidoc_reader_is_at_end(r);
         cq_asciidoc_reader_move_on(r)) {
        if (!cq_str_is_equal(cq_asciidoc_reader_slice(r, r->line), s)) continue;
        uint32_t start = r->line.start;
        cq_asciidoc_reader_move_on(r);
        return start;
    }
    return (uint32_t)r->text.len;
}

void cq_asciidoc_reader_write(cq_asciidoc_reader *r, cq_block_kind kind, uint32_t depth,
                              cq_span span) {
    cq_block_writer_begin(&r->writer, kind, depth, CQ_STR(""));
    cq_markup_prose prose = cq_markup_prose_begin(&r->writer, span.start);
    cq_markup_asciidoc_write(&prose, span);
    cq_markup_prose_end(&prose, span.end);
    cq_block_writer_end(&r->writer);
}
