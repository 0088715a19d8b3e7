/* Eight bytes at once: the tokenizer's fast path for short words of ASCII letters. A pack is eight
   bytes of text in a number, the first one lowest. */
#ifndef CQ_TEXT_ASCII_WORD_H
#define CQ_TEXT_ASCII_WORD_H

#include "base/str.h"

#define CQ_PACK_ONES 0x0101010101010101u  /* one in each byte */
#define CQ_PACK_HIGHS 0x8080808080808080u /* the highest bit of each byte */

/* The eight bytes at `p`, the same on every machine; compilers make one load of it. */
static inline uint64_t cq_pack_load(const char *p) {
    const unsigned char *b = (const unsigned char *)p;
    return (uint64_t)b[0] | (uint64_t)b[1] << 8 | (uint64_t)b[2] << 16 | (uint64_t)b[3] << 24 |
           (uint64_t)b[4] << 32 | (uint64_t)b[5] << 40 | (uint64_t)b[6] << 48 |
           (uint64_t)b[7] << 56;
}

static inline void cq_pack_store(char *p, uint64_t pack) {
    for (unsigned i = 0; i < 8; i++) p[i] = (char)(pack >> i * 8);
}

/* The highest bit of each byte that lies between two ASCII characters. All bytes are below 0x80. */
static inline uint64_t cq_pack_between(uint64_t pack, unsigned first, unsigned last) {
    uint64_t from_first = pack + (0x80 - first) * CQ_PACK_ONES;
    uint64_t behind_last = pack + (0x7F - last) * CQ_PACK_ONES;
    return from_first & ~behind_last & CQ_PACK_HIGHS;
}

/* A to Z become a to z. All bytes are below 0x80. */
static inline uint64_t cq_pack_fold(uint64_t pack) {
    return pack | cq_pack_between(pack, 'A', 'Z') >> 2;
}

/* The letters that a pack begins with, as a bit each: 0x80 of byte i; and how many they are. */
typedef struct cq_ascii_word {
    unsigned len;    /* 8: the word may go on behind the pack */
    uint64_t upper;  /* which of them are upper case */
    uint64_t folded; /* they alone, in lower case */
} cq_ascii_word;

static inline cq_ascii_word cq_ascii_word_of(uint64_t pack) {
    uint64_t lower =
        pack | 0x20 * CQ_PACK_ONES; /* bit 5 is the case; no other byte becomes a letter */
    uint64_t letters = cq_pack_between(lower & ~CQ_PACK_HIGHS, 'a', 'z') & ~pack;
    uint64_t others = letters ^ CQ_PACK_HIGHS;
    unsigned len = others ? (unsigned)__builtin_ctzll(others) / 8 : 8;
    uint64_t mask = len == 8 ? UINT64_MAX : ((uint64_t)1 << len * 8) - 1;
    return (cq_ascii_word){len, ~pack << 2 & CQ_PACK_HIGHS & mask, lower & mask};
}

#endif
