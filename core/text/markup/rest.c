/* reStructuredText: what docutils and Sphinx make of it, as far as it matters for prose. Read line by
   line, with a stack of what is indented how far. The grammar for tree-sitter takes quadratic time
   for unclosed markup and for nested lists. */
#include "text/markup.h"

#include <ctype.h>

#include "text/char_class.h"
#include "text/markup_rest_explicit.h"
#include "text/markup_rest_field.h"
#include "text/markup_rest_table.h"
#include "text/markup_rest_title.h"

#define LONGEST_OPTION 80u

/* Lists ---------------------------------------------------------------------- */

/* The width of a bullet with its blanks, or 0. */
static uint32_t measure_bullet(cq_str s) {
    uint32_t width = cq_str_has_prefix(s, CQ_STR("\xE2\x80\xA2")) ||
                             cq_str_has_prefix(s, CQ_STR("\xE2\x80\xA3")) ||
                             cq_str_has_prefix(s, CQ_STR("\xE2\x81\x83"))
                         ? 3
                     : cq_str_byte_at(s, 0) && strchr("*+-", s.ptr[0]) ? 1
                                                                       : 0;
    return width && cq_char_is_blank(cq_str_byte_at(s, width))
               ? cq_markup_line_skip_blanks(s, width)
               : 0;
}

/* The width of "1.", "#.", "(a)", "iv)" with its blanks, or 0. */
static uint32_t measure_number(cq_str s) {
    uint32_t at = cq_str_byte_at(s, 0) == '(', start = at, letters = 0;
    while (cq_char_class_of(cq_str_byte_at(s, at)) & CQ_CHAR_DIGIT) at++;
    if (at == start && cq_str_byte_at(s, at) == '#') at++;
    if (at == start) {
        if (cq_char_class_of(cq_str_byte_at(s, at)) & CQ_CHAR_LETTER) at++, letters = 1;
        while (letters && cq_str_byte_at(s, at) && strchr("ivxlcIVXLC", cq_str_byte_at(s, at)) &&
               strchr("ivxlcIVXLC", cq_str_byte_at(s, start)) && at - start < 6)
            at++;
    }
    bool is_closed = start ? cq_str_byte_at(s, at) == ')'
                           : cq_str_byte_at(s, at) == '.' || cq_str_byte_at(s, at) == ')';
    if (at == start || !is_closed || !cq_char_is_blank(cq_str_byte_at(s, at + 1))) return 0;
    return cq_markup_line_skip_blanks(s, at + 1);
}

/* A number at the start of a line is a list's unless the line below goes on at its left edge. */
static uint32_t measure_marker(const cq_rest_reader *r, uint32_t i) {
    uint32_t width = measure_bullet(cq_rest_reader_text(r, i));
    if (width) return width;
    width = measure_number(cq_rest_reader_text(r, i));
    if (!width || cq_rest_reader_is_blank(r, i + 1) ||
        measure_number(cq_rest_reader_text(r, i + 1)))
        return width;
    return cq_rest_reader_line(r, i + 1)->indent != cq_rest_reader_line(r, i)->indent ? width : 0;
}

static bool read_item(cq_rest_reader *r, uint32_t i) {
    uint32_t width = measure_marker(r, i);
    if (!width || cq_rest_reader_line(r, i)->content + width >= cq_rest_reader_line(r, i)->at.end)
        return false;
    cq_rest_reader_cut_line(r, i, width);
    cq_rest_reader_push_context(r, cq_rest_reader_line(r, i)->indent, CQ_BLOCK_LIST_ITEM);
    return true;
}

