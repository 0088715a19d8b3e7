/* What a line of a comment is, judged from the line alone: prose, a tag of a documentation tool, a
   word to some program, or code that somebody has switched off. */
#ifndef CQ_TEXT_MARKUP_REMARK_H
#define CQ_TEXT_MARKUP_REMARK_H

#include "base/str.h"

typedef enum cq_remark_kind {
    CQ_REMARK_BLANK,
    CQ_REMARK_TEXT,
    CQ_REMARK_BULLET,    /* text_start: behind the bullet or number */
    CQ_REMARK_TAG,       /* "@param name", ":param name:", "name : type"; text_start: behind it */
    CQ_REMARK_MUTE_TAG,  /* "@see": no prose, up to a blank line or the next tag */
    CQ_REMARK_DIRECTIVE, /* to a linter, an editor, a compiler */
    CQ_REMARK_FENCE,     /* "```", up to the next one */
    CQ_REMARK_VERBATIM,  /* "@code", "<pre>": up to what ends it */
    CQ_REMARK_EXAMPLE,   /* "@example", ">>>": up to a blank line or the next tag */
    CQ_REMARK_LITERAL,   /* ".. code-block::": code while it is indented */
} cq_remark_kind;

typedef struct cq_remark {
    cq_remark_kind kind;
    uint32_t text_start; /* bytes into the line; where prose starts */
} cq_remark;

typedef enum cq_remark_style {
    CQ_REMARK_PLAIN,
    CQ_REMARK_DOC_STRING,  /* Python's sections, fields and doctests */
    CQ_REMARK_ANNOTATIONS, /* Lua's, where "@" announces a type */
} cq_remark_style;

cq_remark cq_remark_read(cq_str line, cq_remark_style style, bool is_indented);

/* Whether "@endcode", "</pre>" or the like stands in the line. */
bool cq_remark_ends_verbatim(cq_str line);

/* Whether a line looks more like a statement than like a sentence. */
bool cq_remark_is_code(cq_str line);

/* The name from the code in a word (without spaces), which punctuation may surround: snake_case,
   call(), a::b, a->b, --flag. Empty where there is none. Borrows from the word. */
cq_str cq_remark_find_name(cq_str word);

/* Whether a line says under which licence the file may be used. */
bool cq_remark_is_licence(cq_str line);

#endif
