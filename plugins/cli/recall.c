#include "plugins/cli/recall.h"

#include "check/memo.h"
#include "plugins/cli/imprint.h"

/* The ending with the format: .mdx is not read as .md is. */
static void push_text(cq_digester *out, cq_str path, cq_str bytes) {
    const cq_format *format = cq_format_of_path(path);
    size_t dot = cq_str_find_last(path, '.');
    cq_digester_push_text(out, cq_str_of(format ? format->name : NULL));
    cq_digester_push_text(out, cq_str_slice(path, dot == SIZE_MAX ? path.len : dot, path.len));
    cq_digester_push_text(out, bytes);
}

cq_recall cq_recall_of(const cq_lint_plan *plan, const cq_input *input, cq_str bytes,
                       cq_str language, const cq_original *original) {
    cq_recall recall = {.cache = plan->cache, .size = bytes.len};
    cq_digester digester;
    if (!plan->cache) return (cq_recall){0};
    const cq_imprint *imprint = &plan->imprints->list.at[input->profile->number];
    cq_digester_init(&digester);
    cq_digester_push(&digester, (cq_str){(const char *)imprint->digest.at, CQ_DIGEST_SIZE});
    cq_digester_push_text(&digester, language);
    cq_digester_push_number(&digester, original->is_there);
    if (original->is_there) push_text(&digester, original->path, original->bytes);
    push_text(&digester, input->path, bytes);
    recall.key = cq_digester_end(&digester);
    return recall;
}

static const cq_rule *find_rule(const void *host, cq_str id) {
    return cq_host_rule(host, id);
}

bool cq_recall_take(cq_findings *findings, uint32_t *words, const cq_recall *recall,
                    const cq_host *host) {
    cq_str record;
    if (!recall->cache || !cq_cache_get(&record, recall->cache, &recall->key)) return false;
    if (cq_memo_read(findings, words, record, (uint32_t)recall->size, find_rule, host)) return true;
    cq_findings_release(findings);
    cq_findings_init(findings);
    return false;
}

void cq_recall_keep(const cq_recall *recall, const cq_findings *findings, uint32_t words) {
    cq_buf record = {0};
    if (!recall->cache) return;
    cq_memo_push(&record, findings, words);
    cq_cache_put(recall->cache, &recall->key, cq_buf_get(&record), recall->size);
    cq_buf_release(&record);
}
