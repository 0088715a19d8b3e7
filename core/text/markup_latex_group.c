#include "text/markup_latex_group.h"

#include "text/markup_latex_argument.h"

static void push_group(cq_latex_reader *r, uint32_t close, cq_latex_group_kind kind) {
    *CQ_ARRAY_PUSH(&r->scratch, &r->groups) = (cq_latex_group){close, kind, r->writer.emphasis};
}

static void end_note(cq_latex_reader *r, uint32_t at) {
    cq_markup_prose_end(&r->prose, at);
    cq_block_writer_end_aside(&r->writer);
    r->has_note = false;
    r->prose = r->outer;
    r->prose.kept = at;
}

/* The innermost group ends at `at`, with its brace if `is_there`. */
static void pop_group(cq_latex_reader *r, uint32_t at, bool is_there) {
    cq_latex_group ended = r->groups.at[--r->groups.len];
    uint32_t behind = at + is_there;
    if (ended.kind == CQ_LATEX_GROUP_QUOTED && is_there)
        cq_latex_reader_replace(r, CQ_STR("”"), at, behind);
    else if (ended.kind == CQ_LATEX_GROUP_NOTE)
        end_note(r, at);
    else if (ended.kind == CQ_LATEX_GROUP_BLOCK) {
        r->held_blocks--;
        cq_latex_reader_finish_block(r, at);
    }
    cq_latex_reader_hide(r, at, behind);
    cq_block_writer_emphasise(&r->writer, ended.emphasis);
}

void cq_latex_group_settle(cq_latex_reader *r, uint32_t at) {
    while (r->groups.len && r->groups.at[r->groups.len - 1].close < at) pop_group(r, at, false);
}

uint32_t cq_latex_group_read_closing(cq_latex_reader *r, uint32_t at) {
    if (r->groups.len && r->groups.at[r->groups.len - 1].close == at)
        pop_group(r, at, true);
    else
        cq_latex_reader_hide(r, at, at + 1);
    return at + 1;
}

uint32_t cq_latex_group_read_opening(cq_latex_reader *r, uint32_t at) {
    uint32_t close = cq_latex_argument_find_close(r, at);
    cq_latex_reader_hide(r, at, at + 1);
    if (close != CQ_LATEX_NOWHERE) push_group(r, close, CQ_LATEX_GROUP_PLAIN);
    return at + 1;
}

uint32_t cq_latex_group_enter(cq_latex_reader *r, uint32_t start, uint32_t at,
                              cq_latex_group_kind kind) {
    uint32_t close =
        cq_latex_reader_byte(r, at) == '{' ? cq_latex_argument_find_close(r, at) : CQ_LATEX_NOWHERE;
    if (close == CQ_LATEX_NOWHERE) {
        cq_latex_reader_drop(r, start, at);
        return at;
    }
    cq_latex_reader_hide(r, start, at + 1);
    push_group(r, close, kind);
    return at + 1;
}

uint32_t cq_latex_group_enter_emphasis(cq_latex_reader *r, uint32_t start, uint32_t at,
                                       uint8_t emphasis) {
    uint32_t depth = r->groups.len, next = cq_latex_group_enter(r, start, at, CQ_LATEX_GROUP_PLAIN);
    if (r->groups.len > depth) cq_block_writer_emphasise(&r->writer, r->writer.emphasis | emphasis);
    return next;
}

uint32_t cq_latex_group_enter_block(cq_latex_reader *r, uint32_t start, uint32_t at,
                                    cq_block_kind kind, uint32_t depth) {
    if (cq_latex_reader_byte(r, at) != '{' ||
        cq_latex_argument_find_close(r, at) == CQ_LATEX_NOWHERE || r->has_note || r->held_blocks) {
        cq_latex_reader_drop(r, start, at);
        return at;
    }
    cq_latex_reader_finish_block(r, start);
    cq_latex_reader_begin_block(r, kind, depth, at + 1);
    push_group(r, cq_latex_argument_find_close(r, at), CQ_LATEX_GROUP_BLOCK);
    r->held_blocks++;
    return at + 1;
}

uint32_t cq_latex_group_enter_note(cq_latex_reader *r, uint32_t start, uint32_t at) {
    uint32_t close =
        cq_latex_reader_byte(r, at) == '{' ? cq_latex_argument_find_close(r, at) : CQ_LATEX_NOWHERE;
    if (close == CQ_LATEX_NOWHERE || r->has_note)
        return cq_latex_group_enter(r, start, at, CQ_LATEX_GROUP_PLAIN);
    cq_latex_reader_omit(r, CQ_INLINE_FOOTNOTE, start, close + 1);
    r->outer = r->prose;
    cq_block_writer_begin_aside(&r->writer, CQ_STR(""));
    r->prose = cq_markup_prose_begin(&r->writer, at + 1);
    r->has_note = true;
    push_group(r, close, CQ_LATEX_GROUP_NOTE);
    return at + 1;
}
