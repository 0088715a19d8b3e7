#include "check/touch.h"

/* Index of the first span that ends behind `offset`. */
static uint32_t search(const cq_spans *changed, uint32_t offset) {
    uint32_t low = 0, high = changed->len;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (changed->at[middle].end <= offset)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

bool cq_touch_is(const cq_spans *changed, cq_span at) {
    uint32_t end = at.end > at.start ? at.end : at.start + 1;
    uint32_t i = search(changed, at.start);
    return i < changed->len && changed->at[i].start < end;
}

static bool is_touched(const cq_finding *finding, const cq_spans *changed) {
    if (cq_touch_is(changed, finding->at)) return true;
    for (uint32_t i = 0; i < finding->related.len; i++)
        if (cq_touch_is(changed, finding->related.at[i].at)) return true;
    return false;
}

void cq_touch_keep(cq_findings *findings, const cq_spans *changed) {
    uint32_t kept = 0;
    for (uint32_t i = 0; i < findings->list.len; i++)
        if (is_touched(&findings->list.at[i], changed))
            findings->list.at[kept++] = findings->list.at[i];
    findings->list.len = kept;
}

/* --- moving --- */

/* The edits before the one that is looked at, summed up. */
typedef struct walk {
    const cq_edit *edits;
    uint32_t count, next;
    int64_t shift; /* bytes that the edits before `next` add */
} walk;

/* Passes the edits that end at or before `offset`; insertions there only where `with_insertions`. */
static void pass(walk *w, uint32_t offset, bool with_insertions) {
    while (w->next < w->count) {
        const cq_edit *edit = &w->edits[w->next];
        bool is_insertion = edit->at.start == edit->at.end;
        if (edit->at.end > offset || (edit->at.end == offset && is_insertion && !with_insertions))
            return;
        w->shift += (int64_t)edit->text.len - (edit->at.end - edit->at.start);
        w->next++;
    }
}

static uint32_t moved(const walk *w, uint32_t offset) {
    return (uint32_t)(offset + w->shift);
}

/* An edit that lies across an end of a span is taken into it whole. */
static cq_span move_span(walk *w, cq_span span) {
    cq_span out;
    pass(w, span.start, false);
    bool is_across = w->next < w->count && w->edits[w->next].at.start < span.start;
    out.start = moved(w, is_across ? w->edits[w->next].at.start : span.start);
    pass(w, span.end, true);
    is_across = w->next < w->count && w->edits[w->next].at.start < span.end;
    out.end = moved(w, span.end);
    if (is_across) {
        const cq_edit *edit = &w->edits[w->next];
        out.end = moved(w, edit->at.start) + (uint32_t)edit->text.len;
    }
    return out;
}

void cq_touch_move(cq_spans *changed, const cq_edit *edits, uint32_t count) {
    walk w = {edits, count, 0, 0};
    uint32_t kept = 0;
    for (uint32_t i = 0; i < changed->len; i++) {
        cq_span span = move_span(&w, changed->at[i]);
        if (kept && span.start <= changed->at[kept - 1].end) {
            if (span.end > changed->at[kept - 1].end) changed->at[kept - 1].end = span.end;
        } else if (span.start < span.end) {
            changed->at[kept++] = span;
        }
    }
    changed->len = kept;
}
