#include "text/markup_comment.h"

#include "text/markup_line.h"

#define TAB_COLUMNS 4u

/* Finding ----------------------------------------------------------------- */

typedef struct finder {
    cq_markup_comments *out;
    cq_arena *arena;
    cq_str text;
    TSTreeCursor cursor;
    uint32_t depth;
    uint32_t definition; /* depth of a class or function whose body is to come, or UINT32_MAX */
    bool is_first;       /* the next statement is the first one of a module, class or function */
} finder;

static bool is_type(TSNode node, const char *type) {
    return strcmp(ts_node_type(node), type) == 0;
}

/* Where the parser recovers from an error, a comment may stand in another one: the outer one has it. */
static void push_comment(finder *f, TSNode node, bool is_doc_string) {
    uint32_t len = (uint32_t)f->text.len, end = ts_node_end_byte(node);
    uint32_t before = f->out->len ? f->out->at[f->out->len - 1].span.end : 0;
    cq_span span = {ts_node_start_byte(node), end < len ? end : len};
    if (span.start >= before && span.start < span.end)
        *CQ_ARRAY_PUSH(f->arena, f->out) = (cq_markup_comment){span, is_doc_string};
}

/* Python's: a string that is all of a first statement. */
static void visit_statement(finder *f, TSNode node) {
    f->is_first = false;
    if (!is_type(node, "expression_statement") || ts_node_named_child_count(node) != 1) return;
    TSNode string = ts_node_named_child(node, 0);
    if (is_type(string, "string")) push_comment(f, string, true);
}

static void visit(finder *f) {
    TSNode node = ts_tree_cursor_current_node(&f->cursor);
    if (!ts_node_is_named(node)) return;
    if (is_type(node, "comment")) {
        push_comment(f, node, false);
        return;
    }
    if (f->is_first) visit_statement(f, node);
    if (is_type(node, "function_definition") || is_type(node, "class_definition")) {
        f->definition = f->depth;
    } else if (is_type(node, "module")) {
        f->is_first = true;
    } else if (f->definition != UINT32_MAX && f->depth == f->definition + 1 &&
               is_type(node, "block")) {
        f->definition = UINT32_MAX;
        f->is_first = true;
    }
}

/* Moves to the next node in the order of the source; false behind the last one. */
static bool move_on(finder *f) {
    if (ts_tree_cursor_goto_first_child(&f->cursor)) {
        f->depth++;
        return true;
    }
    while (!ts_tree_cursor_goto_next_sibling(&f->cursor)) {
        if (!ts_tree_cursor_goto_parent(&f->cursor)) return false;
        f->depth--;
    }
    return true;
}

void cq_markup_comment_find(cq_markup_comments *out, cq_arena *arena, const TSTree *tree,
                            cq_str text) {
    finder f = {.out = out, .arena = arena, .text = text, .definition = UINT32_MAX};
    f.cursor = ts_tree_cursor_new(ts_tree_root_node(tree));
    do visit(&f);
    while (move_on(&f));
    ts_tree_cursor_delete(&f.cursor);
}

/* Marks ------------------------------------------------------------------- */

typedef struct reader {
    cq_markup_passage *out;
    cq_arena *arena;
    cq_str text;
} reader;

static bool is_blank(char c) {
    return c == ' ' || c == '\t' || c == '\r' || c == '\n' || c == '\f' || c == '\v';
}

static bool has_at(cq_str text, cq_span span, cq_str what) {
    return cq_str_has_prefix(cq_str_slice(text, span.start, span.end), what);
}

static uint32_t skip_bytes(cq_str text, cq_span span, const char *set) {
    uint32_t at = span.start;
    while (at < span.end && text.ptr[at] && strchr(set, text.ptr[at])) at++;
    return at;
}

/* The width of Lua's "[[", "[=[", ... or 0. */
static uint32_t measure_bracket(cq_str text, cq_span span) {
    if (span.start >= span.end || text.ptr[span.start] != '[') return 0;
    uint32_t at = skip_bytes(text, (cq_span){span.start + 1, span.end}, "=");
    return at < span.end && text.ptr[at] == '[' ? at + 1 - span.start : 0;
}

/* The width of a line comment's opening mark, or 0 where it is no line comment. */
static uint32_t measure_line_mark(cq_str text, cq_span span) {
    cq_span behind = {span.start + 2, span.end};
    if (has_at(text, span, CQ_STR("//"))) return skip_bytes(text, behind, "/!<") - span.start;
    if (has_at(text, span, CQ_STR("#")))
        return skip_bytes(text, (cq_span){span.start + 1, span.end}, "#:") - span.start;
    if (has_at(text, span, CQ_STR("--")) && !measure_bracket(text, behind))
        return skip_bytes(text, behind, "-") - span.start;
    return 0;
}

