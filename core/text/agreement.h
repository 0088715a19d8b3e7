/* Agreement: person and number of finite verbs, from the nearest subject. A guess by rules: English
   shows neither on most of its verbs. */
#ifndef CQ_TEXT_AGREEMENT_H
#define CQ_TEXT_AGREEMENT_H

#include "text/tagger_model.h"

/* The subject that a form says by itself (was, were, am) if a guess is at odds with it; else the
   guess. */
cq_tagger_subject cq_agreement_correct(cq_tagger_subject guess, cq_str folded);

/* The subject of the finite verb at `verb` (role PAST or PRESENT) among the classes of a sentence
   of `count` words. `feats` are the words' features, indices into the model's. */
cq_tagger_subject cq_agreement_find(const cq_tagger_model *model, const uint8_t *classes,
                                    const uint16_t *feats, uint32_t count, uint32_t verb);

#endif
