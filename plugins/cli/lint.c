#include "plugins/cli/lint.h"

#include <inttypes.h>
#include <stdlib.h>

struct cq_linter {
    const cq_lint_plan *plan;
    cq_host *host;
};

void cq_lint_result_init(cq_lint_result *result) {
    *result = (cq_lint_result){0};
    cq_troubles_init(&result->troubles);
}

void cq_lint_result_release(cq_lint_result *result) {
    cq_buf_release(&result->text);
    cq_troubles_release(&result->troubles);
    free(result->counts);
    *result = (cq_lint_result){0};
}

bool cq_linter_new(cq_linter **out, const cq_lint_plan *plan, cq_troubles *troubles, cq_err *err) {
    cq_linter *linter = calloc(1, sizeof *linter);
    if (!linter) cq_arena_exhausted();
    linter->plan = plan;
    if (!cq_settings_open_host(&linter->host, plan->settings, troubles, err)) {
        free(linter);
        return false;
    }
    *out = linter;
    return true;
}

void cq_linter_free(cq_linter *linter) {
    if (!linter) return;
    cq_host_free(linter->host);
    free(linter);
}

const cq_rule *cq_linter_rules(const cq_linter *linter, uint32_t *count) {
    return cq_host_rules(linter->host, count);
}

void cq_linter_drop_rule(cq_linter *linter, cq_str id) {
    cq_host_set_level(linter->host, id, CQ_LEVEL_OFF);
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

static void keep_from_level(cq_findings *findings, cq_level level) {
    uint32_t kept = 0;
    for (uint32_t i = 0; i < findings->list.len; i++)
        if (findings->list.at[i].level >= level) findings->list.at[kept++] = findings->list.at[i];
    findings->list.len = kept;
}

static void count_findings(cq_lint_result *result, const cq_host *host,
                           const cq_findings *findings) {
    uint32_t rule_count;
    cq_host_rules(host, &rule_count);
    if (!findings->list.len) return;
    result->counts = calloc(rule_count, sizeof *result->counts);
    if (!result->counts) cq_arena_exhausted();
    for (uint32_t i = 0; i < findings->list.len; i++) {
        result->findings[findings->list.at[i].level]++;
        result->counts[findings->list.at[i].rule->index]++;
    }
}

static void lint_doc(cq_lint_result *result, cq_linter *linter, cq_doc *doc) {
    const cq_lint_plan *plan = linter->plan;
    cq_findings findings;
    cq_findings_init(&findings);
    name_invalid(&result->troubles, &doc->source);
    cq_host_lint(linter->host, doc, &findings, &result->troubles);
    keep_from_level(&findings, plan->level);
    count_findings(result, linter->host, &findings);
    if (plan->report->file)
        plan->report->file(&result->text, &doc->source, &findings, &plan->report_options);
    result->is_linted = true;
    cq_findings_release(&findings);
}

void cq_linter_lint(cq_lint_result *result, cq_linter *linter, cq_str path, cq_str bytes) {
    cq_doc doc;
    cq_doc_options options = cq_settings_doc_options(linter->plan->settings);
    cq_err err;
    if (!cq_doc_open(&doc, cq_host_words(linter->host), path, bytes, &options, &err)) {
        cq_troubles_push(&result->troubles, "%s", err.message);
        return;
    }
    lint_doc(result, linter, &doc);
    cq_doc_close(&doc);
}
