/* Loops: a stretch of one block that says the same words over and over, as a decoder does that has
   lost its way. */
#ifndef CQ_TEXT_LOOP_H
#define CQ_TEXT_LOOP_H

#include "text/doc.h"

#define CQ_LOOP_LEAST_PERIOD 3u /* tokens of one turn; fewer is "very, very, very" */

typedef struct cq_loop {
    uint32_t block;      /* index */
    uint32_t first, end; /* indices into the document's tokens, half-open: all turns */
    uint32_t period;     /* tokens of one turn */
} cq_loop;

typedef CQ_ARRAY(cq_loop) cq_loops;

/* Appends the loops of at least `turns` turns (2 or more), in order; they do not overlap. The last
   turn may lack one token: the comma that joins two turns does not stand behind the last. A turn in
   which every word stands twice is not seen. Linear in the tokens. */
void cq_loop_find(cq_loops *out, cq_arena *arena, const cq_doc *doc, uint32_t turns);

#endif
