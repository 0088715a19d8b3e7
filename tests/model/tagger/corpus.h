/* A treebank read the way calque reads text: its documents are put together again from their
   sentences, opened as plain text, and each token that calque finds gets the tag of the treebank's
   word or words under it. README.md says how. */
#ifndef TESTS_MODEL_CORPUS_H
#define TESTS_MODEL_CORPUS_H

#include "text/tagger.h"

/* What the treebank says of a token; strings live as long as the corpus. */
typedef struct corpus_label {
    const char *upos;  /* NULL where the token is not made of whole words */
    const char *feats; /* "" for none */
    const char *lemma; /* as the treebank writes it */
    bool is_plain;     /* one token, one word of the treebank */
} corpus_label;

typedef struct corpus_doc {
    cq_intern words;
    cq_doc doc;
    cq_casing casing;
    corpus_label *labels; /* of each token */
} corpus_doc;

typedef struct corpus {
    cq_arena arena;
    CQ_ARRAY(corpus_doc *) docs;
} corpus;

/* Reads a CoNLL-U file; ends the program with a message where it cannot. */
void corpus_open(corpus *out, const char *path);
void corpus_close(corpus *set);

/* Fills `out` with the words of a sentence's tokens and the edges around them, without what a model
   knows: end_token - first_token + 2 * CQ_TAGGER_EDGES of them. */
void corpus_read_words(cq_tagger_word *out, const corpus_doc *doc, const cq_sentence *sentence);

#endif
