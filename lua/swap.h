/* Swap: which words of a match a replacement takes the place of, and in which form. */
#ifndef CQ_LUA_SWAP_H
#define CQ_LUA_SWAP_H

#include "check/phrase.h"
#include "lua/rule_trigger.h"
#include "lua/session.h"

/* Tokens [first, end) of the document become `text`. */
typedef struct cq_swap {
    uint32_t first, end;
    cq_str text; /* capitals as what it replaces has them */
} cq_swap;

/* What has matched; all borrowed. */
typedef struct cq_swap_match {
    const cq_phrase_set *phrases;
    const cq_phrase_hit *hit;
    const cq_trigger *trigger;
} cq_swap_match;

/* Words that the match has in common with the replacement stay, and so do words at the edge that the
   pattern has as optional: of "celebrated the elections", by "~celebrate the? elections" to
   "~hold elections", only "celebrated" becomes "held". {name} in the replacement is the part of that name.
   False: the form of the word that inflects cannot be told. The text is in the findings' arena; where the
   tagger had to be asked, the session has looked around. */
bool cq_swap_choose(cq_swap *out, cq_session *session, const cq_swap_match *match);

#endif
