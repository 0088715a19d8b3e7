/* Parsing with tree-sitter, within bounds. Builds with tree-sitter 0.20 to 0.25. */
#ifndef CQ_TEXT_MARKUP_TREE_H
#define CQ_TEXT_MARKUP_TREE_H

#include <tree_sitter/api.h>

#include "base/err.h"
#include "text/source.h"

/* Parses all of a source. The tree is the caller's, to be given to ts_tree_delete. NULL, with the
   error filled, where the library does not know the grammar's version, or where the parser needs
   more work than any sensible text of that length takes. */
TSTree *cq_markup_tree_parse(const cq_source *source, const TSLanguage *language, cq_err *err);

#endif
