/* reStructuredText: what docutils and Sphinx make of it, as far as it matters for prose. Read line by
   line, with a stack of what is indented how far. The grammar for tree-sitter takes quadratic time
   for unclosed markup and for nested lists. */
#include "text/markup.h"

#include <ctype.h>

#include "text/char_class.h"
#include "text/markup_line.h"
#include "text/markup_rest.h"

#define TAB_COLUMNS 8u
#define LEAST_ADORNMENT 4u /* of a title longer than that; a shorter one's is as long as itself */
#define MOST_COLUMNS 128u  /* of a table; the last one takes what is behind it */
#define MOST_STYLES 8u     /* of titles */
#define LONGEST_FIELD 120u /* bytes between the colons */
#define LONGEST_OPTION 80u

typedef struct rest_line {
    cq_markup_line at;
    uint32_t content;           /* behind the indentation; the line's end where it is blank */
    uint32_t indent;            /* columns */
    uint32_t column, column_at; /* of a table: the one looked for last, and its byte */
} rest_line;

/* What is indented by the same number of columns. */
typedef struct context {
    uint32_t indent;
    cq_block_kind kind;
    uint32_t list_depth, quote_depth;
} context;

typedef struct reader {
    cq_block_writer writer;
    cq_str text;
    cq_arena scratch;
    CQ_ARRAY(rest_line) lines;
    CQ_ARRAY(context) contexts;
    uint16_t styles[MOST_STYLES]; /* of titles, by their order of appearance */
    uint32_t style_count;
} reader;

static const rest_line *line_at(const reader *r, uint32_t i) {
    return &r->lines.at[i];
}

static bool is_blank(const reader *r, uint32_t i) {
    return i >= r->lines.len || line_at(r, i)->content == line_at(r, i)->at.end;
}

static cq_str text_at(const reader *r, uint32_t i) {
    if (i >= r->lines.len) return CQ_STR("");
    return cq_str_slice(r->text, line_at(r, i)->content, line_at(r, i)->at.end);
}

static bool has_prefix(cq_str s, const char *prefix) {
    return cq_str_has_prefix(s, cq_str_of(prefix));
}

static char byte_at(cq_str s, size_t at) {
    return at < s.len ? s.ptr[at] : '\0';
}

static bool is_space(char c) {
    return c == ' ' || c == '\t';
}

static bool is_any(cq_str s, const char *const *words) {
    for (; *words; words++)
        if (cq_str_is_equal(s, cq_str_of(*words))) return true;
    return false;
}

static uint32_t skip_spaces(cq_str s, uint32_t at) {
    while (is_space(byte_at(s, at))) at++;
    return at;
}

/* Lines ------------------------------------------------------------------- */

static void push_line(reader *r, cq_markup_line at) {
    rest_line *pushed = CQ_ARRAY_PUSH(&r->scratch, &r->lines);
    uint32_t columns = 0, content = at.start;
    for (; content < at.end && is_space(r->text.ptr[content]); content++)
        columns += r->text.ptr[content] == '\t' ? TAB_COLUMNS - columns % TAB_COLUMNS : 1;
    if (cq_markup_line_is_blank(r->text, at)) content = at.end;
    *pushed = (rest_line){.at = at, .content = content, .indent = columns};
}

/* Behind the lines that are indented by more than `indent`, and the blank ones between them. */
static uint32_t skip_indented(const reader *r, uint32_t i, uint32_t indent) {
    uint32_t end = i;
    for (; i < r->lines.len; i++) {
        if (is_blank(r, i)) continue;
        if (line_at(r, i)->indent <= indent) break;
        end = i + 1;
    }
    return end;
}

static uint32_t skip_paragraph(const reader *r, uint32_t i) {
    while (!is_blank(r, i)) i++;
    return i;
}

/* Contexts ---------------------------------------------------------------- */

static const context *top_context(const reader *r) {
    return &r->contexts.at[r->contexts.len - 1];
}

static void push_context(reader *r, uint32_t indent, cq_block_kind kind) {
    context above = *top_context(r);
    context *pushed = CQ_ARRAY_PUSH(&r->scratch, &r->contexts);
    *pushed = (context){indent, kind, above.list_depth + (kind == CQ_BLOCK_LIST_ITEM),
                        above.quote_depth + (kind == CQ_BLOCK_QUOTE)};
}

