#include "plugins/cli/lint.h"

#include "plugins/cli/original.h"

#include <inttypes.h>
#include <stdlib.h>

struct cq_linter {
    const cq_lint_plan *plan;
    cq_fleet fleet;
};

void cq_lint_result_init(cq_lint_result *result) {
    *result = (cq_lint_result){0};
    cq_troubles_init(&result->troubles);
    cq_arena_init(&result->allowed.arena);
}

void cq_lint_result_release(cq_lint_result *result) {
    cq_buf_release(&result->text);
    cq_troubles_release(&result->troubles);
    free(result->counts);
    cq_allowance_use_release(&result->allowed);
    *result = (cq_lint_result){0};
}

cq_linter *cq_linter_new(const cq_lint_plan *plan) {
    cq_linter *linter = calloc(1, sizeof *linter);
    if (!linter) cq_arena_exhausted();
    linter->plan = plan;
    cq_fleet_init(&linter->fleet, plan->settings);
    return linter;
}

void cq_linter_free(cq_linter *linter) {
    if (!linter) return;
    cq_fleet_release(&linter->fleet);
    free(linter);
}

bool cq_linter_load(cq_host **out, cq_linter *linter, const cq_profile *profile,
                    cq_troubles *troubles, cq_err *err) {
    *out = cq_fleet_host(&linter->fleet, profile, troubles, err);
    return *out != NULL;
}

void cq_linter_drop_rule(cq_linter *linter, cq_str id) {
    cq_fleet_drop_rule(&linter->fleet, id);
}

cq_str cq_lint_broken_rule(cq_str trouble) {
    cq_str lead = CQ_STR("rule ");
    size_t colon = cq_str_find(trouble, CQ_STR(": "));
    if (!cq_str_has_prefix(trouble, lead) || colon == SIZE_MAX) return CQ_STR("");
    return cq_str_slice(trouble, lead.len, colon);
}

/* Text that is not UTF-8 is linted all the same, but nobody may take it for read. */
static void name_invalid(cq_troubles *troubles, cq_source *source) {
    if (source->first_invalid == UINT32_MAX) return;
    bool is_nul = source->bytes.ptr[source->first_invalid] == '\0';
    cq_troubles_push(troubles,
                     "%s:%" PRIu32 ": %s (%" PRIu32 " byte%s replaced); the rest is linted",
                     source->path.ptr, cq_source_locate(source, source->first_invalid).line,
                     is_nul ? "NUL is no text" : "not valid UTF-8", source->invalid_count,
                     source->invalid_count == 1 ? "" : "s");
}

/* From the host's rules to the roster's. */
static void enrol(cq_findings *findings, const cq_roster *roster) {
    for (uint32_t i = 0; i < findings->list.len; i++)
        findings->list.at[i].rule = cq_roster_find(roster, findings->list.at[i].rule->id);
}

static void count_findings(cq_lint_result *result, uint32_t rule_count,
                           const cq_findings *findings, cq_level fail_on) {
    if (!findings->list.len) return;
    result->counts = calloc(rule_count, sizeof *result->counts);
    if (!result->counts) cq_arena_exhausted();
    for (uint32_t i = 0; i < findings->list.len; i++) {
        result->findings[findings->list.at[i].level]++;
        result->counts[findings->list.at[i].rule->index]++;
        result->is_failed = result->is_failed || findings->list.at[i].level >= fail_on;
    }
}

static cq_level fail_level(const cq_lint_plan *plan, const cq_profile *profile) {
    if (plan->fail_on) return plan->fail_on;
    return profile->fail_level ? profile->fail_level : CQ_LEVEL_WARNING;
}

/* Unless told how, what fails is shown. */
static cq_level report_level(const cq_lint_plan *plan, cq_level fail_on) {
    if (plan->level) return plan->level;
    return fail_on == CQ_LEVEL_HINT ? CQ_LEVEL_HINT : CQ_LEVEL_WARNING;
}

/* What a rule must be for its findings to be shown. */
typedef struct rule_need {
    const cq_host *host;
    cq_level level;
} rule_need;

/* A rule that there is not any more says nothing either. */
static bool may_be_found(const void *context, cq_str id) {
    const rule_need *need = context;
    const cq_rule *rule = cq_host_rule(need->host, id);
    return !rule || (cq_host_is_on(need->host, rule) && rule->level >= need->level);
}

static uint32_t count_words(const cq_doc *doc) {
    uint32_t count = 0;
    for (uint32_t i = 0; i < doc->tokens.len; i++)
        count += doc->tokens.at[i].kind == CQ_TOKEN_WORD ||
                 doc->tokens.at[i].kind == CQ_TOKEN_NUMBER;
    return count;
}

static void lint_doc(cq_lint_result *result, cq_linter *linter, cq_host *host,
                     const cq_input *input, cq_doc *doc) {
    const cq_lint_plan *plan = linter->plan;
    cq_level fail_on = fail_level(plan, input->profile);
    uint32_t rule_count = plan->roster.count;
    cq_findings findings;
    cq_findings_init(&findings);
    name_invalid(&result->troubles, &doc->source);
    rule_need need = {host, report_level(plan, fail_on)};
    cq_host_set_least(host, need.level);
    cq_host_lint(host, doc, &findings, &result->troubles);
    cq_findings_keep_level(&findings, need.level);
    cq_allowance_apply(&result->allowed, &plan->allowance, &findings, &doc->source, may_be_found,
                       &need);
    if (input->changed) cq_touch_keep(&findings, input->changed);
    if (rule_count)
        enrol(&findings, &plan->roster);
    else
        cq_host_rules(host, &rule_count);
    count_findings(result, rule_count, &findings, fail_on);
    result->words = count_words(doc);
    if (plan->mqm) result->penalty = cq_mqm_penalty(plan->mqm, &findings);
    if (plan->report->file)
        plan->report->file(&result->text, &doc->source, &findings, &plan->report_options);
    result->is_linted = true;
    cq_findings_release(&findings);
}

void cq_linter_lint(cq_lint_result *result, cq_linter *linter, const cq_input *input,
                    cq_str bytes) {
    cq_doc doc;
    cq_doc_options options = cq_settings_doc_options(linter->plan->settings, input->profile);
    if (input->language.len && !linter->plan->settings->language) options.language = input->language;
    cq_err err;
    result->path = input->path;
    cq_host *host = cq_fleet_host(&linter->fleet, input->profile, &result->troubles, &err);
    if (!host) {
        cq_troubles_push(&result->troubles, "%s", err.message);
        return;
    }
    cq_original original;
    cq_original_open(&original, host, input, &options, &result->troubles);
    if (cq_doc_open(&doc, cq_host_words(host), input->path, bytes, &options, &err)) {
        lint_doc(result, linter, host, input, &doc);
        cq_doc_close(&doc);
    } else {
        cq_troubles_push(&result->troubles, "%s", err.message);
    }
    cq_original_close(&original);
}
