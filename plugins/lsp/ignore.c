#include "plugins/lsp/ignore.h"

static const char *const reach_names[] = {
    [CQ_LSP_IGNORE_BLOCK] = "in this paragraph",
    [CQ_LSP_IGNORE_LINE] = "on this line",
    [CQ_LSP_IGNORE_FILE] = "in this file",
};

const char *cq_lsp_ignore_name(cq_lsp_ignore_reach reach) {
    return reach_names[reach];
}

static bool is_html(const cq_doc *doc) {
    return cq_str_is_equal(cq_str_of(doc->format->name), CQ_STR("html"));
}

/* HTML's comments; MDX has others. */
static bool has_comments(const cq_doc *doc) {
    bool is_markdown = cq_str_is_equal(cq_str_of(doc->format->name), CQ_STR("markdown"));
    return is_html(doc) ||
           (is_markdown && !cq_str_has_suffix(doc->source.path, CQ_STR(".mdx")));
}

/* The start of the line that a byte is in. */
static uint32_t find_line(const cq_lsp_document *document, uint32_t offset) {
    uint32_t line = cq_lsp_text_line_of(&document->text, offset);
    return cq_lsp_text_line(&document->text, line).start;
}

/* Behind front matter, before the first block of the text itself; 0: there is none. */
static uint32_t find_top(const cq_lsp_document *document) {
    const cq_blocks *blocks = &document->check.doc.blocks;
    uint32_t i = 0;
    while (i < blocks->len && blocks->at[i].kind == CQ_BLOCK_META) i++;
    return i < blocks->len ? find_line(document, blocks->at[i].source.start) : 0;
}

static cq_edit insert(uint32_t at, cq_str text) {
    return (cq_edit){{at, at}, text};
}

bool cq_lsp_ignore_write(cq_edit *out, cq_arena *arena, const cq_lsp_document *document,
                         const cq_finding *finding, cq_lsp_ignore_reach reach) {
    const cq_doc *doc = &document->check.doc;
    if (!document->check.has_doc || !has_comments(doc) || finding->block >= doc->blocks.len)
        return false;
    const cq_block *block = &doc->blocks.at[finding->block];
    const char *id = finding->rule->id.ptr;
    uint32_t line = cq_lsp_text_line_of(&document->text, finding->at.start);
    if (reach == CQ_LSP_IGNORE_BLOCK) {
        if (!block->is_cut) return false;
        *out = insert(find_line(document, block->source.start),
                      cq_str_format(arena, "<!-- calque-ignore %s: -->\n", id));
    } else if (reach == CQ_LSP_IGNORE_LINE) {
        if (block->kind == CQ_BLOCK_META || block->kind == CQ_BLOCK_TABLE_CELL) return false;
        *out = insert(cq_lsp_text_line(&document->text, line).end,
                      cq_str_format(arena, " <!-- calque-ignore-line %s: -->", id));
    } else {
        uint32_t at = is_html(doc) ? (uint32_t)document->text.bytes.len : find_top(document);
        *out = insert(at, cq_str_format(arena, "<!-- calque-ignore-file %s: -->\n%s", id,
                                        is_html(doc) ? "" : "\n"));
    }
    return true;
}
