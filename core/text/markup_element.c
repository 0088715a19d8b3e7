#include "text/markup_element.h"

#include <stdlib.h>

#define LONGEST_NAME 16u

typedef struct element {
    const char *name;
    uint8_t role; /* cq_markup_role */
    uint8_t is_void;
} element;

/* The elements of HTML's living standard, and the obsolete ones that pages still have. Sorted
   bytewise, for bsearch. */
/* clang-format off */
static const element elements[] = {
    {"a", CQ_ROLE_LINK, 0}, {"address", CQ_ROLE_BLOCK, 0}, {"applet", CQ_ROLE_HIDDEN, 0},
    {"area", CQ_ROLE_INLINE, 1}, {"article", CQ_ROLE_BLOCK, 0}, {"aside", CQ_ROLE_BLOCK, 0},
    {"audio", CQ_ROLE_OBJECT, 0}, {"b", CQ_ROLE_STRONG, 0}, {"base", CQ_ROLE_BLOCK, 1},
    {"blockquote", CQ_ROLE_QUOTE, 0}, {"body", CQ_ROLE_BLOCK, 0}, {"br", CQ_ROLE_BREAK, 1},
    {"button", CQ_ROLE_OBJECT, 0}, {"canvas", CQ_ROLE_OBJECT, 0}, {"caption", CQ_ROLE_CAPTION, 0},
    {"center", CQ_ROLE_BLOCK, 0}, {"cite", CQ_ROLE_STRESSED, 0}, {"code", CQ_ROLE_CODE, 0},
    {"col", CQ_ROLE_BLOCK, 1}, {"colgroup", CQ_ROLE_BLOCK, 0}, {"dd", CQ_ROLE_LIST_ITEM, 0},
    {"details", CQ_ROLE_BLOCK, 0}, {"dfn", CQ_ROLE_STRESSED, 0}, {"dialog", CQ_ROLE_BLOCK, 0},
    {"dir", CQ_ROLE_LIST, 0}, {"div", CQ_ROLE_BLOCK, 0}, {"dl", CQ_ROLE_BLOCK, 0},
    {"dt", CQ_ROLE_LIST_ITEM, 0}, {"em", CQ_ROLE_STRESSED, 0}, {"embed", CQ_ROLE_OBJECT, 1},
    {"fieldset", CQ_ROLE_BLOCK, 0}, {"figcaption", CQ_ROLE_CAPTION, 0},
    {"figure", CQ_ROLE_BLOCK, 0}, {"footer", CQ_ROLE_BLOCK, 0}, {"form", CQ_ROLE_BLOCK, 0},
    {"frameset", CQ_ROLE_HIDDEN, 0}, {"h1", CQ_ROLE_HEADING, 0}, {"h2", CQ_ROLE_HEADING, 0},
    {"h3", CQ_ROLE_HEADING, 0}, {"h4", CQ_ROLE_HEADING, 0}, {"h5", CQ_ROLE_HEADING, 0},
    {"h6", CQ_ROLE_HEADING, 0}, {"head", CQ_ROLE_BLOCK, 0}, {"header", CQ_ROLE_BLOCK, 0},
    {"hgroup", CQ_ROLE_BLOCK, 0}, {"hr", CQ_ROLE_BLOCK, 1}, {"html", CQ_ROLE_BLOCK, 0},
    {"i", CQ_ROLE_STRESSED, 0}, {"iframe", CQ_ROLE_OBJECT, 0}, {"img", CQ_ROLE_IMAGE, 1},
    {"input", CQ_ROLE_OBJECT, 1}, {"kbd", CQ_ROLE_CODE, 0}, {"legend", CQ_ROLE_CAPTION, 0},
    {"li", CQ_ROLE_LIST_ITEM, 0}, {"link", CQ_ROLE_BLOCK, 1}, {"listing", CQ_ROLE_HIDDEN, 0},
    {"main", CQ_ROLE_BLOCK, 0}, {"map", CQ_ROLE_OBJECT, 0}, {"math", CQ_ROLE_OBJECT, 0},
    {"menu", CQ_ROLE_LIST, 0}, {"meta", CQ_ROLE_BLOCK, 1}, {"meter", CQ_ROLE_OBJECT, 0},
    {"nav", CQ_ROLE_BLOCK, 0}, {"noembed", CQ_ROLE_HIDDEN, 0}, {"noframes", CQ_ROLE_HIDDEN, 0},
    {"noscript", CQ_ROLE_HIDDEN, 0}, {"object", CQ_ROLE_OBJECT, 0}, {"ol", CQ_ROLE_LIST, 0},
    {"optgroup", CQ_ROLE_BLOCK, 0}, {"option", CQ_ROLE_BLOCK, 0}, {"output", CQ_ROLE_OBJECT, 0},
    {"p", CQ_ROLE_BLOCK, 0}, {"param", CQ_ROLE_BLOCK, 1}, {"picture", CQ_ROLE_OBJECT, 0},
    {"plaintext", CQ_ROLE_HIDDEN, 0}, {"pre", CQ_ROLE_HIDDEN, 0}, {"progress", CQ_ROLE_OBJECT, 0},
    {"samp", CQ_ROLE_CODE, 0}, {"script", CQ_ROLE_HIDDEN, 0}, {"search", CQ_ROLE_BLOCK, 0},
    {"section", CQ_ROLE_BLOCK, 0}, {"select", CQ_ROLE_OBJECT, 0}, {"source", CQ_ROLE_BLOCK, 1},
    {"strong", CQ_ROLE_STRONG, 0}, {"style", CQ_ROLE_HIDDEN, 0}, {"summary", CQ_ROLE_BLOCK, 0},
    {"svg", CQ_ROLE_OBJECT, 0}, {"table", CQ_ROLE_BLOCK, 0}, {"tbody", CQ_ROLE_BLOCK, 0},
    {"td", CQ_ROLE_TABLE_CELL, 0}, {"template", CQ_ROLE_HIDDEN, 0}, {"textarea", CQ_ROLE_OBJECT, 0},
    {"tfoot", CQ_ROLE_BLOCK, 0}, {"th", CQ_ROLE_TABLE_CELL, 0}, {"thead", CQ_ROLE_BLOCK, 0},
    {"title", CQ_ROLE_TITLE, 0}, {"tr", CQ_ROLE_BLOCK, 0}, {"track", CQ_ROLE_BLOCK, 1},
    {"tt", CQ_ROLE_CODE, 0}, {"ul", CQ_ROLE_LIST, 0}, {"var", CQ_ROLE_CODE, 0},
    {"video", CQ_ROLE_OBJECT, 0}, {"wbr", CQ_ROLE_INLINE, 1}, {"xmp", CQ_ROLE_HIDDEN, 0},
};
/* clang-format on */

static int compare_to_element(const void *key, const void *item) {
    return cq_str_compare(*(const cq_str *)key, cq_str_of(((const element *)item)->name));
}

static const element *find_element(cq_str name) {
    char lower[LONGEST_NAME];
    if (name.len > sizeof lower) return NULL;
    for (size_t i = 0; i < name.len; i++)
        lower[i] =
            name.ptr[i] >= 'A' && name.ptr[i] <= 'Z' ? (char)(name.ptr[i] | 0x20) : name.ptr[i];
    cq_str key = {lower, name.len};
    return bsearch(&key, elements, sizeof elements / sizeof *elements, sizeof *elements,
                   compare_to_element);
}

cq_markup_role cq_markup_element_role(cq_str name) {
    const element *found = find_element(name);
    return found ? (cq_markup_role)found->role : CQ_ROLE_INLINE;
}

bool cq_markup_element_is_void(cq_str name) {
    const element *found = find_element(name);
    return found && found->is_void;
}
