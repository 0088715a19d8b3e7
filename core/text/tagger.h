/* The tagger: classes for the words of a sentence, from left to right, each the likeliest one.

   A log-linear model over the features of text/tagger_feature, trained with stochastic gradients
   (Duchi et al. 2011, AdaGrad) and averaged; words that have always been of one class skip it. */
#ifndef CQ_TEXT_TAGGER_H
#define CQ_TEXT_TAGGER_H

#include "text/casing.h"
#include "text/tagger_feature.h"

enum {
    CQ_TAGGER_EDGES = 2,                             /* edge words before a sentence, and behind it */
    CQ_TAGGER_OUTSIDE = CQ_TAGGER_CLASSES_MAX - 1,   /* the class of what stands before it */
};

/* Fills `out` with the words of a sentence's tokens and the edges around them, without what the model
   knows: end_token - first_token + 2 * CQ_TAGGER_EDGES of them. */
void cq_tagger_read_words(cq_tagger_word *out, const cq_doc *doc, const cq_casing *casing,
                          const cq_sentence *sentence);

/* Decides on the classes that are CQ_TAGGER_EDGE; the others are given (words that always have the
   same). `words` are looked up: count + 2 * CQ_TAGGER_EDGES of them, edges included. */
void cq_tagger_decide(uint8_t *classes, const cq_tagger_model *model, const cq_tagger_word *words,
                      uint32_t count);

#endif
