/* What a folded word is looked up by: its length and its bytes as numbers, the first eight and the
   last eight. They tell words of up to sixteen bytes, nearly all of them, apart. */
#ifndef CQ_TEXT_WORD_KEY_H
#define CQ_TEXT_WORD_KEY_H

#include "text/ascii_word.h"

#define CQ_WORD_KEY_WHOLE 16u /* bytes of the longest word that its key says all of */
/* Up to here the hash and the length say which word it is: the mixing below can be undone. */
#define CQ_WORD_KEY_DECIDED 8u

typedef struct cq_word_key {
    uint64_t head; /* a pack (text/ascii_word.h) */
    uint64_t tail; /* likewise; 0 where the word has eight bytes or less. May overlap with `head` */
    uint64_t hash;
    uint32_t len;
} cq_word_key;

static inline uint64_t cq_word_key_mix(uint64_t hash, uint64_t pack) {
    hash = (hash ^ pack) * 0x9E3779B97F4A7C15u;
    return hash ^ hash >> 32;
}

/* Of a word of at most sixteen bytes. */
static inline cq_word_key cq_word_key_of_packs(uint64_t head, uint64_t tail, uint32_t len) {
    uint64_t hash = cq_word_key_mix(cq_word_key_mix(len, head), tail);
    return (cq_word_key){head, tail, hash, len};
}

/* The first eight bytes of a text, or all of them; 0 for those that it does not have. */
static inline uint64_t cq_word_key_load(cq_str text) {
    if (text.len >= 8) return cq_pack_load(text.ptr);
    uint64_t pack = 0;
    for (size_t i = text.len; i-- > 0;) pack = pack << 8 | (unsigned char)text.ptr[i];
    return pack;
}

static inline cq_word_key cq_word_key_of(cq_str folded) {
    uint64_t tail = folded.len > 8 ? cq_pack_load(folded.ptr + folded.len - 8) : 0;
    cq_word_key key = cq_word_key_of_packs(cq_word_key_load(folded), tail, (uint32_t)folded.len);
    for (size_t at = 8; at + 8 < folded.len; at += 8)
        key.hash = cq_word_key_mix(key.hash, cq_pack_load(folded.ptr + at));
    return key;
}

/* Of a word as it is written, where it is of at most sixteen bytes, all ASCII. False: it is not. */
static inline bool cq_word_key_fold(cq_word_key *key, cq_str written) {
    if (written.len > CQ_WORD_KEY_WHOLE) return false;
    uint64_t head = cq_word_key_load(written);
    uint64_t tail = written.len > 8 ? cq_pack_load(written.ptr + written.len - 8) : 0;
    *key = cq_word_key_of_packs(cq_pack_fold(head), cq_pack_fold(tail), (uint32_t)written.len);
    return !((head | tail) & CQ_PACK_HIGHS);
}

#endif
