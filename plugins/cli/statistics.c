#include "plugins/cli/statistics.h"

#include "base/arena.h"

#include <inttypes.h>
#include <stdlib.h>

typedef struct row {
    const cq_rule *rule;
    uint32_t count;
} row;

void cq_statistics_init(cq_statistics *statistics, const cq_rule *rules, uint32_t rule_count) {
    *statistics = (cq_statistics){.rules = rules, .rule_count = rule_count};
    statistics->counts = calloc(rule_count + 1u, sizeof *statistics->counts);
    if (!statistics->counts) cq_arena_exhausted();
}

void cq_statistics_release(cq_statistics *statistics) {
    free(statistics->counts);
    *statistics = (cq_statistics){0};
}

void cq_statistics_add(cq_statistics *statistics, const uint32_t *counts) {
    for (uint32_t i = 0; counts && i < statistics->rule_count; i++)
        statistics->counts[i] += counts[i];
}

static int compare_rows(const void *left, const void *right) {
    const row *a = left, *b = right;
    if (a->count != b->count) return a->count < b->count ? 1 : -1;
    return cq_str_compare(a->rule->id, b->rule->id);
}

void cq_statistics_push(cq_buf *out, const cq_statistics *statistics) {
    cq_arena arena;
    cq_arena_init(&arena);
    uint32_t count = statistics->rule_count;
    row *rows = CQ_ARENA_NEW_ARRAY(&arena, row, count + 1u);
    for (uint32_t i = 0; i < count; i++)
        rows[i] = (row){&statistics->rules[i], statistics->counts[i]};
    qsort(rows, count, sizeof *rows, compare_rows);
    for (uint32_t i = 0; i < count && rows[i].count; i++)
        cq_buf_push_format(out, "%7" PRIu32 "  %-7s  %s\n", rows[i].count,
                           cq_level_name(rows[i].rule->level), rows[i].rule->id.ptr);
    cq_arena_release(&arena);
}
