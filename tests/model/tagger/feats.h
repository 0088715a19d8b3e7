/* Features of words, in the sense of Universal Dependencies: what a class does not say of them. */
#ifndef TESTS_MODEL_FEATS_H
#define TESTS_MODEL_FEATS_H

#include "packer.h"
#include "samples.h"

/* Finds the commonest features of each class (filling classes[].feats), of words of a class that
   have others, and of verbs by person and number; puts them into the packer. */
void feats_pack(packer *p, cq_tagger_class *classes, const inventory *v, const samples *s);

#endif
