#include "lua/trigger_set.h"

#include "lua/host_state.h"

/* Adds a rule's triggers to a set. They were tried when the rule was loaded. */
static void add_rule(cq_trigger_set *set, const cq_host *host, uint32_t index) {
    const cq_rule_body *body = &host->bodies[index];
    for (uint32_t i = 0; i < body->triggers.len; i++) {
        cq_phrase_add(set->phrases, body->triggers.at[i].phrase, set->rules.len, NULL);
        *CQ_ARRAY_PUSH(&set->arena, &set->rules) = index;
        *CQ_ARRAY_PUSH(&set->arena, &set->triggers) = i;
    }
}

static void clear_set(cq_trigger_set *set) {
    cq_arena_release(&set->arena);
    *set = (cq_trigger_set){0};
    cq_arena_init(&set->arena);
}

static void empty_set(cq_trigger_set *set, cq_host *host) {
    clear_set(set);
    set->phrases = cq_phrase_new(&set->arena, &host->words);
}

static bool is_on(const cq_host *host, uint32_t index) {
    return cq_host_is_on(host, &host->rules[index]);
}

static bool is_in_stock(const cq_host *host, uint32_t index) {
    uint32_t stock = host->bodies[index].stock;
    return stock && host->stock->rules[stock - 1].is_in_automaton;
}

/* Is the stock's automaton, which looks for the rules that are off as well, the better one to begin
   with? Where few of its rules are on, it looks for too much. */
static bool is_stock_better(const cq_host *host) {
    uint32_t on = 0, all = 0;
    if (!host->stock) return false;
    for (uint32_t i = 0; i < host->stock->rule_count; i++)
        all += host->stock->rules[i].is_in_automaton;
    for (uint32_t i = 0; i < host->rule_count; i++) on += is_in_stock(host, i) && is_on(host, i);
    return on > all / 2;
}

/* The stock's automaton; hits of its rules that are off, or that are others here, go nowhere. */
static void begin_with_stock(cq_trigger_set *set, cq_host *host) {
    const cq_stock *stock = host->stock;
    clear_set(set);
    uint32_t *by_stock = CQ_ARENA_NEW_ARRAY(&set->arena, uint32_t, stock->rule_count);
    for (uint32_t i = 0; i < stock->rule_count; i++) by_stock[i] = host->rule_count;
    for (uint32_t i = 0; i < host->rule_count; i++)
        if (is_in_stock(host, i) && is_on(host, i)) by_stock[host->bodies[i].stock - 1] = i;
    set->phrases = cq_phrase_new_from(&set->arena, &host->words, stock->phrases);
    CQ_ARRAY_RESERVE(&set->arena, &set->rules, stock->owner_count);
    CQ_ARRAY_RESERVE(&set->arena, &set->triggers, stock->owner_count);
    for (uint32_t i = 0; i < stock->owner_count; i++) {
        *CQ_ARRAY_PUSH(&set->arena, &set->rules) = by_stock[stock->owner_rules[i]];
        *CQ_ARRAY_PUSH(&set->arena, &set->triggers) = stock->owner_triggers[i];
    }
}

const cq_trigger_set *cq_trigger_set_active(cq_host *host) {
    cq_trigger_set *set = &host->active;
    if (set->phrases) return set;
    bool has_stock = is_stock_better(host);
    if (has_stock)
        begin_with_stock(set, host);
    else
        empty_set(set, host);
    for (uint32_t i = 0; i < host->rule_count; i++)
        if (is_on(host, i) && !(has_stock && is_in_stock(host, i))) add_rule(set, host, i);
    return set;
}

static bool is_wide(const cq_host *host, uint32_t index) {
    return cq_host_is_wide(host, &host->rules[index]);
}

static uint32_t count_wide(const cq_host *host) {
    uint32_t count = 0;
    for (uint32_t i = 0; i < host->rule_count; i++) count += is_wide(host, i);
    return count;
}

/* Rules become wide, and never less. */
const cq_trigger_set *cq_trigger_set_wide(cq_host *host) {
    cq_trigger_set *set = &host->wide;
    uint32_t count = count_wide(host);
    if (set->phrases && host->wide_count == count) return set;
    empty_set(set, host);
    host->wide_count = count;
    for (uint32_t i = 0; i < host->rule_count; i++)
        if (is_on(host, i) && is_wide(host, i)) add_rule(set, host, i);
    return set;
}

const cq_trigger_set *cq_trigger_set_single(cq_host *host, uint32_t index) {
    cq_trigger_set *set = &host->single;
    if (set->phrases && host->single_rule == index) return set;
    empty_set(set, host);
    host->single_rule = index;
    add_rule(set, host, index);
    return set;
}
