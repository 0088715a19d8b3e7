/* A block: one piece of prose with the markup taken out, and the way back to the source. */
#ifndef CQ_TEXT_BLOCK_H
#define CQ_TEXT_BLOCK_H

#include "base/buf.h"
#include "text/source.h"

/* Bytes [start, end) of one block's text. Only cq_block_locate turns it into a cq_span. */
typedef struct cq_text_span {
    uint32_t start, end;
} cq_text_span;

typedef enum cq_block_kind {
    CQ_BLOCK_PARAGRAPH,
    CQ_BLOCK_HEADING,   /* depth: its level, from 1 */
    CQ_BLOCK_LIST_ITEM, /* depth: its nesting, from 1 */
    CQ_BLOCK_TABLE_CELL,
    CQ_BLOCK_QUOTE, /* a paragraph inside a block quotation; depth: its nesting, from 1 */
    CQ_BLOCK_CAPTION,
    CQ_BLOCK_META, /* a value of front matter, an alt text, a title attribute */
} cq_block_kind;

/* What an inline stretch that is not prose was. In a block's text it is one U+FFFC. */
typedef enum cq_inline_kind {
    CQ_INLINE_NONE,
    CQ_INLINE_CODE,
    CQ_INLINE_URL,
    CQ_INLINE_IMAGE,
    CQ_INLINE_MARKUP, /* raw HTML, template tags */
    CQ_INLINE_MATH,
    CQ_INLINE_FOOTNOTE,
} cq_inline_kind;

/* A stretch of a block's text and where it comes from. It reaches from `text_start` to the next
   segment's (or the text's end). A verbatim segment is byte for byte its source, so it may be cut;
   any other stands for its source span as a whole (an entity, inline code, a soft line break with
   the next line's indentation). */
typedef struct cq_segment {
    uint32_t text_start; /* bytes in the block's text */
    cq_span source;
    uint8_t is_verbatim;
    uint8_t inline_kind; /* cq_inline_kind */
    uint8_t emphasis;    /* CQ_EMPHASIS_... */
} cq_segment;

enum { CQ_EMPHASIS_STRESSED = 1, CQ_EMPHASIS_STRONG = 2, CQ_EMPHASIS_LINK = 4 };

typedef struct cq_block {
    cq_block_kind kind;
    uint32_t depth;
    cq_str language; /* BCP 47; empty: the document's */
    cq_span source;  /* from the first to the last byte of its prose */
    cq_str text;     /* UTF-8; borrows from the source where the block is one verbatim segment */
    const cq_segment *segments; /* at least one unless the text is empty; by text_start */
    uint32_t segment_count;
    uint32_t blank_lines_before;           /* in formats where blank lines are only layout */
    uint32_t first_token, end_token;       /* indices into the document's tokens, half-open */
    uint32_t first_sentence, end_sentence; /* likewise sentences */
    bool is_cut; /* with its line a format may begin to read that has read_part (text/markup.h) */
    bool is_fresh_start; /* no quotation of a block before it is open; set by text/quote */
    uint32_t partner;    /* index of its source block in a translation pair, or UINT32_MAX */
} cq_block;

/* An array as CQ_ARRAY makes it, with the source's comments beside the prose. */
typedef struct cq_blocks {
    cq_block *at;
    uint32_t len, cap;
    CQ_ARRAY(cq_span) comments; /* with their marks, as the format came upon them */
} cq_blocks;

/* "paragraph", "heading", ... as `dump` and the rules call it; static. */
const char *cq_block_kind_name(cq_block_kind kind);
const char *cq_inline_kind_name(cq_inline_kind kind);

/* Where a stretch of the block's text stands in the source: from the source of its first byte to
   the source of its last byte. An empty stretch gives an empty span at its place. */
cq_span cq_block_locate(const cq_block *block, cq_text_span span);

/* The segment that holds a byte of the text; `offset` < text.len. */
const cq_segment *cq_block_segment_at(const cq_block *block, uint32_t offset);

/* A block that is being written. Its text is the source's, and `text` empty, as long as it is one
   verbatim segment: most blocks never need a copy. */
typedef struct cq_block_draft {
    cq_block block;
    cq_buf text;
    CQ_ARRAY(cq_segment) segments;
    uint32_t len; /* bytes of text so far */
    bool is_open;
} cq_block_draft;

/* Builds blocks from left to right; what the markup formats write to. Caller's storage. */
typedef struct cq_block_writer {
    cq_arena *arena; /* takes the finished blocks' text and segments */
    const cq_source *source;
    cq_blocks *blocks;
    cq_block_draft body, aside;
    cq_blocks asides; /* finished ones that wait for the open block to end */
    cq_arena scratch; /* of the drafts */
    uint8_t emphasis;
} cq_block_writer;

void cq_block_writer_init(cq_block_writer *writer, cq_arena *arena, const cq_source *source,
                          cq_blocks *blocks);
void cq_block_writer_release(cq_block_writer *writer);

/* Starts a block; an open one is finished first. `language` may be empty and must live as long as
   the arena. */
void cq_block_writer_begin(cq_block_writer *writer, cq_block_kind kind, uint32_t depth,
                           cq_str language);

/* Starts a META block for something that stands inside a block or between two (an alt text, an
   attribute). What is appended goes there until cq_block_writer_end_aside; the block then follows
   the open one. These are the only blocks whose source lies before the end of the block before. */
void cq_block_writer_begin_aside(cq_block_writer *writer, cq_str language);
void cq_block_writer_end_aside(cq_block_writer *writer);

/* Notes a comment of the format's own syntax, its marks included: check/suppress looks for what it says
   to calque. Comes before, inside or after blocks, in any order. */
void cq_block_writer_comment(cq_block_writer *writer, cq_span source);

/* Whether a block (no aside) is open. */
static inline bool cq_block_writer_is_open(const cq_block_writer *writer) {
    return writer->body.is_open;
}

/* Whether nothing has been appended yet to the block (or aside) that is being written. */
static inline bool cq_block_writer_is_empty(const cq_block_writer *writer) {
    const cq_block_draft *target = writer->aside.is_open ? &writer->aside : &writer->body;
    return !target->is_open || target->len == 0;
}

/* Whether what has been appended ends with a space. */
bool cq_block_writer_ends_with_space(const cq_block_writer *writer);

/* Appends source bytes as they are. Neighbouring spans become one segment. Ignored (like all
   below) when no block is open. */
void cq_block_writer_copy(cq_block_writer *writer, cq_span source);

/* Appends `text` in place of the source span (an entity's character, " " for a line break). */
void cq_block_writer_replace(cq_block_writer *writer, cq_str text, cq_span source);

/* Appends one U+FFFC for something that is not prose. */
void cq_block_writer_omit(cq_block_writer *writer, cq_inline_kind kind, cq_span source);

/* Emphasis bits for what is appended from here on. */
void cq_block_writer_emphasise(cq_block_writer *writer, uint8_t bits);

/* Takes back the spaces at the end of what is being written, where they are source bytes. */
void cq_block_writer_trim(cq_block_writer *writer);

/* Finishes the open block. A block without anything but white space and things that are not prose
   is dropped. Returns the finished block, valid until the next one, or NULL; asides follow it. */
cq_block *cq_block_writer_end(cq_block_writer *writer);

#endif
