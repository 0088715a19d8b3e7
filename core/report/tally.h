/* Tally: what was found in a run, counted by rule, by group and by document. */
#ifndef CQ_REPORT_TALLY_H
#define CQ_REPORT_TALLY_H

#include "check/mqm.h"

/* What one document adds. */
typedef struct cq_tally_document {
    cq_str path;
    uint32_t words;                        /* word and number tokens of its prose */
    uint32_t findings[CQ_LEVEL_ERROR + 1]; /* by level, of those reported */
    double penalty;                        /* MQM points; 0 where nobody asked */
} cq_tally_document;

/* A group of rules: "en/quotation"; "en" for rules that are in none. */
typedef struct cq_tally_group {
    cq_str name;
    uint32_t findings;
} cq_tally_group;

typedef CQ_ARRAY(cq_tally_group) cq_tally_groups;

/* Caller's storage. Borrows the rules and `mqm`. */
typedef struct cq_tally {
    cq_arena arena;
    const cq_rule *rules; /* sorted by id */
    uint32_t rule_count;
    uint32_t *counts;                      /* findings by the index of the rule */
    const cq_mqm *mqm;                     /* NULL: nobody asked for a score */
    CQ_ARRAY(cq_tally_document) documents; /* in the order in which they were added */
    uint64_t words;
    uint64_t findings;
} cq_tally;

void cq_tally_init(cq_tally *tally, const cq_rule *rules, uint32_t rule_count, const cq_mqm *mqm);
void cq_tally_release(cq_tally *tally);

/* Adds a document (its path is copied) and its findings by the index of the rule (NULL: none). */
void cq_tally_add(cq_tally *tally, const cq_tally_document *document, const uint32_t *counts);

/* Findings of a document. */
uint32_t cq_tally_count(const cq_tally_document *document);

/* Findings per 1,000 words; 0 where there are no words. */
double cq_tally_density(uint64_t findings, uint64_t words);

/* Indices of the rules that found something, the most frequent first; *count of them. In `arena`. */
const uint32_t *cq_tally_rank_rules(cq_arena *arena, const cq_tally *tally, uint32_t *count);

/* Groups that found something, the most frequent first; names are in `arena`. */
cq_tally_groups cq_tally_rank_groups(cq_arena *arena, const cq_tally *tally);

/* Indices of all documents, the densest first, those without findings last; ties as they were added. */
const uint32_t *cq_tally_rank_documents(cq_arena *arena, const cq_tally *tally);

/* A document's MQM score, and whether it passes; only where tally->mqm is set. */
double cq_tally_score(const cq_tally_document *document);
bool cq_tally_passes(const cq_tally *tally, const cq_tally_document *document);

/* The score of all documents as if they were one; 100 where there are none. */
double cq_tally_total_score(const cq_tally *tally);

#endif
