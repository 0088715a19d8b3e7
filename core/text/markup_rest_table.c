#include "text/markup_rest_table.h"

#include "text/char_class.h"
#include "text/markup_rest.h"

#define MOST_COLUMNS 128u /* the last one takes what is behind it */

/* The byte of line `i` at a column counted from the table's indentation; the line's end where it is
   shorter. Looking from left to right takes no longer than the line is. */
static uint32_t find_column(cq_rest_reader *r, uint32_t i, uint32_t column) {
    cq_rest_line *line = &r->lines.at[i];
    uint32_t shift = line->indent - cq_rest_reader_context(r)->indent;
    column = column > shift ? column - shift : 0;
    if (!line->column_at || column < line->column) {
        line->column = 0;
        line->column_at = line->content;
    }
    while (line->column < column && line->column_at < line->at.end) {
        uint32_t length;
        cq_char_at(r->text, line->column_at, &length);
        line->column_at += length;
        line->column++;
    }
    return line->column_at;
}

typedef struct table {
    uint32_t *at; /* where each one starts; one more: where the last one ends */
    uint32_t count;
} table;

static void trim_span(const cq_rest_reader *r, cq_span *span) {
    while (span->start < span->end && cq_char_is_blank(r->text.ptr[span->start])) span->start++;
    while (span->end > span->start && cq_char_is_blank(r->text.ptr[span->end - 1])) span->end--;
}

/* Writes the cell of lines [first, end) between two columns. In a row of several lines its lines
   stand apart in the source. */
static void write_cell(cq_rest_reader *r, uint32_t first, uint32_t end, uint32_t left,
                       uint32_t right) {
    cq_markup_prose prose = {0};
    uint32_t last = 0;
    cq_block_writer_begin(&r->writer, CQ_BLOCK_TABLE_CELL, 0, CQ_STR(""));
    for (uint32_t i = first; i < end; i++) {
        cq_span span = {find_column(r, i, left), find_column(r, i, right)};
        trim_span(r, &span);
        if (span.start >= span.end) continue;
        if (!last)
            prose = cq_markup_prose_begin(&r->writer, span.start);
        else
            cq_markup_prose_break(&prose, last, span.start);
        cq_markup_rest_write(&prose, span);
        last = span.end;
    }
    if (last) cq_markup_prose_end(&prose, last);
    cq_block_writer_end(&r->writer);
}

static void write_row(cq_rest_reader *r, uint32_t first, uint32_t end, const table *cells,
                      uint32_t margin) {
    if (first >= end) return;
    for (uint32_t c = 0; c < cells->count; c++)
        write_cell(r, first, end, cells->at[c], cells->at[c + 1] - margin);
}

/* The columns that "+---+---+" or "===  ===" parts. */
static table find_columns(cq_rest_reader *r, cq_str border, char mark) {
    table found = {cq_arena_take(&r->scratch, (MOST_COLUMNS + 1) * sizeof *found.at), 0};
    for (uint32_t i = 0; i < border.len; i++) {
        bool is_start = mark == '+' ? i > 0 && border.ptr[i - 1] == '+'
                                    : border.ptr[i] == mark && (!i || border.ptr[i - 1] != mark);
        if (is_start && found.count < MOST_COLUMNS) found.at[found.count++] = i;
    }
    found.at[found.count] = mark == '+' ? (uint32_t)border.len : UINT32_MAX;
    return found;
}

/* Grids ---------------------------------------------------------------------- */

static bool is_grid_border(cq_str s) {
    s = cq_str_trim(s);
    for (size_t i = 0; i < s.len; i++)
        if (!strchr("+-=", s.ptr[i])) return false;
    return s.len > 2 && s.ptr[0] == '+' && s.ptr[s.len - 1] == '+';
}

/* A row whose cells do not end where the border says has some that span columns: its lines are
   taken from bar to bar. */
static bool is_regular(cq_rest_reader *r, uint32_t first, uint32_t end, const table *cells) {
    for (uint32_t i = first; i < end; i++)
        for (uint32_t c = 0; c < cells->count; c++)
            if (cq_str_byte_at(r->text, find_column(r, i, cells->at[c] - 1)) != '|') return false;
    return true;
}

static void write_bars(cq_rest_reader *r, uint32_t first, uint32_t end) {
    for (uint32_t i = first; i < end; i++) {
        uint32_t start = cq_rest_reader_line(r, i)->content + 1;
        for (uint32_t at = start; at < cq_rest_reader_line(r, i)->at.end; at++) {
            if (r->text.ptr[at] != '|') continue;
            cq_span span = {start, at};
            trim_span(r, &span);
            if (span.start < span.end) cq_rest_reader_write_block(r, CQ_BLOCK_TABLE_CELL, 0, span);
            start = at + 1;
        }
    }
}

uint32_t cq_rest_table_read_grid(cq_rest_reader *r, uint32_t i) {
    if (!is_grid_border(cq_rest_reader_text(r, i))) return i;
    table cells = find_columns(r, cq_str_trim(cq_rest_reader_text(r, i)), '+');
    for (uint32_t first = ++i;; i++) {
        cq_str s = cq_rest_reader_text(r, i);
        bool is_row =
            cq_str_byte_at(s, 0) == '|' || (cq_str_byte_at(s, 0) == '+' && !is_grid_border(s));
        if (is_row) continue;
        if (is_regular(r, first, i, &cells))
            write_row(r, first, i, &cells, 1);
        else
            write_bars(r, first, i);
        first = i + 1;
        if (!is_grid_border(s)) return i;
    }
}

/* Simple tables -------------------------------------------------------------- */

static bool is_simple_border(cq_str s, char mark) {
    s = cq_str_trim(s);
    bool has_gap = false;
    for (size_t i = 0; i < s.len; i++) {
        if (s.ptr[i] != mark && s.ptr[i] != ' ') return false;
        has_gap |= s.ptr[i] == ' ';
    }
    return s.len > 1 && s.ptr[0] == mark && has_gap;
}

uint32_t cq_rest_table_read_simple(cq_rest_reader *r, uint32_t i) {
    if (!is_simple_border(cq_rest_reader_text(r, i), '=')) return i;
    table cells = find_columns(r, cq_str_trim(cq_rest_reader_text(r, i)), '=');
    uint32_t borders = 1, first = ++i;
    for (; i < r->lines.len; i++) {
        bool is_border =
            is_simple_border(cq_rest_reader_text(r, i), '=') || cq_rest_reader_is_blank(r, i);
        bool is_rule = is_border || is_simple_border(cq_rest_reader_text(r, i), '-');
        if (is_rule || find_column(r, i, 0) == cq_rest_reader_line(r, i)->content) {
            bool is_continued =
                !is_rule && cq_rest_reader_line(r, i)->indent > cq_rest_reader_context(r)->indent;
            if (is_continued) continue;
            write_row(r, first, i, &cells, 0);
            first = i + is_rule;
        }
        borders += is_border && !cq_rest_reader_is_blank(r, i);
        if ((is_border && borders >= 2 && cq_rest_reader_is_blank(r, i + 1)) ||
            (!cq_rest_reader_is_blank(r, i) &&
             cq_rest_reader_line(r, i)->indent < cq_rest_reader_context(r)->indent))
            return i + is_border;
    }
    write_row(r, first, i, &cells, 0);
    return i;
}
