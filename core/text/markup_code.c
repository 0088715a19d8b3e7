/* A passage of comments is read line by line. What a line is, markup_remark says; here lines become
   paragraphs and items, and what is code, a tag or a directive is passed over. */
#include "text/markup_code.h"

#include "text/markup_comment.h"
#include "text/markup_remark.h"
#include "text/markup_tree.h"

#include <strings.h>

#define DEEPEST_LIST 8u
#define CODE_INDENT 4u

typedef struct reader {
    cq_block_writer writer;
    cq_str text;
    cq_markup_passage passage;
    cq_arena scratch;
    uint32_t item_indents[DEEPEST_LIST]; /* of the open lists' bullets */
    uint32_t list_depth;
    uint32_t end;      /* of what was written last in the open block */
    bool is_barren[3]; /* no backtick, brace, end tag closes anything in the rest of the line */
} reader;

static const cq_markup_comment_line *line_at(const reader *r, uint32_t at) {
    return &r->passage.lines.at[at];
}

static cq_str text_at(const reader *r, uint32_t at) {
    cq_span span = line_at(r, at)->span;
    return cq_str_slice(r->text, span.start, span.end);
}

static cq_remark remark_at(const reader *r, uint32_t at) {
    cq_remark_style style = CQ_REMARK_PLAIN;
    if (r->passage.is_doc_string) style = CQ_REMARK_DOC_STRING;
    if (r->passage.is_annotation_style) style = CQ_REMARK_ANNOTATIONS;
    return cq_remark_read(text_at(r, at), style, line_at(r, at)->indent > 0);
}

/* Words ------------------------------------------------------------------- */

static bool is_blank(char c) {
    return c == ' ' || c == '\t';
}

/* What is left out between the last thing written and `start` is one space: white space, a line end
   with the decoration of the next line. */
static void write_gap(reader *r, uint32_t start) {
    cq_span gap = {r->end, start};
    if (gap.start >= gap.end || cq_block_writer_is_empty(&r->writer)) return;
    if (gap.end - gap.start == 1 && r->text.ptr[gap.start] == ' ')
        cq_block_writer_copy(&r->writer, gap);
    else
        cq_block_writer_replace(&r->writer, CQ_STR(" "), gap);
}

static void write_words(reader *r, cq_span span) {
    cq_block_writer_copy(&r->writer, span);
    r->end = span.end;
}

static void omit(reader *r, cq_span span) {
    cq_block_writer_omit(&r->writer, CQ_INLINE_CODE, span);
    r->end = span.end;
}

enum { BACKTICK, BRACE, END_TAG };

/* Behind the first `close` from `at` on, or 0; a search that came to nothing is not repeated. */
static uint32_t find_behind(reader *r, int what, uint32_t at, uint32_t end, cq_str close) {
    if (r->is_barren[what]) return 0;
    size_t found = cq_str_find(cq_str_slice(r->text, at, end), close);
    r->is_barren[what] = found == SIZE_MAX;
    return found == SIZE_MAX ? 0 : at + (uint32_t)(found + close.len);
}

/* Behind the code in backticks at `at`, or 0. */
static uint32_t find_backtick_end(reader *r, uint32_t at, uint32_t end) {
    uint32_t width = 0;
    while (at + width < end && width < 3 && r->text.ptr[at + width] == '`') width++;
    if (width > 2) return 0;
    return find_behind(r, BACKTICK, at + width, end, width == 1 ? CQ_STR("`") : CQ_STR("``"));
}

/* Doxygen's "@p name": behind the name, or 0. */
static uint32_t find_marked_end(const reader *r, uint32_t at, uint32_t end) {
    static const char *const tags[] = {"p ", "c ", "a ", "ref "};
    cq_str rest = cq_str_slice(r->text, at + 1, end);
    for (size_t i = 0; i < sizeof tags / sizeof *tags; i++) {
        if (!cq_str_has_prefix(rest, cq_str_of(tags[i]))) continue;
        for (at += 1 + (uint32_t)strlen(tags[i]); at < end && !is_blank(r->text.ptr[at]); at++)
            ;
        while (strchr(".,;:!?)", r->text.ptr[at - 1])) at--;
        return at;
    }
    return 0;
}

