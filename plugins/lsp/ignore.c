#include "plugins/lsp/ignore.h"

static const char *const reach_names[] = {
    [CQ_LSP_IGNORE_BLOCK] = "in this paragraph",
    [CQ_LSP_IGNORE_LINE] = "on this line",
    [CQ_LSP_IGNORE_FILE] = "in this file",
};

static const char *const words[] = {
    [CQ_LSP_IGNORE_BLOCK] = "calque-ignore",
    [CQ_LSP_IGNORE_LINE] = "calque-ignore-line",
    [CQ_LSP_IGNORE_FILE] = "calque-ignore-file",
};

static const cq_format_comment mdx_comment = {.begin = "{/* ", .end = " */}", .is_apart = true};

const char *cq_lsp_ignore_name(cq_lsp_ignore_reach reach) {
    return reach_names[reach];
}

/* A comment that is being written. */
typedef struct writing {
    cq_arena *arena;
    const cq_lsp_document *document;
    const cq_doc *doc;
    const cq_block *block;
    cq_format_comment style;
    cq_str said; /* "calque-ignore en/its-own:" */
    uint32_t at; /* where the finding starts */
} writing;

static bool is_of_format(const cq_doc *doc, const char *name) {
    return cq_str_is_equal(cq_str_of(doc->format->name), cq_str_of(name));
}

static cq_format_comment find_style(const cq_doc *doc) {
    bool is_mdx =
        is_of_format(doc, "markdown") && cq_str_has_suffix(doc->source.path, CQ_STR(".mdx"));
    return is_mdx ? mdx_comment : doc->format->comment;
}

/* Places ------------------------------------------------------------------ */

static cq_str text_of(const writing *w) {
    return cq_buf_get(&w->document->text.bytes);
}

static cq_span line_of(const writing *w, uint32_t offset) {
    return cq_lsp_text_line(&w->document->text, cq_lsp_text_line_of(&w->document->text, offset));
}

/* The start of the line that a byte is in, not before a byte order mark. */
static uint32_t find_line(const writing *w, uint32_t offset) {
    uint32_t start = line_of(w, offset).start;
    return start > w->doc->source.body ? start : w->doc->source.body;
}

static bool is_blank(const writing *w, cq_span line) {
    return !cq_str_trim(cq_str_slice(text_of(w), line.start, line.end)).len;
}

/* The start of the first line behind a blank one, from the line of a byte up. */
static uint32_t find_paragraph(const writing *w, uint32_t offset) {
    uint32_t line = cq_lsp_text_line_of(&w->document->text, offset);
    while (line && !is_blank(w, cq_lsp_text_line(&w->document->text, line - 1))) line--;
    return find_line(w, cq_lsp_text_line(&w->document->text, line).start);
}

/* The first block of the text itself, behind front matter; NULL: there is none. */
static const cq_block *find_first(const writing *w) {
    const cq_blocks *blocks = &w->doc->blocks;
    uint32_t i = 0;
    while (i < blocks->len && blocks->at[i].kind == CQ_BLOCK_META) i++;
    return i < blocks->len ? &blocks->at[i] : NULL;
}

/* Whether what is ignored behind `at` is the block and not one before it. */
static bool is_next(const writing *w, uint32_t at) {
    const cq_blocks *blocks = &w->doc->blocks;
    for (uint32_t i = 0; i < blocks->len; i++)
        if (blocks->at[i].source.start >= at && blocks->at[i].source.start < w->block->source.start)
            return false;
    return true;
}

/* The comment of several lines that the line which starts at `at` is in; NULL: it is in none. */
static const cq_span *find_comment(const writing *w, uint32_t at) {
    const cq_blocks *blocks = &w->doc->blocks;
    for (uint32_t i = 0; i < blocks->comments.len; i++) {
        const cq_span *comment = &blocks->comments.at[i];
        if (comment->start < at && at < comment->end) return comment;
    }
    return NULL;
}

/* What stands from `start` on of the bytes in `set`. */
static cq_str take_set(const writing *w, uint32_t start, const char *set) {
    cq_str text = text_of(w);
    size_t end = start;
    while (end < text.len && text.ptr[end] && strchr(set, text.ptr[end])) end++;
    return cq_str_slice(text, start, end);
}

/* Edits ------------------------------------------------------------------- */

static bool insert(cq_edit *out, uint32_t at, cq_str text) {
    *out = (cq_edit){{at, at}, text};
    return true;
}