/* "-f FILE, --file=FILE  text": what stands behind two blanks, or below, is prose. */
static uint32_t read_option_item(cq_rest_reader *r, uint32_t i) {
    cq_str s = cq_rest_reader_text(r, i);
    char second = cq_str_byte_at(s, 1);
    bool is_option = cq_str_byte_at(s, 0) == '-' &&
                     (second == '-' || (cq_char_class_of(second) & CQ_CHAR_LETTER));
    if (!is_option) return i;
    uint32_t at = 1, indent = cq_rest_reader_line(r, i)->indent;
    while (at < s.len && at < LONGEST_OPTION &&
           !(s.ptr[at] == ' ' && cq_str_byte_at(s, at + 1) == ' '))
        at++;
    bool has_text = cq_str_byte_at(s, at) == ' ';
    if (!has_text && (at < s.len || cq_rest_reader_is_blank(r, i + 1) ||
                      cq_rest_reader_line(r, i + 1)->indent <= indent))
        return i;
    uint32_t end = i + 1,
             start = cq_rest_reader_line(r, i)->content + cq_markup_line_skip_blanks(s, at);
    while (has_text && !cq_rest_reader_is_blank(r, end) &&
           cq_rest_reader_line(r, end)->indent > indent)
        end++;
    if (has_text) cq_rest_reader_write_lines(r, CQ_BLOCK_PARAGRAPH, start, end);
    cq_rest_reader_open_body(r, end, indent, cq_rest_reader_context(r)->kind);
    return end;
}

/* Paragraphs ----------------------------------------------------------------- */

static uint32_t skip_paragraph(const cq_rest_reader *r, uint32_t i) {
    while (!cq_rest_reader_is_blank(r, i)) i++;
    return i;
}

/* "| a line": each is its own. */
static uint32_t read_line_block(cq_rest_reader *r, uint32_t i) {
    cq_str s = cq_rest_reader_text(r, i);
    if (cq_str_byte_at(s, 0) != '|' || (s.len > 1 && !cq_char_is_blank(s.ptr[1]))) return i;
    uint32_t end = i + 1,
             start = cq_rest_reader_line(r, i)->content + cq_markup_line_skip_blanks(s, 1);
    while (!cq_rest_reader_is_blank(r, end) &&
           cq_rest_reader_line(r, end)->indent > cq_rest_reader_line(r, i)->indent)
        end++;
    if (start < cq_rest_reader_line(r, i)->at.end)
        cq_rest_reader_write_lines(r, CQ_BLOCK_PARAGRAPH, start, end);
    return end;
}

/* What "::" announces: lines that are indented, or quoted with some mark. */
static uint32_t skip_literal(const cq_rest_reader *r, uint32_t i, uint32_t indent) {
    uint32_t end = cq_rest_reader_skip_indented(r, i, indent), at = i;
    if (end > i) return end;
    while (at < r->lines.len && cq_rest_reader_is_blank(r, at)) at++;
    char mark = cq_str_byte_at(cq_rest_reader_text(r, at), 0);
    if (at == i || at >= r->lines.len || !mark || !ispunct((unsigned char)mark) ||
        cq_rest_reader_line(r, at)->indent != indent)
        return i;
    while (!cq_rest_reader_is_blank(r, at) && cq_str_byte_at(cq_rest_reader_text(r, at), 0) == mark)
        at++;
    return at;
}

/* The end of the paragraph's text: "::" is a colon behind a word and nothing behind a blank. */
static uint32_t find_text_end(const cq_rest_reader *r, uint32_t start, uint32_t end) {
    while (end > start && cq_char_is_blank(r->text.ptr[end - 1])) end--;
    if (end < start + 2 || r->text.ptr[end - 1] != ':' || r->text.ptr[end - 2] != ':') return end;
    end--;
    if (end - 1 == start || cq_char_is_blank(r->text.ptr[end - 2]) || r->text.ptr[end - 2] == '\n')
        end--;
    return end;
}

static bool announces_literal(cq_str s) {
    return cq_str_has_suffix(cq_str_trim(s), CQ_STR("::"));
}

/* A term and, indented below it, what it means. */
static uint32_t read_term(cq_rest_reader *r, uint32_t i) {
    cq_str s = cq_rest_reader_text(r, i);
    size_t classifier = cq_str_find(s, CQ_STR(" : "));
    uint32_t start = cq_rest_reader_line(r, i)->content, end = cq_rest_reader_line(r, i)->at.end;
    if (classifier != SIZE_MAX) end = start + (uint32_t)classifier;
    cq_rest_reader_write_block(r, CQ_BLOCK_LIST_ITEM, cq_rest_reader_context(r)->list_depth + 1,
                               (cq_span){start, end});
    cq_rest_reader_push_context(r, cq_rest_reader_line(r, i + 1)->indent, CQ_BLOCK_LIST_ITEM);
    return i + 1;
}