static void settle_context(reader *r, uint32_t indent) {
    while (r->contexts.len > 1 && top_context(r)->indent > indent) r->contexts.len--;
    if (indent > top_context(r)->indent) push_context(r, indent, CQ_BLOCK_QUOTE);
}

static void begin_block(reader *r) {
    const context *top = top_context(r);
    uint32_t depth = top->kind == CQ_BLOCK_LIST_ITEM ? top->list_depth
                     : top->kind == CQ_BLOCK_QUOTE   ? top->quote_depth
                                                     : 0;
    cq_block_writer_begin(&r->writer, top->kind, depth, CQ_STR(""));
}

static void write_span(reader *r, cq_span span) {
    cq_markup_prose prose = cq_markup_prose_begin(&r->writer, span.start);
    cq_markup_rest_write(&prose, span);
    cq_markup_prose_end(&prose, span.end);
    cq_block_writer_end(&r->writer);
}

static void write_block(reader *r, cq_block_kind kind, uint32_t depth, cq_span span) {
    cq_block_writer_begin(&r->writer, kind, depth, CQ_STR(""));
    write_span(r, span);
}

/* Titles ------------------------------------------------------------------ */

/* The mark of which a line consists, or 0. */
static char find_adornment(cq_str s) {
    char mark = byte_at(s, 0);
    s = cq_str_trim(s);
    if (!mark || !strchr("!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~", mark)) return '\0';
    for (size_t i = 0; i < s.len; i++)
        if (s.ptr[i] != mark) return '\0';
    return mark;
}

static bool is_adornment_of(cq_str adornment, cq_str title) {
    size_t len = cq_str_trim(adornment).len;
    return find_adornment(adornment) && (len >= LEAST_ADORNMENT || len >= cq_str_trim(title).len);
}

static uint32_t find_level(reader *r, char mark, bool has_overline) {
    uint16_t style = (uint16_t)((unsigned char)mark | has_overline << 8);
    for (uint32_t i = 0; i < r->style_count; i++)
        if (r->styles[i] == style) return i + 1;
    if (r->style_count < MOST_STYLES) r->styles[r->style_count++] = style;
    return r->style_count;
}

static void write_title(reader *r, uint32_t i, char mark, bool has_overline) {
    cq_span span = {line_at(r, i)->content, line_at(r, i)->at.end};
    write_block(r, CQ_BLOCK_HEADING, find_level(r, mark, has_overline), span);
}

/* A title with its adornments, or a transition. Returns the line behind it, or `i`. */
static uint32_t read_title(reader *r, uint32_t i) {
    cq_str first = text_at(r, i);
    char mark = find_adornment(first);
    if (mark && is_blank(r, i + 1)) return cq_str_trim(first).len >= LEAST_ADORNMENT ? i + 1 : i;
    if (mark && find_adornment(text_at(r, i + 2)) == mark && !find_adornment(text_at(r, i + 1)) &&
        is_adornment_of(first, text_at(r, i + 1))) {
        write_title(r, i + 1, mark, true);
        return i + 3;
    }
    if (is_blank(r, i + 1) || line_at(r, i + 1)->indent != line_at(r, i)->indent) return i;
    if (!is_adornment_of(text_at(r, i + 1), first) || mark) return i;
    write_title(r, i, find_adornment(text_at(r, i + 1)), false);
    return i + 2;
}

/* Tables ------------------------------------------------------------------ */

/* The byte of line `i` at a column counted from the table's indentation; the line's end where it is
   shorter. Looking from left to right takes no longer than the line is. */
