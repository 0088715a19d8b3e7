/* Function words: articles, prepositions, pronouns, auxiliaries and the like, which say little of
   what a sentence is about. */
#ifndef CQ_TEXT_FUNCTION_WORD_H
#define CQ_TEXT_FUNCTION_WORD_H

#include "text/intern.h"

/* Which of `words` are function words of `language` (BCP 47; English where it is not known), by their
   ids; in `arena`. The list is our own, of closed classes only. */
bool *cq_function_word_mark(cq_arena *arena, const cq_intern *words, cq_str language);

#endif
