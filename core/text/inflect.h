/* Inflection: the forms of an English word, from its dictionary form. The other way, from any word in its
   sentence to its dictionary form, is text/tag's. */
#ifndef CQ_TEXT_INFLECT_H
#define CQ_TEXT_INFLECT_H

#include "base/arena.h"

typedef enum cq_inflection {
    CQ_INFLECTION_BASE,       /* hold, election */
    CQ_INFLECTION_S,          /* holds, elections */
    CQ_INFLECTION_PAST,       /* held, gave */
    CQ_INFLECTION_PARTICIPLE, /* held, given */
    CQ_INFLECTION_ING,        /* holding */
    CQ_INFLECTION_COUNT,
} cq_inflection;

enum { CQ_INFLECT_MOST = 3 }; /* spellings that a form may have: travelled, traveled; be, are, am */

/* The spellings of a form of `lemma` (lower case, ASCII letters; what inflects stands
   after its last hyphen: "co-host", "co-hosts"), the usual one first, in `arena`. Returns how many. A noun
   has forms of verbs too, since nothing says that it is one: they do no harm, for nobody writes them. */
unsigned cq_inflect_make(cq_str out[CQ_INFLECT_MOST], cq_arena *arena, cq_str lemma,
                         cq_inflection form);

/* Whether `word` (folded) is a spelling of that form. */
bool cq_inflect_is(cq_str lemma, cq_inflection form, cq_str word);

#endif
