/* The language model: for each script with several languages, how much each feature speaks for each of
   them. One read-only file, language.model, made by tests/model/language_train.c and linked into the
   program; nothing is done at start.

   The file holds CQ_LANGUAGE_MODELS models in the order of their scripts. Each is: the number of
   languages, the number of rows, what a step of a weight is worth (in CQ_LANGUAGE_MODEL_ONE parts of
   a nat), all 32 bits, little-endian; a code of 4 bytes for each language, NUL-padded; rows of one
   signed byte for each language. */
#ifndef CQ_TEXT_LANGUAGE_MODEL_H
#define CQ_TEXT_LANGUAGE_MODEL_H

#include "text/language_feature.h"

enum {
    CQ_LANGUAGE_MOST = 24, /* languages of one script, in whole vectors */
    CQ_LANGUAGE_MODEL_ONE = 1 << 20,
};

/* Borrows from the program. */
typedef struct cq_language_model {
    uint32_t languages, rows;
    float step;            /* nats that a weight of 1 is worth */
    const char *codes;     /* 4 bytes each */
    const int8_t *weights; /* [rows][languages] */
} cq_language_model;

/* The model of a script below CQ_LANGUAGE_MODELS. */
cq_language_model cq_language_model_of(cq_language_script script);

/* The code of a language of the model, NUL-terminated. */
static inline const char *cq_language_model_code(const cq_language_model *model,
                                                 uint32_t language) {
    return model->codes + 4 * (size_t)language;
}

/* The sum of some features' weights for each language; behind the last language it is anything. */
void cq_language_model_sum(int16_t out[CQ_LANGUAGE_MOST], const cq_language_model *model,
                           const uint32_t *keys, uint32_t count);

#endif
