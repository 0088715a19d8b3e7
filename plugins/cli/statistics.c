#include "plugins/cli/statistics.h"

#include "report/printable.h"

#include <inttypes.h>

static void push_rules(cq_buf *out, cq_arena *arena, const cq_tally *tally) {
    uint32_t count;
    const uint32_t *order = cq_tally_rank_rules(arena, tally, &count);
    cq_buf_push_str(out, CQ_STR("findings  per 1,000 words  level    rule\n"));
    for (uint32_t i = 0; i < count; i++) {
        const cq_rule *rule = &tally->rules[order[i]];
        uint32_t findings = tally->counts[order[i]];
        cq_buf_push_format(out, "%8" PRIu32 "  %15.2f  %-7s  %s\n", findings,
                           cq_tally_density(findings, tally->words), cq_level_name(rule->level),
                           rule->id.ptr);
    }
}

static void push_groups(cq_buf *out, cq_arena *arena, const cq_tally *tally) {
    cq_tally_groups groups = cq_tally_rank_groups(arena, tally);
    cq_buf_push_str(out, CQ_STR("\nfindings  per 1,000 words  group\n"));
    for (uint32_t i = 0; i < groups.len; i++)
        cq_buf_push_format(out, "%8" PRIu32 "  %15.2f  %.*s\n", groups.at[i].findings,
                           cq_tally_density(groups.at[i].findings, tally->words),
                           CQ_FMT(groups.at[i].name));
    cq_buf_push_format(out, "%8" PRIu64 "  %15.2f  all\n", tally->findings,
                       cq_tally_density(tally->findings, tally->words));
}

static void push_documents(cq_buf *out, cq_arena *arena, const cq_tally *tally) {
    const uint32_t *order = cq_tally_rank_documents(arena, tally);
    uint32_t clean = 0;
    cq_buf_push_str(out, CQ_STR("\nfindings  per 1,000 words     words  document\n"));
    for (uint32_t i = 0; i < tally->documents.len; i++) {
        const cq_tally_document *document = &tally->documents.at[order[i]];
        uint32_t findings = cq_tally_count(document);
        clean += !findings;
        if (!findings) continue;
        cq_buf_push_format(out, "%8" PRIu32 "  %15.2f  %8" PRIu32 "  ", findings,
                           cq_tally_density(findings, document->words), document->words);
        cq_printable_push(out, document->path);
        cq_buf_push(out, '\n');
    }
    if (clean)
        cq_buf_push_format(out, "nothing in %" PRIu32 " %sdocument%s\n", clean,
                           clean < tally->documents.len ? "other " : "", clean == 1 ? "" : "s");
}

void cq_statistics_push(cq_buf *out, const cq_tally *tally) {
    if (!tally->findings) return;
    cq_arena arena;
    cq_arena_init(&arena);
    push_rules(out, &arena, tally);
    push_groups(out, &arena, tally);
    push_documents(out, &arena, tally);
    cq_buf_push(out, '\n');
    cq_arena_release(&arena);
}

static void push_score(cq_buf *out, double score, double points, uint64_t words,
                       const char *verdict, cq_str name) {
    cq_buf_push_format(out, "%6.2f  %-4s  %8.1f  %8" PRIu64 "  ", score, verdict, points, words);
    cq_printable_push(out, name);
    cq_buf_push(out, '\n');
}

void cq_statistics_push_scores(cq_buf *out, const cq_tally *tally) {
    double points = 0;
    uint32_t passed = 0;
    cq_buf_push_str(out, CQ_STR(" score  mark    points     words  document\n"));
    for (uint32_t i = 0; i < tally->documents.len; i++) {
        const cq_tally_document *document = &tally->documents.at[i];
        bool passes = cq_tally_passes(tally, document);
        points += document->penalty;
        passed += passes;
        push_score(out, cq_tally_score(document), document->penalty, document->words,
                   passes ? "pass" : "fail", document->path);
    }
    if (tally->documents.len > 1)
        push_score(out, cq_tally_total_score(tally), points, tally->words, "", CQ_STR("all"));
    cq_buf_push_format(out, "%" PRIu32 " of %" PRIu32 " document%s reached %g\n\n", passed,
                       tally->documents.len, tally->documents.len == 1 ? "" : "s",
                       tally->mqm->pass);
}

bool cq_statistics_all_pass(const cq_tally *tally) {
    for (uint32_t i = 0; i < tally->documents.len; i++)
        if (!cq_tally_passes(tally, &tally->documents.at[i])) return false;
    return true;
}
