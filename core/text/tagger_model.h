/* The tagger's model: one read-only file, made by tests/model/tagger and linked into the program.

   What was learnt stands in two hash tables with keys of 32 bits from cq_tagger_key. The features'
   weights are in one whose keys are known to 13 bits: a feature that is not there is taken for
   another one once in some thousand times, which does no harm. Most features of a word are not
   there: a bitmap of keys that may be tells at once. All else (groups of words, edit scripts of
   lemmas, features of words) is in one that knows its keys. */
#ifndef CQ_TEXT_TAGGER_MODEL_H
#define CQ_TEXT_TAGGER_MODEL_H

#include "base/str.h"

enum {
    CQ_TAGGER_CLASSES_MAX = 80, /* classes are fewer; a row of weights for all of them is as long */
    CQ_TAGGER_NONE = 0xFFFFFFFFu,
};

/* Spaces of keys behind those of the tagger's features, which count from 0. */
enum {
    CQ_TAGGER_SPACE_WORD = 200, /* word -> its group, and 256 * (1 + the class it always has) */
    CQ_TAGGER_SPACE_ENDING,     /* ending and shape of an unknown word -> group */
    CQ_TAGGER_SPACE_BASE,       /* dictionary form -> parts of speech, a bit each; or irregular form
                                   -> 256 * the cq_stem_ending that it stands for */
    CQ_TAGGER_SPACE_FEATS,      /* class, word -> index into feats */
    CQ_TAGGER_SPACE_AGREEMENT,  /* class, cq_tagger_subject -> index into feats */
    CQ_TAGGER_SPACE_LEMMA,      /* lemma kind, word -> index into scripts */
    CQ_TAGGER_SPACE_LEMMA_ENDING, /* lemma kind, ending -> index into scripts */
};

/* Parts of speech of dictionary forms that the tagger knows by name. */
enum { CQ_TAGGER_BIT_NOUN = 1 << 0, CQ_TAGGER_BIT_VERB = 1 << 1 };

/* What a class is to the agreement of subject and verb. */
typedef enum cq_tagger_role {
    CQ_TAGGER_ROLE_NONE,
    CQ_TAGGER_ROLE_SINGULAR,    /* a noun or name */
    CQ_TAGGER_ROLE_PLURAL,      /* likewise */
    CQ_TAGGER_ROLE_NOMINATIVE,  /* I, you, he */
    CQ_TAGGER_ROLE_PREPOSITION, /* before what is no subject */
    CQ_TAGGER_ROLE_PAST,        /* a finite verb that agrees: was, went */
    CQ_TAGGER_ROLE_PRESENT,     /* ... and is not of the third person singular: are, go */
} cq_tagger_role;

/* Person and number. */
typedef enum cq_tagger_subject {
    CQ_TAGGER_SUBJECT_I,
    CQ_TAGGER_SUBJECT_YOU,
    CQ_TAGGER_SUBJECT_IT,
    CQ_TAGGER_SUBJECT_WE,
    CQ_TAGGER_SUBJECT_THEY,
    CQ_TAGGER_SUBJECT_COUNT
} cq_tagger_subject;

/* What the tagger tells apart: a part of speech with those of its features that the neighbours
   decide on. In the file as it is here. */
typedef struct cq_tagger_class {
    uint8_t upos;          /* cq_upos */
    uint8_t lemma_kind;    /* classes whose lemmas are made alike share one */
    uint8_t role;          /* cq_tagger_role */
    uint8_t lemma_endings; /* bit n: the kind has scripts for endings of n bytes */
    uint16_t feats;        /* index into feats: the commonest of the class */
} cq_tagger_class;

/* Cuts `strip` bytes off the end of the folded word and appends bytes of the text. */
typedef struct cq_tagger_script {
    uint8_t strip, append_length; /* bytes */
    uint16_t append;              /* offset in the text */
} cq_tagger_script;

/* The file, in numbers of 32 bits, little-endian: magic, slots, cells, first full cell, entries,
   classes, feats, scripts (how many, but for that one), bytes of text, step; then the arrays, in
   the order of the members below. */
#define CQ_TAGGER_MAGIC 0x31716374u /* "tcq1" */

