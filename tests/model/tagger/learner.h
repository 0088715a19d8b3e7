/* The learner: weights of features for classes, by stochastic gradients on the likelihood of the
   treebank's classes, with a rate for each weight (AdaGrad) and averaged over the later epochs, and
   over several runs in different orders.

   History is what the learner itself decided on, as in use. A form is hidden now and then, the
   rarer the oftener, so that endings and neighbours learn to do without it. */
#ifndef TESTS_MODEL_LEARNER_H
#define TESTS_MODEL_LEARNER_H

#include "samples.h"

typedef struct learner_options {
    uint32_t runs, epochs;
    uint32_t least; /* a feature is used when it is seen so often */
    float rate;
    float hiding;     /* a form seen n times is hidden in h of h + n cases */
    float forgetting; /* in so many cases the words before are forgotten */
    float dropping;   /* so many of all features are left out, others every time */
} learner_options;

typedef struct learner {
    table features;
    uint32_t *counts;             /* how often a feature is seen, by number */
    uint32_t class_count, stride; /* weights of a feature: at[number * stride + class] */
    float *weights;
} learner;

void learner_run(learner *l, const samples *s, uint32_t class_count,
                 const learner_options *options);

#endif
