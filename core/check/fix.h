/* Applying fixes to the bytes of a source. */
#ifndef CQ_CHECK_FIX_H
#define CQ_CHECK_FIX_H

#include "base/buf.h"
#include "check/touch.h"

typedef CQ_ARRAY(cq_edit) cq_edits;

/* Pushes the edits of the first fix of each finding, by position and not overlapping: of safe fixes, or
   of all where `also_unsafe`. A fix that overlaps one taken before it is left out as a whole.
   `findings` must be sorted; `len` is the source's length. Borrows their strings. Returns the number
   of fixes taken. */
uint32_t cq_fix_choose(cq_edits *out, cq_arena *arena, size_t len, const cq_findings *findings,
                       bool also_unsafe);

/* Appends `bytes` to `out` with the first fix of each finding applied, chosen as
   above. Returns the number of fixes applied. */
uint32_t cq_fix_apply(cq_buf *out, cq_str bytes, const cq_findings *findings, bool also_unsafe);

/* The same with those of the findings for which `is_wanted` is true, by index, whether they are safe or
   not; sets `is_applied` by index. `changed` (NULL: not wanted) are spans of `bytes` and become those
   of what was appended. */
uint32_t cq_fix_apply_wanted(cq_buf *out, cq_str bytes, const cq_findings *findings,
                             const bool *is_wanted, bool *is_applied, cq_spans *changed);

#endif
