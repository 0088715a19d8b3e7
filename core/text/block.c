#include "text/block.h"

#include "base/utf8.h"

static const char *const block_kind_names[] = {
    [CQ_BLOCK_PARAGRAPH] = "paragraph", [CQ_BLOCK_HEADING] = "heading",
    [CQ_BLOCK_LIST_ITEM] = "list-item", [CQ_BLOCK_TABLE_CELL] = "table-cell",
    [CQ_BLOCK_QUOTE] = "quote",         [CQ_BLOCK_CAPTION] = "caption",
    [CQ_BLOCK_META] = "meta",
};

static const char *const inline_kind_names[] = {
    [CQ_INLINE_NONE] = "none",         [CQ_INLINE_CODE] = "code",     [CQ_INLINE_URL] = "url",
    [CQ_INLINE_IMAGE] = "image",       [CQ_INLINE_MARKUP] = "markup", [CQ_INLINE_MATH] = "math",
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
    if (span.end <= span.start) return (cq_span){start, start};
    uint32_t end = locate_end(block, span.end);
    return (cq_span){start, end > start ? end : start};
}

void cq_block_writer_init(cq_block_writer *writer, cq_arena *arena, const cq_source *source,
                          cq_blocks *blocks) {
    *writer = (cq_block_writer){.arena = arena, .source = source, .blocks = blocks};
    cq_arena_init(&writer->scratch);
}

void cq_block_writer_release(cq_block_writer *writer) {
    cq_buf_release(&writer->body.text);
    cq_buf_release(&writer->aside.text);
    cq_arena_release(&writer->scratch);
}

static void open_draft(cq_block_draft *draft, cq_block_kind kind, uint32_t depth, cq_str language) {
    draft->block =
        (cq_block){.kind = kind, .depth = depth, .language = language, .partner = UINT32_MAX};
    draft->text.len = 0;
    draft->segments.len = 0;
    draft->len = 0;
    draft->is_open = true;
}

void cq_block_writer_begin(cq_block_writer *writer, cq_block_kind kind, uint32_t depth,
                           cq_str language) {
    cq_block_writer_end(writer);
    open_draft(&writer->body, kind, depth, language);
}

void cq_block_writer_begin_aside(cq_block_writer *writer, cq_str language) {
    cq_block_writer_end_aside(writer);
    open_draft(&writer->aside, CQ_BLOCK_META, 0, language);
}

/* Where appended text goes, or NULL. */
static cq_block_draft *open_target(cq_block_writer *writer) {
    if (writer->aside.is_open) return &writer->aside;
    return writer->body.is_open ? &writer->body : NULL;
}

/* Whether the text is still the source's. */
static bool is_borrowed(const cq_block_draft *draft) {
    return draft->segments.len == 1 && draft->segments.at[0].is_verbatim;
}

static cq_segment *push_segment(cq_block_writer *writer, cq_block_draft *draft, cq_span source) {
    if (is_borrowed(draft)) {
        cq_span first = draft->segments.at[0].source;
        cq_buf_push_str(&draft->text, cq_str_slice(writer->source->text, first.start, first.end));
    }
    cq_segment *segment = CQ_ARRAY_PUSH(&writer->scratch, &draft->segments);
    *segment =
        (cq_segment){.text_start = draft->len, .source = source, .emphasis = writer->emphasis};
    return segment;
}

static void push_text(cq_block_draft *draft, cq_str text) {
    if (!is_borrowed(draft)) cq_buf_push_str(&draft->text, text);
    draft->len += (uint32_t)text.len;
}

static bool is_continued(const cq_block_draft *draft, cq_span source, uint8_t emphasis) {
    if (!draft->segments.len) return false;
    const cq_segment *last = &draft->segments.at[draft->segments.len - 1];
    return last->is_verbatim && last->source.end == source.start && last->emphasis == emphasis;
}

void cq_block_writer_copy(cq_block_writer *writer, cq_span source) {
    cq_block_draft *draft = open_target(writer);
    if (!draft || source.start >= source.end) return;
    if (is_continued(draft, source, writer->emphasis))
        draft->segments.at[draft->segments.len - 1].source.end = source.end;
    else
        push_segment(writer, draft, source)->is_verbatim = true;
    push_text(draft, cq_str_slice(writer->source->text, source.start, source.end));
}

