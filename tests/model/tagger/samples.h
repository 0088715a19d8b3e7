/* Samples: the sentences of a corpus as the learner wants them. */
#ifndef TESTS_MODEL_SAMPLES_H
#define TESTS_MODEL_SAMPLES_H

#include "lexicon.h"

typedef struct sample_token {
    const corpus_label *label;
    cq_str folded;
    uint32_t count; /* how often the form is in the lexicon's corpus */
    uint8_t class;  /* CQ_TAGGER_EDGE where there is no label */
    uint8_t given;  /* as in lexicon_word */
} sample_token;

/* With edges around the words, as cq_tagger_read_words gives them. */
typedef struct sample {
    uint32_t count;
    sample_token *tokens;
    cq_tagger_word *words;
    cq_tagger_word *hidden; /* likewise, each as if its form were not in the corpus; or NULL */
} sample;

typedef struct samples {
    sample *at;
    uint32_t count;
} samples;

void samples_init(samples *s, const lexicon *l, const corpus *c, bool with_hidden);

#endif
