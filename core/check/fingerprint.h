/* Fingerprints: a number by which a finding is known again when the text around it has moved. */
#ifndef CQ_CHECK_FINGERPRINT_H
#define CQ_CHECK_FINGERPRINT_H

#include "check/finding.h"

/* One for each finding, in their order, in `arena`. It is made of `seed` (a path, where files are to
   differ; may be empty), the rule's id, the text at the span and CQ_FINGERPRINT_REACH bytes of its
   line on each side, in which the amount of white space does not count; findings that are equal in
   all of that differ by their order. No line number goes in. The numbers are the same in all versions
   and on all machines: they may be stored. `findings` must be sorted. */
uint64_t *cq_fingerprint_all(cq_arena *arena, const cq_source *source, const cq_findings *findings,
                             cq_str seed);

enum { CQ_FINGERPRINT_REACH = 32 };

#endif
