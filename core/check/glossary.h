/* A glossary: the terms that a text has to use, and what it may not say instead. */
#ifndef CQ_CHECK_GLOSSARY_H
#define CQ_CHECK_GLOSSARY_H

#include "check/phrase.h"

/* The file is CSV (RFC 4180), in UTF-8, with commas, semicolons or tabs between its columns. Its first line
   names them: `target`, the term; `avoid`, what stands for it and should not, several with bars between;
   others are left alone. In English text, a term and what stands for it are known in the plural, too (for a verb, in
   its form with -s), where both have one that can be told. */

typedef struct cq_term {
    cq_str target;
    cq_str plural; /* empty: none that can be told */
    uint32_t line; /* 1-based */
} cq_term;

/* Whom a phrase of the automaton belongs to. */
typedef struct cq_glossary_owner {
    uint32_t term; /* index */
    bool is_avoided;
    bool is_plural;
} cq_glossary_owner;

/* Caller's storage. */
typedef struct cq_glossary {
    cq_arena arena;
    CQ_ARRAY(cq_term) terms;
    cq_phrase_set *phrases; /* terms and what they stand for; NULL: nothing is to be avoided */
    CQ_ARRAY(cq_glossary_owner) owners; /* by a phrase's owner */
} cq_glossary;

/* Where a text says what it should not. */
typedef struct cq_glossary_hit {
    uint32_t term;       /* index */
    uint32_t sentence;   /* index */
    uint32_t first, end; /* indices into the document's tokens, half-open */
    bool is_plural;      /* and so should be what is put there: the term's `plural` */
} cq_glossary_hit;

typedef CQ_ARRAY(cq_glossary_hit) cq_glossary_hits;

/* Reads a glossary; its words go into `words`, which must outlive it. CQ_EINVAL
   begins with the line, "3: ...": a column or a term that is missing, a mark that is not closed, bytes
   that are no UTF-8. Nothing is left to release then. */
bool cq_glossary_read(cq_glossary *out, cq_intern *words, cq_str csv, cq_err *err);
void cq_glossary_release(cq_glossary *glossary);

/* Appends the places in a document, in order: the longest phrase that begins at a token counts, and a term
   of the glossary goes before what is to be avoided inside of it. Linear. */
void cq_glossary_find(cq_glossary_hits *out, cq_arena *arena, const cq_glossary *glossary,
                      cq_doc *doc);

#endif
