#include "plugins/lsp/check.h"

#include "text/language_found.h"
#include "text/language_source.h"

/* A document is opened anew when it takes so many times the memory that it took at first, and so much
   more: its revisions leave behind what they replace. */
#define MOST_GROWTH 4
#define LEAST_GROWTH ((size_t)4 << 20)

void cq_lsp_check_init(cq_lsp_check *check) {
    *check = (cq_lsp_check){0};
    cq_findings_init(&check->findings);
    cq_findings_init(&check->local);
    cq_findings_init(&check->wide);
}

void cq_lsp_check_reset(cq_lsp_check *check) {
    if (check->has_doc) cq_doc_close(&check->doc);
    cq_findings_release(&check->findings);
    cq_findings_release(&check->local);
    cq_findings_release(&check->wide);
    cq_buf text = check->text, spare = check->spare;
    cq_lsp_check_init(check);
    check->text = text;
    check->spare = spare;
}

void cq_lsp_check_release(cq_lsp_check *check) {
    cq_lsp_check_reset(check);
    cq_buf_release(&check->text);
    cq_buf_release(&check->spare);
    cq_findings_release(&check->findings);
    cq_findings_release(&check->local);
    cq_findings_release(&check->wide);
}

static size_t measure(const cq_lsp_check *check) {
    return check->doc.arena.total + check->local.arena.total + check->wide.arena.total;
}

static bool has_grown(const cq_lsp_check *check) {
    return measure(check) > MOST_GROWTH * check->first_size + LEAST_GROWTH;
}

/* Leaves findings of rules that are wide, or of those that are not, and that have not been broken since. */
static void keep(cq_findings *findings, const cq_host *host, bool is_wide) {
    uint32_t kept = 0;
    for (uint32_t i = 0; i < findings->list.len; i++) {
        const cq_rule *rule = findings->list.at[i].rule;
        if (cq_host_is_wide(host, rule) == is_wide && cq_host_is_on(host, rule))
            findings->list.at[kept++] = findings->list.at[i];
    }
    findings->list.len = kept;
}

/* What is shown: without what the text ignores. */
static void heed(cq_lsp_check *check, const cq_lsp_check_plan *plan) {
    cq_findings_release(&check->findings);
    cq_findings_init(&check->findings);
    cq_findings_merge(&check->findings, &check->local);
    cq_findings_merge(&check->findings, &check->wide);
    if (check->has_doc) cq_host_heed_ignores(plan->host, &check->doc, &check->findings);
}

/* Runs all rules. What wide ones say is put apart: it is said anew more often. */
static void lint_all(cq_lsp_check *check, const cq_lsp_check_plan *plan) {
    cq_findings_release(&check->local);
    cq_findings_release(&check->wide);
    cq_findings_init(&check->local);
    cq_findings_init(&check->wide);
    cq_host_lint_all(plan->host, &check->doc, &check->local, plan->troubles);
    cq_findings_merge(&check->wide, &check->local);
    keep(&check->local, plan->host, false);
    keep(&check->wide, plan->host, true);
    check->is_whole = true;
}

static bool open_anew(cq_lsp_check *check, const cq_lsp_check_plan *plan, cq_str text,
                      cq_err *err) {
    cq_lsp_check_reset(check);
    check->text.len = 0;
    cq_buf_push_str(&check->text, text);
    check->is_whole = true;
    check->has_doc = cq_doc_open(&check->doc, cq_host_words(plan->host), plan->path,
                                 cq_buf_get(&check->text), &plan->options, err);
    if (!check->has_doc) return false;
    lint_all(check, plan);
    check->first_size = measure(check);
    return true;
}

/* Keeps what rules said of blocks that are what they were, where it is now. */
static void carry_local(cq_lsp_check *check, const cq_host *host, const cq_revision *revision) {
    cq_findings *local = &check->local;
    uint32_t kept = 0, moved = revision->end - revision->end_before;
    for (uint32_t i = 0; i < local->list.len; i++) {
        cq_finding *finding = &local->list.at[i];
        bool is_behind = finding->block >= revision->end_before;
        if (!cq_host_is_on(host, finding->rule) ||
            (!is_behind && finding->block >= revision->first))
            continue;
        if (is_behind) {
            cq_finding_shift(finding, revision->shift);
            finding->block += moved;
        }
        local->list.at[kept++] = *finding;
    }
    local->list.len = kept;
}

