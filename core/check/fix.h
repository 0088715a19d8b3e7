/* Applying fixes to the bytes of a source. */
#ifndef CQ_CHECK_FIX_H
#define CQ_CHECK_FIX_H

#include "base/buf.h"
#include "check/finding.h"

/* Appends `bytes` to `out` with the first fix of each finding applied: safe ones, or all where
   `also_unsafe`. A fix that overlaps one applied before it is left out as a whole. `findings` must be
   sorted. Returns the number of fixes applied. */
uint32_t cq_fix_apply(cq_buf *out, cq_str bytes, const cq_findings *findings, bool also_unsafe);

#endif
