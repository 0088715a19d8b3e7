/* The comments of a program: where they stand, and what they say line by line, without marks. */
#ifndef CQ_TEXT_MARKUP_COMMENT_H
#define CQ_TEXT_MARKUP_COMMENT_H

#include <tree_sitter/api.h>

#include "text/source.h"

/* A comment or doc string with its marks. */
typedef struct cq_markup_comment {
    cq_span span;
    bool is_doc_string;
} cq_markup_comment;

typedef CQ_ARRAY(cq_markup_comment) cq_markup_comments;

/* What one line of a comment says, without marks, decoration, and spaces at both ends. */
typedef struct cq_markup_comment_line {
    cq_span span;
    uint32_t indent; /* columns, more than the least indented line of the passage */
    bool is_title;   /* there was a rule beside it: "--- Lists ---" */
} cq_markup_comment_line;

/* Comments that are read as one text: a block comment, a doc string, line comments on adjacent
   lines. */
typedef struct cq_markup_passage {
    CQ_ARRAY(cq_markup_comment_line) lines;
    bool is_doc_string;
    bool is_annotation_style; /* Lua's "---", where tags are annotations of types */
} cq_markup_passage;

/* Pushes a tree's comments, in the order of the source. */
void cq_markup_comment_find(cq_markup_comments *out, cq_arena *arena, const TSTree *tree,
                            cq_str text);

/* Reads the passage that starts at comment `at` and returns where the next one starts. What the
   passage held before is overwritten. */
uint32_t cq_markup_passage_read(cq_markup_passage *out, cq_arena *arena, cq_str text,
                                const cq_markup_comments *comments, uint32_t at);

#endif
