/* Source code: the prose in its comments and doc strings, as blocks. */
#ifndef CQ_TEXT_MARKUP_CODE_H
#define CQ_TEXT_MARKUP_CODE_H

#include <tree_sitter/api.h>

#include "text/block.h"

/* Appends the blocks of a source. False where the parser gives up. */
bool cq_markup_code_read(cq_blocks *out, cq_arena *arena, const cq_source *source,
                         const TSLanguage *language, cq_err *err);

#endif