/* Behind "<code>...</code>", or 0. */
static uint32_t find_element_end(reader *r, uint32_t at, uint32_t end) {
    cq_str rest = cq_str_slice(r->text, at, end);
    if (cq_str_has_prefix(rest, CQ_STR("<code>")))
        return find_behind(r, END_TAG, at, end, CQ_STR("</code>"));
    if (cq_str_has_prefix(rest, CQ_STR("<tt>")))
        return find_behind(r, END_TAG, at, end, CQ_STR("</tt>"));
    return 0;
}

/* Behind what starts at `at` and is no prose, or 0. */
static uint32_t find_code_end(reader *r, uint32_t at, uint32_t end) {
    switch (r->text.ptr[at]) {
    case '`': return find_backtick_end(r, at, end);
    case '{':
        if (at + 1 == end || r->text.ptr[at + 1] != '@') return 0;
        return find_behind(r, BRACE, at, end, CQ_STR("}"));
    case '@':
    case '\\': return find_marked_end(r, at, end);
    case '<': return find_element_end(r, at, end);
    default: return 0;
    }
}

/* The width of an inline HTML tag that only says how the text looks, or 0. */
static uint32_t measure_tag(const reader *r, uint32_t at, uint32_t end) {
    static const char *const names[] = {"p",  "b",  "i",  "em", "strong", "u",
                                        "ul", "ol", "li", "br", "br/"};
    if (r->text.ptr[at] != '<') return 0;
    uint32_t start = at + 1 + (at + 1 < end && r->text.ptr[at + 1] == '/');
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        uint32_t len = (uint32_t)strlen(names[i]);
        if (start + len < end && strncasecmp(r->text.ptr + start, names[i], len) == 0 &&
            r->text.ptr[start + len] == '>')
            return start + len + 1 - at;
    }
    return 0;
}

/* Where the word at `at` ends: at white space, or where some markup may start. */
static uint32_t find_word_end(const reader *r, uint32_t at, uint32_t end) {
    do at++;
    while (at < end && !is_blank(r->text.ptr[at]) && r->text.ptr[at] != '`' &&
           r->text.ptr[at] != '{' && r->text.ptr[at] != '<');
    return at;
}

static void write_word(reader *r, cq_span word) {
    cq_str name = cq_remark_find_name(cq_str_slice(r->text, word.start, word.end));
    if (name.len) {
        uint32_t start = (uint32_t)(name.ptr - r->text.ptr), end = start + (uint32_t)name.len;
        write_words(r, (cq_span){word.start, start});
        omit(r, (cq_span){start, end});
        word.start = end;
    }
    write_words(r, word);
}

/* Writes what starts at `at`, which is no blank, and returns where to read on. */
static uint32_t write_piece(reader *r, uint32_t at, uint32_t end) {
    uint32_t width = measure_tag(r, at, end);
    if (width) {
        if (r->end == at) r->end += width; /* no space in its place */
        return at + width;
    }
    write_gap(r, at);
    uint32_t code_end = find_code_end(r, at, end);
    if (code_end) {
        omit(r, (cq_span){at, code_end});
        return code_end;
    }
    uint32_t word_end = find_word_end(r, at, end);
    write_word(r, (cq_span){at, word_end});
    return word_end;
}

static void write_line(reader *r, cq_span span) {
    memset(r->is_barren, 0, sizeof r->is_barren);
    for (uint32_t at = span.start; at < span.end;) {
        if (is_blank(r->text.ptr[at]))
            at++;
        else
            at = write_piece(r, at, span.end);
    }
}

/* Paragraphs -------------------------------------------------------------- */

static bool ends_with(const reader *r, uint32_t at, cq_str what) {
    return cq_str_has_suffix(text_at(r, at), what);
}