/* The comment on lines of its own, in front of the line that starts at `at`. */
static bool insert_line(cq_edit *out, const writing *w, uint32_t at) {
    cq_str indent = w->style.is_indented ? take_set(w, at, " \t") : CQ_STR("");
    return insert(out, at,
                  cq_str_format(w->arena, "%.*s%s%s%s\n%s", CQ_FMT(indent), w->style.begin,
                                w->said.ptr, w->style.end, w->style.is_apart ? "\n" : ""));
}

/* A line of a comment of several, marked as those beside it are. What a doc string says is shown. */
static bool insert_in_comment(cq_edit *out, const writing *w, uint32_t at, const cq_span *comment) {
    cq_str mark = take_set(w, at, " \t*");
    bool is_doc_string = !take_set(w, comment->start, "/-#").len;
    if (is_doc_string || at + mark.len < w->block->source.start) return false;
    return insert(out, at, cq_str_format(w->arena, "%.*s%s\n", CQ_FMT(mark), w->said.ptr));
}

static bool is_inline(const writing *w) {
    return w->style.end[0];
}

/* Whether a comment in front of the block's line is part of nothing else: a list, a table, code. */
static bool is_at_top(const writing *w) {
    uint32_t start = w->block->source.start, at = find_paragraph(w, start);
    cq_str sign = take_set(w, at, "#");
    if (sign.len) sign.len += take_set(w, at + (uint32_t)sign.len, " ").len;
    bool is_first = at == w->doc->source.body;
    return w->block->is_cut || ((sign.len || is_first) && at + sign.len == start);
}

static bool write_for_block(cq_edit *out, const writing *w) {
    uint32_t start = w->block->source.start;
    if (is_inline(w)) return is_at_top(w) && insert_line(out, w, find_line(w, start));
    uint32_t at = w->style.is_apart ? find_paragraph(w, start) : find_line(w, start);
    const cq_span *comment = find_comment(w, at);
    if (w->block->kind == CQ_BLOCK_TABLE_CELL || !is_next(w, at)) return false;
    return comment ? insert_in_comment(out, w, at, comment) : insert_line(out, w, at);
}

static bool write_for_line(cq_edit *out, const writing *w) {
    if (w->block->kind == CQ_BLOCK_META || w->block->kind == CQ_BLOCK_TABLE_CELL) return false;
    if (is_inline(w))
        return insert(
            out, line_of(w, w->at).end,
            cq_str_format(w->arena, " %s%s%s", w->style.begin, w->said.ptr, w->style.end));
    uint32_t at = find_line(w, w->at);
    return !w->style.is_apart && !find_comment(w, at) && insert_line(out, w, at);
}

/* Behind the line that names the program for a script. */
static uint32_t find_head(const writing *w) {
    uint32_t body = w->doc->source.body;
    cq_str text = cq_str_slice(text_of(w), body, text_of(w).len);
    size_t end = cq_str_has_prefix(text, CQ_STR("#!")) ? cq_str_find(text, CQ_STR("\n")) : SIZE_MAX;
    return end == SIZE_MAX ? body : body + (uint32_t)end + 1;
}

static bool write_for_file(cq_edit *out, writing *w) {
    const cq_block *first = find_first(w);
    if (is_of_format(w->doc, "html")) return insert_line(out, w, (uint32_t)text_of(w).len);
    if (is_inline(w)) {
        w->style.is_apart = true;
        return insert_line(out, w, first ? find_line(w, first->source.start) : w->doc->source.body);
    }
    bool is_before_first = w->style.is_apart && first;
    return insert_line(out, w,
                       is_before_first ? find_paragraph(w, first->source.start) : find_head(w));
}

bool cq_lsp_ignore_write(cq_edit *out, cq_arena *arena, const cq_lsp_document *document,
                         const cq_finding *finding, cq_lsp_ignore_reach reach) {
    const cq_doc *doc = &document->check.doc;
    if (!document->check.has_doc || finding->block >= doc->blocks.len) return false;
    writing w = {arena, document, doc, .block = &doc->blocks.at[finding->block],
                 .at = finding->at.start};
    w.style = find_style(doc);
    if (!w.style.begin) return false;
    w.said = cq_str_format(arena, "%s %s:", words[reach], finding->rule->id.ptr);
    switch (reach) {
    case CQ_LSP_IGNORE_BLOCK: return write_for_block(out, &w);
    case CQ_LSP_IGNORE_LINE: return write_for_line(out, &w);
    default: return write_for_file(out, &w);
    }
}
