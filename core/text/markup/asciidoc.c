/* AsciiDoc, as Asciidoctor reads it: line by line, with a stack of the open delimited blocks. */
#include "text/markup.h"

#include "text/char_class.h"
#include "text/markup_asciidoc_attribute.h"
#include "text/markup_asciidoc_delimiter.h"
#include "text/markup_asciidoc_table.h"
#include "text/markup_asciidoc_title.h"

/* Lines of their own --------------------------------------------------------- */

static bool is_letter(char c) {
    return cq_char_class_of(c) & CQ_CHAR_LETTER;
}

/* "image::map.png[A map]" and other macros that are a block. */
static bool read_block_macro(cq_asciidoc_reader *r, cq_str s) {
    uint32_t at = 0;
    while (is_letter(cq_str_byte_at(s, at)) ||
           (at && (cq_str_byte_at(s, at) == '_' || cq_str_byte_at(s, at) == '-' ||
                   (cq_str_byte_at(s, at) >= '0' && cq_str_byte_at(s, at) <= '9'))))
        at++;
    if (!at || cq_str_byte_at(s, at) != ':' || cq_str_byte_at(s, at + 1) != ':' ||
        cq_str_byte_at(s, at + 2) == ' ' || cq_str_byte_at(s, s.len - 1) != ']')
        return false;
    const char *open = memchr(s.ptr, '[', s.len);
    if (!open) return false;
    uint32_t start = r->line.start + (uint32_t)(open - s.ptr) + 1, end = start;
    while (r->text.ptr[end] != ',' && r->text.ptr[end] != ']') end++;
    bool is_named = memchr(r->text.ptr + start, '=', end - start) != NULL;
    if (cq_str_has_prefix(s, CQ_STR("image::")) && !is_named)
        cq_asciidoc_reader_write(r, CQ_BLOCK_META, 0, (cq_span){start, end});
    cq_asciidoc_reader_move_on(r);
    return true;
}

static bool read_caption(cq_asciidoc_reader *r, cq_str s) {
    if (cq_str_byte_at(s, 0) != '.' || s.len < 2 || s.ptr[1] == '.' || s.ptr[1] == ' ')
        return false;
    cq_asciidoc_reader_write(r, CQ_BLOCK_CAPTION, 0, (cq_span){r->line.start + 1, r->line.end});
    cq_asciidoc_reader_move_on(r);
    return true;
}

static bool is_rule(cq_str s) {
    static const char *const rules[] = {"'''", "---", "***", "- - -", "* * *", "<<<", NULL};
    return cq_str_is_any(s, rules);
}

static bool read_aside(cq_asciidoc_reader *r, cq_str s) {
    if (cq_asciidoc_attribute_is_list(s)) {
        cq_asciidoc_style found = cq_asciidoc_attribute_find_style(s);
        if (found) r->style = found;
    } else if (cq_str_has_prefix(s, CQ_STR("//"))) {
        cq_block_writer_comment(&r->writer, (cq_span){r->line.start, r->line.end});
    } else if (!is_rule(s)) {
        return false;
    }
    cq_asciidoc_reader_move_on(r);
    return true;
}

/* Lists ---------------------------------------------------------------------- */

typedef struct marker {
    uint32_t text; /* offset of what follows it in the line; 0: there is none */
    uint32_t depth;
} marker;

static marker find_number(cq_str s, uint32_t at) {
    uint32_t end = at;
    while (cq_str_byte_at(s, end) >= '0' && cq_str_byte_at(s, end) <= '9') end++;
    if (end == at && cq_str_byte_at(s, end) >= 'a' && cq_str_byte_at(s, end) <= 'z') end++;
    bool is_closed = end > at && cq_str_byte_at(s, end) == '.' && cq_str_byte_at(s, end + 1) == ' ';
    return is_closed ? (marker){cq_markup_line_skip_blanks(s, end + 1), 1} : (marker){0, 0};
}

