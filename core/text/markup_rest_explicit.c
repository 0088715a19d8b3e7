#include "text/markup_rest_explicit.h"

#include "text/char_class.h"
#include "text/markup_rest_field.h"

/* Directives ----------------------------------------------------------------- */

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
    if (cq_str_is_any(name, prose)) return DIRECTIVE_PROSE;
    if (cq_str_is_any(name, bodies) || memchr(name.ptr, ':', name.len)) return DIRECTIVE_BODY;
    if (cq_str_is_any(name, titled)) return DIRECTIVE_TITLED;
    if (cq_str_is_any(name, versions)) return DIRECTIVE_VERSION;
    if (cq_str_is_any(name, tables)) return DIRECTIVE_TABLE;
    if (cq_str_is_any(name, captioned)) return DIRECTIVE_CAPTION;
    return cq_str_is_equal(name, CQ_STR("figure")) ? DIRECTIVE_FIGURE : DIRECTIVE_HIDDEN;
}

/* The "name" of "name::" at *at of a line, or the empty string; moves *at behind it. */
static cq_str read_directive_name(cq_str s, uint32_t *at) {
    uint32_t end = *at;
    while ((cq_char_class_of(cq_str_byte_at(s, end)) & CQ_CHAR_ALNUM) ||
           (cq_str_byte_at(s, end) && strchr("-_+.", cq_str_byte_at(s, end))) ||
           (cq_str_byte_at(s, end) == ':' &&
            (cq_char_class_of(cq_str_byte_at(s, end + 1)) & CQ_CHAR_ALNUM)))
        end++;
    cq_str name = cq_str_slice(s, *at, end);
    end += cq_str_byte_at(s, end) == ' ';
    bool is_ended = cq_str_byte_at(s, end) == ':' && cq_str_byte_at(s, end + 1) == ':' &&
                    (end + 2 >= s.len || cq_char_is_blank(s.ptr[end + 2]));
    if (!is_ended) return CQ_STR("");
    *at = cq_markup_line_skip_blanks(s, end + 2);
    return name;
}

/* Options that readers see; all others are settings. */
static void write_option(cq_rest_reader *r, uint32_t i) {
    cq_str s = cq_rest_reader_text(r, i);
    uint32_t start = cq_rest_reader_line(r, i)->content + cq_rest_field_find_value(s);
    if (!cq_str_has_prefix(s, CQ_STR(":alt:")) && !cq_str_has_prefix(s, CQ_STR(":caption:")))
        return;
    bool is_alt = cq_str_has_prefix(s, CQ_STR(":alt:"));
    cq_rest_reader_write_block(r, is_alt ? CQ_BLOCK_META : CQ_BLOCK_CAPTION, 0,
                               (cq_span){start, cq_rest_reader_line(r, i)->at.end});
}

static uint32_t read_options(cq_rest_reader *r, uint32_t i, uint32_t indent) {
    while (!cq_rest_reader_is_blank(r, i) && cq_rest_reader_line(r, i)->indent > indent &&
           cq_rest_field_find_value(cq_rest_reader_text(r, i)))
        write_option(r, i++);
    return i;
}

/* Where the directive's line goes on below it: at lines that are as prose, up to a blank one or an
   option. */
static uint32_t find_argument_end(const cq_rest_reader *r, uint32_t i, uint32_t indent) {
    uint32_t end = i + 1;
    while (!cq_rest_reader_is_blank(r, end) && cq_rest_reader_line(r, end)->indent > indent &&
           !cq_rest_field_find_value(cq_rest_reader_text(r, end)))
        end++;
    return end;
}

/* The line on which the directive stands, from `start` on, with those that go on with it. */
static uint32_t read_argument(cq_rest_reader *r, uint32_t i, uint32_t start, directive_kind kind) {
    uint32_t indent = cq_rest_reader_line(r, i)->indent, end = find_argument_end(r, i, indent);
    bool is_own = start < cq_rest_reader_line(r, i)->at.end;
    if (kind == DIRECTIVE_PROSE || kind == DIRECTIVE_VERSION) {
        if (!is_own && end == i + 1) return end;
        if (!is_own) return i + 1;
        cq_rest_reader_write_lines(r, CQ_BLOCK_PARAGRAPH, start, end);
        return end;
    }
    if (kind == DIRECTIVE_TITLED && is_own)
        cq_rest_reader_write_lines(r, CQ_BLOCK_HEADING, start, i + 1);
    else if (kind == DIRECTIVE_TABLE || kind == DIRECTIVE_CAPTION)
        cq_rest_reader_write_lines(r, CQ_BLOCK_CAPTION, start, is_own ? end : i + 1);
    return kind == DIRECTIVE_TABLE && is_own ? end : i + 1;
}

