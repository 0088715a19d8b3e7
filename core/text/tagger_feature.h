/* Features: what the tagger sees of a word and its neighbours. The trainer and the tagger share
   this file; a change here needs a new model. */
#ifndef CQ_TEXT_TAGGER_FEATURE_H
#define CQ_TEXT_TAGGER_FEATURE_H

#include "text/stem.h"
#include "text/tagger_model.h"

/* How a word is written: 4 bits of case, 4 bits of kind. "Due" is a capital at the start of a
   sentence or behind an opening mark; "title" and "upper" are those of a sentence that has them
   everywhere. */
typedef enum cq_tagger_case {
    CQ_TAGGER_LOWER,
    CQ_TAGGER_LOWER_SEEN_CAPITAL, /* ... and elsewhere in the document with a capital */
    CQ_TAGGER_CAPITAL,
    CQ_TAGGER_CAPITAL_SEEN_LOWER,
    CQ_TAGGER_DUE,
    CQ_TAGGER_DUE_SEEN_LOWER,
    CQ_TAGGER_DUE_SEEN_CAPITAL,
    CQ_TAGGER_TITLE,
    CQ_TAGGER_TITLE_SEEN_LOWER,
    CQ_TAGGER_TITLE_SEEN_CAPITAL,
    CQ_TAGGER_UPPER, /* an acronym */
    CQ_TAGGER_UPPER_SEEN_LOWER,
    CQ_TAGGER_ALL_UPPER,
    CQ_TAGGER_INNER, /* iPhone */
} cq_tagger_case;

enum {
    CQ_TAGGER_HYPHEN = 1 << 4,
    CQ_TAGGER_DIGIT = 1 << 5,
    CQ_TAGGER_MARK = 1 << 6, /* punctuation, symbols and the like: no word, no number */
    CQ_TAGGER_ODD = 1 << 7,  /* an address, a path, a handle */
};

enum {
    CQ_TAGGER_ENDINGS = 5,       /* the longest ending looked at, bytes */
    CQ_TAGGER_OWN_COUNT = 13,    /* features of a word by itself */
    CQ_TAGGER_NEAR_COUNT = 11,   /* ... with its neighbours: those that mostly suffice */
    CQ_TAGGER_FAR_COUNT = 12,    /* ... and the others */
    CQ_TAGGER_MOVING_COUNT = 15, /* ... with the classes before it */
    CQ_TAGGER_FEATURES =
        CQ_TAGGER_OWN_COUNT + CQ_TAGGER_NEAR_COUNT + CQ_TAGGER_FAR_COUNT + CQ_TAGGER_MOVING_COUNT,
    CQ_TAGGER_EDGE = 255, /* the group, shape and class outside a sentence */
};

/* A word of a sentence as the features see it. */
typedef struct cq_tagger_word {
    uint32_t form;                      /* hash of the folded text */
    uint32_t ending[CQ_TAGGER_ENDINGS]; /* hashes of its last 1, 2, ... bytes; 0 where too short */
    uint32_t beginning[2];              /* ... of its first 2 and 3 bytes */
    uint8_t shape;
    /* From the model: */
    uint8_t base;        /* the word's parts of speech as a dictionary form, a bit each */
    uint8_t stem;        /* ... those of its first stem that is there */
    uint8_t stem_ending; /* cq_stem_ending of that stem */
    uint8_t group;       /* the classes that the word, or its ending, is known with; 0: none */
} cq_tagger_word;

/* Hashes of a folded text and its parts; what the model knows is left alone. */
void cq_tagger_word_init(cq_tagger_word *word, cq_str folded, uint8_t shape);

/* The hash of a stem of a folded word, as cq_tagger_hash gives it for the whole of it. */
uint32_t cq_tagger_hash_stem(cq_str folded, const cq_stem *stem);

/* Sets base and stem from what stands for the word in CQ_TAGGER_SPACE_BASE; 0 for nothing. */
void cq_tagger_word_bases(cq_tagger_word *word, unsigned entry);

/* What the model knows of a word: group, base, stem. Returns the class that the word always has, or
   CQ_TAGGER_EDGE. */
uint8_t cq_tagger_word_look_up(cq_tagger_word *word, const cq_tagger_model *model, cq_str folded);

/* The keys of a word by itself. Those of its form, rather than its ending, shape and what the model
   knows of it, are left out, as 0, when it is hidden. */
void cq_tagger_feature_own(uint32_t keys[CQ_TAGGER_OWN_COUNT], const cq_tagger_word *at,
                           bool is_hidden);

/* Likewise those of word `at` among others, two of which stand on each side of it. */
void cq_tagger_feature_near(uint32_t keys[CQ_TAGGER_NEAR_COUNT], const cq_tagger_word *at,
                            bool is_hidden);
void cq_tagger_feature_far(uint32_t keys[CQ_TAGGER_FAR_COUNT], const cq_tagger_word *at);

/* Likewise those that need the classes of the word before and the one before that. */
void cq_tagger_feature_moving(uint32_t keys[CQ_TAGGER_MOVING_COUNT], const cq_tagger_word *at,
                              bool is_hidden, uint8_t before, uint8_t before_that);

#endif
