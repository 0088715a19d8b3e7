/* Record: a finding as one JSON object, as the contract of `--format jsonl` has it. */
#ifndef CQ_REPORT_RECORD_H
#define CQ_REPORT_RECORD_H

#include "base/buf.h"
#include "check/finding.h"

/* Appends the object, without a line end. */
void cq_record_push(cq_buf *out, cq_source *source, const cq_finding *finding);

#endif
