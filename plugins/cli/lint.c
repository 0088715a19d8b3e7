#include "plugins/cli/lint.h"

#include "plugins/cli/original.h"
#include "plugins/cli/recall.h"

#include <inttypes.h>
#include <stdlib.h>

struct cq_linter {
    const cq_lint_plan *plan;
    cq_fleet fleet;
    bool is_spoiled; /* a rule broke or was dropped: what is found is not all, and is not kept */
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
    uint32_t before = troubles->list.len;
    *out = cq_fleet_host(&linter->fleet, profile, troubles, err);
    linter->is_spoiled = linter->is_spoiled || troubles->list.len > before;
    return *out != NULL;
}

void cq_linter_drop_rule(cq_linter *linter, cq_str id) {
    cq_fleet_drop_rule(&linter->fleet, id);
    linter->is_spoiled = true;
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

static void count_findings(cq_lint_result *result, uint32_t rule_count, const cq_findings *findings,
                           cq_level fail_on) {
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
cq_level cq_lint_report_level(const cq_lint_plan *plan, const cq_profile *profile) {
    cq_level fail_on = fail_level(plan, profile);
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
        count +=
            doc->tokens.at[i].kind == CQ_TOKEN_WORD || doc->tokens.at[i].kind == CQ_TOKEN_NUMBER;
    return count;
}

/* A text on its way to a report. */
typedef struct job {
    cq_lint_result *result;
    cq_linter *linter;
    const cq_input *input;
    cq_str bytes;
    cq_doc_options options;
    cq_host *host;
    cq_level level; /* findings below are not shown */
    cq_findings findings;
    cq_recall recall;
} job;

/* From what was found to what is shown. */
static void settle(job *j, cq_source *source) {
    const cq_lint_plan *plan = j->linter->plan;
    cq_lint_result *result = j->result;
    uint32_t rule_count = plan->roster.count;
    rule_need need = {j->host, j->level};
    cq_findings_keep_level(&j->findings, j->level);
    cq_allowance_apply(&result->allowed, &plan->allowance, &j->findings, source, may_be_found,
                       &need);
    if (j->input->changed) cq_touch_keep(&j->findings, j->input->changed);
    if (rule_count)
        enrol(&j->findings, &plan->roster);
    else
        cq_host_rules(j->host, &rule_count);
    count_findings(result, rule_count, &j->findings, fail_level(plan, j->input->profile));
    if (plan->mqm) result->penalty = cq_mqm_penalty(plan->mqm, &j->findings);
    if (plan->report->file)
        plan->report->file(&result->text, source, &j->findings, &plan->report_options);
    result->is_linted = true;
}

static void show_known(job *j) {
    cq_arena arena;
    cq_source source;
    cq_err err;
    cq_arena_init(&arena);
    if (cq_source_init(&source, &arena, j->input->path, j->bytes, &err)) {
        name_invalid(&j->result->troubles, &source);
        settle(j, &source);
    } else {
        cq_troubles_push(&j->result->troubles, "%s", err.message);
    }
    cq_arena_release(&arena);
}

/* What a trouble came with is not all, and another run may have none: it is not kept. */
static void lint_doc(job *j, cq_doc *doc) {
    cq_lint_result *result = j->result;
    name_invalid(&result->troubles, &doc->source);
    uint32_t before = result->troubles.list.len;
    cq_host_lint(j->host, doc, &j->findings, &result->troubles);
    j->linter->is_spoiled = j->linter->is_spoiled || result->troubles.list.len > before;
    result->words = count_words(doc);
    if (!j->linter->is_spoiled) cq_recall_keep(&j->recall, &j->findings, result->words);
    settle(j, &doc->source);
}

static void lint_text(job *j, cq_original *o) {
    cq_doc doc;
    cq_err err;
    cq_original_open(o, j->host, &j->options, &j->result->troubles);
    if (o->is_open != o->is_there) j->recall = (cq_recall){0};
    if (cq_doc_open(&doc, cq_host_words(j->host), j->input->path, j->bytes, &j->options, &err)) {
        lint_doc(j, &doc);
        cq_doc_close(&doc);
    } else {
        cq_troubles_push(&j->result->troubles, "%s", err.message);
    }
}

bool cq_linter_warm_up(cq_linter *linter, const cq_profile *profile, cq_troubles *troubles,
                       cq_err *err) {
    const cq_lint_plan *plan = linter->plan;
    cq_doc doc;
    cq_doc_options options = cq_settings_doc_options(plan->settings, profile);
    cq_findings findings;
    cq_host *host = cq_fleet_host(&linter->fleet, profile, troubles, err);
    if (!host ||
        !cq_doc_open(&doc, cq_host_words(host), CQ_STR("nothing"), CQ_STR(""), &options, err))
        return false;
    cq_findings_init(&findings);
    cq_host_set_least(host, cq_lint_report_level(plan, profile));
    cq_host_lint(host, &doc, &findings, troubles);
    cq_findings_release(&findings);
    cq_doc_close(&doc);
    return true;
}

void cq_linter_lint(cq_lint_result *result, cq_linter *linter, const cq_input *input,
                    cq_str bytes) {
    const cq_settings *settings = linter->plan->settings;
    job j = {.result = result, .linter = linter, .input = input, .bytes = bytes};
    cq_original original;
    cq_err err;
    j.options = cq_settings_doc_options(settings, input->profile);
    if (input->language.len && !settings->language) j.options.language = input->language;
    j.level = cq_lint_report_level(linter->plan, input->profile);
    result->path = input->path;
    if (!cq_linter_load(&j.host, linter, input->profile, &result->troubles, &err)) {
        cq_troubles_push(&result->troubles, "%s", err.message);
        return;
    }
    cq_host_set_least(j.host, j.level);
    cq_findings_init(&j.findings);
    cq_original_read(&original, input, &result->troubles);
    if (!linter->is_spoiled && !result->troubles.list.len)
        j.recall = cq_recall_of(linter->plan, input, bytes, j.options.language, &original);
    if (cq_recall_take(&j.findings, &result->words, &j.recall, j.host))
        show_known(&j);
    else
        lint_text(&j, &original);
    cq_original_close(&original);
    cq_findings_release(&j.findings);
}
