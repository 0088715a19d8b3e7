#include "report/tally.h"

#include <stdlib.h>

void cq_tally_init(cq_tally *tally, const cq_rule *rules, uint32_t rule_count, const cq_mqm *mqm) {
    *tally = (cq_tally){.rules = rules, .rule_count = rule_count, .mqm = mqm};
    cq_arena_init(&tally->arena);
    tally->counts = CQ_ARENA_NEW_ARRAY(&tally->arena, uint32_t, rule_count + 1u);
}

void cq_tally_release(cq_tally *tally) {
    cq_arena_release(&tally->arena);
    *tally = (cq_tally){0};
}

uint32_t cq_tally_count(const cq_tally_document *document) {
    uint32_t count = 0;
    for (int level = CQ_LEVEL_HINT; level <= CQ_LEVEL_ERROR; level++)
        count += document->findings[level];
    return count;
}

void cq_tally_add(cq_tally *tally, const cq_tally_document *document, const uint32_t *counts) {
    cq_tally_document *added = CQ_ARRAY_PUSH(&tally->arena, &tally->documents);
    *added = *document;
    added->path = cq_str_dup(&tally->arena, document->path);
    tally->words += document->words;
    tally->findings += cq_tally_count(document);
    for (uint32_t i = 0; counts && i < tally->rule_count; i++) tally->counts[i] += counts[i];
}

double cq_tally_density(uint64_t findings, uint64_t words) {
    return words ? (double)findings * 1000 / (double)words : 0;
}

/* What is ranked: the higher value first, then the lower index. */
typedef struct rank {
    double value;
    uint32_t index;
} rank;

static int compare_ranks(const void *left, const void *right) {
    const rank *a = left, *b = right;
    if (a->value != b->value) return a->value < b->value ? 1 : -1;
    return (a->index > b->index) - (a->index < b->index);
}

static uint32_t *sort_ranks(cq_arena *arena, rank *ranks, uint32_t count) {
    uint32_t *order = CQ_ARENA_NEW_ARRAY(arena, uint32_t, count + 1u);
    qsort(ranks, count, sizeof *ranks, compare_ranks);
    for (uint32_t i = 0; i < count; i++) order[i] = ranks[i].index;
    return order;
}

const uint32_t *cq_tally_rank_rules(cq_arena *arena, const cq_tally *tally, uint32_t *count) {
    rank *ranks = CQ_ARENA_NEW_ARRAY(arena, rank, tally->rule_count + 1u);
    *count = 0;
    for (uint32_t i = 0; i < tally->rule_count; i++)
        if (tally->counts[i]) ranks[(*count)++] = (rank){tally->counts[i], i};
    return sort_ranks(arena, ranks, *count);
}

static cq_str name_group(cq_arena *arena, const cq_rule *rule) {
    if (!rule->group.len) return rule->language;
    return cq_str_format(arena, "%.*s/%.*s", CQ_FMT(rule->language), CQ_FMT(rule->group));
}

static cq_tally_group *find_group(cq_tally_groups *groups, cq_arena *arena, cq_str name) {
    for (uint32_t i = 0; i < groups->len; i++)
        if (cq_str_is_equal(groups->at[i].name, name)) return &groups->at[i];
    cq_tally_group *group = CQ_ARRAY_PUSH(arena, groups);
    group->name = name;
    return group;
}

static int compare_groups(const void *left, const void *right) {
    const cq_tally_group *a = left, *b = right;
    if (a->findings != b->findings) return a->findings < b->findings ? 1 : -1;
    return cq_str_compare(a->name, b->name);
}

cq_tally_groups cq_tally_rank_groups(cq_arena *arena, const cq_tally *tally) {
    cq_tally_groups groups = {0};
    for (uint32_t i = 0; i < tally->rule_count; i++) {
        if (!tally->counts[i]) continue;
        cq_str name = name_group(arena, &tally->rules[i]);
        find_group(&groups, arena, name)->findings += tally->counts[i];
    }
    if (groups.len) qsort(groups.at, groups.len, sizeof *groups.at, compare_groups);
    return groups;
}

const uint32_t *cq_tally_rank_documents(cq_arena *arena, const cq_tally *tally) {
    uint32_t count = tally->documents.len;
    rank *ranks = CQ_ARENA_NEW_ARRAY(arena, rank, count + 1u);
    for (uint32_t i = 0; i < count; i++) {
        const cq_tally_document *document = &tally->documents.at[i];
        ranks[i] = (rank){cq_tally_density(cq_tally_count(document), document->words), i};
    }
    return sort_ranks(arena, ranks, count);
}

double cq_tally_score(const cq_tally_document *document) {
    return cq_mqm_score(document->penalty, document->words);
}

bool cq_tally_passes(const cq_tally *tally, const cq_tally_document *document) {
    return cq_tally_score(document) >= tally->mqm->pass;
}

double cq_tally_total_score(const cq_tally *tally) {
    double penalty = 0;
    for (uint32_t i = 0; i < tally->documents.len; i++) penalty += tally->documents.at[i].penalty;
    return cq_mqm_score(penalty, tally->words);
}
