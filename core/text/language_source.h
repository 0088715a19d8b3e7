/* The language that a text was translated from, as what the translator left of it tells: words that
   its own language's lexicon lacks and whose letters speak for another language. */
#ifndef CQ_TEXT_LANGUAGE_SOURCE_H
#define CQ_TEXT_LANGUAGE_SOURCE_H

#include "base/patience.h"
#include "text/doc.h"

/* The source language's code (BCP 47, static), or "" where the evidence is thin: fewer than three
   distinct words, or than three for each thousand of the text, or no language that stands out.
   `scratch` is for the call. Linear in the tokens. NULL: `patience` (may be NULL) was over. */
const char *cq_language_source_guess(const cq_doc *doc, cq_arena *scratch,
                                     const cq_patience *patience);

/* The guess that the document keeps, made when it is first asked for. */
const char *cq_language_source_get(cq_doc *doc);

/* Guesses again, for a document that has been revised. *is_same: whether it is still what it was. False:
   `patience` (may be NULL) was over, and the document keeps what it had. */
bool cq_language_source_renew(bool *is_same, cq_doc *doc, const cq_patience *patience);

#endif
