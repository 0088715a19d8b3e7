#include "plugins/lsp/check.h"

#include "text/language_source.h"

/* A document is opened anew when it takes so many times the memory that it took at first, and so much
   more: its revisions leave behind what they replace. */
#define MOST_GROWTH 4
#define LEAST_GROWTH ((size_t)4 << 20)

void cq_lsp_check_init(cq_lsp_check *check) {
    *check = (cq_lsp_check){0};
    cq_findings_init(&check->findings);
    cq_findings_init(&check->reported);
}

void cq_lsp_check_reset(cq_lsp_check *check) {
    if (check->has_doc) cq_doc_close(&check->doc);
    cq_findings_release(&check->findings);
    cq_findings_release(&check->reported);
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
    cq_findings_release(&check->reported);
}

static size_t measure(const cq_lsp_check *check) {
    return check->doc.arena.total + check->reported.arena.total;
}

static bool has_grown(const cq_lsp_check *check) {
    return measure(check) > MOST_GROWTH * check->first_size + LEAST_GROWTH;
}

static void push_all(cq_findings *out, const cq_findings *found) {
    for (uint32_t i = 0; i < found->list.len; i++) *cq_findings_push(out) = found->list.at[i];
}

/* What is shown: without what the text ignores. */
static void heed(cq_lsp_check *check, const cq_lsp_check_plan *plan) {
    cq_findings_release(&check->findings);
    cq_findings_init(&check->findings);
    push_all(&check->findings, &check->reported);
    if (check->has_doc) cq_host_heed_ignores(plan->host, &check->doc, &check->findings);
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
    cq_host_lint_all(plan->host, &check->doc, &check->reported, plan->troubles);
    check->first_size = measure(check);
    return true;
}

/* Keeps what holds after a revision, where it is now. */
static void carry(cq_lsp_check *check, const cq_host *host, const cq_revision *revision) {
    uint32_t kept = 0, moved = revision->end - revision->end_before;
    for (uint32_t i = 0; i < check->reported.list.len; i++) {
        cq_finding *finding = &check->reported.list.at[i];
        bool holds = cq_host_is_on(host, finding->rule);
        if (cq_host_is_wide(host, finding->rule)) {
            holds = holds && cq_finding_survive(finding, revision->bytes, revision->shift);
        } else if (finding->block >= revision->end_before) {
            cq_finding_shift(finding, revision->shift);
            finding->block += moved;
        } else {
            holds = holds && finding->block < revision->first;
        }
        if (holds) check->reported.list.at[kept++] = *finding;
    }
    check->reported.list.len = kept;
}

static bool revise(cq_lsp_check *check, const cq_lsp_check_plan *plan, cq_str text, cq_err *err) {
    cq_revision revision;
    cq_buf before = check->text;
    check->text = check->spare;
    check->spare = before;
    check->text.len = 0;
    cq_buf_push_str(&check->text, text);
    check->has_doc = cq_revision_read(&revision, &check->doc, cq_buf_get(&check->text), err);
    check->is_whole = false;
    if (!check->has_doc) {
        check->reported.list.len = 0;
        return false;
    }
    carry(check, plan->host, &revision);
    cq_findings fresh = {.arena = check->reported.arena}; /* what they hold stays with the others */
    cq_span blocks = {revision.first, revision.end};
    cq_host_lint_blocks(plan->host, &check->doc, blocks, &fresh, plan->troubles);
    check->reported.arena = fresh.arena;
    push_all(&check->reported, &fresh);
    cq_findings_sort(&check->reported);
    return true;
}

bool cq_lsp_check_update(cq_lsp_check *check, const cq_lsp_check_plan *plan, cq_str text,
                         cq_err *err) {
    bool is_new = !check->has_doc || has_grown(check);
    bool ok = is_new ? open_anew(check, plan, text, err) : revise(check, plan, text, err);
    heed(check, plan);
    return ok;
}

/* Drops what wide rules said, and what rules said that have been broken since. */
static void drop_wide(cq_findings *findings, const cq_host *host) {
    uint32_t kept = 0;
    for (uint32_t i = 0; i < findings->list.len; i++) {
        const cq_rule *rule = findings->list.at[i].rule;
        if (!cq_host_is_wide(host, rule) && cq_host_is_on(host, rule))
            findings->list.at[kept++] = findings->list.at[i];
    }
    findings->list.len = kept;
}

/* Whether the text now looks translated from another language, which other rules are for. */
static bool is_for_others(cq_lsp_check *check) {
    return !check->doc.source_language.len && !cq_language_source_renew(&check->doc);
}

static bool lint_again(cq_lsp_check *check, const cq_lsp_check_plan *plan) {
    check->reported.list.len = 0;
    cq_host_lint_all(plan->host, &check->doc, &check->reported, plan->troubles);
    heed(check, plan);
    return check->is_whole = true;
}

bool cq_lsp_check_finish(cq_lsp_check *check, const cq_lsp_check_plan *plan,
                         bool (*is_cancelled)(void *context), void *context) {
    if (check->is_whole || !check->has_doc) return true;
    if (is_for_others(check)) return lint_again(check, plan);
    cq_findings fresh = {.arena = check->reported.arena};
    bool is_done = cq_host_lint_wide(plan->host, &check->doc, &fresh, plan->troubles, is_cancelled,
                                     context);
    check->reported.arena = fresh.arena;
    if (!is_done) return false;
    drop_wide(&check->reported, plan->host);
    push_all(&check->reported, &fresh);
    cq_findings_sort(&check->reported);
    heed(check, plan);
    check->is_whole = true;
    return true;
}
