/* Interned words: every distinct folded word is one small integer, so that rules and the automaton
   compare integers. Folded: simple case folding, typographic apostrophes as ', typographic hyphens
   as -, soft hyphens left out. A single ASCII character's id is its folded code. */
#ifndef CQ_TEXT_INTERN_H
#define CQ_TEXT_INTERN_H

#include "base/array.h"
#include "text/word_key.h"

typedef uint32_t cq_word; /* 0 is no word */

#define CQ_WORD_NONE ((cq_word)0)

typedef struct cq_intern_entry {
    cq_str text;
    uint64_t head, tail; /* of its key */
} cq_intern_entry;

/* A place in the hash table. It holds all that a look-up of a short word needs. */
typedef struct cq_intern_slot {
    uint64_t hash; /* of its key */
    cq_word word;  /* CQ_WORD_NONE: free */
    uint32_t len;  /* bytes of the word; 0 where it is free */
} cq_intern_slot;

/* Words of the rules live as long as the engine; words that only a document has are dropped with
   the document (mark and rewind). Caller's storage; one thread at a time. */
typedef struct cq_intern {
    cq_arena arena;                    /* the entries */
    cq_arena texts;                    /* their bytes; rewound with the documents */
    CQ_ARRAY(cq_intern_entry) entries; /* [0] is no word */
    cq_intern_slot *slots;             /* open addressing, linear probing */
    uint32_t slot_count;               /* a power of two */
} cq_intern;

typedef struct cq_intern_mark {
    cq_arena_mark texts;
    uint32_t count;
} cq_intern_mark;

void cq_intern_init(cq_intern *words);
void cq_intern_release(cq_intern *words);

/* Begins with the words of `model`, under the same ids. Its entries are not copied before there are
   more, so it must outlive this one. */
void cq_intern_init_from(cq_intern *words, const cq_intern *model);

/* The id of a word that is folded already, a new one where it was not there. Copies the bytes. */
cq_word cq_intern_get(cq_intern *words, cq_str folded);

/* The id of a word as it is written: folds it first. */
cq_word cq_intern_fold(cq_intern *words, cq_str written);

/* The id of one ASCII character (not NUL). */
static inline cq_word cq_intern_of_ascii(char c) {
    return c >= 'A' && c <= 'Z' ? (cq_word)(c | 0x20) : (cq_word)c;
}

/* The id of a folded word by its key, of at most CQ_WORD_KEY_WHOLE bytes. */
cq_word cq_intern_look_up(cq_intern *words, const cq_word_key *key);

/* Where a look-up begins. */
static inline cq_intern_slot *cq_intern_first_slot(const cq_intern *words, const cq_word_key *key) {
    return &words->slots[key->hash & (words->slot_count - 1)];
}

/* Asks for the memory that the look-up of a word will need. A caller who has other work until then does
   not wait for it: word by word, reading a large document would be little else than waiting. */
static inline void cq_intern_prefetch(const cq_intern *words, const cq_word_key *key) {
    __builtin_prefetch(cq_intern_first_slot(words, key));
}

/* The second half of it, when the first has come: a word that its slot does not tell apart needs its entry. */
static inline void cq_intern_prefetch_entry(const cq_intern *words, const cq_word_key *key) {
    bool needs_entry = key->len > CQ_WORD_KEY_DECIDED;
    cq_word word = cq_intern_first_slot(words, key)->word;
    __builtin_prefetch(&words->entries.at[needs_entry ? word : CQ_WORD_NONE]);
}

/* As cq_intern_look_up; the commonest case, a short word where it is looked for first, is decided here. */
static inline cq_word cq_intern_get_key(cq_intern *words, const cq_word_key *key) {
    const cq_intern_slot *slot = cq_intern_first_slot(words, key);
    bool is_found =
        slot->hash == key->hash && slot->len == key->len && slot->len <= CQ_WORD_KEY_DECIDED;
    return is_found ? slot->word : cq_intern_look_up(words, key);
}

/* The id of a folded word, or CQ_WORD_NONE where it is not there. */
cq_word cq_intern_find(const cq_intern *words, cq_str folded);

/* The folded text of a word, NUL-terminated, borrowed until it is rewound. */
static inline cq_str cq_intern_text(const cq_intern *words, cq_word word) {
    return words->entries.at[word].text;
}

cq_intern_mark cq_intern_get_mark(const cq_intern *words);

/* Forgets the words added since `mark`. */
void cq_intern_rewind(cq_intern *words, cq_intern_mark mark);

#endif
