/* MQM: a score for a text's quality out of what was found, after the Multidimensional Quality Metrics:
   each finding costs points by its severity and its error type, points are counted against words. */
#ifndef CQ_CHECK_MQM_H
#define CQ_CHECK_MQM_H

#include "check/finding.h"

/* Points of an error type are multiplied by its weight. */
typedef struct cq_mqm_weight {
    cq_str type; /* "punctuation" */
    double factor;
} cq_mqm_weight;

typedef struct cq_mqm {
    double points[CQ_LEVEL_ERROR + 1]; /* of one finding, by level */
    CQ_ARRAY(cq_mqm_weight) weights;   /* types that are not in it weigh 1 */
    double pass;                       /* least score that passes, 0 to 100 */
} cq_mqm;

/* MQM's own scale: an error is major (5), a warning minor (1), a hint neutral (0); 95 passes. */
void cq_mqm_init(cq_mqm *mqm);

/* Reads "error=5,warning=1,untranslated=2": points of a level, or the weight of an error type. Strings
   are copied into `arena`. CQ_EINVAL: one line that names the entry. */
bool cq_mqm_read_weights(cq_mqm *mqm, cq_arena *arena, cq_str list, cq_err *err);

/* A number from 0 to 100 into `pass`. */
bool cq_mqm_read_pass(cq_mqm *mqm, cq_str number, cq_err *err);

/* Points that findings cost. */
double cq_mqm_penalty(const cq_mqm *mqm, const cq_findings *findings);

/* 100 less the points of a hundred words, never below 0; a text without words has 100. */
double cq_mqm_score(double penalty, uint64_t words);

#endif
