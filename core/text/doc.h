/* A document: everything the text stages know of one source. Opening it is the whole data path. */
#ifndef CQ_TEXT_DOC_H
#define CQ_TEXT_DOC_H

#include "text/markup.h"
#include "text/quote.h"

typedef struct cq_doc_options {
    const cq_format *format; /* NULL: by the path's ending, plain text where that is unknown */
    /* BCP 47 of blocks that say nothing else; empty: "en"; "auto": guessed from the text. Front matter's
       `language` (or `lang`) and `source_language` go before what is said here. */
    cq_str language;
    cq_str source_language; /* of the text it was translated from; empty: unknown */
    bool keeps_words;       /* its words stay when it closes, as those of its revisions need them */
} cq_doc_options;

/* Owns everything but `words` and the source bytes; all of it is freed by cq_doc_close. */
typedef struct cq_doc {
    cq_arena arena;
    cq_doc_options options; /* that it was opened with; its own copies */
    cq_source source;
    const cq_format *format;
    cq_str language;
    cq_str source_language;
    cq_blocks blocks;
    cq_tokens tokens;       /* of all blocks, in order */
    cq_sentences sentences; /* likewise */
    cq_quotations quotations;
    cq_intern *words; /* borrowed; the document's own words leave it when the document closes */
    cq_intern_mark mark;
    const char *source_guess;   /* what text/language_source keeps; NULL until somebody asks */
    const char *language_found; /* what text/language_found keeps; likewise */
    struct cq_tag_cache *tags;  /* what text/tag keeps; NULL until somebody asks for a tag */
    cq_arena tag_arena;         /* ... in its own memory, which each revision gives back */
} cq_doc;

/* Reads `bytes` (borrowed, must outlive the document) into `doc`. Documents that share `words` are
   closed in the reverse order of their opening. On failure nothing is left to close. */
bool cq_doc_open(cq_doc *doc, cq_intern *words, cq_str path, cq_str bytes,
                 const cq_doc_options *options, cq_err *err);

void cq_doc_close(cq_doc *doc);

/* Settles the languages, from what the document says and the options; whether they are now what they
   were. For when its blocks have changed. */
bool cq_doc_settle_languages(cq_doc *doc);

/* The language of a block: its own, or the document's. */
cq_str cq_doc_language_of(const cq_doc *doc, const cq_block *block);

/* The source span of tokens [first, end) of one block. first < end. */
cq_span cq_doc_locate(const cq_doc *doc, const cq_block *block, uint32_t first, uint32_t end);

/* The source span of the white space before a token (or, with `token` == the block's end_token,
   behind its last one); empty where there is none. */
cq_span cq_doc_locate_gap(const cq_doc *doc, const cq_block *block, uint32_t token);

#endif
