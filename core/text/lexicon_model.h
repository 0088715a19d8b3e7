/* The lexicon: whether a language has a word. One read-only file, lexicon.model, a Bloom filter of
   word forms, made by tests/model/lexicon_make.c and linked into the program; nothing is done at
   start, and pages that nobody reads are never loaded.

   The file holds the number of bits, a power of two, as 32 bits, little-endian, then the bits, lowest
   first. Of a hundred words that no list had, about one is taken for one of them. English only. */
#ifndef CQ_TEXT_LEXICON_MODEL_H
#define CQ_TEXT_LEXICON_MODEL_H

#include "base/str.h"

enum {
    CQ_LEXICON_MODEL_PROBES = 6,
    CQ_LEXICON_MODEL_HEADER = 4, /* bytes before the bits */
};

/* Whether there is a lexicon for a language (BCP 47). */
bool cq_lexicon_model_is_for(cq_str language);

/* Whether the English lexicon has a folded word. Of a word with hyphens each part must be there; an
   ending 's is left out. */
bool cq_lexicon_model_has(cq_str word);

/* The word's hash, on which the file depends. */
static inline uint64_t cq_lexicon_model_hash(cq_str word) {
    uint64_t hash = 0xCBF29CE484222325u;
    for (size_t i = 0; i < word.len; i++)
        hash = (hash ^ (unsigned char)word.ptr[i]) * 0x100000001B3u;
    hash ^= hash >> 32;
    hash *= 0x9E3779B97F4A7C15u;
    return hash ^ hash >> 29;
}

/* The bit that a probe looks at, of `bits`. */
static inline uint32_t cq_lexicon_model_bit(uint64_t hash, uint32_t probe, uint32_t bits) {
    return ((uint32_t)hash + probe * ((uint32_t)(hash >> 32) | 1)) & (bits - 1);
}

#endif
