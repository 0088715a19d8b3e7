/* AsciiDoc, as Asciidoctor reads it: line by line, with a stack of the open delimited blocks. */
#include "text/markup.h"

#include "text/char_class.h"
#include "text/markup_asciidoc.h"
#include "text/markup_line.h"

#define DEEPEST_BLOCK 16u /* delimited blocks in each other; deeper ones are taken for text */
#define LONGEST_SPEC 24u  /* bytes before the "|" of a table's cell */

/* What "[...]" above a block says about it. */
typedef enum style { STYLE_NONE, STYLE_CODE, STYLE_QUOTE, STYLE_TITLE } style;

typedef struct reader {
    cq_block_writer writer;
    cq_str text;
    cq_markup_line line;              /* the next one to be read */
    cq_str delimiters[DEEPEST_BLOCK]; /* of the open blocks that hold prose */
    uint32_t depth, quote_depth;
    style style;         /* of the block that follows */
    uint32_t list_depth; /* of the item that goes on, or 0 */
    bool is_new_item;    /* a term was read: what follows it is its text */
} reader;

static cq_str slice_line(const reader *r, cq_markup_line line) {
    cq_str s = cq_str_slice(r->text, line.start, line.end);
    while (s.len && (s.ptr[s.len - 1] == ' ' || s.ptr[s.len - 1] == '\t')) s.len--;
    return s;
}

static cq_markup_line next_line(const reader *r, cq_markup_line line) {
    return cq_markup_line_at(r->text, line.next);
}

static bool is_at_end(const reader *r) {
    return r->line.start >= r->text.len;
}

static void move_on(reader *r) {
    r->line = next_line(r, r->line);
}

static uint32_t count_run(cq_str s, size_t at, char c) {
    size_t end = at;
    while (cq_str_byte_at(s, end) == c && c) end++;
    return (uint32_t)(end - at);
}

static bool is_letter(char c) {
    return cq_char_class_of(c) & CQ_CHAR_LETTER;
}

/* Writing ----------------------------------------------------------------- */

static void write_block(reader *r, cq_block_kind kind, uint32_t depth, cq_span span) {
    cq_block_writer_begin(&r->writer, kind, depth, CQ_STR(""));
    cq_markup_prose prose = cq_markup_prose_begin(&r->writer, span.start);
    cq_markup_asciidoc_write(&prose, span);
    cq_markup_prose_end(&prose, span.end);
    cq_block_writer_end(&r->writer);
}

static void write_prose(reader *r, cq_span span) {
    if (r->style == STYLE_QUOTE || r->quote_depth)
        write_block(r, CQ_BLOCK_QUOTE, r->quote_depth ? r->quote_depth : 1, span);
    else if (r->list_depth)
        write_block(r, CQ_BLOCK_LIST_ITEM, r->list_depth, span);
    else
        write_block(r, CQ_BLOCK_PARAGRAPH, 0, span);
}

/* Delimited blocks -------------------------------------------------------- */

/* The mark of which a delimiter line consists, or 0. */
static char find_delimiter(cq_str s) {
    char mark = cq_str_byte_at(s, 0);
    if (!mark || !strchr("-.+=*_/`", mark) || count_run(s, 0, mark) != s.len) return '\0';
    return s.len >= 4 || (mark == '-' && s.len == 2) ? mark : '\0';
}

static bool is_fence(cq_str s) {
    return cq_str_has_prefix(s, CQ_STR("```")) && !memchr(s.ptr + 3, '`', s.len - 3);
}

/* Whether the delimiter closes an open block, and those inside it. */
static bool close_block(reader *r, cq_str s) {
    for (uint32_t i = r->depth; i > 0; i--) {
        if (!cq_str_is_equal(r->delimiters[i - 1], s)) continue;
        for (; r->depth >= i; r->depth--)
            r->quote_depth -= cq_str_byte_at(r->delimiters[r->depth - 1], 0) == '_';
        return true;
    }
    return false;
}

static void open_block(reader *r, cq_str s) {
    if (r->depth == DEEPEST_BLOCK) return;
    r->delimiters[r->depth++] = s;
    r->quote_depth += s.ptr[0] == '_';
}

/* Skips to the line that is the same as `s`, and that one. Returns where it starts; the end of the
   text where there is none. */
static uint32_t skip_to(reader *r, cq_str s) {
    for (move_on(r); !is_at_end(r); move_on(r)) {
        if (!cq_str_is_equal(slice_line(r, r->line), s)) continue;
        uint32_t start = r->line.start;
        move_on(r);
        return start;
    }
    return (uint32_t)r->text.len;
}

