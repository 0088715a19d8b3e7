#include "plugins/cli/statistics.h"

#include <inttypes.h>
#include <stdlib.h>

typedef struct row {
    const cq_rule *rule;
    uint32_t count;
} row;

typedef CQ_ARRAY(row) rows;

static int compare_rows(const void *left, const void *right) {
    const row *a = left, *b = right;
    if (a->count != b->count) return a->count < b->count ? 1 : -1;
    return cq_str_compare(a->rule->id, b->rule->id);
}

static void add_counts(rows *out, cq_arena *arena, const cq_linter *linter) {
    const cq_rule *rules;
    uint32_t count;
    const uint32_t *counts = cq_linter_counts(linter, &rules, &count);
    for (uint32_t i = 0; i < count; i++) {
        row *r = i < out->len ? &out->at[i] : CQ_ARRAY_PUSH(arena, out);
        r->rule = r->rule ? r->rule : &rules[i];
        r->count += counts[i];
    }
}

void cq_statistics_push(cq_buf *out, cq_linter *const *linters, uint32_t linter_count) {
    cq_arena arena;
    rows table = {0};
    cq_arena_init(&arena);
    for (uint32_t i = 0; i < linter_count; i++)
        if (linters[i]) add_counts(&table, &arena, linters[i]);
    if (table.len) qsort(table.at, table.len, sizeof *table.at, compare_rows);
    for (uint32_t i = 0; i < table.len && table.at[i].count; i++)
        cq_buf_push_format(out, "%7" PRIu32 "  %-7s  %s\n", table.at[i].count,
                           cq_level_name(table.at[i].rule->level), table.at[i].rule->id.ptr);
    cq_arena_release(&arena);
}
