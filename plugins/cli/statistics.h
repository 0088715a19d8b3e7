/* Statistics: what a run counted, as tables for people. */
#ifndef CQ_CLI_STATISTICS_H
#define CQ_CLI_STATISTICS_H

#include "base/buf.h"
#include "report/tally.h"

/* Appends findings by rule and by group, the most frequent first, and the documents by how many there
   are in 1,000 words; nothing where there are none. */
void cq_statistics_push(cq_buf *out, const cq_tally *tally);

/* Appends the MQM score of each document, and of all together where there are several. */
void cq_statistics_push_scores(cq_buf *out, const cq_tally *tally);

/* Whether each document passes the mark. */
bool cq_statistics_all_pass(const cq_tally *tally);

#endif