void cq_block_writer_replace(cq_block_writer *writer, cq_str text, cq_span source) {
    cq_block_draft *draft = open_target(writer);
    if (!draft || text.len == 0) return;
    push_segment(writer, draft, source);
    push_text(draft, text);
}

void cq_block_writer_omit(cq_block_writer *writer, cq_inline_kind kind, cq_span source) {
    cq_block_draft *draft = open_target(writer);
    if (!draft) return;
    push_segment(writer, draft, source)->inline_kind = (uint8_t)kind;
    push_text(draft, CQ_STR("\xEF\xBF\xBC"));
}

void cq_block_writer_comment(cq_block_writer *writer, cq_span source) {
    *CQ_ARRAY_PUSH(writer->arena, &writer->blocks->comments) = source;
}

bool cq_block_writer_ends_with_space(const cq_block_writer *writer) {
    const cq_block_draft *draft = writer->aside.is_open ? &writer->aside : &writer->body;
    if (!draft->is_open || draft->len == 0) return false;
    if (is_borrowed(draft))
        return writer->source->text.ptr[draft->segments.at[0].source.end - 1] == ' ';
    return draft->text.ptr[draft->text.len - 1] == ' ';
}

void cq_block_writer_trim(cq_block_writer *writer) {
    cq_block_draft *draft = open_target(writer);
    while (draft && draft->segments.len && cq_block_writer_ends_with_space(writer)) {
        cq_segment *last = &draft->segments.at[draft->segments.len - 1];
        if (!last->is_verbatim) return;
        if (!is_borrowed(draft)) draft->text.len--;
        draft->len--;
        last->source.end--;
        if (last->source.start == last->source.end) draft->segments.len--;
    }
}

void cq_block_writer_emphasise(cq_block_writer *writer, uint8_t bits) {
    writer->emphasis = bits;
}

static bool is_prose(uint32_t code_point) {
    return code_point > ' ' && code_point != 0xA0 && code_point != 0xFFFC;
}

static bool has_prose(cq_str text) {
    const char *p = text.ptr, *end = text.ptr + text.len;
    while (p < end) {
        uint32_t length;
        if (is_prose(cq_utf8_decode(p, end, &length))) return true;
        p += length;
    }
    return false;
}

/* Moves a draft into the arena as the last of `out`. NULL where there is no prose in it. */
static cq_block *finish_draft(cq_block_writer *writer, cq_block_draft *draft, cq_arena *out_arena,
                              cq_blocks *out) {
    draft->is_open = false;
    uint32_t count = draft->segments.len;
    const cq_segment *first = draft->segments.at;
    cq_str text = cq_buf_get(&draft->text);
    if (is_borrowed(draft))
        text = cq_str_slice(writer->source->text, first->source.start, first->source.end);
    if (!has_prose(text)) return NULL;
    cq_segment *segments = cq_arena_take(writer->arena, count * sizeof *segments);
    memcpy(segments, first, count * sizeof *segments);
    cq_block *block = CQ_ARRAY_PUSH(out_arena, out);
    *block = draft->block;
    block->text = is_borrowed(draft) ? text : cq_str_dup(writer->arena, text);
    block->segments = segments;
    block->segment_count = count;
    block->source = (cq_span){first->source.start, segments[count - 1].source.end};
    return block;
}

static void push_asides(cq_block_writer *writer) {
    for (uint32_t i = 0; i < writer->asides.len; i++)
        *CQ_ARRAY_PUSH(writer->arena, writer->blocks) = writer->asides.at[i];
    writer->asides.len = 0;
}

void cq_block_writer_end_aside(cq_block_writer *writer) {
    if (!writer->aside.is_open) return;
    finish_draft(writer, &writer->aside, &writer->scratch, &writer->asides);
    if (!writer->body.is_open) push_asides(writer);
}

cq_block *cq_block_writer_end(cq_block_writer *writer) {
    cq_block_writer_end_aside(writer);
    if (!writer->body.is_open) return NULL;
    cq_block *block = finish_draft(writer, &writer->body, writer->arena, writer->blocks);
    uint32_t index = writer->blocks->len - 1;
    push_asides(writer);
    return block ? &writer->blocks->at[index] : NULL;
}
