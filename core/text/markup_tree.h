/* Parsing with tree-sitter, within bounds. Builds with tree-sitter 0.20 to 0.25. */
#ifndef CQ_TEXT_MARKUP_TREE_H
#define CQ_TEXT_MARKUP_TREE_H

#include <tree_sitter/api.h>

#include "base/str.h"

/* Caller's storage; owns both. One parser serves many texts, one after the other. */
typedef struct cq_markup_tree {
    TSParser *parser;
    TSTree *tree; /* of the text parsed last */
} cq_markup_tree;

/* False where the library does not know the grammar's version. */
bool cq_markup_tree_init(cq_markup_tree *tree, const TSLanguage *language);
void cq_markup_tree_release(cq_markup_tree *tree);

/* Parses `text`, which must stay as long as the tree is looked at. False where the parser needs
   more work than any sensible text of that length takes: there is no tree then. */
bool cq_markup_tree_parse(cq_markup_tree *tree, cq_str text);

#endif
