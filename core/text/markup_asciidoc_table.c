#include "text/markup_asciidoc_table.h"

#define LONGEST_SPEC 24u /* bytes before the "|" of a table's cell */

/* Where a cell's "2+^.>a" before its bar starts, behind a blank or at the start of a line; the bar
   where there is none. */
static uint32_t find_spec(const cq_asciidoc_reader *r, uint32_t start, uint32_t bar) {
    uint32_t at = bar;
    while (at > start && bar - at < LONGEST_SPEC &&
           strchr("0123456789.+*<>^aehlmsdv", r->text.ptr[at - 1]) && r->text.ptr[at - 1])
        at--;
    bool is_apart = at > 0 && strchr(" \t\r\n", r->text.ptr[at - 1]) && r->text.ptr[at - 1];
    return is_apart ? at : bar;
}

/* Cells hold prose, unless their style says code. */
static void write_cell(cq_asciidoc_reader *r, uint32_t start, uint32_t end, char cell_style) {
    while (start < end && strchr(" \t\r\n", r->text.ptr[start])) start++;
    while (end > start && strchr(" \t\r\n", r->text.ptr[end - 1])) end--;
    if (start < end && cell_style != 'l' && cell_style != 'm')
        cq_asciidoc_reader_write(r, CQ_BLOCK_TABLE_CELL, 0, (cq_span){start, end});
}

static void write_cells(cq_asciidoc_reader *r, uint32_t start, uint32_t end) {
    uint32_t from = UINT32_MAX;
    char cell_style = '\0';
    for (uint32_t at = start; at < end; at++) {
        if (r->text.ptr[at] == '\\') at++;
        if (at >= end || r->text.ptr[at] != '|') continue;
        uint32_t spec = find_spec(r, from == UINT32_MAX ? start : from, at);
        if (from != UINT32_MAX) write_cell(r, from, spec, cell_style);
        cell_style = spec < at ? r->text.ptr[at - 1] : '\0';
        from = at + 1;
    }
    if (from != UINT32_MAX) write_cell(r, from, end, cell_style);
}

bool cq_asciidoc_table_is_edge(cq_str s) {
    return s.len > 3 && strchr("|,:!", s.ptr[0]) &&
           cq_asciidoc_reader_count_run(s, 1, '=') == s.len - 1;
}

bool cq_asciidoc_table_read(cq_asciidoc_reader *r, cq_str s) {
    if (!cq_asciidoc_table_is_edge(s)) return false;
    uint32_t start = r->line.next, end = cq_asciidoc_reader_skip_to(r, s);
    if (s.ptr[0] == '|' || s.ptr[0] == '!') write_cells(r, start, end);
    r->style = CQ_ASCIIDOC_STYLE_NONE;
    return true;
}
