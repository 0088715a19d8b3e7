/* Formats: whatever the input, blocks are well-formed text and know where each byte stands. */
#include "tests/fuzz/text.h"

static void check_segment(const cq_doc *doc, const cq_block *block, uint32_t i) {
    const cq_segment *segment = &block->segments[i];
    bool is_last = i + 1 == block->segment_count;
    uint32_t end = is_last ? (uint32_t)block->text.len : segment[1].text_start;
    CHECK(segment->source.start <= segment->source.end);
    CHECK(is_last || segment->source.end <= segment[1].source.start);
    check_place(doc, block, (cq_text_span){segment->text_start, end});
}

static void check_blocks(const cq_doc *doc) {
    uint32_t before = doc->source.body;
    for (uint32_t i = 0; i < doc->blocks.len; i++) {
        const cq_block *block = &doc->blocks.at[i];
        CHECK(block->segment_count > 0 && block->segments[0].text_start == 0);
        CHECK(cq_utf8_find_invalid(block->text) == SIZE_MAX);
        for (uint32_t s = 0; s < block->segment_count; s++) check_segment(doc, block, s);
        if (block->kind == CQ_BLOCK_META || block->kind == CQ_BLOCK_TABLE_CELL) continue;
        CHECK(before <= block->source.start);
        before = block->source.end;
    }
    for (uint32_t i = 0; i < doc->blocks.comments.len; i++) {
        cq_span comment = doc->blocks.comments.at[i];
        CHECK(comment.start <= comment.end && comment.end <= doc->source.text.len);
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    const cq_format *const *formats = cq_format_all();
    uint32_t count = 0;
    while (formats[count]) count++;
    if (!size) return 0;
    cq_doc_options options = {.format = formats[data[0] % count], .language = CQ_STR("en")};
    check_document((cq_str){(const char *)data + 1, size - 1}, &options, check_blocks);
    return 0;
}