static bool is_bullet_at(const reader *r, uint32_t at) {
    return at < r->passage.lines.len && remark_at(r, at).kind == CQ_REMARK_BULLET;
}

/* Inside a paragraph a dash may have come to the start of a line by chance: it takes two such
   lines, or a colon before. */
static bool is_item_start(const reader *r, uint32_t at, bool is_item) {
    return is_item || ends_with(r, at - 1, CQ_STR(":")) || is_bullet_at(r, at + 1);
}

/* Whether line `at` goes on with the paragraph or item that starts at `first`, as its indent says.
   Below a colon an example or a list without bullets is indented; in a doc string a definition is,
   below its term. */
static bool is_aligned(const reader *r, uint32_t first, uint32_t at, cq_remark_kind kind) {
    uint32_t indent = line_at(r, at)->indent, before = line_at(r, at - 1)->indent;
    bool is_deeper = indent >= before + 2;
    if (is_deeper && ends_with(r, at - 1, CQ_STR(":"))) return false;
    if (is_deeper && r->passage.is_doc_string && kind == CQ_REMARK_TEXT && first > 0) return false;
    return indent >= line_at(r, first)->indent || at == first + 1;
}

/* The line behind the paragraph or item that starts at `first`. */
static uint32_t find_end(const reader *r, uint32_t first, cq_remark_kind kind) {
    uint32_t end = first + 1;
    for (; end < r->passage.lines.len; end++) {
        cq_remark_kind next = remark_at(r, end).kind;
        bool is_bullet = next == CQ_REMARK_BULLET;
        if (is_bullet && is_item_start(r, end, kind == CQ_REMARK_BULLET)) break;
        if (!is_bullet && next != CQ_REMARK_TEXT) break;
        if (line_at(r, end)->is_title || line_at(r, end - 1)->is_title) break;
        if (!is_aligned(r, first, end, kind)) break;
    }
    return end;
}

static bool is_code(const reader *r, uint32_t first, uint32_t end) {
    uint32_t count = 0;
    for (uint32_t i = first; i < end; i++) count += cq_remark_is_code(text_at(r, i));
    return count * 2 >= end - first;
}

static uint32_t find_item_depth(reader *r, uint32_t indent) {
    while (r->list_depth && r->item_indents[r->list_depth - 1] >= indent) r->list_depth--;
    if (r->list_depth < DEEPEST_LIST) r->item_indents[r->list_depth++] = indent;
    return r->list_depth;
}

/* Writes lines [first, end); the first one is prose from `start` on. */
static void write_lines(reader *r, uint32_t first, uint32_t end, uint32_t start, bool is_item) {
    const cq_markup_comment_line *line = line_at(r, first);
    cq_block_kind kind = is_item ? CQ_BLOCK_LIST_ITEM : CQ_BLOCK_PARAGRAPH;
    uint32_t depth = is_item ? find_item_depth(r, line->indent) : 0;
    if (line->is_title) kind = CQ_BLOCK_HEADING, depth = 1;
    cq_block_writer_begin(&r->writer, kind, depth, CQ_STR(""));
    r->end = start;
    write_line(r, (cq_span){start, line->span.end});
    for (uint32_t i = first + 1; i < end; i++) write_line(r, line_at(r, i)->span);
    cq_block_writer_end(&r->writer);
}

/* Skips lines indented deeper than `indent`, and blank ones among them. */
static uint32_t skip_indented(const reader *r, uint32_t at, uint32_t indent) {
    while (at < r->passage.lines.len && (!text_at(r, at).len || line_at(r, at)->indent > indent))
        at++;
    return at;
}

static uint32_t read_prose(reader *r, uint32_t at, cq_remark remark) {
    bool is_item = remark.kind == CQ_REMARK_BULLET;
    uint32_t end = find_end(r, at, remark.kind);
    uint32_t start = line_at(r, at)->span.start + remark.text_start;
    if (!is_item && remark.kind == CQ_REMARK_TEXT) r->list_depth = 0;
    if (!is_code(r, at, end)) write_lines(r, at, end, start, is_item);
    return ends_with(r, end - 1, CQ_STR("::")) ? skip_indented(r, end, line_at(r, at)->indent)
                                               : end;
}

