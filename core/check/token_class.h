/* Token classes: what a trigger pattern can ask of a token besides its word. */
#ifndef CQ_CHECK_TOKEN_CLASS_H
#define CQ_CHECK_TOKEN_CLASS_H

#include "text/doc.h"

/* A token is in several classes at once, so a token's classes are a bit set. */
typedef enum cq_token_class {
    CQ_CLASS_ANY,
    CQ_CLASS_WORD,
    CQ_CLASS_NUMBER,
    CQ_CLASS_PUNCTUATION,
    CQ_CLASS_SYMBOL,
    CQ_CLASS_QUOTE,
    CQ_CLASS_OPEN,
    CQ_CLASS_CLOSE,
    CQ_CLASS_APOSTROPHE,
    CQ_CLASS_PRIME,
    CQ_CLASS_URL,
    CQ_CLASS_EMAIL,
    CQ_CLASS_HASHTAG,
    CQ_CLASS_PLACEHOLDER,
    CQ_CLASS_EMOJI,
    CQ_CLASS_IDEOGRAPH,
    CQ_CLASS_OTHER,
    CQ_CLASS_CAPITALIZED,
    CQ_CLASS_LOWER,
    CQ_CLASS_UPPER,
    CQ_CLASS_SPACED,        /* white space before it */
    CQ_CLASS_GLUED,         /* none */
    CQ_CLASS_ODD_GAP,       /* CQ_TOKEN_GAP_ODD */
    CQ_CLASS_ODD_END,       /* CQ_TOKEN_ODD_END */
    CQ_CLASS_MIXED,         /* CQ_TOKEN_MIXED */
    CQ_CLASS_COMMA_DECIMAL, /* a number of digits and one comma, other than three digits behind it */
    CQ_CLASS_STOP_GROUPS,   /* a number of digits in groups of three with two stops or more */
    CQ_CLASS_REPEATED,      /* a word or number that is the one before it in the sentence again */
    CQ_CLASS_ECHO,          /* a word that is the one but one before it in the sentence again */
    CQ_CLASS_LOOSE,         /* one of . , ; : ! ? ) ] with white space before it */
    CQ_CLASS_UNKNOWN, /* a word in lower case that the lexicon of its block's language lacks, or
                               any of another script; none where there is no lexicon */
    CQ_CLASS_COUNT,
} cq_token_class;

/* Tells the classes of a document's tokens; the lexicon is asked about each word once. */
typedef struct cq_token_classifier {
    const cq_doc *doc;
    uint8_t *lexicon; /* by word id: a cq_lexicon_memo */
    bool has_lexicon; /* for the block at hand */
} cq_token_classifier;

typedef enum cq_lexicon_memo {
    CQ_LEXICON_NOT_ASKED,
    CQ_LEXICON_HAS,
    CQ_LEXICON_LACKS,
} cq_lexicon_memo;

/* False: there is no class of that name ("odd-gap", without the angle brackets). */
bool cq_token_class_find(cq_token_class *out, cq_str name);

/* `doc` is borrowed; the memo is in `arena`. */
void cq_token_classifier_init(cq_token_classifier *classifier, cq_arena *arena, const cq_doc *doc);

/* The tokens asked about from now on are this block's. */
void cq_token_classifier_enter(cq_token_classifier *classifier, const cq_block *block);

/* The classes of a token (index into the document's): bit 1 << class for each. */
uint32_t cq_token_classifier_get(cq_token_classifier *classifier, uint32_t token);

/* What every word is. */
enum { CQ_CLASSES_OF_ALL_WORDS = 1 << CQ_CLASS_ANY | 1 << CQ_CLASS_WORD };

/* What a word can be whose white space is as usual: most tokens are such words. */
enum {
    CQ_CLASSES_OF_ORDINARY_WORDS = 1 << CQ_CLASS_ANY | 1 << CQ_CLASS_WORD |
                                   1 << CQ_CLASS_CAPITALIZED | 1 << CQ_CLASS_LOWER |
                                   1 << CQ_CLASS_UPPER | 1 << CQ_CLASS_SPACED | 1 << CQ_CLASS_GLUED,
};

/* Is it quickly seen that a token is in no other classes than these? */
static inline bool cq_token_classifier_is_ordinary(const cq_token_classifier *classifier,
                                                   uint32_t token) {
    const cq_token *t = &classifier->doc->tokens.at[token];
    return t->kind == CQ_TOKEN_WORD &&
           !(t->flags & (CQ_TOKEN_GAP_ODD | CQ_TOKEN_ODD_END | CQ_TOKEN_MIXED)) &&
           (classifier->lexicon[t->word] == CQ_LEXICON_HAS ||
            (t->flags & (CQ_TOKEN_UPPER_FIRST | CQ_TOKEN_NON_ASCII)) == CQ_TOKEN_UPPER_FIRST) &&
           (token == 0 || t[-1].word != t->word) && (token < 2 || t[-2].word != t->word);
}

#endif