static bool is_line_comment(cq_str text, cq_span span) {
    return measure_line_mark(text, span) > 0;
}

/* What a string holds between its quotation marks; empty where it is one of bytes or a template. */
static cq_span strip_quotes(cq_str text, cq_span span) {
    uint32_t at = skip_bytes(text, span, "rRuU");
    if (at >= span.end || (text.ptr[at] != '"' && text.ptr[at] != '\'')) return (cq_span){at, at};
    char quote = text.ptr[at];
    uint32_t width = 0;
    while (at + width < span.end && width < 3 && text.ptr[at + width] == quote) width++;
    width = width == 3 ? 3 : 1;
    uint32_t end = span.end;
    for (uint32_t i = 0; i < width && end > at + width && text.ptr[end - 1] == quote; i++) end--;
    return (cq_span){at + width, end};
}

/* What stands inside a block comment or doc string. */
static cq_span strip_marks(cq_str text, cq_markup_comment comment) {
    cq_span span = comment.span;
    if (comment.is_doc_string) return strip_quotes(text, span);
    if (has_at(text, span, CQ_STR("/*"))) {
        uint32_t start = skip_bytes(text, (cq_span){span.start + 2, span.end}, "*!<");
        bool is_closed = span.end >= span.start + 4 && text.ptr[span.end - 1] == '/';
        uint32_t end = is_closed ? span.end - 2 : span.end;
        while (end > start && text.ptr[end - 1] == '*') end--;
        return (cq_span){start < end ? start : end, end};
    }
    uint32_t width = 2 + measure_bracket(text, (cq_span){span.start + 2, span.end});
    uint32_t close = width - 2;
    return span.end - span.start < width + close ? (cq_span){span.end, span.end}
                                                 : (cq_span){span.start + width, span.end - close};
}

/* Lines ------------------------------------------------------------------- */

static bool is_rule_mark(char c) {
    return c && strchr("-=*#~_+/", c);
}

/* Takes "-----" away from both ends: what it stands beside is a title. */
static void strip_rules(reader *r, cq_markup_comment_line *line) {
    cq_span inner = line->span;
    while (inner.start < inner.end && is_rule_mark(r->text.ptr[inner.start])) inner.start++;
    while (inner.end > inner.start && is_rule_mark(r->text.ptr[inner.end - 1])) inner.end--;
    uint32_t before = inner.start - line->span.start, behind = line->span.end - inner.end;
    if (inner.start < inner.end) {
        if (before && !is_blank(r->text.ptr[inner.start])) before = 0;
        if (behind && !is_blank(r->text.ptr[inner.end - 1])) behind = 0;
    }
    if (before < 3 && behind < 3) return;
    line->is_title = inner.start < inner.end;
    line->span = (cq_span){line->span.start + before, line->span.end - behind};
}

static void strip_blanks(cq_str text, cq_span *span) {
    while (span->start < span->end && is_blank(text.ptr[span->start])) span->start++;
    while (span->end > span->start && is_blank(text.ptr[span->end - 1])) span->end--;
}

static uint32_t measure_indent(cq_str text, cq_span span) {
    uint32_t columns = 0;
    for (uint32_t at = span.start; at < span.end && is_blank(text.ptr[at]); at++)
        columns += text.ptr[at] == '\t' ? TAB_COLUMNS : 1;
    return columns;
}

/* Pushes what stands behind the marks on one line. */
static void push_line(reader *r, cq_span span) {
    cq_markup_comment_line *line = CQ_ARRAY_PUSH(r->arena, &r->out->lines);
    *line = (cq_markup_comment_line){.span = span, .indent = measure_indent(r->text, span)};
    strip_blanks(r->text, &line->span);
    strip_rules(r, line);
    strip_blanks(r->text, &line->span);
}

/* Cuts `span` into lines; the first one starts in it, the others where their lines do. */
static void push_lines(reader *r, cq_span span) {
    cq_str inside = cq_str_slice(r->text, 0, span.end);
    do {
        cq_markup_line line = cq_markup_line_at(inside, span.start);
        push_line(r, (cq_span){line.start, line.end});
        span.start = line.next;
    } while (span.start < span.end);
}

