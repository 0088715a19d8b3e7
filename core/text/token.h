/* Tokens: words, numbers, punctuation and quotation marks of a block's text. White space is no
   token: it is the gap between two of them. Words follow UAX #29 with the tailorings that
   tests/spec/tokens.md explains. */
#ifndef CQ_TEXT_TOKEN_H
#define CQ_TEXT_TOKEN_H

#include "text/block.h"
#include "text/intern.h"

typedef enum cq_token_kind {
    CQ_TOKEN_WORD,        /* letters, with inner apostrophes and hyphens: it's, hard-line */
    CQ_TOKEN_NUMBER,      /* 60, 1,000.5, 15th */
    CQ_TOKEN_PUNCTUATION, /* . , ; : ! ? ( ) [ ] - – — … and the like; a run of dots is one */
    CQ_TOKEN_QUOTE,       /* any quotation mark, apostrophe or prime that is not inside a word */
    CQ_TOKEN_SYMBOL,      /* % $ + = < > and the like */
    CQ_TOKEN_URL,
    CQ_TOKEN_EMAIL,
    CQ_TOKEN_HANDLE,      /* @name */
    CQ_TOKEN_HASHTAG,     /* #name */
    CQ_TOKEN_PATH,        /* /usr/share, C:\Temp, src/main.c */
    CQ_TOKEN_PLACEHOLDER, /* %s {name} {{x}} ${x}, and what markup left out (U+FFFC) */
    CQ_TOKEN_EMOJI,
    CQ_TOKEN_IDEOGRAPH, /* a run of Han, kana or other script written without spaces */
    CQ_TOKEN_OTHER,     /* controls, unassigned, CQ_SOURCE_SUBSTITUTE */
} cq_token_kind;

/* What a CQ_TOKEN_QUOTE is. Guessed from its neighbours by the tokenizer, settled by text/quote. */
typedef enum cq_quote_role {
    CQ_QUOTE_NONE, /* not a quotation mark, or undecided */
    CQ_QUOTE_OPEN,
    CQ_QUOTE_CLOSE,
    CQ_QUOTE_APOSTROPHE, /* dogs', 'tis, '90s */
    CQ_QUOTE_PRIME,      /* feet, inches, minutes */
} cq_quote_role;

/* Bits of cq_token.flags. */
enum {
    CQ_TOKEN_GAP = 1 << 0,         /* white space before it */
    CQ_TOKEN_GAP_ODD = 1 << 1,     /* ... that is neither one U+0020 nor a line wrap (spaces around
                                   one line end count as the wrap's) */
    CQ_TOKEN_UPPER_FIRST = 1 << 2, /* its first letter is upper case (or title case) */
    CQ_TOKEN_UPPER_ALL = 1 << 3,   /* two letters or more, all upper case */
    CQ_TOKEN_UPPER_INNER = 1 << 4, /* a capital behind the first letter, not all upper: iPhone */
    CQ_TOKEN_HAS_DIGIT = 1 << 5,
    CQ_TOKEN_NON_ASCII = 1 << 6,
    CQ_TOKEN_SENTENCE_FIRST = 1 << 7, /* set by text/sentence */
    CQ_TOKEN_SENTENCE_LAST = 1 << 8,
    CQ_TOKEN_QUOTED = 1 << 9,    /* inside a quotation (its marks excluded); set by text/quote */
    CQ_TOKEN_EMPHASIS = 1 << 10, /* inside emphasis or a link */
    CQ_TOKEN_ABBREVIATION = 1 << 11, /* a word that owns its stops: U.S., e.g., Mr. */
    CQ_TOKEN_ODD_END = 1 << 12, /* its block's last, and odd white space behind it (see GAP_ODD) */
    CQ_TOKEN_MIXED = 1 << 13, /* a mark that closes what one of another kind opened: "…”, “…“; set
                                 by text/quote */
    CQ_TOKEN_ROOM_BEFORE = 1 << 14, /* a quote's shape (text/mark): it may open ... */
    CQ_TOKEN_ROOM_BEHIND = 1 << 15, /* ... and close */
};

typedef struct cq_token {
    uint32_t start, end; /* bytes in the block's text */
    cq_word word;        /* the folded text's id */
    uint8_t kind;        /* cq_token_kind */
    uint8_t role;        /* cq_quote_role */
    uint16_t flags;
} cq_token;

typedef CQ_ARRAY(cq_token) cq_tokens;

/* "word", "number", ...; static. */
const char *cq_token_kind_name(cq_token_kind kind);
/* "none", "open", "close", "apostrophe", "prime"; static. */
const char *cq_quote_role_name(cq_quote_role role);

/* Appends the tokens of a block's text and sets block->first_token and end_token. Linear. Quote
   roles are the neighbours' guess. `language` decides on abbreviations. */
void cq_token_read(cq_tokens *out, cq_arena *arena, cq_intern *words, cq_block *block,
                   cq_str language);

static inline cq_str cq_token_text(const cq_block *block, const cq_token *token) {
    return cq_str_slice(block->text, token->start, token->end);
}

static inline cq_text_span cq_token_span(const cq_token *token) {
    return (cq_text_span){token->start, token->end};
}

#endif
