/* HTML's elements, as far as it matters for prose: which of them split it, colour it or hide it. */
#ifndef CQ_TEXT_MARKUP_ELEMENT_H
#define CQ_TEXT_MARKUP_ELEMENT_H

#include "base/str.h"

typedef enum cq_markup_role {
    CQ_ROLE_INLINE, /* text inside goes on as if the tags were not there; also unknown elements */
    CQ_ROLE_STRESSED,
    CQ_ROLE_STRONG,
    CQ_ROLE_LINK,
    CQ_ROLE_BREAK, /* a line break: a space */
    CQ_ROLE_IMAGE,
    CQ_ROLE_CODE,   /* inline, not prose */
    CQ_ROLE_OBJECT, /* inline, with inner text that is not part of the sentence */
    CQ_ROLE_HIDDEN, /* with all that is inside; splits what is around it */
    CQ_ROLE_BLOCK,  /* from here on down: splits prose */
    CQ_ROLE_HEADING,
    CQ_ROLE_LIST,
    CQ_ROLE_LIST_ITEM,
    CQ_ROLE_TABLE_CELL,
    CQ_ROLE_QUOTE,
    CQ_ROLE_CAPTION,
    CQ_ROLE_TITLE,
} cq_markup_role;

/* The role of an element's name, in any case of letters. */
cq_markup_role cq_markup_element_role(cq_str name);

/* Whether the element never has content, so that no end tag follows. */
bool cq_markup_element_is_void(cq_str name);

#endif
