#include "text/block.h"

#include "base/utf8.h"

static const char *const block_kind_names[] = {
    [CQ_BLOCK_PARAGRAPH] = "paragraph", [CQ_BLOCK_HEADING] = "heading",
    [CQ_BLOCK_LIST_ITEM] = "list-item", [CQ_BLOCK_TABLE_CELL] = "table-cell",
    [CQ_BLOCK_QUOTE] = "quote",         [CQ_BLOCK_CAPTION] = "caption",
    [CQ_BLOCK_META] = "meta",
};

static const char *const inline_kind_names[] = {
    [CQ_INLINE_NONE] = "none",     [CQ_INLINE_CODE] = "code",
    [CQ_INLINE_URL] = "url",       [CQ_INLINE_IMAGE] = "image",
    [CQ_INLINE_MARKUP] = "markup", [CQ_INLINE_MATH] = "math",
    [CQ_INLINE_FOOTNOTE] = "footnote",
};

const char *cq_block_kind_name(cq_block_kind kind) {
    return block_kind_names[kind];
}

const char *cq_inline_kind_name(cq_inline_kind kind) {
    return inline_kind_names[kind];
}

const cq_segment *cq_block_segment_at(const cq_block *block, uint32_t offset) {
    uint32_t low = 0, high = block->segment_count;
    while (high - low > 1) {
        uint32_t middle = low + (high - low) / 2;
        if (block->segments[middle].text_start <= offset)
            low = middle;
        else
            high = middle;
    }
    return &block->segments[low];
}

static uint32_t locate_start(const cq_block *block, uint32_t offset) {
    const cq_segment *segment = cq_block_segment_at(block, offset);
    return segment->is_verbatim ? segment->source.start + (offset - segment->text_start)
                                : segment->source.start;
}

static uint32_t locate_end(const cq_block *block, uint32_t offset) {
    const cq_segment *segment = cq_block_segment_at(block, offset - 1);
    return segment->is_verbatim ? segment->source.start + (offset - segment->text_start)
                                : segment->source.end;
}

cq_span cq_block_locate(const cq_block *block, cq_text_span span) {
    if (span.start >= block->text.len) /* behind the last byte */
        return (cq_span){block->source.end, block->source.end};
    uint32_t start = locate_start(block, span.start);
    if (span.end <= span.start)
        return (cq_span){start, start};
    uint32_t end = locate_end(block, span.end);
    return (cq_span){start, end > start ? end : start};
}

void cq_block_writer_init(cq_block_writer *writer, cq_arena *arena, const cq_source *source,
                          cq_blocks *blocks) {
    *writer = (cq_block_writer){.arena = arena, .source = source, .blocks = blocks};
    cq_arena_init(&writer->scratch);
}

void cq_block_writer_release(cq_block_writer *writer) {
    cq_buf_release(&writer->text);
    cq_arena_release(&writer->scratch);
}

void cq_block_writer_begin(cq_block_writer *writer, cq_block_kind kind, uint32_t depth,
                           cq_str language) {
    if (writer->is_open)
        cq_block_writer_end(writer);
    writer->current = (cq_block){
        .kind = kind, .depth = depth, .language = language, .partner = UINT32_MAX};
    writer->text.len = 0;
    writer->segments.len = 0;
    writer->is_open = true;
}

static cq_segment *push_segment(cq_block_writer *writer, cq_span source) {
    cq_segment *segment = CQ_ARRAY_PUSH(&writer->scratch, &writer->segments);
    *segment = (cq_segment){.text_start = (uint32_t)writer->text.len,
                            .source = source,
                            .emphasis = writer->emphasis};
    return segment;
}

static cq_segment *last_segment(cq_block_writer *writer) {
    return writer->segments.len ? &writer->segments.at[writer->segments.len - 1] : NULL;
}

void cq_block_writer_copy(cq_block_writer *writer, cq_span source) {
    if (!writer->is_open || source.start >= source.end)
        return;
    cq_segment *last = last_segment(writer);
    if (last && last->is_verbatim && last->source.end == source.start &&
        last->emphasis == writer->emphasis)
        last->source.end = source.end;
    else
        push_segment(writer, source)->is_verbatim = true;
    cq_buf_push_str(&writer->text, cq_str_slice(writer->source->text, source.start, source.end));
}

void cq_block_writer_replace(cq_block_writer *writer, cq_str text, cq_span source) {
    if (!writer->is_open || text.len == 0)
        return;
    push_segment(writer, source);
    cq_buf_push_str(&writer->text, text);
}

void cq_block_writer_omit(cq_block_writer *writer, cq_inline_kind kind, cq_span source) {
    if (!writer->is_open)
        return;
    push_segment(writer, source)->inline_kind = (uint8_t)kind;
    cq_buf_push_str(&writer->text, CQ_STR("\xEF\xBF\xBC"));
}

void cq_block_writer_emphasise(cq_block_writer *writer, uint8_t bits) {
    writer->emphasis = bits;
}

/* One verbatim segment needs no copy: its text is the source's. */
static cq_str keep_text(cq_block_writer *writer) {
    const cq_segment *first = &writer->segments.at[0];
    if (writer->segments.len == 1 && first->is_verbatim)
        return cq_str_slice(writer->source->text, first->source.start, first->source.end);
    return cq_str_dup(writer->arena, cq_buf_get(&writer->text));
}

cq_block *cq_block_writer_end(cq_block_writer *writer) {
    if (!writer->is_open)
        return NULL;
    writer->is_open = false;
    if (cq_str_trim(cq_buf_get(&writer->text)).len == 0)
        return NULL;
    size_t bytes = writer->segments.len * sizeof(cq_segment);
    cq_segment *segments = cq_arena_take(writer->arena, bytes);
    memcpy(segments, writer->segments.at, bytes);
    cq_block *block = CQ_ARRAY_PUSH(writer->arena, writer->blocks);
    *block = writer->current;
    block->text = keep_text(writer);
    block->segments = segments;
    block->segment_count = writer->segments.len;
    block->source = (cq_span){segments[0].source.start, segments[writer->segments.len - 1].source.end};
    return block;
}
