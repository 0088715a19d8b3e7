/* Features: what the language model sees of one word, and which words of a text it sees how well. The
   trainer and the program share this file; a change here needs a new model. */
#ifndef CQ_TEXT_LANGUAGE_FEATURE_H
#define CQ_TEXT_LANGUAGE_FEATURE_H

#include "text/language_script.h"

enum {
    CQ_LANGUAGE_GRAM = 4,            /* the longest run of letters that is a feature */
    CQ_LANGUAGE_FEATURES_MOST = 160, /* of one word; what is longer is cut */
};

/* How much a word counts, in sixteenths of a plain one. */
typedef enum cq_language_weight {
    CQ_LANGUAGE_WEIGHT_NONE = 0,
    CQ_LANGUAGE_WEIGHT_QUOTED = 1, /* somebody else's words, titles */
    CQ_LANGUAGE_WEIGHT_NAME = 4,   /* capitalised inside a sentence */
    CQ_LANGUAGE_WEIGHT_PLAIN = 16,
} cq_language_weight;

/* A word of plain text: letters, marks and apostrophes. */
typedef struct cq_language_piece {
    cq_str text; /* borrows */
    cq_language_weight weight;
} cq_language_piece;

/* The word of `text` at or behind byte *at, which moves behind it; false: there is none. *at is 0 at
   first. */
bool cq_language_feature_next(cq_language_piece *out, cq_str text, size_t *at);

/* Fills `keys` with the features of a word (folded or not) and returns their number: its runs of 1 to
   CQ_LANGUAGE_GRAM letters, edges included, and the word. Hyphens part words; an apostrophe ends the
   part that it stands behind: l' eau. Adds the word's letters to *letters and raises *script to the
   latest script among them (it begins as 0); *letters stays as it is where there are none. */
uint32_t cq_language_feature_of(uint32_t keys[CQ_LANGUAGE_FEATURES_MOST], cq_str word,
                                uint32_t *letters, cq_language_script *script);

/* The row of a table with `rows` rows that a key is hashed to. Part of the file format. */
static inline uint32_t cq_language_feature_row(uint32_t key, uint32_t rows) {
    return (uint32_t)((uint64_t)key * rows >> 32);
}

#endif
