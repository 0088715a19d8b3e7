/* The vocabulary: words that are right whatever a rule thinks of them; only rules that say so honour
   it. An entry is one token or several. Written in lower case it stands for any case, with a capital
   for just that one. */
#ifndef CQ_LUA_VOCABULARY_H
#define CQ_LUA_VOCABULARY_H

#include "text/doc.h"

typedef struct cq_vocabulary_entry {
    uint32_t first, end; /* its tokens in the vocabulary's, half-open */
    bool has_capital;
} cq_vocabulary_entry;

/* Caller's storage, zero-initialised and not moved. Owns its arena. */
typedef struct cq_vocabulary {
    cq_arena arena;
    cq_tokens tokens;
    CQ_ARRAY(cq_vocabulary_entry) entries; /* by the first token's word */
    uint32_t longest;                      /* tokens of an entry */
} cq_vocabulary;

/* Replaces the entries. Their words go into `words` for good: documents that are opened with them come
   later. */
void cq_vocabulary_set(cq_vocabulary *vocabulary, cq_intern *words, const cq_strs *entries);
void cq_vocabulary_release(cq_vocabulary *vocabulary);

/* Whether every word among tokens [first, end) of a block is in the vocabulary, alone or as a part of
   an entry that stands there. False where there is no word among them. */
bool cq_vocabulary_covers(const cq_vocabulary *vocabulary, const cq_doc *doc, const cq_block *block,
                          uint32_t first, uint32_t end);

#endif
