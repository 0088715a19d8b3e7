#include "plugins/cli/batch.h"

#include "base/page.h"
#include "plugins/cli/pool.h"

struct cq_batch_run {
    cq_batch batch;
    cq_arena arena;
    cq_lint_result *results; /* by input */
    cq_linter **linters;     /* by thread; NULL until it has something to do */
    uint32_t linter_count;
    cq_host *host;    /* of the only profile */
    cq_linter *again; /* lints again what a broken rule had a part in; NULL until there is one */
    cq_strs broken;   /* ids of the rules that broke so far, in the order of the inputs */
};

void cq_batch_load_ahead(cq_batch_ahead *ahead, const cq_lint_plan *plan,
                         const cq_profile *profile) {
    cq_troubles troubles;
    cq_err err;
    *ahead = (cq_batch_ahead){profile, cq_linter_new(plan)};
    cq_troubles_init(&troubles);
    if (!cq_linter_warm_up(ahead->linter, profile, &troubles, &err) || troubles.list.len)
        cq_batch_ahead_release(ahead);
    cq_troubles_release(&troubles);
}

void cq_batch_ahead_release(cq_batch_ahead *ahead) {
    cq_linter_free(ahead->linter);
    *ahead = (cq_batch_ahead){0};
}

/* The profiles of the inputs, each once, by number. */
typedef CQ_ARRAY(const cq_profile *) profile_list;

static bool has_profile(const profile_list *list, const cq_profile *profile) {
    for (uint32_t i = 0; i < list->len; i++)
        if (list->at[i] == profile) return true;
    return false;
}

static profile_list list_profiles(cq_batch_run *run, const cq_profile *prevailing) {
    profile_list list = {0};
    const cq_inputs *inputs = run->batch.inputs;
    for (uint32_t i = 0; i < inputs->list.len; i++) {
        const cq_profile *profile = inputs->list.at[i].profile;
        bool is_known = list.len && list.at[list.len - 1] == profile;
        if (!is_known && !has_profile(&list, profile)) *CQ_ARRAY_PUSH(&run->arena, &list) = profile;
    }
    if (!list.len) *CQ_ARRAY_PUSH(&run->arena, &list) = prevailing;
    return list;
}

/* Loads the rules of all profiles once. Of one profile the host stays; where there are several, hosts
   come and go, and their rules are copied. */
static bool load_rules(cq_batch_run *run, const profile_list *profiles, cq_troubles *troubles,
                       cq_err *err) {
    cq_lint_plan *plan = run->batch.plan;
    cq_strs names = cq_settings_names(&run->arena, plan->settings);
    for (uint32_t i = 0; i < profiles->len; i++) {
        if (!cq_linter_load(&run->host, run->linters[0], profiles->at[i], troubles, err))
            return false;
        cq_settings_strike_known(&names, run->host);
        if (profiles->len > 1) cq_roster_add(&plan->roster, run->host);
    }
    return cq_settings_check_left(&names, run->host, err);
}

/* The linter with the rules that were loaded ahead, or a new one where none of the profiles has them. */
static cq_linter *open_first(cq_batch_run *run, const profile_list *profiles) {
    cq_batch_ahead *ahead = run->batch.ahead;
    if (!ahead->linter || !has_profile(profiles, ahead->profile))
        return cq_linter_new(run->batch.plan);
    cq_linter *linter = ahead->linter;
    ahead->linter = NULL;
    return linter;
}

bool cq_batch_run_new(cq_batch_run **out, const cq_batch *batch, const cq_profile *prevailing,
                      cq_troubles *troubles, cq_err *err) {
    cq_arena arena;
    cq_arena_init(&arena);
    cq_batch_run *run = CQ_ARENA_NEW(&arena, cq_batch_run);
    uint32_t inputs = batch->inputs->list.len;
    uint32_t threads = batch->threads < inputs ? batch->threads : inputs;
    run->batch = *batch;
    run->linter_count = threads ? threads : 1;
    run->results = CQ_ARENA_NEW_ARRAY(&arena, cq_lint_result, inputs + 1u);
    run->linters = CQ_ARENA_NEW_ARRAY(&arena, cq_linter *, run->linter_count);
    run->arena = arena; /* it holds the run itself */
    profile_list profiles = list_profiles(run, prevailing);
    run->linters[0] = open_first(run, &profiles);
    if (load_rules(run, &profiles, troubles, err)) {
        *out = run;
        return true;
    }
    cq_batch_run_free(run);
    return false;
}

