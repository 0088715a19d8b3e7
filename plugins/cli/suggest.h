/* Suggestions: the known word that a misspelled one was meant to be. */
#ifndef CQ_CLI_SUGGEST_H
#define CQ_CLI_SUGGEST_H

#include "base/str.h"

/* Caller's storage: start with the word, offer candidates, read `best`. Borrows all of them. */
typedef struct cq_suggest {
    cq_str word;
    cq_str best;  /* empty: nothing is near enough */
    size_t edits; /* letters to change, add, drop or swap to get there */
} cq_suggest;

cq_suggest cq_suggest_begin(cq_str word);

/* Remembers the candidate where it is nearer than all before it, and near enough to be meant. */
void cq_suggest_offer(cq_suggest *suggest, cq_str candidate);

#endif
