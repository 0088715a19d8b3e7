/* The language that a document's own text is found to be in, where that is surely not the one that it
   is said to be in: a folder of translations linted as English, an article that nobody translated. */
#ifndef CQ_TEXT_LANGUAGE_FOUND_H
#define CQ_TEXT_LANGUAGE_FOUND_H

#include "text/doc.h"

/* The language's code (BCP 47, static), or "" where most of the text is in the document's language, or
   too short to tell. Looks at some sentences from all over the document, of blocks that do not say
   themselves which language they are in. */
const char *cq_language_found_guess(const cq_doc *doc);

/* The guess that the document keeps, made when it is first asked for. */
const char *cq_language_found_get(cq_doc *doc);

/* Guesses again, for a document that has been revised; whether it is still what it was. */
bool cq_language_found_renew(cq_doc *doc);

#endif
