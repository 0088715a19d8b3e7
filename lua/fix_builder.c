#include "lua/fix_builder.h"

#include "base/utf8.h"

#include <stdlib.h>

#define LONGEST_TITLE 60u /* bytes of the replacement that a title shows */

cq_span cq_fix_builder_locate(const cq_doc *doc, const cq_block *block, uint32_t first,
                              uint32_t end) {
    if (first < end) return cq_doc_locate(doc, block, first, end);
    if (first < block->end_token) {
        uint32_t start = doc->tokens.at[first].start;
        return cq_block_locate(block, (cq_text_span){start, start});
    }
    uint32_t place = block->source.end;
    if (first > block->first_token) place = cq_doc_locate(doc, block, first - 1, first).end;
    return (cq_span){place, place};
}

static bool is_space(char c) {
    return c == ' ' || (c >= '\t' && c <= '\r');
}

static cq_str skip_space(cq_str s) {
    while (s.len && is_space(s.ptr[0])) s = cq_str_slice(s, 1, s.len);
    return s;
}

/* Equal but for the amount of white space: a line may wrap inside. */
static bool is_same_prose(cq_str a, cq_str b) {
    while (a.len && b.len) {
        if (is_space(a.ptr[0]) && is_space(b.ptr[0])) {
            a = skip_space(a);
            b = skip_space(b);
        } else if (a.ptr[0] == b.ptr[0]) {
            a = cq_str_slice(a, 1, a.len);
            b = cq_str_slice(b, 1, b.len);
        } else {
            return false;
        }
    }
    return a.len == b.len;
}

static bool is_plain_text(const cq_fix_builder *builder, uint32_t first, uint32_t end, cq_span at) {
    const cq_token *tokens = builder->doc->tokens.at;
    cq_str prose = cq_str_slice(builder->block->text, tokens[first].start, tokens[end - 1].end);
    return is_same_prose(cq_source_slice(&builder->doc->source, at), prose);
}

/* White space also in the source, where markup may stand in its place. */
static bool is_blank_source(const cq_fix_builder *builder, cq_span gap) {
    return gap.start < gap.end && skip_space(cq_source_slice(&builder->doc->source, gap)).len == 0;
}

/* The span with the white space before it; where that is not right beside it (markup between) or
   the block begins, with that behind it. */
static cq_span widen_over_space(const cq_fix_builder *builder, uint32_t first, uint32_t end,
                                cq_span at) {
    const cq_block *block = builder->block;
    cq_span before = cq_doc_locate_gap(builder->doc, block, first);
    cq_span after = cq_doc_locate_gap(builder->doc, block, end);
    bool has_before = is_blank_source(builder, before) && before.end == at.start;
    bool has_after = is_blank_source(builder, after) && after.start == at.end;
    if (has_before && first > block->first_token)
        at.start = before.start;
    else if (has_after && end < block->end_token)
        at.end = after.end;
    return at;
}

void cq_fix_builder_edit(cq_fix_builder *builder, cq_span at, cq_str text) {
    *CQ_ARRAY_PUSH(builder->arena, &builder->fix->edits) = (cq_edit){at, text};
}

void cq_fix_builder_replace(cq_fix_builder *builder, uint32_t first, uint32_t end, cq_str text) {
    cq_span at = cq_fix_builder_locate(builder->doc, builder->block, first, end);
    if (first < end) {
        if (!is_plain_text(builder, first, end, at)) builder->touches_markup = true;
        if (text.len == 0) at = widen_over_space(builder, first, end, at);
    }
    cq_fix_builder_edit(builder, at, text);
}

static int compare_edits(const void *left, const void *right) {
    const cq_edit *a = left, *b = right;
    if (a->at.start != b->at.start) return a->at.start < b->at.start ? -1 : 1;
    return (a->at.end > b->at.end) - (a->at.end < b->at.end);
}

static cq_str cut_title(cq_str text) {
    if (text.len <= LONGEST_TITLE) return text;
    size_t len = LONGEST_TITLE;
    while (len && ((unsigned char)text.ptr[len] & 0xC0) == 0x80) len--;
    return cq_str_slice(text, 0, len);
}

static cq_str make_title(const cq_fix_builder *builder) {
    const cq_edit *edit = &builder->fix->edits.at[0];
    if (builder->fix->edits.len > 1) return cq_str_format(builder->arena, "apply the correction");
    if (edit->text.len == 0) return cq_str_format(builder->arena, "delete it");
    if (cq_str_trim(edit->text).len == 0)
        return cq_str_format(builder->arena, "correct the white space");
    const char *verb = edit->at.start == edit->at.end ? "insert" : "write";
    cq_str shown = cut_title(edit->text);
    return cq_str_format(builder->arena, "%s “%.*s%s”", verb, CQ_FMT(shown),
                         shown.len < edit->text.len ? "…" : "");
}

bool cq_fix_builder_finish(cq_fix_builder *builder, bool is_safe) {
    cq_fix *fix = builder->fix;
    qsort(fix->edits.at, fix->edits.len, sizeof *fix->edits.at, compare_edits);
    for (uint32_t i = 1; i < fix->edits.len; i++)
        if (fix->edits.at[i].at.start < fix->edits.at[i - 1].at.end) return false;
    fix->is_safe = is_safe && !builder->touches_markup;
    if (!fix->title.len) fix->title = make_title(builder);
    return true;
}
