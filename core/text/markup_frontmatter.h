/* Front matter: the YAML between lines of "---", or TOML between lines of "+++", that a Markdown
   file may start with. */
#ifndef CQ_TEXT_MARKUP_FRONTMATTER_H
#define CQ_TEXT_MARKUP_FRONTMATTER_H

#include "text/block.h"

/* Writes what readers see of it (title, description, ...) as META blocks. Returns the offset of
   what comes behind it: the start of the source's body where there is none. */
uint32_t cq_markup_frontmatter_read(cq_block_writer *writer);

/* The value of a key at its top level, as far as it is one plain or quoted word; empty where there is
   none. Borrows from the source. */
cq_str cq_markup_frontmatter_find(const cq_source *source, cq_str key);

#endif