/* A delimiter or fence: opens, closes or skips what it stands for. */
static bool read_delimiter(reader *r, cq_str s) {
    char mark = find_delimiter(s);
    if (is_fence(s)) {
        skip_to(r, CQ_STR("```"));
    } else if (!mark) {
        return false;
    } else if (close_block(r, s)) {
        move_on(r);
    } else if (strchr("=*_", mark) || (mark == '-' && s.len == 2)) {
        if (r->style == STYLE_CODE) {
            skip_to(r, s);
        } else {
            open_block(r, s);
            move_on(r);
        }
    } else {
        cq_span inside = {r->line.start, skip_to(r, s)};
        if (mark == '/') cq_block_writer_comment(&r->writer, inside);
    }
    r->style = STYLE_NONE;
    return true;
}

/* Tables ------------------------------------------------------------------ */

/* Where a cell's "2+^.>a" before its bar starts, behind a blank or at the start of a line; the bar
   where there is none. */
static uint32_t find_spec(const reader *r, uint32_t start, uint32_t bar) {
    uint32_t at = bar;
    while (at > start && bar - at < LONGEST_SPEC &&
           strchr("0123456789.+*<>^aehlmsdv", r->text.ptr[at - 1]) && r->text.ptr[at - 1])
        at--;
    bool is_apart = at > 0 && strchr(" \t\r\n", r->text.ptr[at - 1]) && r->text.ptr[at - 1];
    return is_apart ? at : bar;
}

/* Cells hold prose, unless their style says code. */
static void write_cell(reader *r, uint32_t start, uint32_t end, char cell_style) {
    while (start < end && strchr(" \t\r\n", r->text.ptr[start])) start++;
    while (end > start && strchr(" \t\r\n", r->text.ptr[end - 1])) end--;
    if (start < end && cell_style != 'l' && cell_style != 'm')
        write_block(r, CQ_BLOCK_TABLE_CELL, 0, (cq_span){start, end});
}

