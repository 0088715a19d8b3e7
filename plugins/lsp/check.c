#include "plugins/lsp/check.h"

void cq_lsp_check_init(cq_lsp_check *check) {
    *check = (cq_lsp_check){0};
    cq_findings_init(&check->findings);
}

void cq_lsp_check_release(cq_lsp_check *check) {
    cq_findings_release(&check->findings);
}

bool cq_lsp_check_update(cq_lsp_check *check, cq_host *host, cq_str path, cq_str text,
                         const cq_doc_options *options, cq_troubles *troubles, cq_err *err) {
    cq_doc doc;
    cq_findings_release(&check->findings);
    cq_findings_init(&check->findings);
    if (!cq_doc_open(&doc, cq_host_words(host), path, text, options, err)) return false;
    cq_host_lint(host, &doc, &check->findings, troubles);
    cq_doc_close(&doc);
    return true;
}