/* "<1> " explains a mark in code. */
static marker find_callout(cq_str s, uint32_t at) {
    uint32_t end = at + 1;
    while ((cq_str_byte_at(s, end) >= '0' && cq_str_byte_at(s, end) <= '9') ||
           cq_str_byte_at(s, end) == '.')
        end++;
    bool is_closed =
        end > at + 1 && cq_str_byte_at(s, end) == '>' && cq_str_byte_at(s, end + 1) == ' ';
    return is_closed ? (marker){cq_markup_line_skip_blanks(s, end + 1), 1} : (marker){0, 0};
}

static marker find_marker(cq_str s) {
    uint32_t at = cq_markup_line_skip_blanks(s, 0), depth;
    char mark = cq_str_byte_at(s, at);
    if (mark == '<') return find_callout(s, at);
    if (mark != '*' && mark != '.' && mark != '-') return find_number(s, at);
    depth = cq_asciidoc_reader_count_run(s, at, mark);
    uint32_t text = cq_markup_line_skip_blanks(s, at + depth);
    if (depth > 5 || (mark == '-' && depth > 1) || text == at + depth || text >= s.len)
        return (marker){0, 0};
    bool is_box = cq_str_byte_at(s, text) == '[' && cq_str_byte_at(s, text + 2) == ']' &&
                  cq_str_byte_at(s, text + 3) == ' ' && strchr(" x*", cq_str_byte_at(s, text + 1));
    return (marker){is_box ? cq_markup_line_skip_blanks(s, text + 3) : text, depth};
}

/* "term:: text": where the colons are, or 0, and how many bytes they take. */
static uint32_t find_term_end(cq_str s, uint32_t *width) {
    for (uint32_t at = 1; at < s.len; at++) {
        char c = s.ptr[at];
        if (c != ':' && c != ';') continue;
        *width = cq_asciidoc_reader_count_run(s, at, c);
        bool is_ended = at + *width >= s.len || s.ptr[at + *width] == ' ';
        if (is_ended && (c == ':' ? *width >= 2 && *width <= 4 : *width == 2)) return at;
        at += *width - 1;
    }
    return 0;
}

/* Whether a line ends the paragraph above it. */
static bool is_block_start(cq_str s, bool is_in_list) {
    uint32_t width;
    if (!s.len || cq_asciidoc_delimiter_find(s) || cq_asciidoc_delimiter_is_fence(s) ||
        cq_asciidoc_attribute_is_list(s))
        return true;
    if (cq_asciidoc_table_is_edge(s)) return true;
    return is_in_list &&
           (find_marker(s).text || cq_str_is_equal(s, CQ_STR("+")) || find_term_end(s, &width));
}

static void write_prose(cq_asciidoc_reader *r, cq_span span) {
    if (r->style == CQ_ASCIIDOC_STYLE_QUOTE || r->quote_depth)
        cq_asciidoc_reader_write(r, CQ_BLOCK_QUOTE, r->quote_depth ? r->quote_depth : 1, span);
    else if (r->list_depth)
        cq_asciidoc_reader_write(r, CQ_BLOCK_LIST_ITEM, r->list_depth, span);
    else
        cq_asciidoc_reader_write(r, CQ_BLOCK_PARAGRAPH, 0, span);
}

/* Reads the lines of the paragraph, whose text starts at `start`. */
static void read_lines(cq_asciidoc_reader *r, uint32_t start) {
    uint32_t end = r->line.end;
    for (cq_asciidoc_reader_move_on(r); !cq_asciidoc_reader_is_at_end(r);
         cq_asciidoc_reader_move_on(r)) {
        if (is_block_start(cq_asciidoc_reader_slice(r, r->line), r->list_depth > 0)) break;
        end = r->line.end;
    }
    write_prose(r, (cq_span){start, end});
}

static bool read_item(cq_asciidoc_reader *r, cq_str s) {
    marker found = find_marker(s);
    if (!found.text) return false;
    r->list_depth = found.depth;
    read_lines(r, r->line.start + found.text);
    return true;
}

