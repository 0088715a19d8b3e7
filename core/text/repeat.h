/* Repeats: pairs of sentences of one document that say nearly the same in nearly the same words. */
#ifndef CQ_TEXT_REPEAT_H
#define CQ_TEXT_REPEAT_H

#include "base/patience.h"
#include "text/frequency.h"

#define CQ_REPEAT_LEAST_WORDS 6u /* content words that a sentence must have to be compared */
#define CQ_REPEAT_MOST_PARTNERS 4u
#define CQ_REPEAT_MOST_PAIRS 1000u /* of a document; one with more is a list or a log, no prose */

typedef struct cq_repeat {
    uint32_t first, second; /* indices into the document's sentences; first < second */
    float similarity;       /* Jaccard index of the sets of content words, 0 to 1 */
    bool is_identical;      /* the same words in the same order */
} cq_repeat;

typedef CQ_ARRAY(cq_repeat) cq_repeats;

/* Appends the pairs of at least `least` similarity (0.5 to 1), ordered by second, then first: for
   each sentence the CQ_REPEAT_MOST_PARTNERS earliest, and CQ_REPEAT_MOST_PAIRS in all. Content words
   are words and numbers that are no function words. Compared are sentences that are identical or
   share two words that are rare in the document (its `frequencies`), so that the whole is linear; the idea is the
   prefix filter of Chaudhuri, Ganti and Kaushik, "A primitive operator for similarity joins", 2006.
   False: `patience` (may be NULL) was over, and the pairs are not all. */
bool cq_repeat_find(cq_repeats *out, cq_arena *arena, const cq_doc *doc,
                    const cq_frequencies *frequencies, float least, const cq_patience *patience);

#endif
