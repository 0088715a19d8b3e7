/* Tags: part of speech, lemma and features of words, as Universal Dependencies has them. They are
   computed for a sentence when somebody asks about it, and kept with the document.

   A word is one of calque's tokens: it's, don't and Biden's have the tag and the lemma (it, do,
   biden) of what stands before the apostrophe, and a feature for what stands behind it: Clitic=Aux
   (which Universal Dependencies does not know), Polarity=Neg, Case=Gen. A compound like 15-year is
   an ADJ where it stands before what it modifies. */
#ifndef CQ_TEXT_TAG_H
#define CQ_TEXT_TAG_H

#include "text/doc.h"

/* Universal parts of speech. */
typedef enum cq_upos {
    CQ_UPOS_X, /* none of the others */
    CQ_UPOS_ADJ,
    CQ_UPOS_ADP,
    CQ_UPOS_ADV,
    CQ_UPOS_AUX,
    CQ_UPOS_CCONJ,
    CQ_UPOS_DET,
    CQ_UPOS_INTJ,
    CQ_UPOS_NOUN,
    CQ_UPOS_NUM,
    CQ_UPOS_PART,
    CQ_UPOS_PRON,
    CQ_UPOS_PROPN,
    CQ_UPOS_PUNCT,
    CQ_UPOS_SCONJ,
    CQ_UPOS_SYM,
    CQ_UPOS_VERB,
    CQ_UPOS_COUNT
} cq_upos;

typedef struct cq_tag {
    uint8_t upos;   /* cq_upos */
    uint16_t feats; /* see cq_tag_feats */
    cq_word lemma;  /* folded, names too */
} cq_tag;

/* The tags of a sentence's tokens, in their order, owned by the document; NULL where there is no
   tagger for the sentence's language. The first call for a sentence does the work, the first for a
   document also looks at all of its tokens once. Lemmas become words of the document: ask only
   while it is the last one opened with its words. One thread at a time for a document. */
const cq_tag *cq_tag_of_sentence(cq_doc *doc, uint32_t sentence);

/* "NOUN", "VERB", ...; static. */
const char *cq_upos_name(cq_upos upos);

/* The part of speech of a name as above, or CQ_UPOS_COUNT. */
cq_upos cq_upos_of_name(cq_str name);

/* Features as "Number=Sing|Person=3", by name; "" for none. Static. */
const char *cq_tag_feats(const cq_tag *tag);

/* Whether a tag has a feature: "VerbForm=Fin". */
bool cq_tag_has(const cq_tag *tag, const char *feature);

#endif