static uint32_t find_column(reader *r, uint32_t i, uint32_t column) {
    rest_line *line = &r->lines.at[i];
    uint32_t shift = line->indent - top_context(r)->indent;
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

static void trim_span(const reader *r, cq_span *span) {
    while (span->start < span->end && is_space(r->text.ptr[span->start])) span->start++;
    while (span->end > span->start && is_space(r->text.ptr[span->end - 1])) span->end--;
}

/* Writes the cell of lines [first, end) between two columns. In a row of several lines its lines
   stand apart in the source. */
static void write_cell(reader *r, uint32_t first, uint32_t end, uint32_t left, uint32_t right) {
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

static void write_row(reader *r, uint32_t first, uint32_t end, const table *cells,
                      uint32_t margin) {
    if (first >= end) return;
    for (uint32_t c = 0; c < cells->count; c++)
        write_cell(r, first, end, cells->at[c], cells->at[c + 1] - margin);
}

/* The columns that "+---+---+" or "===  ===" parts. */
static table find_columns(reader *r, cq_str border, char mark) {
    table found = {cq_arena_take(&r->scratch, (MOST_COLUMNS + 1) * sizeof *found.at), 0};
    for (uint32_t i = 0; i < border.len; i++) {
        bool is_start = mark == '+' ? i > 0 && border.ptr[i - 1] == '+'
                                    : border.ptr[i] == mark && (!i || border.ptr[i - 1] != mark);
        if (is_start && found.count < MOST_COLUMNS) found.at[found.count++] = i;
    }
    found.at[found.count] = mark == '+' ? (uint32_t)border.len : UINT32_MAX;
    return found;
}

static bool is_grid_border(cq_str s) {
    s = cq_str_trim(s);
    for (size_t i = 0; i < s.len; i++)
        if (!strchr("+-=", s.ptr[i])) return false;
    return s.len > 2 && s.ptr[0] == '+' && s.ptr[s.len - 1] == '+';
}

/* A row whose cells do not end where the border says has some that span columns: its lines are
   taken from bar to bar. */
static bool is_regular(reader *r, uint32_t first, uint32_t end, const table *cells) {
    for (uint32_t i = first; i < end; i++)
        for (uint32_t c = 0; c < cells->count; c++)
            if (byte_at(r->text, find_column(r, i, cells->at[c] - 1)) != '|') return false;
    return true;
}

static void write_bars(reader *r, uint32_t first, uint32_t end) {
    for (uint32_t i = first; i < end; i++) {
        uint32_t start = line_at(r, i)->content + 1;
        for (uint32_t at = start; at < line_at(r, i)->at.end; at++) {
            if (r->text.ptr[at] != '|') continue;
            cq_span span = {start, at};
            trim_span(r, &span);
            if (span.start < span.end) write_block(r, CQ_BLOCK_TABLE_CELL, 0, span);
            start = at + 1;
        }
    }
}

static uint32_t read_grid(reader *r, uint32_t i) {
    if (!is_grid_border(text_at(r, i))) return i;
    table cells = find_columns(r, cq_str_trim(text_at(r, i)), '+');
    for (uint32_t first = ++i;; i++) {
        cq_str s = text_at(r, i);
        bool is_row = byte_at(s, 0) == '|' || (byte_at(s, 0) == '+' && !is_grid_border(s));
        if (is_row) continue;
        if (is_regular(r, first, i, &cells))
            write_row(r, first, i, &cells, 1);
        else
            write_bars(r, first, i);
        first = i + 1;
        if (!is_grid_border(s)) return i;
    }
}

static bool is_simple_border(cq_str s, char mark) {
    s = cq_str_trim(s);
    bool has_gap = false;
    for (size_t i = 0; i < s.len; i++) {
        if (s.ptr[i] != mark && s.ptr[i] != ' ') return false;
        has_gap |= s.ptr[i] == ' ';
    }
    return s.len > 1 && s.ptr[0] == mark && has_gap;
}

/* A row starts with a line that has something in its first column. */
static uint32_t read_simple_table(reader *r, uint32_t i) {
    if (!is_simple_border(text_at(r, i), '=')) return i;
    table cells = find_columns(r, cq_str_trim(text_at(r, i)), '=');
    uint32_t borders = 1, first = ++i;
    for (; i < r->lines.len; i++) {
        bool is_border = is_simple_border(text_at(r, i), '=') || is_blank(r, i);
        bool is_rule = is_border || is_simple_border(text_at(r, i), '-');
        if (is_rule || find_column(r, i, 0) == line_at(r, i)->content) {
            bool is_continued = !is_rule && line_at(r, i)->indent > top_context(r)->indent;
            if (is_continued) continue;
            write_row(r, first, i, &cells, 0);
            first = i + is_rule;
        }
        borders += is_border && !is_blank(r, i);
        if ((is_border && borders >= 2 && is_blank(r, i + 1)) ||
            (!is_blank(r, i) && line_at(r, i)->indent < top_context(r)->indent))
            return i + is_border;
    }
    write_row(r, first, i, &cells, 0);
    return i;
}

/* Explicit markup --------------------------------------------------------- */

typedef enum directive_kind {
    DIRECTIVE_HIDDEN,  /* with all that is in it */
    DIRECTIVE_BODY,    /* what is in it is prose, what is on its line is not */
    DIRECTIVE_PROSE,   /* all of it is */
    DIRECTIVE_TITLED,  /* its line is a title */
    DIRECTIVE_VERSION, /* the first word on its line is none */
    DIRECTIVE_TABLE,   /* its line is a caption, and a list or table follows */
    DIRECTIVE_CAPTION, /* of code or data: nothing else is prose */
    DIRECTIVE_FIGURE,  /* what is in it is a caption */
} directive_kind;

static directive_kind find_directive(cq_str name) {
    static const char *const bodies[] = {
        "container",       "class",       "rst-class",      "only",
        "ifconfig",        "compound",    "hlist",          "line-block",
        "function",        "method",      "data",           "attribute",
        "exception",       "classmethod", "staticmethod",   "module",
        "property",        "describe",    "option",         "envvar",
        "confval",         "tabs",        "grid",           "details",
        "tab-set",         "card",        "grid-item",      "grid-item-card",
        "epigraph",        "highlights",  "pull-quote",     "glossary",
        "list-table-body", "decorator",   "program-option", "collapse",
        "tab-item",        NULL};
    static const char *const prose[] = {
        "note",  "warning", "tip",  "important", "caution",  "danger", "hint",    "attention",
        "error", "seealso", "todo", "centered",  "rst-note", "legend", "compare", NULL};
    static const char *const titled[] = {"admonition", "topic",    "sidebar", "rubric", "dropdown",
                                         "tab",        "exercise", "theorem", "proof",  NULL};
    static const char *const versions[] = {"versionadded",   "versionchanged",     "deprecated",
                                           "versionremoved", "deprecated-removed", NULL};
    static const char *const captioned[] = {"csv-table", NULL};
    static const char *const tables[] = {"table", "list-table", "flat-table", NULL};
    if (is_any(name, prose)) return DIRECTIVE_PROSE;
    if (is_any(name, bodies) || memchr(name.ptr, ':', name.len)) return DIRECTIVE_BODY;
    if (is_any(name, titled)) return DIRECTIVE_TITLED;
    if (is_any(name, versions)) return DIRECTIVE_VERSION;
    if (is_any(name, tables)) return DIRECTIVE_TABLE;
    if (is_any(name, captioned)) return DIRECTIVE_CAPTION;
    return cq_str_is_equal(name, CQ_STR("figure")) ? DIRECTIVE_FIGURE : DIRECTIVE_HIDDEN;
}

/* The "name" of "name::" at *at of a line, or the empty string; moves *at behind it. */
static cq_str read_directive_name(cq_str s, uint32_t *at) {
    uint32_t end = *at;
    while ((cq_char_class_of(byte_at(s, end)) & CQ_CHAR_ALNUM) ||
           (byte_at(s, end) && strchr("-_+.", byte_at(s, end))) ||
           (byte_at(s, end) == ':' && (cq_char_class_of(byte_at(s, end + 1)) & CQ_CHAR_ALNUM)))
        end++;
    cq_str name = cq_str_slice(s, *at, end);
    end += byte_at(s, end) == ' ';
    bool is_ended = byte_at(s, end) == ':' && byte_at(s, end + 1) == ':' &&
                    (end + 2 >= s.len || is_space(s.ptr[end + 2]));
    if (!is_ended) return CQ_STR("");
    *at = skip_spaces(s, end + 2);
    return name;
}

/* ":name: value" at the start of a line: where the value starts, or 0. */
static uint32_t find_field_value(cq_str s) {
    uint32_t end = 1;
    if (byte_at(s, 0) != ':' || is_space(byte_at(s, 1)) || byte_at(s, 1) == ':') return 0;
    while (end < s.len && end < LONGEST_FIELD && s.ptr[end] != ':') end += 1 + (s.ptr[end] == '\\');
    if (byte_at(s, end) != ':' || is_space(s.ptr[end - 1])) return 0;
    return end + 1 >= s.len || is_space(s.ptr[end + 1]) ? skip_spaces(s, end + 1) : 0;
}

/* Options that readers see; all others are settings. */
static void write_option(reader *r, uint32_t i) {
    cq_str s = text_at(r, i);
    uint32_t start = line_at(r, i)->content + find_field_value(s);
    if (!has_prefix(s, ":alt:") && !has_prefix(s, ":caption:")) return;
    bool is_alt = has_prefix(s, ":alt:");
    write_block(r, is_alt ? CQ_BLOCK_META : CQ_BLOCK_CAPTION, 0,
                (cq_span){start, line_at(r, i)->at.end});
}

static uint32_t read_options(reader *r, uint32_t i, uint32_t indent) {
    while (!is_blank(r, i) && line_at(r, i)->indent > indent && find_field_value(text_at(r, i)))
        write_option(r, i++);
    return i;
}

/* Where the directive's line goes on below it: at lines that are as prose, up to a blank one or an
   option. */
static uint32_t find_argument_end(const reader *r, uint32_t i, uint32_t indent) {
    uint32_t end = i + 1;
    while (!is_blank(r, end) && line_at(r, end)->indent > indent &&
           !find_field_value(text_at(r, end)))
        end++;
    return end;
}

static void write_lines(reader *r, cq_block_kind kind, uint32_t start, uint32_t end) {
    if (kind == CQ_BLOCK_PARAGRAPH)
        begin_block(r);
    else
        cq_block_writer_begin(&r->writer, kind, kind == CQ_BLOCK_HEADING, CQ_STR(""));
    write_span(r, (cq_span){start, line_at(r, end - 1)->at.end});
}

/* What is indented below line `i` belongs to something of that kind. */
static void open_body(reader *r, uint32_t i, uint32_t indent, cq_block_kind kind) {
    while (i < r->lines.len && is_blank(r, i)) i++;
    if (i < r->lines.len && line_at(r, i)->indent > indent)
        push_context(r, line_at(r, i)->indent, kind);
}

/* The line on which the directive stands, from `start` on, with those that go on with it. */
static uint32_t read_argument(reader *r, uint32_t i, uint32_t start, directive_kind kind) {
    uint32_t indent = line_at(r, i)->indent, end = find_argument_end(r, i, indent);
    bool is_own = start < line_at(r, i)->at.end;
    if (kind == DIRECTIVE_PROSE || kind == DIRECTIVE_VERSION) {
        if (!is_own && end == i + 1) return end;
        if (!is_own) return i + 1;
        write_lines(r, CQ_BLOCK_PARAGRAPH, start, end);
        return end;
    }
    if (kind == DIRECTIVE_TITLED && is_own)
        write_lines(r, CQ_BLOCK_HEADING, start, i + 1);
    else if (kind == DIRECTIVE_TABLE || kind == DIRECTIVE_CAPTION)
        write_lines(r, CQ_BLOCK_CAPTION, start, is_own ? end : i + 1);
    return kind == DIRECTIVE_TABLE && is_own ? end : i + 1;
}

static uint32_t skip_word(cq_str s, uint32_t at) {
    while (at < s.len && !is_space(s.ptr[at])) at++;
    return skip_spaces(s, at);
}

/* What the directive `name` at line `i` holds; its argument starts at `at` of the line. */
static uint32_t read_directive(reader *r, uint32_t i, cq_str name, uint32_t at) {
    uint32_t indent = line_at(r, i)->indent;
    directive_kind kind = find_directive(name);
    if (kind == DIRECTIVE_VERSION) at = skip_word(text_at(r, i), at);
    if (kind == DIRECTIVE_HIDDEN) {
        read_options(r, i + 1, indent);
        return skip_indented(r, i + 1, indent);
    }
    uint32_t next = read_argument(r, i, line_at(r, i)->content + at, kind);
    next = read_options(r, next, indent);
    if (kind == DIRECTIVE_CAPTION) return skip_indented(r, next, indent);
    open_body(r, next, indent, kind == DIRECTIVE_FIGURE ? CQ_BLOCK_CAPTION : top_context(r)->kind);
    return next;
}

/* ".. [1] text": a footnote's text is a paragraph of its own. */
static uint32_t read_footnote(reader *r, uint32_t i, cq_str s) {
    const char *close = memchr(s.ptr, ']', s.len);
    if (!close) return skip_indented(r, i + 1, line_at(r, i)->indent);
    uint32_t at = skip_spaces(s, (uint32_t)(close - s.ptr) + 1);
    uint32_t end = i + 1, indent = line_at(r, i)->indent;
    while (!is_blank(r, end) && line_at(r, end)->indent > indent) end++;
    if (at < s.len)
        write_lines(r, CQ_BLOCK_PARAGRAPH, line_at(r, i)->content + at, end);
    else
        end = i + 1;
    open_body(r, end, indent, CQ_BLOCK_PARAGRAPH);
    return end;
}

/* ".. |name| replace:: text" */
static uint32_t read_substitution(reader *r, uint32_t i, cq_str s) {
    uint32_t indent = line_at(r, i)->indent;
    size_t found = cq_str_find(s, CQ_STR("| replace::"));
    if (found == SIZE_MAX) return skip_indented(r, i + 1, indent);
    uint32_t at = skip_spaces(s, (uint32_t)found + 11), end = find_argument_end(r, i, indent);
    if (at < s.len) write_lines(r, CQ_BLOCK_META, line_at(r, i)->content + at, end);
    return end;
}

/* ".. ": a directive, a footnote, a target, a substitution or a comment. */
static uint32_t read_explicit(reader *r, uint32_t i) {
    cq_str s = text_at(r, i);
    uint32_t indent = line_at(r, i)->indent, at = skip_spaces(s, 2);
    cq_str name = read_directive_name(s, &at);
    if (name.len) return read_directive(r, i, name, at);
    if (byte_at(s, at) == '[') return read_footnote(r, i, s);
    if (byte_at(s, at) == '|') return read_substitution(r, i, s);
    if (s.len == 2 && is_blank(r, i + 1)) return i + 1; /* an empty comment takes nothing with it */
    uint32_t next = skip_indented(r, i + 1, indent);
    if (byte_at(s, at) != '_') {
        cq_span comment = {line_at(r, i)->content, line_at(r, next - 1)->at.end};
        cq_block_writer_comment(&r->writer, comment);
    }
    return next;
}

/* Lists ------------------------------------------------------------------- */

/* The width of a bullet with its blanks, or 0. */
static uint32_t measure_bullet(cq_str s) {
    uint32_t width = has_prefix(s, "\xE2\x80\xA2") || has_prefix(s, "\xE2\x80\xA3") ||
                             has_prefix(s, "\xE2\x81\x83")
                         ? 3
                     : byte_at(s, 0) && strchr("*+-", s.ptr[0]) ? 1
                                                                : 0;
    return width && is_space(byte_at(s, width)) ? skip_spaces(s, width) : 0;
}

/* The width of "1.", "#.", "(a)", "iv)" with its blanks, or 0. */
static uint32_t measure_number(cq_str s) {
    uint32_t at = byte_at(s, 0) == '(', start = at, letters = 0;
    while (cq_char_class_of(byte_at(s, at)) & CQ_CHAR_DIGIT) at++;
    if (at == start && byte_at(s, at) == '#') at++;
    if (at == start) {
        if (cq_char_class_of(byte_at(s, at)) & CQ_CHAR_LETTER) at++, letters = 1;
        while (letters && byte_at(s, at) && strchr("ivxlcIVXLC", byte_at(s, at)) &&
               strchr("ivxlcIVXLC", byte_at(s, start)) && at - start < 6)
            at++;
    }
    bool is_closed = start ? byte_at(s, at) == ')' : byte_at(s, at) == '.' || byte_at(s, at) == ')';
    if (at == start || !is_closed || !is_space(byte_at(s, at + 1))) return 0;
    return skip_spaces(s, at + 1);
}

/* A number at the start of a line is a list's unless the line below goes on at its left edge. */
static uint32_t measure_marker(const reader *r, uint32_t i) {
    uint32_t width = measure_bullet(text_at(r, i));
    if (width) return width;
    width = measure_number(text_at(r, i));
    if (!width || is_blank(r, i + 1) || measure_number(text_at(r, i + 1))) return width;
    return line_at(r, i + 1)->indent != line_at(r, i)->indent ? width : 0;
}

/* The columns of a marker and its blanks: a bullet of three bytes is one column. */
static uint32_t count_columns(cq_str marker) {
    uint32_t count = 0;
    for (size_t i = 0; i < marker.len; i++) count += ((unsigned char)marker.ptr[i] & 0xC0) != 0x80;
    return count;
}

/* The rest of line `i`, from `at` of its content on, is read as a line of its own. */
static void cut_line(reader *r, uint32_t i, uint32_t at) {
    rest_line *cut = &r->lines.at[i];
    cut->indent += count_columns(cq_str_slice(r->text, cut->content, cut->content + at));
    cut->content += at;
}

static bool read_item(reader *r, uint32_t i) {
    uint32_t width = measure_marker(r, i);
    if (!width || line_at(r, i)->content + width >= line_at(r, i)->at.end) return false;
    cut_line(r, i, width);
    push_context(r, line_at(r, i)->indent, CQ_BLOCK_LIST_ITEM);
    return true;
}

/* Fields whose value is for programs. */
static bool is_mute_field(cq_str s) {
    static const char *const mute[] = {
        ":type",         ":rtype",   ":vartype",  ":Author",       ":author",   ":Date",
        ":date",         ":Version", ":version",  ":Revision",     ":revision", ":Status",
        ":Contact",      ":contact", ":Address",  ":Organization", ":orphan",   ":tocdepth",
        ":nocomments",   ":Release", ":release",  ":License",      ":tags",     ":category",
        ":slug",         ":lang",    ":status",   ":template",     ":Tags",     ":Slug",
        ":Category",     ":url",     ":modified", ":PEP",          ":Created",  ":Last-Modified",
        ":Content-Type", ":save_as", ":image",    ":id",           ":email",    ":translation",
        ":authors",      ":Authors", NULL};
    const char *close = s.len > 1 ? memchr(s.ptr + 1, ':', s.len - 1) : NULL;
    cq_str name = cq_str_slice(s, 0, close ? (size_t)(close - s.ptr) : 0);
    const char *space = memchr(name.ptr, ' ', name.len);
    if (space) name.len = (size_t)(space - name.ptr);
    return is_any(name, mute);
}

static uint32_t read_field(reader *r, uint32_t i) {
    cq_str s = text_at(r, i);
    uint32_t value = find_field_value(s), indent = line_at(r, i)->indent;
    if (!value) return i;
    if (is_mute_field(s)) return skip_indented(r, i + 1, indent);
    uint32_t end = i + 1;
    while (!is_blank(r, end) && line_at(r, end)->indent > indent) end++;
    if (value < s.len)
        write_lines(r, CQ_BLOCK_PARAGRAPH, line_at(r, i)->content + value, end);
    else
        end = i + 1;
    open_body(r, end, indent, top_context(r)->kind);
    return end;
}

/* "-f FILE, --file=FILE  text": what stands behind two blanks, or below, is prose. */
static uint32_t read_option_item(reader *r, uint32_t i) {
    cq_str s = text_at(r, i);
    char second = byte_at(s, 1);
    bool is_option =
        byte_at(s, 0) == '-' && (second == '-' || (cq_char_class_of(second) & CQ_CHAR_LETTER));
    if (!is_option) return i;
    uint32_t at = 1, indent = line_at(r, i)->indent;
    while (at < s.len && at < LONGEST_OPTION && !(s.ptr[at] == ' ' && byte_at(s, at + 1) == ' '))
        at++;
    bool has_text = byte_at(s, at) == ' ';
    if (!has_text && (at < s.len || is_blank(r, i + 1) || line_at(r, i + 1)->indent <= indent))
        return i;
    uint32_t end = i + 1, start = line_at(r, i)->content + skip_spaces(s, at);
    while (has_text && !is_blank(r, end) && line_at(r, end)->indent > indent) end++;
    if (has_text) write_lines(r, CQ_BLOCK_PARAGRAPH, start, end);
    open_body(r, end, indent, top_context(r)->kind);
    return end;
}

/* Paragraphs -------------------------------------------------------------- */

/* "| a line": each is its own. */
static uint32_t read_line_block(reader *r, uint32_t i) {
    cq_str s = text_at(r, i);
    if (byte_at(s, 0) != '|' || (s.len > 1 && !is_space(s.ptr[1]))) return i;
    uint32_t end = i + 1, start = line_at(r, i)->content + skip_spaces(s, 1);
    while (!is_blank(r, end) && line_at(r, end)->indent > line_at(r, i)->indent) end++;
    if (start < line_at(r, i)->at.end) write_lines(r, CQ_BLOCK_PARAGRAPH, start, end);
    return end;
}

/* What "::" announces: lines that are indented, or quoted with some mark. */
static uint32_t skip_literal(const reader *r, uint32_t i, uint32_t indent) {
    uint32_t end = skip_indented(r, i, indent), at = i;
    if (end > i) return end;
    while (at < r->lines.len && is_blank(r, at)) at++;
    char mark = byte_at(text_at(r, at), 0);
    if (at == i || at >= r->lines.len || !mark || !ispunct((unsigned char)mark) ||
        line_at(r, at)->indent != indent)
        return i;
    while (!is_blank(r, at) && byte_at(text_at(r, at), 0) == mark) at++;
    return at;
}

/* The end of the paragraph's text: "::" is a colon behind a word and nothing behind a blank. */
static uint32_t find_text_end(const reader *r, uint32_t start, uint32_t end) {
    while (end > start && is_space(r->text.ptr[end - 1])) end--;
    if (end < start + 2 || r->text.ptr[end - 1] != ':' || r->text.ptr[end - 2] != ':') return end;
    end--;
    if (end - 1 == start || is_space(r->text.ptr[end - 2]) || r->text.ptr[end - 2] == '\n') end--;
    return end;
}

static bool announces_literal(cq_str s) {
    return cq_str_has_suffix(cq_str_trim(s), CQ_STR("::"));
}

/* A term and, indented below it, what it means. */
static uint32_t read_term(reader *r, uint32_t i) {
    cq_str s = text_at(r, i);
    size_t classifier = cq_str_find(s, CQ_STR(" : "));
    uint32_t start = line_at(r, i)->content, end = line_at(r, i)->at.end;
    if (classifier != SIZE_MAX) end = start + (uint32_t)classifier;
    write_block(r, CQ_BLOCK_LIST_ITEM, top_context(r)->list_depth + 1, (cq_span){start, end});
    push_context(r, line_at(r, i + 1)->indent, CQ_BLOCK_LIST_ITEM);
    return i + 1;
}

static uint32_t read_paragraph(reader *r, uint32_t i) {
    uint32_t indent = line_at(r, i)->indent, end = i + 1;
    bool has_below = !is_blank(r, end) && line_at(r, end)->indent > indent;
    if (has_below && !announces_literal(text_at(r, i))) return read_term(r, i);
    while (!is_blank(r, end) && line_at(r, end)->indent >= indent &&
           !(line_at(r, end)->indent == indent && has_prefix(text_at(r, end), ".. ")))
        end++;
    if (has_below) end = i + 1;
    uint32_t start = line_at(r, i)->content;
    uint32_t text_end = find_text_end(r, start, line_at(r, end - 1)->at.end);
    begin_block(r);
    write_span(r, (cq_span){start, text_end});
    return announces_literal(text_at(r, end - 1)) ? skip_literal(r, end, indent) : end;
}

static uint32_t read_special(reader *r, uint32_t i) {
    cq_str s = text_at(r, i);
    uint32_t next = read_title(r, i);
    if (next > i) return next;
    if (has_prefix(s, ".. ") || cq_str_is_equal(cq_str_trim(s), CQ_STR("..")))
        return read_explicit(r, i);
    if (has_prefix(s, ">>> ")) return skip_paragraph(r, i);
    if (has_prefix(s, "__ ")) return i + 1;
    if ((next = read_grid(r, i)) > i || (next = read_simple_table(r, i)) > i ||
        (next = read_line_block(r, i)) > i || (next = read_field(r, i)) > i ||
        (next = read_option_item(r, i)) > i)
        return next;
    return i;
}

/* Reads what starts at line `i` and returns where to read on. */
static uint32_t read_block(reader *r, uint32_t i) {
    if (is_blank(r, i)) return i + 1;
    settle_context(r, line_at(r, i)->indent);
    uint32_t next = read_special(r, i);
    if (next > i) return next;
    return read_item(r, i) ? i : read_paragraph(r, i);
}

static bool read_rest(cq_blocks *out, cq_arena *arena, const cq_source *source, cq_err *err) {
    (void)err;
    reader r = {.text = source->text};
    cq_block_writer_init(&r.writer, arena, source, out);
    cq_arena_init(&r.scratch);
    *CQ_ARRAY_PUSH(&r.scratch, &r.contexts) = (context){0, CQ_BLOCK_PARAGRAPH, 0, 0};
    for (uint32_t at = source->body; at < r.text.len;) {
        cq_markup_line next = cq_markup_line_at(r.text, at);
        push_line(&r, next);
        at = next.next;
    }
    for (uint32_t i = 0; i < r.lines.len;) i = read_block(&r, i);
    cq_block_writer_release(&r.writer);
    cq_arena_release(&r.scratch);
    return true;
}

static const char *const endings[] = {".rst", ".rest", NULL};

const cq_format cq_format_rest = {
    .name = "rest", .endings = endings, .is_walked = true, .read = read_rest};
