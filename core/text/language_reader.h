/* The languages of a document's sentences, as their author's own words have it: quotations, titles,
   names, addresses and placeholders count little or not at all. Lazy: each sentence when it is asked
   about, each distinct word once. A sentence in which many words can only be the document's language
   is not scored at all: all sentences of 10 MB of English take about as long as reading 1 MB. */
#ifndef CQ_TEXT_LANGUAGE_READER_H
#define CQ_TEXT_LANGUAGE_READER_H

#include "text/doc.h"
#include "text/language.h"

/* Caller's storage; borrows the document. One thread at a time, as the document. */
typedef struct cq_language_reader {
    const cq_doc *doc;
    cq_arena arena;
    const char *home; /* cq_language_name of the document's language */
    uint32_t *slots; /* of each word of doc->words: twice its index in `words`, and 1 where it tells
                        that a sentence is in the document's language; 0: not read yet */
    CQ_ARRAY(cq_language_word) words; /* [0] is none */
} cq_language_reader;

/* `doc` stays open until the reader is released. Cheap: one word-sized slot for each distinct word. */
void cq_language_reader_init(cq_language_reader *reader, const cq_doc *doc);
void cq_language_reader_release(cq_language_reader *reader);

/* The language of a sentence (its index in the document); expected is its block's language. */
cq_language_guess cq_language_reader_get(cq_language_reader *reader, uint32_t sentence);

#endif
