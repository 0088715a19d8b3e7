/* Function words: articles, prepositions, pronouns, auxiliaries and the like, which say little of
   what a sentence is about. */
#ifndef CQ_TEXT_FUNCTION_WORD_H
#define CQ_TEXT_FUNCTION_WORD_H

#include "base/str.h"

/* The function words of `language` (BCP 47; English where it is not known), folded; static. The
   lists are our own, of closed classes only. */
const char *const *cq_function_word_list(uint32_t *count, cq_str language);

#endif
