/* Function words: articles, prepositions, pronouns, auxiliaries and the like, which say little of
   what a sentence is about. */
#ifndef CQ_TEXT_FUNCTION_WORD_H
#define CQ_TEXT_FUNCTION_WORD_H

#include "base/str.h"

/* Whether a folded word is a function word of `language` (BCP 47; English where it is not known).
   The lists are our own, of closed classes only. */
bool cq_function_word_is(cq_str folded, cq_str language);

#endif
