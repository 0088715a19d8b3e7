#include "plugins/cli/roster.h"

void cq_roster_init(cq_roster *roster) {
    *roster = (cq_roster){0};
    cq_arena_init(&roster->arena);
}

void cq_roster_release(cq_roster *roster) {
    cq_arena_release(&roster->arena);
    *roster = (cq_roster){0};
}

static cq_rule_example copy_example(cq_arena *arena, const cq_rule_example *example) {
    cq_rule_example copy = *example;
    copy.text = cq_str_dup(arena, example->text);
    copy.format = cq_str_dup(arena, example->format);
    copy.source_language = cq_str_dup(arena, example->source_language);
    copy.original = cq_str_dup(arena, example->original);
    copy.glossary = cq_str_dup(arena, example->glossary);
    copy.fixed = cq_str_dup(arena, example->fixed);
    copy.marks.at = NULL;
    copy.marks.len = copy.marks.cap = 0;
    for (uint32_t i = 0; i < example->marks.len; i++)
        *CQ_ARRAY_PUSH(arena, &copy.marks) = example->marks.at[i];
    return copy;
}

static cq_rule copy_rule(cq_arena *arena, const cq_rule *rule) {
    cq_rule copy = *rule;
    copy.id = cq_str_dup(arena, rule->id);
    copy.language = cq_str_dup(arena, rule->language);
    copy.group = cq_str_dup(arena, rule->group);
    copy.origin = cq_str_dup(arena, rule->origin);
    copy.summary = cq_str_dup(arena, rule->summary);
    copy.why = cq_str_dup(arena, rule->why);
    copy.mqm = cq_str_dup(arena, rule->mqm);
    copy.measured = cq_str_dup(arena, rule->measured);
    copy.sources.at = NULL;
    copy.sources.len = copy.sources.cap = 0;
    for (uint32_t i = 0; i < rule->sources.len; i++)
        *CQ_ARRAY_PUSH(arena, &copy.sources) = cq_str_dup(arena, rule->sources.at[i]);
    copy.examples.at = NULL;
    copy.examples.len = copy.examples.cap = 0;
    for (uint32_t i = 0; i < rule->examples.len; i++)
        *CQ_ARRAY_PUSH(arena, &copy.examples) = copy_example(arena, &rule->examples.at[i]);
    return copy;
}

/* Both lists are sorted by id: one pass merges them. */
void cq_roster_add(cq_roster *roster, const cq_host *host) {
    uint32_t count, old = 0, new = 0;
    const cq_rule *rules = cq_host_rules(host, &count);
    cq_rule *all = CQ_ARENA_NEW_ARRAY(&roster->arena, cq_rule, roster->count + count + 1u);
    uint32_t total = 0;
    while (old < roster->count || new < count) {
        int order = old == roster->count ? 1
                    : new == count       ? -1
                                         : cq_str_compare(roster->rules[old].id, rules[new].id);
        all[total] = order <= 0 ? roster->rules[old] : copy_rule(&roster->arena, &rules[new]);
        all[total].index = total;
        total++;
        old += order <= 0;
        new += order >= 0;
    }
    roster->rules = all;
    roster->count = total;
}

const cq_rule *cq_roster_find(const cq_roster *roster, cq_str id) {
    uint32_t first = 0, end = roster->count;
    while (first < end) {
        uint32_t middle = first + (end - first) / 2;
        int order = cq_str_compare(roster->rules[middle].id, id);
        if (order == 0) return &roster->rules[middle];
        if (order < 0)
            first = middle + 1;
        else
            end = middle;
    }
    return NULL;
}