static void write_cells(reader *r, uint32_t start, uint32_t end) {
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

static bool read_table(reader *r, cq_str s) {
    if (s.len < 4 || !strchr("|,:!", s.ptr[0]) || count_run(s, 1, '=') != s.len - 1) return false;
    uint32_t start = r->line.next, end = skip_to(r, s);
    if (s.ptr[0] == '|' || s.ptr[0] == '!') write_cells(r, start, end);
    r->style = STYLE_NONE;
    return true;
}

/* Lines about blocks ------------------------------------------------------ */

static style find_style(cq_str s) {
    static const char *const code[] = {"source",    "listing", "literal",  "stem",  "latexmath",
                                       "asciimath", "mermaid", "plantuml", "ditaa", "graphviz",
                                       "pass",      "comment", "csv",      "vega",  "bytefield",
                                       "svgbob",    NULL};
    static const char *const quote[] = {"quote", "verse", "excerpt", NULL};
    size_t end = 1;
    while (end < s.len && !strchr(",]#.%", s.ptr[end])) end++;
    cq_str name = cq_str_trim(cq_str_slice(s, 1, end));
    if (cq_str_byte_at(s, 1) == ',' || cq_str_is_any(name, code)) return STYLE_CODE;
    if (cq_str_is_any(name, quote)) return STYLE_QUOTE;
    return cq_str_is_equal(name, CQ_STR("discrete")) ? STYLE_TITLE : STYLE_NONE;
}

/* "[source,c]", "[[anchor]]": nothing else on the line. */
static bool is_attribute_line(cq_str s) {
    char second = cq_str_byte_at(s, 1);
    return s.len > 1 && s.ptr[0] == '[' && s.ptr[s.len - 1] == ']' && second != ' ' &&
           !(second == ']' && s.len > 2);
}

/* ":name: value": where the value starts, or 0. */
static uint32_t find_value(cq_str s) {
    uint32_t at = 1 + (cq_str_byte_at(s, 1) == '!'), start = at;
    while ((cq_char_class_of(cq_str_byte_at(s, at)) & CQ_CHAR_ALNUM) ||
           cq_str_byte_at(s, at) == '-' || cq_str_byte_at(s, at) == '_')
        at++;
    if (cq_str_byte_at(s, 0) != ':' || at == start) return 0;
    at += cq_str_byte_at(s, at) == '!';
    if (cq_str_byte_at(s, at) != ':' || (at + 1 < s.len && s.ptr[at + 1] != ' ')) return 0;
    return cq_markup_line_skip_blanks(s, at + 1);
}

/* An attribute's value may go on behind a backslash. */
static bool read_attribute(reader *r, cq_str s) {
    uint32_t value = find_value(s);
    if (!value) return false;
    if (cq_str_has_prefix(s, CQ_STR(":description:")) || cq_str_has_prefix(s, CQ_STR(":doctitle:")))
        write_block(r, CQ_BLOCK_META, 0, (cq_span){r->line.start + value, r->line.end});
    while (cq_str_has_suffix(s, CQ_STR(" \\")) && !is_at_end(r)) {
        move_on(r);
        s = slice_line(r, r->line);
    }
    move_on(r);
    return true;
}

/* "image::map.png[A map]" and other macros that are a block. */
static bool read_block_macro(reader *r, cq_str s) {
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
        write_block(r, CQ_BLOCK_META, 0, (cq_span){start, end});
    move_on(r);
    return true;
}

static bool read_caption(reader *r, cq_str s) {
    if (cq_str_byte_at(s, 0) != '.' || s.len < 2 || s.ptr[1] == '.' || s.ptr[1] == ' ')
        return false;
    write_block(r, CQ_BLOCK_CAPTION, 0, (cq_span){r->line.start + 1, r->line.end});
    move_on(r);
    return true;
}

static bool is_rule(cq_str s) {
    static const char *const rules[] = {"'''", "---", "***", "- - -", "* * *", "<<<", NULL};
    return cq_str_is_any(s, rules);
}

/* Titles ------------------------------------------------------------------ */

/* The lines below a document's title name its authors and its version. */
static void skip_authors(reader *r) {
    while (!is_at_end(r)) {
        cq_str s = slice_line(r, r->line);
        if (!s.len || cq_str_has_prefix(s, CQ_STR("//"))) return;
        if (!read_attribute(r, s)) move_on(r);
    }
}

static bool read_title(reader *r, cq_str s) {
    char mark = cq_str_byte_at(s, 0);
    uint32_t level = mark == '=' || mark == '#' ? count_run(s, 0, mark) : 0;
    if (!level || level > 6 || cq_str_byte_at(s, level) != ' ') return false;
    uint32_t start = r->line.start + cq_markup_line_skip_blanks(s, level);
    bool is_first = level == 1 && !r->writer.blocks->len;
    write_block(r, CQ_BLOCK_HEADING, level, (cq_span){start, r->line.end});
    move_on(r);
    r->list_depth = 0;
    if (is_first) skip_authors(r);
    return true;
}

static uint32_t count_chars(cq_str s) {
    uint32_t count = 0;
    for (size_t i = 0; i < s.len; i++) count += ((unsigned char)s.ptr[i] & 0xC0) != 0x80;
    return count;
}

/* A title with a line of marks as long as itself below it. */
static bool read_underlined_title(reader *r, cq_str s) {
    static const char marks[] = "=-~^+";
    cq_str under = slice_line(r, next_line(r, r->line));
    char mark = cq_str_byte_at(under, 0);
    if (!mark || !strchr(marks, mark) || under.len < 2 || count_run(under, 0, mark) != under.len)
        return false;
    uint32_t width = count_chars(s);
    if (width + 1 < under.len || width > under.len + 1 || find_delimiter(s)) return false;
    if (!cq_char_is_alnum(cq_char_at(s, 0, NULL)) && s.ptr[0] != '"') return false;
    bool is_first = mark == '=' && !r->writer.blocks->len;
    uint32_t level = (uint32_t)(strchr(marks, mark) - marks) + 1;
    write_block(r, CQ_BLOCK_HEADING, level, (cq_span){r->line.start, r->line.end});
    move_on(r);
    move_on(r);
    if (is_first) skip_authors(r);
    return true;
}

/* Lists ------------------------------------------------------------------- */

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
    depth = count_run(s, at, mark);
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
        *width = count_run(s, at, c);
        bool is_ended = at + *width >= s.len || s.ptr[at + *width] == ' ';
        if (is_ended && (c == ':' ? *width >= 2 && *width <= 4 : *width == 2)) return at;
        at += *width - 1;
    }
    return 0;
}

/* Whether a line ends the paragraph above it. */
static bool is_block_start(cq_str s, bool is_in_list) {
    uint32_t width;
    if (!s.len || find_delimiter(s) || is_fence(s) || is_attribute_line(s)) return true;
    if (s.len > 3 && strchr("|,:!", s.ptr[0]) && count_run(s, 1, '=') == s.len - 1) return true;
    return is_in_list &&
           (find_marker(s).text || cq_str_is_equal(s, CQ_STR("+")) || find_term_end(s, &width));
}

