/* Statistics: how many findings each rule had. */
#ifndef CQ_CLI_STATISTICS_H
#define CQ_CLI_STATISTICS_H

#include "plugins/cli/lint.h"

/* Appends a line for each rule that found something, the most frequent first. The linters have the
   same rules; NULL ones are left out. */
void cq_statistics_push(cq_buf *out, cq_linter *const *linters, uint32_t linter_count);

#endif
