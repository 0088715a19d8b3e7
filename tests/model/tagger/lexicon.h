/* What the treebank and the lists in words/ say of single words. */
#ifndef TESTS_MODEL_LEXICON_H
#define TESTS_MODEL_LEXICON_H

#include "inventory.h"
#include "table.h"
#include "text/tagger_feature.h"

/* A form with the classes it is seen in. */
typedef struct lexicon_word {
    uint32_t counts[CQ_TAGGER_CLASSES_MAX], total;
    uint8_t group; /* 0: the form is too rare to have one */
    uint8_t given; /* the class it always has, or CQ_TAGGER_EDGE */
} lexicon_word;

/* A dictionary form with its parts of speech (inventory_bit). */
typedef struct lexicon_base {
    uint32_t counts[8];
    uint8_t listed;    /* bits */
    uint8_t irregular; /* the cq_stem_ending that a form in a list stands for: geese, went */
} lexicon_base;

typedef struct lexicon {
    const inventory *inventory;
    table forms, endings, bases, shares;
    lexicon_word *words;    /* by number in forms */
    lexicon_word *groups;   /* of endings with a shape, by number in endings */
    lexicon_base *of_base;  /* by number in bases */
    lexicon_base *of_share; /* what one form adds to one dictionary form, by number in shares */
} lexicon;

/* Reads a corpus and the lists `names`.txt in a folder. */
void lexicon_init(lexicon *l, const inventory *v, const corpus *c, const char *folder);

/* How often a form is in the corpus. */
uint32_t lexicon_count(const lexicon *l, uint32_t form);

/* As cq_tagger_word_look_up; when the word is hidden, as if it were not in the corpus. */
uint8_t lexicon_look_up(const lexicon *l, cq_tagger_word *word, cq_str folded, bool is_hidden);

/* What the model has of a dictionary form (CQ_TAGGER_SPACE_BASE); 0 for nothing. */
uint16_t lexicon_entry(const lexicon *l, uint32_t number);

#endif
