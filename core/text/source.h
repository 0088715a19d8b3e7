/* A source: the bytes of one file as they are, and the same bytes made safe to read as UTF-8.
   Byte order mark, invalid UTF-8 and NUL are settled here and nowhere else. */
#ifndef CQ_TEXT_SOURCE_H
#define CQ_TEXT_SOURCE_H

#include "base/array.h"
#include "base/err.h"

/* Bytes [start, end) of a source file. */
typedef struct cq_span {
    uint32_t start, end;
} cq_span;

/* A place for people: both 1-based; the column counts code points (an invalid byte counts as one). */
typedef struct cq_position {
    uint32_t line, column;
} cq_position;

#define CQ_SOURCE_SUBSTITUTE 0x1A /* stands in `text` for a byte that is not text */
#define CQ_SOURCE_STRIDE 1024u    /* bytes */

typedef struct cq_source {
    cq_str path;  /* as the user named it, NUL-terminated; for display and for finding the format */
    cq_str bytes; /* the file, borrowed */
    /* Well-formed UTF-8 of the same length: each invalid byte and each NUL is one
       CQ_SOURCE_SUBSTITUTE. Offsets into `text` are offsets into the file. Borrowed from `bytes`
       where nothing had to be replaced. */
    cq_str text;
    uint32_t body;            /* bytes of the byte order mark to skip: 0 or 3 */
    uint32_t first_invalid;   /* offset of the first replaced byte, or UINT32_MAX */
    uint32_t invalid_count;   /* bytes replaced */
    CQ_ARRAY(uint32_t) lines; /* offset of each line's first byte; filled on first use */
    uint32_t *strides; /* code points before each CQ_SOURCE_STRIDE; made when a long line asks */
    cq_arena *arena;   /* owns `text`, `lines` and `strides` */
} cq_source;

/* Prepares `bytes` (borrowed; they must outlive the source) for reading. UTF-16 and UTF-32 with
   a byte order mark are CQ_EINVAL: their bytes are no text that could be linted. */
bool cq_source_init(cq_source *source, cq_arena *arena, cq_str path, cq_str bytes, cq_err *err);

/* The same, where all but `changed` is known to be what a source without an invalid byte had: only that
   is looked at. */
bool cq_source_init_changed(cq_source *source, cq_arena *arena, cq_str path, cq_str bytes,
                            cq_span changed, cq_err *err);

/* The bytes of the file at a span. */
static inline cq_str cq_source_slice(const cq_source *source, cq_span span) {
    return cq_str_slice(source->bytes, span.start, span.end);
}

/* Line and column of a byte offset (at most the length of the file). LF, CRLF and CR end a line.
   The first call costs one pass over the file; further ones are short however long the line is. */
cq_position cq_source_locate(cq_source *source, uint32_t offset);

/* The span of a 1-based line without its line end. A line that is not there is empty, at the end. */
cq_span cq_source_line(cq_source *source, uint32_t line);

/* Lines in the file; a file that ends with a line end has no empty line behind it. */
uint32_t cq_source_count_lines(cq_source *source);

#endif
