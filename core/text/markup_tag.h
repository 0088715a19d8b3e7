/* One tag of HTML: its name and its attributes, by their place in the source. */
#ifndef CQ_TEXT_MARKUP_TAG_H
#define CQ_TEXT_MARKUP_TAG_H

#include "text/source.h"

/* The name in a start or end tag; `tag` starts at its "<". Borrowed. */
cq_str cq_markup_tag_name(cq_str tag);

typedef struct cq_markup_attribute {
    cq_str name;   /* as written */
    cq_span value; /* without quotation marks; empty where there is none */
} cq_markup_attribute;

/* Reads the attribute at or behind *at, an offset in `text` inside a tag that ends at `end`, and
   moves *at behind it. Starts with *at at the tag's "<". False when there is none left. */
bool cq_markup_attribute_next(cq_markup_attribute *out, cq_str text, uint32_t *at, uint32_t end);

/* Whether `a` is `b` (lower case), in any case of letters. */
bool cq_markup_name_is(cq_str a, const char *b);

/* Whether two names are the same, in any case of letters. */
bool cq_markup_name_is_same(cq_str a, cq_str b);

#endif
