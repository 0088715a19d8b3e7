/* Touch: which findings have to do with the changed part of a file. */
#ifndef CQ_CHECK_TOUCH_H
#define CQ_CHECK_TOUCH_H

#include "check/finding.h"

/* Bytes of a source, in order, neither overlapping nor meeting. */
typedef CQ_ARRAY(cq_span) cq_spans;

/* Whether `at` has a byte in common with one of them; an empty span has the byte behind it. */
bool cq_touch_is(const cq_spans *changed, cq_span at);

/* Drops the findings of which no place, neither the finding's own nor a related one, is touched. */
void cq_touch_keep(cq_findings *findings, const cq_spans *changed);

/* Moves the spans as edits of the text move them: by position and not overlapping, `count` of them.
   What an edit puts in belongs to the spans that it met. */
void cq_touch_move(cq_spans *changed, const cq_edit *edits, uint32_t count);

#endif