static uint32_t read_paragraph(cq_rest_reader *r, uint32_t i) {
    uint32_t indent = cq_rest_reader_line(r, i)->indent, end = i + 1;
    bool has_below =
        !cq_rest_reader_is_blank(r, end) && cq_rest_reader_line(r, end)->indent > indent;
    if (has_below && !announces_literal(cq_rest_reader_text(r, i))) return read_term(r, i);
    while (!cq_rest_reader_is_blank(r, end) && cq_rest_reader_line(r, end)->indent >= indent &&
           !(cq_rest_reader_line(r, end)->indent == indent &&
             cq_str_has_prefix(cq_rest_reader_text(r, end), CQ_STR(".. "))))
        end++;
    if (has_below) end = i + 1;
    uint32_t start = cq_rest_reader_line(r, i)->content;
    uint32_t text_end = find_text_end(r, start, cq_rest_reader_line(r, end - 1)->at.end);
    cq_rest_reader_begin_block(r);
    cq_rest_reader_write_span(r, (cq_span){start, text_end});
    return announces_literal(cq_rest_reader_text(r, end - 1)) ? skip_literal(r, end, indent) : end;
}

static uint32_t read_special(cq_rest_reader *r, uint32_t i) {
    cq_str s = cq_rest_reader_text(r, i);
    uint32_t next = cq_rest_title_read(r, i);
    if (next > i) return next;
    if (cq_str_has_prefix(s, CQ_STR(".. ")) || cq_str_is_equal(cq_str_trim(s), CQ_STR("..")))
        return cq_rest_explicit_read(r, i);
    if (cq_str_has_prefix(s, CQ_STR(">>> "))) return skip_paragraph(r, i);
    if (cq_str_has_prefix(s, CQ_STR("__ "))) return i + 1;
    if ((next = cq_rest_table_read_grid(r, i)) > i ||
        (next = cq_rest_table_read_simple(r, i)) > i || (next = read_line_block(r, i)) > i ||
        (next = cq_rest_field_read(r, i)) > i || (next = read_option_item(r, i)) > i)
        return next;
    return i;
}

/* Reads what starts at line `i` and returns where to read on. */
static uint32_t read_block(cq_rest_reader *r, uint32_t i) {
    if (cq_rest_reader_is_blank(r, i)) return i + 1;
    cq_rest_reader_settle(r, cq_rest_reader_line(r, i)->indent);
    uint32_t next = read_special(r, i);
    if (next > i) return next;
    return read_item(r, i) ? i : read_paragraph(r, i);
}

static bool read_rest(cq_blocks *out, cq_arena *arena, const cq_source *source, cq_err *err) {
    (void)err;
    cq_rest_reader r = {.text = source->text};
    cq_block_writer_init(&r.writer, arena, source, out);
    cq_arena_init(&r.scratch);
    *CQ_ARRAY_PUSH(&r.scratch, &r.contexts) = (cq_rest_context){0, CQ_BLOCK_PARAGRAPH, 0, 0};
    for (uint32_t at = source->body; at < r.text.len;) {
        cq_markup_line next = cq_markup_line_at(r.text, at);
        cq_rest_reader_push_line(&r, next);
        at = next.next;
    }
    for (uint32_t i = 0; i < r.lines.len;) i = read_block(&r, i);
    cq_block_writer_release(&r.writer);
    cq_arena_release(&r.scratch);
    return true;
}

static const char *const endings[] = {".rst", ".rest", NULL};

const cq_format cq_format_rest = {
    .name = "rest",
    .endings = endings,
    .is_walked = true,
    .comment = {.begin = ".. ", .end = "", .is_indented = true, .is_apart = true},
    .read = read_rest};
