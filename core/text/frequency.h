/* Frequencies: how many tokens of a document are each word. Whoever asks for one needs all: they are
   counted in one pass. */
#ifndef CQ_TEXT_FREQUENCY_H
#define CQ_TEXT_FREQUENCY_H

#include "text/doc.h"

typedef struct cq_frequencies {
    uint32_t *at; /* by word id; in the arena given */
    uint32_t len;
} cq_frequencies;

/* Linear in the tokens. */
void cq_frequency_count(cq_frequencies *out, cq_arena *arena, const cq_doc *doc);

/* 0 for a word that came after the counting. */
static inline uint32_t cq_frequency_of(const cq_frequencies *frequencies, cq_word word) {
    return word < frequencies->len ? frequencies->at[word] : 0;
}

#endif
