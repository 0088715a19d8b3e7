#include "text/markup_prose.h"

static bool is_space_at(cq_str text, uint32_t at) {
    return at < text.len && strchr(" \t\r\n", text.ptr[at]) && text.ptr[at];
}

/* Whether one more space would be one too many. */
static bool is_spaced(const cq_markup_prose *prose) {
    return cq_block_writer_is_empty(prose->writer) ||
           cq_block_writer_ends_with_space(prose->writer);
}

cq_markup_prose cq_markup_prose_begin(cq_block_writer *writer, uint32_t at) {
    return (cq_markup_prose){writer, writer->source->text, at};
}

/* Something follows: writes the space that was due before it. */
static void settle_gap(cq_markup_prose *prose) {
    if (prose->gap.start < prose->gap.end && !is_spaced(prose))
        cq_block_writer_replace(prose->writer, CQ_STR(" "), prose->gap);
    prose->gap = (cq_span){0, 0};
}

void cq_markup_prose_copy(cq_markup_prose *prose, uint32_t at) {
    uint32_t start = prose->kept;
    if (at <= start) return;
    prose->kept = at;
    if (prose->gap.start < prose->gap.end || is_spaced(prose))
        while (start < at && is_space_at(prose->text, start)) start++;
    if (start == at) return;
    settle_gap(prose);
    cq_block_writer_copy(prose->writer, (cq_span){start, at});
}

void cq_markup_prose_hide(cq_markup_prose *prose, uint32_t start, uint32_t end) {
    cq_markup_prose_copy(prose, start);
    prose->kept = end;
}

void cq_markup_prose_drop(cq_markup_prose *prose, uint32_t start, uint32_t end) {
    cq_markup_prose_hide(prose, start, end);
    if (is_space_at(prose->text, end)) cq_block_writer_trim(prose->writer);
}

void cq_markup_prose_omit(cq_markup_prose *prose, cq_inline_kind kind, uint32_t start,
                          uint32_t end) {
    cq_markup_prose_copy(prose, start);
    settle_gap(prose);
    cq_block_writer_omit(prose->writer, kind, (cq_span){start, end});
    prose->kept = end;
}

void cq_markup_prose_replace(cq_markup_prose *prose, cq_str text, uint32_t start, uint32_t end) {
    cq_markup_prose_copy(prose, start);
    settle_gap(prose);
    cq_block_writer_replace(prose->writer, text, (cq_span){start, end});
    prose->kept = end;
}

void cq_markup_prose_break(cq_markup_prose *prose, uint32_t start, uint32_t end) {
    while (start > prose->kept && is_space_at(prose->text, start - 1)) start--;
    cq_markup_prose_copy(prose, start);
    if (prose->gap.start == prose->gap.end) prose->gap.start = start;
    prose->gap.end = end;
    prose->kept = end;
}

void cq_markup_prose_end(cq_markup_prose *prose, uint32_t at) {
    while (at > prose->kept && is_space_at(prose->text, at - 1)) at--;
    cq_markup_prose_copy(prose, at);
    cq_block_writer_trim(prose->writer);
}
