#include "check/finding.h"

#include <stdlib.h>

void cq_findings_init(cq_findings *findings) {
    *findings = (cq_findings){0};
    cq_arena_init(&findings->arena);
}

void cq_findings_release(cq_findings *findings) {
    cq_arena_release(&findings->arena);
    *findings = (cq_findings){0};
}

cq_finding *cq_findings_push(cq_findings *findings) {
    return CQ_ARRAY_PUSH(&findings->arena, &findings->list);
}

/* Calls `move` with each span that a finding names, as long as it returns true. */
static bool move_spans(cq_finding *finding, bool (*move)(cq_span *at, cq_span gone, int64_t shift),
                       cq_span gone, int64_t shift) {
    bool ok = move(&finding->at, gone, shift);
    for (uint32_t i = 0; i < finding->related.len; i++)
        ok = ok && move(&finding->related.at[i].at, gone, shift);
    for (uint32_t i = 0; i < finding->fixes.len; i++)
        for (uint32_t k = 0; k < finding->fixes.at[i].edits.len; k++)
            ok = ok && move(&finding->fixes.at[i].edits.at[k].at, gone, shift);
    return ok;
}

static bool shift_span(cq_span *at, cq_span gone, int64_t shift) {
    (void)gone;
    at->start = (uint32_t)(at->start + shift);
    at->end = (uint32_t)(at->end + shift);
    return true;
}

static bool shift_behind(cq_span *at, cq_span gone, int64_t shift) {
    if (at->end < gone.start) return true;
    return at->start > gone.end && shift_span(at, gone, shift);
}

void cq_finding_shift(cq_finding *finding, int64_t shift) {
    move_spans(finding, shift_span, (cq_span){0, 0}, shift);
}

bool cq_finding_survive(cq_finding *finding, cq_span gone, int64_t shift) {
    return move_spans(finding, shift_behind, gone, shift);
}

void cq_findings_keep_level(cq_findings *findings, cq_level level) {
    uint32_t kept = 0;
    for (uint32_t i = 0; i < findings->list.len; i++)
        if (findings->list.at[i].level >= level) findings->list.at[kept++] = findings->list.at[i];
    findings->list.len = kept;
}

static int compare_numbers(uint32_t a, uint32_t b) {
    return (a > b) - (a < b);
}

static int compare_findings(const void *left, const void *right) {
    const cq_finding *a = left, *b = right;
    int order = compare_numbers(a->at.start, b->at.start);
    if (!order) order = compare_numbers(a->at.end, b->at.end);
    if (!order) order = cq_str_compare(a->rule->id, b->rule->id);
    if (!order) order = cq_str_compare(a->message, b->message);
    return order;
}

static bool is_said_again(const cq_finding *a, const cq_finding *b) {
    return a->rule == b->rule && a->at.start == b->at.start && a->at.end == b->at.end;
}

static bool are_sorted(const cq_findings *findings) {
    for (uint32_t i = 1; i < findings->list.len; i++)
        if (compare_findings(&findings->list.at[i - 1], &findings->list.at[i]) > 0) return false;
    return true;
}

void cq_findings_sort(cq_findings *findings) {
    if (findings->list.len < 2) return;
    if (!are_sorted(findings))
        qsort(findings->list.at, findings->list.len, sizeof *findings->list.at, compare_findings);
    uint32_t kept = 1;
    for (uint32_t i = 1; i < findings->list.len; i++)
        if (!is_said_again(&findings->list.at[kept - 1], &findings->list.at[i]))
            findings->list.at[kept++] = findings->list.at[i];
    findings->list.len = kept;
}

void cq_findings_merge(cq_findings *findings, const cq_findings *others) {
    uint32_t left = findings->list.len, right = others->list.len;
    if (!right) return;
    CQ_ARRAY_RESERVE(&findings->arena, &findings->list, left + right);
    findings->list.len = left + right;
    cq_finding *at = findings->list.at;
    /* from the back, so that nothing is overwritten */
    for (uint32_t i = left + right; right > 0; i--) {
        bool is_left = left > 0 && compare_findings(&at[left - 1], &others->list.at[right - 1]) > 0;
        at[i - 1] = is_left ? at[--left] : others->list.at[--right];
    }
}
