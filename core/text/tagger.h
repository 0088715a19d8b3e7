/* The tagger: classes for the words of a sentence, from left to right, each the likeliest one.

   A log-linear model over the features of text/tagger_feature, trained with stochastic gradients
   (Duchi et al. 2011, AdaGrad) and averaged; words that have always been of one class skip it. */
#ifndef CQ_TEXT_TAGGER_H
#define CQ_TEXT_TAGGER_H

#include "text/casing.h"
#include "text/tagger_feature.h"

enum {
    CQ_TAGGER_EDGES = 2,                           /* edge words before a sentence, and behind it */
    CQ_TAGGER_OUTSIDE = CQ_TAGGER_CLASSES_MAX - 1, /* the class of what stands before it */
};

/* What the tagger knows of a word by itself, written in a certain way. */
typedef struct cq_tagger_entry {
    cq_tagger_word word;
    cq_word id;
    uint8_t given;                         /* the class it always has, or CQ_TAGGER_EDGE */
    int16_t scores[CQ_TAGGER_CLASSES_MAX]; /* what its own features give to the classes */
} cq_tagger_entry;

/* Entries by word and shape; each has one place, where the last one stays. All zero at first. */
typedef struct cq_tagger_memory {
    cq_tagger_entry *at;
    uint32_t size; /* a power of two */
} cq_tagger_memory;

/* Fills `shapes` with how a sentence's tokens are written. */
void cq_tagger_read_shapes(uint8_t *shapes, const cq_doc *doc, const cq_casing *casing,
                           const cq_sentence *sentence);

/* Fills `classes` with those of a sentence's tokens. Uses `scratch` for some hundred bytes a token.
   */
void cq_tagger_decide(uint8_t *classes, cq_arena *scratch, cq_tagger_memory *memory,
                      const cq_tagger_model *model, const cq_doc *doc, const cq_casing *casing,
                      const cq_sentence *sentence);

/* A word outside a sentence. */
static inline cq_tagger_word cq_tagger_edge(void) {
    return (cq_tagger_word){.form = 1, .shape = CQ_TAGGER_EDGE, .group = CQ_TAGGER_EDGE};
}

#endif