/* Code -------------------------------------------------------------------- */

static uint32_t skip_fence(const reader *r, uint32_t at) {
    for (at++; at < r->passage.lines.len; at++)
        if (cq_str_has_prefix(text_at(r, at), CQ_STR("```"))) return at + 1;
    return at;
}

static uint32_t skip_verbatim(const reader *r, uint32_t at) {
    for (; at < r->passage.lines.len; at++)
        if (cq_remark_ends_verbatim(text_at(r, at))) return at + 1;
    return at;
}

/* Up to a blank line (not for examples of JSDoc, which may hold some) or the next tag. */
static uint32_t skip_example(const reader *r, uint32_t at) {
    bool is_tag = text_at(r, at).ptr[0] == '@';
    for (at++; at < r->passage.lines.len; at++) {
        cq_remark remark = remark_at(r, at);
        if (remark.kind == CQ_REMARK_TAG || remark.kind == CQ_REMARK_MUTE_TAG ||
            (remark.kind == CQ_REMARK_BLANK && !is_tag))
            break;
    }
    return at;
}

/* Indented behind a blank line or a colon, as in Markdown; in doc strings that says nothing. */
static bool is_indented_code(const reader *r, uint32_t at) {
    if (r->passage.is_doc_string || at == 0 || line_at(r, at)->indent < CODE_INDENT) return false;
    if (r->list_depth && line_at(r, at)->indent <= r->item_indents[r->list_depth - 1] + CODE_INDENT)
        return false;
    return !text_at(r, at - 1).len || ends_with(r, at - 1, CQ_STR(":"));
}

/* Reads what starts at line `at` and returns where to read on. */
static uint32_t read_remark(reader *r, uint32_t at) {
    cq_remark remark = remark_at(r, at);
    switch (remark.kind) {
    case CQ_REMARK_BLANK:
    case CQ_REMARK_DIRECTIVE: return at + 1;
    case CQ_REMARK_FENCE: return skip_fence(r, at);
    case CQ_REMARK_VERBATIM: return skip_verbatim(r, at);
    case CQ_REMARK_EXAMPLE:
    case CQ_REMARK_MUTE_TAG: return skip_example(r, at);
    case CQ_REMARK_LITERAL: return skip_indented(r, at + 1, line_at(r, at)->indent);
    case CQ_REMARK_TAG: return read_prose(r, at, remark);
    default:
        if (is_indented_code(r, at)) return skip_indented(r, at, CODE_INDENT - 1);
        return read_prose(r, at, remark);
    }
}

static bool is_licence(const reader *r) {
    for (uint32_t i = 0; i < r->passage.lines.len; i++)
        if (cq_remark_is_licence(text_at(r, i))) return true;
    return false;
}

static void read_passage(reader *r) {
    r->list_depth = 0;
    if (is_licence(r)) return;
    for (uint32_t at = 0; at < r->passage.lines.len;) at = read_remark(r, at);
}

bool cq_markup_code_read(cq_blocks *out, cq_arena *arena, const cq_source *source,
                         const TSLanguage *language, cq_err *err) {
    TSTree *tree = cq_markup_tree_parse(source, language, err);
    if (!tree) return false;
    reader r = {.text = source->text};
    cq_markup_comments comments = {0};
    cq_block_writer_init(&r.writer, arena, source, out);
    cq_arena_init(&r.scratch);
    cq_markup_comment_find(&comments, &r.scratch, tree, source->text);
    ts_tree_delete(tree);
    for (uint32_t i = 0; i < comments.len; i++)
        cq_block_writer_comment(&r.writer, comments.at[i].span);
    for (uint32_t at = 0; at < comments.len;) {
        at = cq_markup_passage_read(&r.passage, &r.scratch, source->text, &comments, at);
        read_passage(&r);
    }
    cq_block_writer_release(&r.writer);
    cq_arena_release(&r.scratch);
    return true;
}