void cq_batch_run_free(cq_batch_run *run) {
    if (!run) return;
    for (uint32_t i = 0; i < run->linter_count; i++) cq_linter_free(run->linters[i]);
    cq_linter_free(run->again);
    cq_arena arena = run->arena;
    cq_arena_release(&arena);
}

const cq_rule *cq_batch_run_rules(const cq_batch_run *run, uint32_t *count) {
    const cq_roster *roster = &run->batch.plan->roster;
    if (!roster->count) return cq_host_rules(run->host, count);
    *count = roster->count;
    return roster->rules;
}

/* A thread's linter is made when it gets its first file: one file needs one only. */
static cq_linter *open_linter(cq_batch_run *run, cq_linter **slot) {
    if (!*slot) *slot = cq_linter_new(run->batch.plan);
    return *slot;
}

static void lint_with(cq_batch_run *run, cq_linter **slot, uint32_t item) {
    const cq_input *input = &run->batch.inputs->list.at[item];
    cq_lint_result *result = &run->results[item];
    cq_buf storage = {0};
    cq_str bytes;
    cq_err err;
    cq_lint_result_init(result);
    if (cq_input_read(&bytes, &storage, input, &err))
        cq_linter_lint(result, open_linter(run, slot), input, bytes);
    else
        cq_troubles_push(&result->troubles, "%s", err.message);
    cq_buf_release(&storage);
}

static void lint_item(void *context, uint32_t thread, uint32_t item) {
    cq_batch_run *run = context;
    lint_with(run, &run->linters[thread], item);
}

static bool is_broken(const cq_batch_run *run, cq_str id) {
    for (uint32_t i = 0; i < run->broken.len; i++)
        if (cq_str_is_equal(run->broken.at[i], id)) return true;
    return false;
}

/* Whether a rule that broke in an earlier input had a say in this result: alone, one thread would
   have done without it. */
static bool is_tainted(const cq_batch_run *run, const cq_lint_result *result) {
    uint32_t count;
    const cq_rule *rules = cq_batch_run_rules(run, &count);
    for (uint32_t i = 0; i < count && result->counts; i++)
        if (result->counts[i] && is_broken(run, rules[i].id)) return true;
    for (uint32_t i = 0; i < result->troubles.list.len; i++)
        if (is_broken(run, cq_lint_broken_rule(result->troubles.list.at[i]))) return true;
    return false;
}

/* Without the rules that broke before, as one thread would have done. */
static void lint_again(cq_batch_run *run, uint32_t item) {
    cq_lint_result *result = &run->results[item];
    if (run->batch.inputs->list.at[item].kind == CQ_INPUT_STDIN) return; /* it was read */
    cq_linter *linter = open_linter(run, &run->again);
    for (uint32_t i = 0; i < run->broken.len; i++) cq_linter_drop_rule(linter, run->broken.at[i]);
    cq_lint_result_release(result);
    lint_with(run, &run->again, item);
}

static void note_broken(cq_batch_run *run, const cq_lint_result *result) {
    for (uint32_t i = 0; i < result->troubles.list.len; i++) {
        cq_str id = cq_lint_broken_rule(result->troubles.list.at[i]);
        if (id.len && !is_broken(run, id))
            *CQ_ARRAY_PUSH(&run->arena, &run->broken) = cq_str_dup(&run->arena, id);
    }
}

static bool show_item(void *context, uint32_t item) {
    cq_batch_run *run = context;
    if (run->broken.len && is_tainted(run, &run->results[item])) lint_again(run, item);
    note_broken(run, &run->results[item]);
    bool goes_on = run->batch.show(run->batch.context, &run->results[item]);
    cq_lint_result_release(&run->results[item]);
    return goes_on;
}

void cq_batch_run_all(cq_batch_run *run) {
    cq_page_keep();
    cq_pool_job job = {run->batch.inputs->list.len, lint_item, show_item, run};
    cq_pool_run(&job, run->linter_count);
}
