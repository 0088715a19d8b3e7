/* Quotation marks as characters: which family a mark belongs to, which way it points, and what its
   neighbours make of it. Which mark pairs with which is text/quote's affair. */
#ifndef CQ_TEXT_MARK_H
#define CQ_TEXT_MARK_H

#include "base/str.h"

typedef enum cq_mark_family {
    CQ_MARK_NONE, /* no quotation mark */
    CQ_MARK_STRAIGHT_DOUBLE,
    CQ_MARK_STRAIGHT_SINGLE,
    CQ_MARK_CURLY_DOUBLE, /* the low ones too */
    CQ_MARK_CURLY_SINGLE,
    CQ_MARK_GUILLEMET,
    CQ_MARK_GUILLEMET_SINGLE,
    CQ_MARK_CORNER,
    CQ_MARK_CORNER_WHITE,
    CQ_MARK_PRIME,
    CQ_MARK_FAMILIES,
} cq_mark_family;

/* Where the glyph points. */
typedef enum cq_mark_hand {
    CQ_MARK_NEUTRAL,
    CQ_MARK_LEFT,  /* “ ‘ « 「 */
    CQ_MARK_RIGHT, /* ” ’ » 」 */
    CQ_MARK_LOW,   /* „ ‚ */
} cq_mark_hand;

typedef struct cq_mark {
    uint8_t family; /* cq_mark_family */
    uint8_t hand;   /* cq_mark_hand */
} cq_mark;

/* On which sides of a mark there is room: white space, the text's edge, or punctuation that stands
   outside of quotations on that side. */
typedef enum cq_mark_shape {
    CQ_SHAPE_GLUED = 0,
    CQ_SHAPE_OPENING = 1, /* room before it only */
    CQ_SHAPE_CLOSING = 2, /* room behind it only */
    CQ_SHAPE_FREE = 3,    /* on both sides */
} cq_mark_shape;

cq_mark cq_mark_of(uint32_t code_point);

/* The mark that a whole token's text is; '' and `` count as straight double marks. */
cq_mark cq_mark_of_text(cq_str token);

/* What the neighbours make of the mark at bytes [start, end) of a text. Marks that touch it are
   looked through. */
cq_mark_shape cq_mark_shape_of(cq_str text, size_t start, size_t end);

/* Is this a word (of any case) that an apostrophe begins: 'tis, 'em, rock 'n' roll? */
bool cq_mark_is_elided(cq_str word);

#endif
