/* Lemmas: the dictionary form of a word, by edit scripts that were learnt for whole words and for
   endings (Chrupała 2006), the longest that is known winning. */
#ifndef CQ_TEXT_LEMMA_H
#define CQ_TEXT_LEMMA_H

#include "text/tagger_model.h"

enum {
    CQ_LEMMA_ENDING = 6, /* the longest ending that scripts are known for, bytes */
    CQ_LEMMA_GROWTH = 16 /* a lemma is at most so much longer than its word, bytes */
};

/* Writes the lemma of a folded word of a class to `out` (word.len + CQ_LEMMA_GROWTH bytes) and
   returns it; where it is the word itself, returns `folded` and writes nothing. */
cq_str cq_lemma_make(char *out, const cq_tagger_model *model, const cq_tagger_class *class,
                     cq_str folded);

#endif
