/* The trigger automaton: all rules' trigger phrases in one trie over interned words, walked once
   over the tokens. */
#ifndef CQ_CHECK_PHRASE_H
#define CQ_CHECK_PHRASE_H

#include "base/patience.h"
#include "text/doc.h"

/* A phrase pattern is a line of items separated by spaces:
     word        that word in any case; typographic variants of ' and - are equal; also punctuation
                 that stands alone as a token: . , ; : ( ) – —
     a|b|c       one of the words
     <class>     a token class: <word> <number> <punctuation> <symbol> <quote> <open> <close>
                 <apostrophe> <prime> <url> <email> <hashtag> <placeholder> <emoji> <ideograph>
                 <other> <capitalized> <lower> <upper> <spaced> <glued> <odd-gap> <odd-end> <mixed>
                 <comma-decimal> <stop-groups> <repeated> <echo> <loose> <unknown> <any>:
                 see check/token_class.h
     <NOUN>      a token with that part of speech (the tags of Universal Dependencies)
     <quoted> <unquoted>   a token inside, outside quotations
     <class>&x   the token is of the class, and x: <lower>&monday|friday, <VERB>&use
     (a b | c)   a group: one of the sequences, which stand between lone bars
     x? x{3} x{1,3} x{,3}   the item or the group: once or not at all, three times, so often
     name=x      what it matched is a part of the hit, with that name of a-z and _
     ^  $        as first and last item: the sentence begins, ends here;  ^^  $$  the block does
   A phrase matches inside one sentence. A backslash takes the next byte literally. Tags and quotations
   are asked of a token only when all the rest of the phrase has matched. */

typedef struct cq_phrase_set cq_phrase_set;

typedef struct cq_phrase_hit {
    uint32_t owner;      /* as given to cq_phrase_add */
    uint32_t sentence;   /* index */
    uint32_t first, end; /* indices into the document's tokens, half-open */
    uint32_t phrase;     /* for cq_phrase_next_part */
} cq_phrase_hit;

/* Tokens of a hit that stand for a part of its pattern. */
typedef struct cq_phrase_part {
    cq_word name;        /* CQ_WORD_NONE: an item that may be missing and is not */
    uint32_t first, end; /* indices into the document's tokens, half-open and not empty */
} cq_phrase_part;

typedef CQ_ARRAY(cq_phrase_hit) cq_phrase_hits;

/* An empty set in `arena`; its words go into `words`, which must outlive it. Never NULL. */
cq_phrase_set *cq_phrase_new(cq_arena *arena, cq_intern *words);

/* A set in `arena` that begins as `model`. Nothing is copied before something is added, so `model` must
   outlive it; words have the ids in `words` that they had in the model's. */
cq_phrase_set *cq_phrase_new_from(cq_arena *arena, cq_intern *words, const cq_phrase_set *model);

/* Adds a pattern for `owner`. CQ_EINVAL: what cq_pattern_read refuses. */
bool cq_phrase_add(cq_phrase_set *set, cq_str pattern, uint32_t owner, cq_err *err);

/* Appends all hits in sentences [first, end) of the document, ordered by sentence, first token, owner,
   end token. Every phrase that matches is a hit, overlapping ones too; where a pattern matches the same
   tokens in several ways, the hit has the parts of the first, which takes what may be missing rather
   than not. Linear in the tokens; for each token at most as many steps as the phrases that go on there.
   Tags become words of the document, as cq_tag_of_sentence says; without `asks_tags`, phrases that ask for
   some have no hits. False: `patience` (may be NULL) was over. */
bool cq_phrase_scan(cq_phrase_hits *out, cq_arena *arena, const cq_phrase_set *set, cq_doc *doc,
                    uint32_t first, uint32_t end, bool asks_tags, const cq_patience *patience);

/* The parts of a hit, from the last to the first; *next is 0 at first. False: there are no more. */
bool cq_phrase_next_part(cq_phrase_part *out, const cq_phrase_set *set, const cq_phrase_hit *hit,
                         uint32_t *next);

#endif
