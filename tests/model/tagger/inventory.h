/* The inventory of classes: which of the treebank's tags the tagger tells apart. */
#ifndef TESTS_MODEL_INVENTORY_H
#define TESTS_MODEL_INVENTORY_H

#include "corpus.h"
#include "text/tagger_model.h"

typedef struct inventory {
    cq_arena arena;
    uint32_t count, kind_count;
    const char *names[CQ_TAGGER_CLASSES_MAX]; /* "NOUN|Number=Sing", commonest first */
    const char *kinds[CQ_TAGGER_CLASSES_MAX]; /* "VERB|past": of classes whose lemmas are alike */
    cq_tagger_class classes[CQ_TAGGER_CLASSES_MAX]; /* but for feats */
} inventory;

/* Takes the classes that are common enough in a corpus. */
void inventory_init(inventory *v, const corpus *c);

/* The class of a label. A rare one is of the commonest class with its part of speech. */
uint8_t inventory_classify(const inventory *v, const corpus_label *label);

/* Which bit stands for a part of speech among dictionary forms. */
unsigned inventory_bit(const char *upos);

#endif
