#include "check/fix.h"

#include <stdlib.h>

/* An insertion meets another one at the same place (which would go first?) and what it is inside of,
   but not what it only touches. */
static bool overlap(const cq_edit *a, const cq_edit *b) {
    if (a->at.start == b->at.start && a->at.end == b->at.end) return true;
    return a->at.start < b->at.end && b->at.start < a->at.end;
}

static bool fits(const cq_edit *edit, size_t len) {
    return edit->at.start <= edit->at.end && edit->at.end <= len;
}

/* Index of the first taken edit that ends at or behind `offset`. The taken ones do not overlap, so
   their ends are in order as their starts are. */
static uint32_t search_taken(const cq_edits *taken, uint32_t offset) {
    uint32_t low = 0, high = taken->len;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (taken->at[middle].at.end < offset)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

static bool is_free(const cq_edits *taken, const cq_edit *edit) {
    for (uint32_t i = search_taken(taken, edit->at.start); i < taken->len; i++) {
        if (taken->at[i].at.start > edit->at.end) return true;
        if (overlap(&taken->at[i], edit)) return false;
    }
    return true;
}

/* Keeps the order; nearly all edits come behind the last one, since findings are sorted. */
static void insert_taken(cq_edits *taken, cq_arena *arena, const cq_edit *edit) {
    CQ_ARRAY_PUSH(arena, taken);
    uint32_t i = taken->len - 1;
    for (; i > 0 && (taken->at[i - 1].at.start > edit->at.start ||
                     (taken->at[i - 1].at.start == edit->at.start &&
                      taken->at[i - 1].at.end > edit->at.end));
         i--)
        taken->at[i] = taken->at[i - 1];
    taken->at[i] = *edit;
}

static bool is_in_order(const cq_fix *fix) {
    for (uint32_t i = 1; i < fix->edits.len; i++)
        if (fix->edits.at[i].at.start < fix->edits.at[i - 1].at.end) return false;
    return true;
}

/* All edits of a fix or none. */
static bool take_fix(cq_edits *taken, cq_arena *arena, const cq_fix *fix, size_t len) {
    if (!fix->edits.len || !is_in_order(fix)) return false;
    for (uint32_t i = 0; i < fix->edits.len; i++)
        if (!fits(&fix->edits.at[i], len) || !is_free(taken, &fix->edits.at[i])) return false;
    for (uint32_t i = 0; i < fix->edits.len; i++) insert_taken(taken, arena, &fix->edits.at[i]);
    return true;
}

static void push_edited(cq_buf *out, cq_str bytes, const cq_edits *taken) {
    size_t done = 0;
    for (uint32_t i = 0; i < taken->len; i++) {
        cq_buf_push_str(out, cq_str_slice(bytes, done, taken->at[i].at.start));
        cq_buf_push_str(out, taken->at[i].text);
        done = taken->at[i].at.end;
    }
    cq_buf_push_str(out, cq_str_slice(bytes, done, bytes.len));
}

uint32_t cq_fix_choose(cq_edits *out, cq_arena *arena, size_t len, const cq_findings *findings,
                       bool also_unsafe) {
    uint32_t taken = 0;
    for (uint32_t i = 0; i < findings->list.len; i++) {
        const cq_finding *finding = &findings->list.at[i];
        if (finding->fixes.len && (also_unsafe || finding->fixes.at[0].is_safe))
            taken += take_fix(out, arena, &finding->fixes.at[0], len);
    }
    return taken;
}

uint32_t cq_fix_apply_wanted(cq_buf *out, cq_str bytes, const cq_findings *findings,
                             const bool *is_wanted, bool *is_applied, cq_spans *changed) {
    cq_arena arena;
    cq_arena_init(&arena);
    cq_edits taken = {0};
    uint32_t applied = 0;
    for (uint32_t i = 0; i < findings->list.len; i++) {
        const cq_finding *finding = &findings->list.at[i];
        is_applied[i] = is_wanted[i] && finding->fixes.len &&
                        take_fix(&taken, &arena, &finding->fixes.at[0], bytes.len);
        applied += is_applied[i];
    }
    push_edited(out, bytes, &taken);
    if (changed) cq_touch_move(changed, taken.at, taken.len);
    cq_arena_release(&arena);
    return applied;
}

uint32_t cq_fix_apply(cq_buf *out, cq_str bytes, const cq_findings *findings, bool also_unsafe) {
    cq_arena arena;
    cq_arena_init(&arena);
    cq_edits taken = {0};
    uint32_t applied = cq_fix_choose(&taken, &arena, bytes.len, findings, also_unsafe);
    push_edited(out, bytes, &taken);
    cq_arena_release(&arena);
    return applied;
}
