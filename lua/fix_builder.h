/* Building one fix of a finding from tokens: where text goes and what deleting takes with it. */
#ifndef CQ_LUA_FIX_BUILDER_H
#define CQ_LUA_FIX_BUILDER_H

#include "check/finding.h"
#include "text/doc.h"

/* Caller's storage. Edits and strings go into `arena`. */
typedef struct cq_fix_builder {
    const cq_doc *doc;
    const cq_block *block;
    cq_arena *arena;
    cq_fix *fix;
    bool touches_markup; /* a replaced stretch holds more than its text: no such fix is safe */
} cq_fix_builder;

/* Replaces tokens [first, end) of the block by `text` (kept, not copied); "" deletes them with the
   white space before them, or behind them at the block's start. first == end inserts before
   `first`. */
void cq_fix_builder_replace(cq_fix_builder *builder, uint32_t first, uint32_t end, cq_str text);

/* Replaces a span of the source as it is. */
void cq_fix_builder_edit(cq_fix_builder *builder, cq_span at, cq_str text);

/* Orders the edits; sets the title where there is none and is_safe to `is_safe` unless markup is
   touched. False when edits overlap. */
bool cq_fix_builder_finish(cq_fix_builder *builder, bool is_safe);

/* The source span of tokens [first, end) of a block; where first == end the empty place before
   `first`, or behind the block's last token. */
cq_span cq_fix_builder_locate(const cq_doc *doc, const cq_block *block, uint32_t first,
                              uint32_t end);

#endif
