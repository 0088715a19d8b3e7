/* Stems: the dictionary forms that an English word's ending allows, likely or not. */
#ifndef CQ_TEXT_STEM_H
#define CQ_TEXT_STEM_H

#include "base/str.h"

enum { CQ_STEM_MAX = 8 };

typedef enum cq_stem_ending {
    CQ_STEM_NONE,
    CQ_STEM_S,
    CQ_STEM_ED,
    CQ_STEM_ING,
    CQ_STEM_ER,
    CQ_STEM_EST,
    CQ_STEM_LY,
    CQ_STEM_UN, /* beginnings count as endings */
    CQ_STEM_RE,
} cq_stem_ending;

/* As the first `length` bytes from `skip` of the word, and a letter behind them ('\0' for none). */
typedef struct cq_stem {
    uint8_t ending; /* cq_stem_ending */
    uint8_t skip, length;
    char letter;
} cq_stem;

/* Fills `out` with the stems of a folded word, the word itself (without 's and its like) not
   among them, and returns how many there are. */
unsigned cq_stem_list(cq_stem out[CQ_STEM_MAX], cq_str folded);

/* The word without what follows an apostrophe: it for it's, do for don't. */
cq_str cq_stem_host(cq_str folded);

#endif
