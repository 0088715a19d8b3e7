/* Which language a text is in. Most scripts say it at once; between the languages of the Latin script,
   and those of the Cyrillic one, a log-linear model of short runs of letters decides (Cavnar and
   Trenkle 1994 for the features, a softmax for the weights): text/language_model.

   Known: en es fr de pt it nl sv da nb pl cs ro tr fi hu hr id vi in Latin, ru uk sr in Cyrillic,
   and zh ja ko ar fa he el hi th and others by their scripts. A text in a language that is not known
   gets the code of a related one. Everything here is safe in several threads at once. */
#ifndef CQ_TEXT_LANGUAGE_H
#define CQ_TEXT_LANGUAGE_H

#include "text/language_model.h"

/* `foreign` of at least this much: a rule may say that a text is not in the expected language. Of the
   development corpora's English sentences 1 in 10,000 is called foreign then; of sentences in es fr de
   pt it ru with five words of their author's, 99 in 100 are. */
#define CQ_LANGUAGE_SURE 4.0f

/* With fewer words of the author's own than this nothing is called foreign. */
enum { CQ_LANGUAGE_OWN = 3 };

typedef struct cq_language_guess {
    const char *code; /* BCP 47; "" where there are no letters. Static. */
    float
        margin; /* nats: log-odds over the language that comes next, or at least CQ_LANGUAGE_SURE */
    float
        foreign; /* nats: log-odds over the expected language; 0 where the text is in that one, where
                         the model does not know it, or where too few words are the author's own */
    uint32_t words; /* the author's own, neither quoted nor names; or at least CQ_LANGUAGE_OWN */
} cq_language_guess;

/* The language of a stretch of plain text. `expected` (BCP 47; may be empty) is favoured a little.
   Linear; beyond a thousand words the rest is not looked at. */
cq_language_guess cq_language_of(cq_str text, cq_str expected);

/* Whether a text looks like a language tag (BCP 47), as people write them: en, pt-BR, zh_Hant. */
bool cq_language_is_tag(cq_str s);

/* What guesses call a language (BCP 47) that the models know: "pt" for "pt-BR"; "" for others. Static. */
const char *cq_language_name(cq_str code);

/* A word's evidence, for those who see it more than once. */
typedef struct cq_language_word {
    int16_t scores[CQ_LANGUAGE_MOST]; /* in the model's steps; zero where the script has no model */
    uint16_t features, letters;
    uint16_t script; /* cq_language_script */
} cq_language_word;

/* `word` folded or not; one without letters has no evidence. */
void cq_language_word_init(cq_language_word *out, cq_str word);

/* Nats by which a word alone speaks for `code` (from cq_language_name) rather than for any other
   language of its script; 0 for "". */
float cq_language_word_margin(const cq_language_word *word, cq_str code);

/* The language that a word alone speaks for, other than `expected` (cq_language_name; may be ""), and
   by how many nats more than for it: below 0 where it speaks for the expected one. `code` is "" for a
   word without letters. `words` is 1, `margin` 0. */
cq_language_guess cq_language_word_guess(const cq_language_word *word, cq_str expected);

/* Nats by which a word alone speaks for `code` rather than for `expected` (both from
   cq_language_name); 0 where one of them is no language of its script's model. */
float cq_language_word_compare(const cq_language_word *word, cq_str code, cq_str expected);

/* What the words of a text say together. Caller's storage, zero-initialised. */
typedef struct cq_language_evidence {
    int32_t scores[CQ_LANGUAGE_MODELS][CQ_LANGUAGE_MOST];
    uint32_t features[CQ_LANGUAGE_MODELS];
    uint32_t letters[CQ_LANGUAGE_SCRIPTS];
    uint32_t seen, own; /* words */
} cq_language_evidence;

void cq_language_evidence_add(cq_language_evidence *evidence, const cq_language_word *word,
                              cq_language_weight weight);

cq_language_guess cq_language_decide(const cq_language_evidence *evidence, cq_str expected);

#endif