/* Keeps what wide rules said of places that have not been touched. */
static void carry_wide(cq_lsp_check *check, const cq_host *host, const cq_revision *revision) {
    cq_findings *wide = &check->wide;
    uint32_t kept = 0;
    for (uint32_t i = 0; i < wide->list.len; i++) {
        cq_finding *finding = &wide->list.at[i];
        if (cq_host_is_on(host, finding->rule) &&
            cq_finding_survive(finding, revision->bytes, revision->shift))
            wide->list.at[kept++] = *finding;
    }
    wide->list.len = kept;
}

static bool revise(cq_lsp_check *check, const cq_lsp_check_plan *plan, cq_str text,
                   cq_revision_same same, cq_err *err) {
    cq_revision revision;
    cq_buf before = check->text;
    check->text = check->spare;
    check->spare = before;
    check->text.len = 0;
    cq_buf_push_str(&check->text, text);
    check->has_doc = cq_revision_read(&revision, &check->doc, cq_buf_get(&check->text), same, err);
    check->is_whole = false;
    if (!check->has_doc) {
        check->local.list.len = check->wide.list.len = 0;
        return false;
    }
    carry_local(check, plan->host, &revision);
    carry_wide(check, plan->host, &revision);
    cq_findings fresh = {.arena = check->local.arena}; /* what they hold stays with the others */
    cq_span blocks = {revision.first, revision.end};
    cq_host_lint_blocks(plan->host, &check->doc, blocks, &fresh, plan->troubles);
    check->local.arena = fresh.arena;
    cq_findings_merge(&check->local, &fresh);
    return true;
}

bool cq_lsp_check_update(cq_lsp_check *check, const cq_lsp_check_plan *plan, cq_str text,
                         cq_revision_same same, cq_err *err) {
    bool is_new = !check->has_doc || has_grown(check);
    cq_host_set_source(plan->host, plan->source);
    bool ok = is_new ? open_anew(check, plan, text, err) : revise(check, plan, text, same, err);
    cq_host_set_source(plan->host, NULL);
    heed(check, plan);
    return ok;
}

/* *is_same: whether the text still looks written in the same language and translated from the same one;
   others have other rules. */
static bool guess_languages(bool *is_same, cq_lsp_check *check, const cq_patience *patience) {
    bool is_source_same = true;
    bool is_found_same = cq_language_found_renew(&check->doc);
    bool ok = check->doc.source_language.len ||
              cq_language_source_renew(&is_source_same, &check->doc, patience);
    *is_same = is_found_same && is_source_same;
    return ok;
}

/* Runs the rules that are wide. */
static bool lint_wide(cq_lsp_check *check, const cq_lsp_check_plan *plan,
                      const cq_patience *patience) {
    cq_findings fresh;
    cq_findings_init(&fresh);
    if (!cq_host_lint_wide(plan->host, &check->doc, &fresh, plan->troubles, patience)) {
        cq_findings_release(&fresh);
        return false;
    }
    keep(&check->local, plan->host, false);
    cq_findings_release(&check->wide);
    check->wide = fresh;
    return check->is_whole = true;
}

static bool lint_rest(cq_lsp_check *check, const cq_lsp_check_plan *plan,
                      const cq_patience *patience) {
    bool is_same;
    if (!guess_languages(&is_same, check, patience)) return false;
    if (is_same) return lint_wide(check, plan, patience);
    lint_all(check, plan);
    return true;
}

bool cq_lsp_check_finish(cq_lsp_check *check, const cq_lsp_check_plan *plan,
                         const cq_patience *patience) {
    if (check->is_whole || !check->has_doc) return true;
    cq_host_set_source(plan->host, plan->source);
    bool is_done = lint_rest(check, plan, patience);
    cq_host_set_source(plan->host, NULL);
    if (is_done) heed(check, plan);
    return is_done;
}
