/* How the automaton of check/phrase lies in memory: for phrase.c, and for what writes one down as
   constants of a program. */
#ifndef CQ_CHECK_PHRASE_SET_H
#define CQ_CHECK_PHRASE_SET_H

#include "check/pattern.h"
#include "text/intern.h"

/* Edges leave a node by a symbol: a word's id, or a class behind this bit. */
#define CQ_PHRASE_CLASS_SYMBOL 0x80000000u

/* Where phrases begin: anywhere, or only at a sentence's first token. */
enum { CQ_PHRASE_ROOT_ANYWHERE = 0, CQ_PHRASE_ROOT_AT_START = 1, CQ_PHRASE_ROOT_COUNT };

typedef struct cq_phrase_end {
    uint32_t owner;
    uint32_t next;   /* another phrase that ends here: its index + 1, 0 is none */
    uint32_t checks; /* index + 1 of the last check of what leads here */
    uint32_t parts;  /* index + 1 of the last part in it */
    bool at_end, at_block_start, at_block_end;
} cq_phrase_end;

/* What is asked of a token when the whole phrase has matched: the way here says which token it is, and
   how far from the first. */
typedef struct cq_phrase_check {
    uint32_t offset;
    cq_pattern_test test;
    uint32_t before; /* index + 1 of the check before it */
} cq_phrase_check;

/* Tokens of the phrase that have a name, or (CQ_WORD_NONE) stand for what may be missing. */
typedef struct cq_phrase_capture {
    cq_word name;
    uint32_t first, end; /* counted from the phrase's first token */
    uint32_t before;     /* index + 1 of the part before it */
} cq_phrase_capture;

typedef struct cq_phrase_node {
    uint64_t words
        [2]; /* bits of the words that edges leave by, see bit_of: no edge without its two bits */
    uint32_t classes; /* bit set of the classes that edges leave by */
    uint32_t ends;    /* index + 1 of the first phrase that ends here */
    uint32_t guards;  /* index + 1 of the first guard */
} cq_phrase_node;

/* An edge that takes no token: it asks for classes of the one taken last. */
typedef struct cq_phrase_guard {
    uint32_t required; /* bit set */
    uint32_t to;
    uint32_t next; /* another guard of the same node: its index + 1, 0 is none */
} cq_phrase_guard;

typedef struct cq_phrase_edge {
    uint32_t from, symbol;
    uint32_t to; /* 0: a free slot, since no edge leads to a root */
} cq_phrase_edge;

struct cq_phrase_set {
    cq_arena *arena;
    cq_intern *words;
    CQ_ARRAY(cq_phrase_node) nodes;
    CQ_ARRAY(cq_phrase_end) ends;
    CQ_ARRAY(cq_phrase_guard) guards;
    CQ_ARRAY(cq_phrase_check) checks;
    CQ_ARRAY(cq_phrase_capture) parts;
    cq_phrase_edge *edges; /* open addressing, linear probing */
    uint32_t edge_slots, edge_count;
    /* By root and word id: the node that the edge by that word leads to, 0 where there is none. Word
       ids from start_count on start nothing. */
    uint32_t *starts[CQ_PHRASE_ROOT_COUNT];
    uint32_t start_count[CQ_PHRASE_ROOT_COUNT];
    uint32_t inner_count; /* word ids from here on are on no edge but a root's */
    bool is_borrowed;     /* the arrays are somebody else's: copied before they are changed */
};

#endif