static bool read_term(cq_asciidoc_reader *r, cq_str s) {
    uint32_t width, end = find_term_end(s, &width), start = cq_markup_line_skip_blanks(s, 0);
    if (!end || end <= start) return false;
    r->list_depth = 1;
    cq_asciidoc_reader_write(r, CQ_BLOCK_LIST_ITEM, 1,
                             (cq_span){r->line.start + start, r->line.start + end});
    uint32_t text = cq_markup_line_skip_blanks(s, end + width);
    if (text < s.len) {
        read_lines(r, r->line.start + text);
    } else {
        r->is_new_item = true;
        cq_asciidoc_reader_move_on(r);
    }
    return true;
}

/* "+": the next block belongs to the item. */
static bool read_continuation(cq_asciidoc_reader *r, cq_str s) {
    if (!r->list_depth || !cq_str_is_equal(s, CQ_STR("+"))) return false;
    r->is_new_item = true;
    cq_asciidoc_reader_move_on(r);
    return true;
}

/* Paragraphs ----------------------------------------------------------------- */

static uint32_t skip_label(cq_str s) {
    static const char *const labels[] = {
        "NOTE: ", "TIP: ", "IMPORTANT: ", "WARNING: ", "CAUTION: ", NULL};
    for (const char *const *label = labels; *label; label++)
        if (cq_str_has_prefix(s, cq_str_of(*label))) return (uint32_t)strlen(*label);
    return 0;
}

static void skip_lines(cq_asciidoc_reader *r) {
    while (!cq_asciidoc_reader_is_at_end(r) && cq_asciidoc_reader_slice(r, r->line).len)
        cq_asciidoc_reader_move_on(r);
}

/* A paragraph whose first line is indented is literal, unless it is the text of a term. */
static void read_paragraph(cq_asciidoc_reader *r, cq_str s) {
    bool is_indented = cq_markup_line_skip_blanks(s, 0) > 0;
    if (!r->is_new_item) r->list_depth = 0;
    if (r->style == CQ_ASCIIDOC_STYLE_CODE || (is_indented && !r->is_new_item)) {
        skip_lines(r);
    } else {
        uint32_t start = r->line.start + cq_markup_line_skip_blanks(s, 0);
        read_lines(r, start + skip_label(cq_str_slice(s, cq_markup_line_skip_blanks(s, 0), s.len)));
    }
    r->is_new_item = false;
    r->style = CQ_ASCIIDOC_STYLE_NONE;
}

/* Reads what starts at the line. */
static void read_block(cq_asciidoc_reader *r) {
    cq_str s = cq_asciidoc_reader_slice(r, r->line);
    if (!s.len)
        cq_asciidoc_reader_move_on(r);
    else if (!cq_asciidoc_delimiter_read(r, s) && !cq_asciidoc_table_read(r, s) &&
             !read_aside(r, s) && !cq_asciidoc_attribute_read(r, s) &&
             !cq_asciidoc_title_read(r, s) && !read_block_macro(r, s) && !read_caption(r, s) &&
             !read_continuation(r, s) && !read_item(r, s) &&
             !cq_asciidoc_title_read_underlined(r, s) && !read_term(r, s))
        read_paragraph(r, s);
}

static bool read_asciidoc(cq_blocks *out, cq_arena *arena, const cq_source *source, cq_err *err) {
    (void)err;
    cq_asciidoc_reader r = {.text = source->text};
    cq_block_writer_init(&r.writer, arena, source, out);
    r.line = cq_markup_line_at(r.text, source->body);
    while (!cq_asciidoc_reader_is_at_end(&r)) read_block(&r);
    cq_block_writer_release(&r.writer);
    return true;
}

static const char *const endings[] = {".adoc", ".asciidoc", NULL};

const cq_format cq_format_asciidoc = {.name = "asciidoc",
                                      .endings = endings,
                                      .is_walked = true,
                                      .comment = {.begin = "// ", .end = ""},
                                      .read = read_asciidoc};
