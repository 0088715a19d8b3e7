/* Character references of HTML and Markdown: `&eacute;`, `&#233;`, `&#xE9;`. */
#ifndef CQ_TEXT_MARKUP_ENTITY_H
#define CQ_TEXT_MARKUP_ENTITY_H

#include "base/str.h"

/* The character that a reference stands for, as UTF-8; a plain space for &nbsp;. */
typedef struct cq_markup_entity {
    char bytes[4];
    uint32_t len; /* bytes */
} cq_markup_entity;

static inline cq_str cq_markup_entity_text(const cq_markup_entity *entity) {
    return (cq_str){entity->bytes, entity->len};
}

/* Reads the reference that starts at `at.ptr[0]`. Returns how many bytes it takes, or 0 where there
   is none or nobody knows its name: then the ampersand is text. With `is_html`, a missing semicolon
   is forgiven where HTML does so. */
uint32_t cq_markup_entity_read(cq_str at, bool is_html, cq_markup_entity *out);

#endif