static uint32_t skip_word(cq_str s, uint32_t at) {
    while (at < s.len && !cq_char_is_blank(s.ptr[at])) at++;
    return cq_markup_line_skip_blanks(s, at);
}

/* What the directive `name` at line `i` holds; its argument starts at `at` of the line. */
static uint32_t read_directive(cq_rest_reader *r, uint32_t i, cq_str name, uint32_t at) {
    uint32_t indent = cq_rest_reader_line(r, i)->indent;
    directive_kind kind = find_directive(name);
    if (kind == DIRECTIVE_VERSION) at = skip_word(cq_rest_reader_text(r, i), at);
    if (kind == DIRECTIVE_HIDDEN) {
        read_options(r, i + 1, indent);
        return cq_rest_reader_skip_indented(r, i + 1, indent);
    }
    uint32_t next = read_argument(r, i, cq_rest_reader_line(r, i)->content + at, kind);
    next = read_options(r, next, indent);
    if (kind == DIRECTIVE_CAPTION) return cq_rest_reader_skip_indented(r, next, indent);
    cq_rest_reader_open_body(r, next, indent,
                             kind == DIRECTIVE_FIGURE ? CQ_BLOCK_CAPTION
                                                      : cq_rest_reader_context(r)->kind);
    return next;
}

/* All of it ------------------------------------------------------------------ */

/* ".. [1] text": a footnote's text is a paragraph of its own. */
static uint32_t read_footnote(cq_rest_reader *r, uint32_t i, cq_str s) {
    const char *close = memchr(s.ptr, ']', s.len);
    if (!close) return cq_rest_reader_skip_indented(r, i + 1, cq_rest_reader_line(r, i)->indent);
    uint32_t at = cq_markup_line_skip_blanks(s, (uint32_t)(close - s.ptr) + 1);
    uint32_t end = i + 1, indent = cq_rest_reader_line(r, i)->indent;
    while (!cq_rest_reader_is_blank(r, end) && cq_rest_reader_line(r, end)->indent > indent) end++;
    if (at < s.len)
        cq_rest_reader_write_lines(r, CQ_BLOCK_PARAGRAPH, cq_rest_reader_line(r, i)->content + at,
                                   end);
    else
        end = i + 1;
    cq_rest_reader_open_body(r, end, indent, CQ_BLOCK_PARAGRAPH);
    return end;
}

/* ".. |name| replace:: text" */
static uint32_t read_substitution(cq_rest_reader *r, uint32_t i, cq_str s) {
    uint32_t indent = cq_rest_reader_line(r, i)->indent;
    size_t found = cq_str_find(s, CQ_STR("| replace::"));
    if (found == SIZE_MAX) return cq_rest_reader_skip_indented(r, i + 1, indent);
    uint32_t at = cq_markup_line_skip_blanks(s, (uint32_t)found + 11),
             end = find_argument_end(r, i, indent);
    if (at < s.len)
        cq_rest_reader_write_lines(r, CQ_BLOCK_META, cq_rest_reader_line(r, i)->content + at, end);
    return end;
}

uint32_t cq_rest_explicit_read(cq_rest_reader *r, uint32_t i) {
    cq_str s = cq_rest_reader_text(r, i);
    uint32_t indent = cq_rest_reader_line(r, i)->indent, at = cq_markup_line_skip_blanks(s, 2);
    cq_str name = read_directive_name(s, &at);
    if (name.len) return read_directive(r, i, name, at);
    if (cq_str_byte_at(s, at) == '[') return read_footnote(r, i, s);
    if (cq_str_byte_at(s, at) == '|') return read_substitution(r, i, s);
    if (s.len == 2 && cq_rest_reader_is_blank(r, i + 1))
        return i + 1; /* an empty comment takes nothing with it */
    uint32_t next = cq_rest_reader_skip_indented(r, i + 1, indent);
    if (cq_str_byte_at(s, at) != '_') {
        cq_span comment = {cq_rest_reader_line(r, i)->content,
                           cq_rest_reader_line(r, next - 1)->at.end};
        cq_block_writer_comment(&r->writer, comment);
    }
    return next;
}
