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

/* Whole turns. The last may lack one token: the comma that joins two does not stand behind it. */
static inline uint32_t cq_loop_turns(const cq_loop *loop) {
    return (loop->end - loop->first + 1) / loop->period;
}

/* Appends the loops of two turns or more, in order; they do not overlap. A turn in which every word
   stands twice is not seen, nor two turns alone that begin with a word that stands twice in them. Linear in the tokens. */
void cq_loop_find(cq_loops *out, cq_arena *arena, const cq_doc *doc);

#endif
