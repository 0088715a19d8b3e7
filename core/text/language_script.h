/* Writing systems as far as they say which language a text is in: most belong to one language (or to
   one that prevails), only Latin and Cyrillic need a model. */
#ifndef CQ_TEXT_LANGUAGE_SCRIPT_H
#define CQ_TEXT_LANGUAGE_SCRIPT_H

#include "base/str.h"

/* Of two in one word the later one counts: kana makes Han Japanese, Persian letters make Arabic
   Persian. The first two are those with a model. */
typedef enum cq_language_script {
    CQ_LANGUAGE_LATIN,
    CQ_LANGUAGE_CYRILLIC,
    CQ_LANGUAGE_MODELS, /* how many have one */
    CQ_LANGUAGE_GREEK = CQ_LANGUAGE_MODELS,
    CQ_LANGUAGE_ARMENIAN,
    CQ_LANGUAGE_GEORGIAN,
    CQ_LANGUAGE_HEBREW,
    CQ_LANGUAGE_ARABIC,
    CQ_LANGUAGE_PERSIAN,
    CQ_LANGUAGE_DEVANAGARI,
    CQ_LANGUAGE_BENGALI,
    CQ_LANGUAGE_GURMUKHI,
    CQ_LANGUAGE_GUJARATI,
    CQ_LANGUAGE_TAMIL,
    CQ_LANGUAGE_TELUGU,
    CQ_LANGUAGE_KANNADA,
    CQ_LANGUAGE_MALAYALAM,
    CQ_LANGUAGE_SINHALA,
    CQ_LANGUAGE_THAI,
    CQ_LANGUAGE_LAO,
    CQ_LANGUAGE_KHMER,
    CQ_LANGUAGE_MYANMAR,
    CQ_LANGUAGE_TIBETAN,
    CQ_LANGUAGE_ETHIOPIC,
    CQ_LANGUAGE_HANGUL,
    CQ_LANGUAGE_HAN,
    CQ_LANGUAGE_KANA,
    CQ_LANGUAGE_SCRIPTS,
    CQ_LANGUAGE_SCRIPT_NONE = CQ_LANGUAGE_SCRIPTS,
} cq_language_script;

/* The script of a letter; CQ_LANGUAGE_SCRIPT_NONE for what is no letter of any of these. */
cq_language_script cq_language_script_of(uint32_t code_point);

/* Letters of this script say as much as how many Latin ones: an ideograph stands for a syllable or a
   word. */
uint32_t cq_language_script_weight(cq_language_script script);

/* Whether words are parted by spaces in it. */
bool cq_language_script_has_spaces(cq_language_script script);

/* The language (BCP 47) of a script without a model; static. "" for those with one. */
const char *cq_language_script_code(cq_language_script script);

/* The script that a language of the models or of cq_language_script_code is written in; Latin where
   the language is not known. Only the part before a hyphen counts. */
cq_language_script cq_language_script_of_code(cq_str code);

#endif
