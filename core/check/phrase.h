/* The trigger automaton: all rules' trigger phrases in one trie over interned words, walked once
   over the tokens. */
#ifndef CQ_CHECK_PHRASE_H
#define CQ_CHECK_PHRASE_H

#include "base/patience.h"
#include "text/doc.h"

/* A phrase pattern is a line of elements separated by spaces:
     word        that word in any case; typographic variants of ' and - are equal; also punctuation
                 that stands alone as a token: . , ; : ( ) – —
     a|b|c       one of the words
     x?          the element may be missing
     <class>     a token class: <word> <number> <punctuation> <symbol> <quote> <open> <close>
                 <apostrophe> <prime> <url> <email> <hashtag> <placeholder> <emoji> <ideograph>
                 <other> <capitalized> <lower> <upper> <spaced> <glued> <odd-gap> <odd-end> <mixed>
                 <comma-decimal> <stop-groups> <repeated> <loose> <unknown> <any>: see
                 check/token_class.h
     <class>&x   the token is of the class, and x: <lower>&monday|friday
     ^  $        as first and last element: the sentence begins, ends here
   A phrase matches inside one sentence. A backslash takes the next byte literally. */

typedef struct cq_phrase_set cq_phrase_set;

typedef struct cq_phrase_hit {
    uint32_t owner;             /* as given to cq_phrase_add */
    uint32_t sentence;          /* index */
    uint32_t first, end;        /* indices into the document's tokens, half-open */
} cq_phrase_hit;

typedef CQ_ARRAY(cq_phrase_hit) cq_phrase_hits;

/* An empty set in `arena`; its words go into `words`, which must outlive it. Never NULL. */
cq_phrase_set *cq_phrase_new(cq_arena *arena, cq_intern *words);

/* Adds a pattern for `owner`. CQ_EINVAL: an unknown class, an empty pattern, one that could match
   nothing, or one whose alternatives multiply to more than 65,536 phrases. */
bool cq_phrase_add(cq_phrase_set *set, cq_str pattern, uint32_t owner, cq_err *err);

/* Appends all hits in sentences [first, end) of the document, ordered by sentence, first token, owner, end token. Every phrase
   that matches is a hit, overlapping ones too. Linear in the tokens times the longest phrase. False:
   `patience` (may be NULL) was over. */
bool cq_phrase_scan(cq_phrase_hits *out, cq_arena *arena, const cq_phrase_set *set,
                    const cq_doc *doc, uint32_t first, uint32_t end, const cq_patience *patience);

#endif
