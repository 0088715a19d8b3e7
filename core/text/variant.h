/* Variants: names that one document writes in two ways that differ only in accents, hyphens, spaces or
   the case of later words: Cunégonde and Cunegonde, Terry Man and Terryman. */
#ifndef CQ_TEXT_VARIANT_H
#define CQ_TEXT_VARIANT_H

#include "base/patience.h"
#include "text/doc.h"

enum {
    CQ_VARIANT_TOKENS = 3,  /* a name's longest run */
    CQ_VARIANT_LETTERS = 6, /* a name's least, in bytes when folded */
    CQ_VARIANT_FORMS = 8,   /* of a name that are told apart */
};

/* A name where it stands: tokens [first, end) of the document. */
typedef struct cq_variant_place {
    uint32_t sentence, first, end;
    uint32_t count; /* how often this form stands in the document */
} cq_variant_place;

typedef struct cq_variant {
    cq_variant_place usual, other; /* the first places of the more and of the less frequent form */
} cq_variant;

typedef CQ_ARRAY(cq_variant) cq_variants;

/* Appends the pairs of a name's first form with each other one, in the order of the text; forms behind
   the first CQ_VARIANT_FORMS are passed over. Names are runs that begin with a capital behind their
   sentence's first word, are made of words with nothing but a space between them, and do not end in
   a function word in lower case; all-capital words are none. Linear in the tokens. False: `patience`
   (may be NULL) was over, and the pairs are not all. */
bool cq_variant_find(cq_variants *out, cq_arena *arena, const cq_doc *doc,
                     const cq_patience *patience);

#endif
