#include "text/markup_rest_reader.h"

#include "base/utf8.h"
#include "text/char_class.h"
#include "text/markup_rest.h"

#define TAB_COLUMNS 8u

/* Lines ---------------------------------------------------------------------- */

const cq_rest_line *cq_rest_reader_line(const cq_rest_reader *r, uint32_t i) {
    return &r->lines.at[i];
}

bool cq_rest_reader_is_blank(const cq_rest_reader *r, uint32_t i) {
    return i >= r->lines.len ||
           cq_rest_reader_line(r, i)->content == cq_rest_reader_line(r, i)->at.end;
}

cq_str cq_rest_reader_text(const cq_rest_reader *r, uint32_t i) {
    if (i >= r->lines.len) return CQ_STR("");
    return cq_str_slice(r->text, cq_rest_reader_line(r, i)->content,
                        cq_rest_reader_line(r, i)->at.end);
}

void cq_rest_reader_push_line(cq_rest_reader *r, cq_markup_line at) {
    cq_rest_line *pushed = CQ_ARRAY_PUSH(&r->scratch, &r->lines);
    uint32_t columns = 0, content = at.start;
    for (; content < at.end && cq_char_is_blank(r->text.ptr[content]); content++)
        columns += r->text.ptr[content] == '\t' ? TAB_COLUMNS - columns % TAB_COLUMNS : 1;
    if (cq_markup_line_is_blank(r->text, at)) content = at.end;
    *pushed = (cq_rest_line){.at = at, .content = content, .indent = columns};
}

void cq_rest_reader_cut_line(cq_rest_reader *r, uint32_t i, uint32_t at) {
    cq_rest_line *cut = &r->lines.at[i];
    cq_str marker = cq_str_slice(r->text, cut->content, cut->content + at);
    cut->indent += (uint32_t)cq_utf8_count(marker); /* a bullet of three bytes is one column */
    cut->content += at;
}

uint32_t cq_rest_reader_skip_indented(const cq_rest_reader *r, uint32_t i, uint32_t indent) {
    uint32_t end = i;
    for (; i < r->lines.len; i++) {
        if (cq_rest_reader_is_blank(r, i)) continue;
        if (cq_rest_reader_line(r, i)->indent <= indent) break;
        end = i + 1;
    }
    return end;
}

/* Contexts ------------------------------------------------------------------- */

const cq_rest_context *cq_rest_reader_context(const cq_rest_reader *r) {
    return &r->contexts.at[r->contexts.len - 1];
}

void cq_rest_reader_push_context(cq_rest_reader *r, uint32_t indent, cq_block_kind kind) {
    cq_rest_context above = *cq_rest_reader_context(r);
    cq_rest_context *pushed = CQ_ARRAY_PUSH(&r->scratch, &r->contexts);
    *pushed = (cq_rest_context){indent, kind, above.list_depth + (kind == CQ_BLOCK_LIST_ITEM),
                                above.quote_depth + (kind == CQ_BLOCK_QUOTE)};
}

void cq_rest_reader_settle(cq_rest_reader *r, uint32_t indent) {
    while (r->contexts.len > 1 && cq_rest_reader_context(r)->indent > indent) r->contexts.len--;
    if (indent > cq_rest_reader_context(r)->indent)
        cq_rest_reader_push_context(r, indent, CQ_BLOCK_QUOTE);
}

void cq_rest_reader_open_body(cq_rest_reader *r, uint32_t i, uint32_t indent, cq_block_kind kind) {
    while (i < r->lines.len && cq_rest_reader_is_blank(r, i)) i++;
    if (i < r->lines.len && cq_rest_reader_line(r, i)->indent > indent)
        cq_rest_reader_push_context(r, cq_rest_reader_line(r, i)->indent, kind);
}

/* Writing -------------------------------------------------------------------- */

void cq_rest_reader_begin_block(cq_rest_reader *r) {
    const cq_rest_context *top = cq_rest_reader_context(r);
    uint32_t depth = top->kind == CQ_BLOCK_LIST_ITEM ? top->list_depth
                     : top->kind == CQ_BLOCK_QUOTE   ? top->quote_depth
                                                     : 0;
    cq_block_writer_begin(&r->writer, top->kind, depth, CQ_STR(""));
}

void cq_rest_reader_write_span(cq_rest_reader *r, cq_span span) {
    cq_markup_prose prose = cq_markup_prose_begin(&r->writer, span.start);
    cq_markup_rest_write(&prose, span);
    cq_markup_prose_end(&prose, span.end);
    cq_block_writer_end(&r->writer);
}

void cq_rest_reader_write_block(cq_rest_reader *r, cq_block_kind kind, uint32_t depth,
                                cq_span span) {
    cq_block_writer_begin(&r->writer, kind, depth, CQ_STR(""));
    cq_rest_reader_write_span(r, span);
}

void cq_rest_reader_write_lines(cq_rest_reader *r, cq_block_kind kind, uint32_t start,
                                uint32_t end) {
    if (kind == CQ_BLOCK_PARAGRAPH)
        cq_rest_reader_begin_block(r);
    else
        cq_block_writer_begin(&r->writer, kind, kind == CQ_BLOCK_HEADING, CQ_STR(""));
    cq_rest_reader_write_span(r, (cq_span){start, cq_rest_reader_line(r, end - 1)->at.end});
}
