#include "text/stage.h"

#include "base/json.h"
#include "text/dump.h"

static void dump_block(cq_buf *out, const cq_doc *doc, const cq_block *block, bool as_json) {
    const char *kind = cq_block_kind_name(block->kind);
    cq_str language = cq_doc_language_of(doc, block);
    if (as_json) {
        cq_dump_json_begin(out, block->source, block->text);
        cq_json_push_str(out, "kind", cq_str_of(kind));
        cq_json_push_number(out, "depth", block->depth);
        cq_json_push_str(out, "language", language);
        cq_json_push_number(out, "blank_lines_before", block->blank_lines_before);
        cq_dump_json_end(out);
    } else {
        cq_dump_line_begin(out, kind, block->source, block->text);
        if (block->depth) cq_buf_push_format(out, "  depth %u", (unsigned)block->depth);
        if (block->language.len) cq_buf_push_format(out, "  language %.*s", CQ_FMT(language));
        cq_dump_line_end(out);
    }
}

static void dump_blocks(cq_buf *out, cq_doc *doc, bool as_json) {
    for (uint32_t i = 0; i < doc->blocks.len; i++)
        dump_block(out, doc, &doc->blocks.at[i], as_json);
}

const cq_stage cq_stage_blocks = {
    .name = "blocks",
    .summary = "paragraphs, headings, list items and so on, with the markup taken out",
    .dump = dump_blocks,
};