/* " * " before every line but the first. */
static bool is_decorated(reader *r, uint32_t first) {
    bool is_seen = false;
    for (uint32_t i = first; i < r->out->lines.len; i++) {
        cq_span span = r->out->lines.at[i].span;
        if (span.start == span.end) continue;
        if (r->text.ptr[span.start] != '*') return false;
        is_seen = true;
    }
    return is_seen;
}

static void strip_decoration(reader *r, uint32_t first) {
    for (uint32_t i = first; i < r->out->lines.len; i++) {
        cq_markup_comment_line *line = &r->out->lines.at[i];
        if (line->span.start == line->span.end) continue;
        line->span.start++;
        line->indent = measure_indent(r->text, line->span);
        strip_blanks(r->text, &line->span);
        strip_rules(r, line);
        strip_blanks(r->text, &line->span);
    }
}

/* Makes the indents relative. The first line of a block comment stands behind its mark, which says
   nothing about the others. */
static void level_indents(reader *r, uint32_t first) {
    uint32_t least = UINT32_MAX;
    for (uint32_t i = first; i < r->out->lines.len; i++) {
        const cq_markup_comment_line *line = &r->out->lines.at[i];
        if (line->span.start < line->span.end && line->indent < least) least = line->indent;
    }
    for (uint32_t i = 0; i < r->out->lines.len; i++) {
        cq_markup_comment_line *line = &r->out->lines.at[i];
        line->indent = i < first || line->indent < least ? 0 : line->indent - least;
    }
}

static void read_block_comment(reader *r, cq_markup_comment comment) {
    push_lines(r, strip_marks(r->text, comment));
    if (!comment.is_doc_string && is_decorated(r, 1)) strip_decoration(r, 1);
    level_indents(r, 1);
}

typedef struct place {
    uint32_t line_start; /* of the comment's line, as far as there are only blanks before it */
    bool is_alone;
} place;

static place find_place(cq_str text, uint32_t at) {
    uint32_t start = at;
    while (start > 0 && (text.ptr[start - 1] == ' ' || text.ptr[start - 1] == '\t')) start--;
    return (place){start, start == 0 || text.ptr[start - 1] == '\n' || text.ptr[start - 1] == '\r'};
}

/* The column of a comment that has code before it on its line. */
static uint32_t find_column(cq_str text, uint32_t at) {
    uint32_t start = at;
    while (start > 0 && text.ptr[start - 1] != '\n' && text.ptr[start - 1] != '\r') start--;
    return at - start;
}

/* Whether one line end and nothing else is between `end` and the line that starts at `start`. */
static bool is_next_line(cq_str text, uint32_t end, uint32_t start) {
    while (end < start && (text.ptr[end] == ' ' || text.ptr[end] == '\t')) end++;
    if (end < start && text.ptr[end] == '\r') end++;
    if (end < start && text.ptr[end] == '\n') end++;
    return end == start;
}

/* Does the line comment `next` go on with what `before`, which started at `column`, says? */
static bool is_continued(cq_str text, cq_span before, cq_span next, uint32_t column) {
    place at = find_place(text, next.start);
    return is_line_comment(text, next) && at.is_alone && next.start - at.line_start == column &&
           measure_line_mark(text, before) == measure_line_mark(text, next) &&
           is_next_line(text, before.end, at.line_start);
}

/* A line comment of C goes on where its line ends with a backslash. */
static void push_line_comment(reader *r, cq_span span) {
    span.start += measure_line_mark(r->text, span);
    push_lines(r, span);
}

static uint32_t read_line_comments(reader *r, const cq_markup_comments *comments, uint32_t at) {
    cq_span span = comments->at[at].span;
    uint32_t column = find_column(r->text, span.start);
    r->out->is_annotation_style = has_at(r->text, span, CQ_STR("---"));
    push_line_comment(r, span);
    for (at++; at < comments->len; at++) {
        cq_span next = comments->at[at].span;
        if (comments->at[at].is_doc_string || !is_continued(r->text, span, next, column)) break;
        push_line_comment(r, next);
        span = next;
    }
    level_indents(r, 0);
    return at;
}

uint32_t cq_markup_passage_read(cq_markup_passage *out, cq_arena *arena, cq_str text,
                                const cq_markup_comments *comments, uint32_t at) {
    reader r = {.out = out, .arena = arena, .text = text};
    cq_markup_comment comment = comments->at[at];
    out->lines.len = 0;
    out->is_doc_string = comment.is_doc_string;
    out->is_annotation_style = false;
    if (!comment.is_doc_string && is_line_comment(text, comment.span))
        return read_line_comments(&r, comments, at);
    read_block_comment(&r, comment);
    return at + 1;
}