/* Reads the lines of the paragraph, whose text starts at `start`. */
static void read_lines(reader *r, uint32_t start) {
    uint32_t end = r->line.end;
    for (move_on(r); !is_at_end(r); move_on(r)) {
        if (is_block_start(slice_line(r, r->line), r->list_depth > 0)) break;
        end = r->line.end;
    }
    write_prose(r, (cq_span){start, end});
}

static bool read_item(reader *r, cq_str s) {
    marker found = find_marker(s);
    if (!found.text) return false;
    r->list_depth = found.depth;
    read_lines(r, r->line.start + found.text);
    return true;
}

static bool read_term(reader *r, cq_str s) {
    uint32_t width, end = find_term_end(s, &width), start = cq_markup_line_skip_blanks(s, 0);
    if (!end || end <= start) return false;
    r->list_depth = 1;
    write_block(r, CQ_BLOCK_LIST_ITEM, 1, (cq_span){r->line.start + start, r->line.start + end});
    uint32_t text = cq_markup_line_skip_blanks(s, end + width);
    if (text < s.len) {
        read_lines(r, r->line.start + text);
    } else {
        r->is_new_item = true;
        move_on(r);
    }
    return true;
}

/* "+": the next block belongs to the item. */
static bool read_continuation(reader *r, cq_str s) {
    if (!r->list_depth || !cq_str_is_equal(s, CQ_STR("+"))) return false;
    r->is_new_item = true;
    move_on(r);
    return true;
}

/* Paragraphs -------------------------------------------------------------- */

static uint32_t skip_label(cq_str s) {
    static const char *const labels[] = {
        "NOTE: ", "TIP: ", "IMPORTANT: ", "WARNING: ", "CAUTION: ", NULL};
    for (const char *const *label = labels; *label; label++)
        if (cq_str_has_prefix(s, cq_str_of(*label))) return (uint32_t)strlen(*label);
    return 0;
}

static void skip_lines(reader *r) {
    while (!is_at_end(r) && slice_line(r, r->line).len) move_on(r);
}

/* A paragraph whose first line is indented is literal, unless it is the text of a term. */
static void read_paragraph(reader *r, cq_str s) {
    bool is_indented = cq_markup_line_skip_blanks(s, 0) > 0;
    if (!r->is_new_item) r->list_depth = 0;
    if (r->style == STYLE_CODE || (is_indented && !r->is_new_item)) {
        skip_lines(r);
    } else {
        uint32_t start = r->line.start + cq_markup_line_skip_blanks(s, 0);
        read_lines(r, start + skip_label(cq_str_slice(s, cq_markup_line_skip_blanks(s, 0), s.len)));
    }
    r->is_new_item = false;
    r->style = STYLE_NONE;
}

static bool read_aside(reader *r, cq_str s) {
    if (is_attribute_line(s)) {
        style found = find_style(s);
        if (found) r->style = found;
    } else if (cq_str_has_prefix(s, CQ_STR("//"))) {
        cq_block_writer_comment(&r->writer, (cq_span){r->line.start, r->line.end});
    } else if (!is_rule(s)) {
        return false;
    }
    move_on(r);
    return true;
}

/* Reads what starts at the line. */
static void read_block(reader *r) {
    cq_str s = slice_line(r, r->line);
    if (!s.len)
        move_on(r);
    else if (!read_delimiter(r, s) && !read_table(r, s) && !read_aside(r, s) &&
             !read_attribute(r, s) && !read_title(r, s) && !read_block_macro(r, s) &&
             !read_caption(r, s) && !read_continuation(r, s) && !read_item(r, s) &&
             !read_underlined_title(r, s) && !read_term(r, s))
        read_paragraph(r, s);
}

static bool read_asciidoc(cq_blocks *out, cq_arena *arena, const cq_source *source, cq_err *err) {
    (void)err;
    reader r = {.text = source->text};
    cq_block_writer_init(&r.writer, arena, source, out);
    r.line = cq_markup_line_at(r.text, source->body);
    while (!is_at_end(&r)) read_block(&r);
    cq_block_writer_release(&r.writer);
    return true;
}

static const char *const endings[] = {".adoc", ".asciidoc", NULL};

const cq_format cq_format_asciidoc = {
    .name = "asciidoc", .endings = endings, .is_walked = true, .read = read_asciidoc};
