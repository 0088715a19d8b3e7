/* LaTeX, read as a stream: text, commands, groups, environments. What a command does, markup_latex
   knows; an unknown command stands for something that is not prose. */
#include "text/markup.h"

#include "text/char_class.h"
#include "text/markup_latex_argument.h"
#include "text/markup_latex_command.h"
#include "text/markup_latex_formula.h"
#include "text/markup_latex_group.h"
#include "text/markup_latex_letter.h"
#include "text/markup_line.h"

/* Text ----------------------------------------------------------------------- */

static bool is_newline(char c) {
    return c == '\n' || c == '\r';
}

static uint32_t skip_line(const cq_latex_reader *r, uint32_t at) {
    while (at < r->end && !is_newline(r->text.ptr[at])) at++;
    return at;
}

/* A comment takes its line end and the blanks at the start of the next line with it. */
static uint32_t read_comment(cq_latex_reader *r, uint32_t at) {
    uint32_t end = skip_line(r, at);
    cq_block_writer_comment(&r->writer, (cq_span){at, end});
    if (cq_latex_reader_byte(r, end) == '\r') end++;
    if (cq_latex_reader_byte(r, end) == '\n') end++;
    end = cq_latex_reader_skip_blanks(r, end);
    cq_latex_reader_hide(r, at, end);
    return end;
}

/* White space with line ends in it; an empty line ends a paragraph. */
static uint32_t read_line_end(cq_latex_reader *r, uint32_t at) {
    uint32_t end = at, count = 0;
    while (cq_char_is_blank(cq_latex_reader_byte(r, end)) ||
           is_newline(cq_latex_reader_byte(r, end))) {
        count += cq_latex_reader_byte(r, end) == '\n' ||
                 (cq_latex_reader_byte(r, end) == '\r' && cq_latex_reader_byte(r, end + 1) != '\n');
        end++;
    }
    if (count > 1)
        cq_latex_reader_end_paragraph(r, at, end);
    else
        cq_latex_reader_write_space(r, at, end);
    return end;
}

static uint32_t read_cell_end(cq_latex_reader *r, uint32_t at) {
    if (r->table_depth && !r->has_note && !r->held_blocks) cq_latex_reader_finish_block(r, at);
    cq_latex_reader_hide(r, at, at + 1);
    return at + 1;
}

static uint32_t read_one(cq_latex_reader *r, uint32_t at) {
    switch (r->text.ptr[at]) {
    case '\\': return cq_latex_command_read(r, at);
    case '{': return cq_latex_group_read_opening(r, at);
    case '}': return cq_latex_group_read_closing(r, at);
    case '%': return read_comment(r, at);
    case '&': return read_cell_end(r, at);
    case '$':
        return cq_latex_reader_byte(r, at + 1) == '$'
                   ? cq_latex_formula_read(r, at, 2, CQ_STR("$$"), 0)
                   : cq_latex_formula_read(r, at, 1, CQ_STR("$"), 0);
    case '\n':
    case '\r': return read_line_end(r, at);
    case ' ':
    case '\t': return at + 1;
    case '-':
    case '`':
    case '\'':
    case '"':
    case '~':
    case ',':
    case '<':
    case '>':
    case '?':
    case '!': return cq_latex_letter_read_ligature(r, at);
    default: cq_latex_reader_open_block(r, at); return at + 1;
    }
}

/* The document --------------------------------------------------------------- */

static size_t find_in(cq_str text, const char *what) {
    return cq_str_find(text, cq_str_of(what));
}

static void read_stretch(cq_latex_reader *r, uint32_t at) {
    while (at < r->end) {
        cq_latex_group_settle(r, at);
        if (at < r->end) at = read_one(r, at);
    }
    cq_latex_group_settle(r, r->end);
    cq_latex_reader_finish_block(r, r->end);
}

/* The comments in front of the document; the rest there is no prose. */
static void note_comments(cq_latex_reader *r, uint32_t begin) {
    cq_str preamble = cq_str_slice(r->text, 0, begin);
    for (uint32_t at = 0; at < begin;) {
        cq_markup_line line = cq_markup_line_at(preamble, at);
        if (cq_latex_reader_byte(r, line.start) == '%')
            cq_block_writer_comment(&r->writer, (cq_span){line.start, line.end});
        at = line.next;
    }
}

/* The title, in front of the document. */
static void read_title(cq_latex_reader *r, uint32_t begin) {
    size_t found = find_in(cq_str_slice(r->text, 0, begin), "\\title{");
    uint32_t open = (uint32_t)found + 6, end = r->end;
    if (found == SIZE_MAX || cq_latex_argument_find_close(r, open) >= begin) return;
    r->end = cq_latex_argument_find_close(r, open) + 1;
    read_stretch(r, cq_latex_group_enter_block(r, open, open, CQ_BLOCK_HEADING, 1));
    r->end = end;
}

/* In front of the document only its title is read, and behind its end nothing. A file without a
   preamble is part of another one and read from its start. */
static void read_document(cq_latex_reader *r, uint32_t start) {
    size_t begin = find_in(r->text, "\\begin{document}");
    size_t end = find_in(r->text, "\\end{document}");
    if (end != SIZE_MAX) r->end = (uint32_t)end;
    if (begin < r->end) {
        note_comments(r, (uint32_t)begin);
        read_title(r, (uint32_t)begin);
        start = (uint32_t)begin + 16;
    }
    read_stretch(r, start);
}

static bool read_latex(cq_blocks *out, cq_arena *arena, const cq_source *source, cq_err *err) {
    (void)err;
    cq_latex_reader r = {.text = source->text, .end = (uint32_t)source->text.len};
    cq_block_writer_init(&r.writer, arena, source, out);
    cq_arena_init(&r.scratch);
    cq_latex_argument_pair_braces(&r);
    read_document(&r, source->body);
    cq_block_writer_release(&r.writer);
    cq_arena_release(&r.scratch);
    return true;
}

static const char *const endings[] = {".tex", ".ltx", ".latex", NULL};

const cq_format cq_format_latex = {.name = "latex",
                                   .endings = endings,
                                   .is_walked = true,
                                   .comment = {.begin = "% ", .end = ""},
                                   .read = read_latex};