enum {
    CQ_TAGGER_HEADER = 40,      /* bytes */
    CQ_TAGGER_OFFSET_BITS = 19, /* of a slot; the others are the key's lowest ones */
    CQ_TAGGER_BITMAP_BITS = 21, /* of a key, its highest: the number of its bit */
    CQ_TAGGER_BITMAP_WORDS = 1 << (CQ_TAGGER_BITMAP_BITS - 5)
};

/* Borrows from the file's bytes. */
typedef struct cq_tagger_model {
    const uint32_t *bitmap; /* of features: CQ_TAGGER_BITMAP_WORDS */
    const uint32_t *slots;  /* 13 bits of a feature's key, 19 of an offset; or CQ_TAGGER_NONE */
    uint32_t slot_count;
    const uint16_t *cells; /* of features: class, 128 on the last, 256 * signed weight; or ... */
    uint32_t first_full;   /* ... from this offset on, a weight in a byte for each class */
    const uint32_t *keys;  /* of all else; 0 is free */
    const uint16_t *values;
    uint32_t entry_count;
    const cq_tagger_class *classes;
    uint32_t class_count;
    const uint16_t *feats; /* offsets in the text, of NUL-terminated "A=b|C=d"; [0] is "" */
    uint32_t feats_count;
    const cq_tagger_script *scripts;
    uint32_t script_count;
    const char *text;
    float odds[256]; /* how likely a class is that scores so much less than another */
} cq_tagger_model;

/* Makes `model` of a file's bytes (borrowed, aligned to 4). False where they are none. */
bool cq_tagger_model_init(cq_tagger_model *model, const void *bytes, size_t size);

/* The model of a language (BCP 47), or NULL where there is none. Static; made ready by the first
   caller, whatever thread it is in. */
const cq_tagger_model *cq_tagger_model_of(cq_str language);

/* Mixes three numbers to a key. Part of the file format. */
static inline uint32_t cq_tagger_key(uint32_t space, uint32_t a, uint32_t b) {
    uint64_t x = ((uint64_t)a << 32 | b) ^ (space + 1u) * UINT64_C(0x9E3779B97F4A7C15);
    x = (x ^ x >> 32) * UINT64_C(0xD6E8FEB86659FD93);
    x = (x ^ x >> 32) * UINT64_C(0xD6E8FEB86659FD93);
    return (uint32_t)(x >> 32);
}

/* A hash of bytes, digits counting as 0 (FNV-1a). Part of the file format. */
static inline uint32_t cq_tagger_hash(cq_str s) {
    uint32_t hash = 2166136261u;
    for (size_t i = 0; i < s.len; i++) {
        unsigned char c = (unsigned char)s.ptr[i];
        hash = (hash ^ (c >= '0' && c <= '9' ? '0' : c)) * 16777619u;
    }
    return hash;
}

/* The slot in a table of `count` ones where the search for a key begins. */
static inline uint32_t cq_tagger_slot(uint32_t key, uint32_t count) {
    return (uint32_t)((uint64_t)key * count >> 32);
}

/* 0 where a feature is not there, else 1: it may be. */
static inline unsigned cq_tagger_model_may_have(const cq_tagger_model *model, uint32_t key) {
    uint32_t bit = key >> (32 - CQ_TAGGER_BITMAP_BITS);
    return model->bitmap[bit >> 5] >> (bit & 31) & 1;
}

/* The offset of a feature's weights in cells, or CQ_TAGGER_NONE. */
static inline uint32_t cq_tagger_model_find(const cq_tagger_model *model, uint32_t key) {
    uint32_t at = cq_tagger_slot(key, model->slot_count), slot;
    while ((slot = model->slots[at]) != CQ_TAGGER_NONE) {
        if ((slot ^ key << CQ_TAGGER_OFFSET_BITS) >> CQ_TAGGER_OFFSET_BITS == 0)
            return slot & ((1u << CQ_TAGGER_OFFSET_BITS) - 1);
        at = at + 1 == model->slot_count ? 0 : at + 1;
    }
    return CQ_TAGGER_NONE;
}

/* What stands under a key of one of the spaces, or CQ_TAGGER_NONE. */
static inline uint32_t cq_tagger_model_get(const cq_tagger_model *model, uint32_t key) {
    uint32_t at = cq_tagger_slot(key, model->entry_count);
    while (model->keys[at] != 0) {
        if (model->keys[at] == key) return model->values[at];
        at = at + 1 == model->entry_count ? 0 : at + 1;
    }
    return CQ_TAGGER_NONE;
}

#endif
