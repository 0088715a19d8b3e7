#include "text/markup_latex_reader.h"

#include "text/char_class.h"

uint32_t cq_latex_reader_skip_blanks(const cq_latex_reader *r, uint32_t at) {
    while (cq_char_is_blank(cq_latex_reader_byte(r, at))) at++;
    return at;
}

bool cq_latex_reader_is_open(const cq_latex_reader *r) {
    return r->has_note || cq_block_writer_is_open(&r->writer);
}

void cq_latex_reader_begin_block(cq_latex_reader *r, cq_block_kind kind, uint32_t depth,
                                 uint32_t at) {
    cq_block_writer_begin(&r->writer, kind, depth, CQ_STR(""));
    r->prose = cq_markup_prose_begin(&r->writer, at);
}

void cq_latex_reader_open_block(cq_latex_reader *r, uint32_t at) {
    if (cq_latex_reader_is_open(r)) return;
    if (r->table_depth)
        cq_latex_reader_begin_block(r, CQ_BLOCK_TABLE_CELL, 0, at);
    else if (r->list_depth)
        cq_latex_reader_begin_block(r, CQ_BLOCK_LIST_ITEM, r->list_depth, at);
    else if (r->quote_depth)
        cq_latex_reader_begin_block(r, CQ_BLOCK_QUOTE, r->quote_depth, at);
    else
        cq_latex_reader_begin_block(r, CQ_BLOCK_PARAGRAPH, 0, at);
}

void cq_latex_reader_finish_block(cq_latex_reader *r, uint32_t at) {
    if (r->has_note || !cq_block_writer_is_open(&r->writer)) return;
    cq_markup_prose_end(&r->prose, at);
    cq_block_writer_end(&r->writer);
}

void cq_latex_reader_hide(cq_latex_reader *r, uint32_t start, uint32_t end) {
    if (cq_latex_reader_is_open(r)) cq_markup_prose_hide(&r->prose, start, end);
}

void cq_latex_reader_drop(cq_latex_reader *r, uint32_t start, uint32_t end) {
    if (cq_latex_reader_is_open(r)) cq_markup_prose_drop(&r->prose, start, end);
}

void cq_latex_reader_omit(cq_latex_reader *r, cq_inline_kind kind, uint32_t start, uint32_t end) {
    cq_latex_reader_open_block(r, start);
    cq_markup_prose_omit(&r->prose, kind, start, end);
}

void cq_latex_reader_replace(cq_latex_reader *r, cq_str text, uint32_t start, uint32_t end) {
    cq_latex_reader_open_block(r, start);
    cq_markup_prose_replace(&r->prose, text, start, end);
}

void cq_latex_reader_write_space(cq_latex_reader *r, uint32_t start, uint32_t end) {
    if (cq_latex_reader_is_open(r)) cq_markup_prose_break(&r->prose, start, end);
}

void cq_latex_reader_end_paragraph(cq_latex_reader *r, uint32_t start, uint32_t end) {
    if (r->has_note || r->held_blocks)
        cq_latex_reader_write_space(r, start, end);
    else
        cq_latex_reader_finish_block(r, start);
}
