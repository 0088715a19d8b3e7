/* Repeats: pairs of sentences of one document that say nearly the same in nearly the same words. */
#ifndef CQ_TEXT_REPEAT_H
#define CQ_TEXT_REPEAT_H

#include "text/doc.h"

typedef struct cq_repeat {
    uint32_t first, second; /* indices into the document's sentences; first < second */
    float similarity;       /* Jaccard index of the sets of content words, 0 to 1 */
    bool is_identical;      /* the same words in the same order */
} cq_repeat;

typedef CQ_ARRAY(cq_repeat) cq_repeats;

/* Appends the pairs of at least `least` similarity among sentences with six content words or more,
   by (second, first). An inverted index over each sentence's rarest words (prefix filtering: Chaudhuri,
   Ganti, Kaushik 2006) finds candidates: linear for prose; a word that is in very many sentences is
   no candidate's reason. Content words: words and numbers but the function words of `doc`'s language. */
void cq_repeat_find(cq_repeats *out, cq_arena *arena, const cq_doc *doc, float least);

#endif
