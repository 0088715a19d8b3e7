/* What calque knows of a single code point: its Unicode properties and its
 * simple case mappings.
 *
 * Everything is a lookup in constant tables (unicode_tables.h, made by
 * tests/unicode/make-tables.lua from the Unicode Character Database): nothing
 * here allocates, fails or keeps state, and every result is valid for the life
 * of the program. Code points are Unicode scalar values as `uint32_t`; each
 * function takes any 32-bit value. */
#ifndef CQ_TEXT_UNICODE_H
#define CQ_TEXT_UNICODE_H

#include <stdbool.h>
#include <stdint.h>

/* Word_Break (UAX #29, table 3; WordBreakProperty.txt).
 * E_Base and its kin are gone from Unicode: Extended_Pictographic, which took
 * their place, is the flag CQ_UNICODE_EMOJI_PICTOGRAPHIC. */
typedef enum cq_word_break {
    CQ_WB_OTHER,
    CQ_WB_CR,
    CQ_WB_LF,
    CQ_WB_NEWLINE,
    CQ_WB_EXTEND,
    CQ_WB_ZWJ,
    CQ_WB_FORMAT,
    CQ_WB_REGIONAL_INDICATOR,
    CQ_WB_KATAKANA,
    CQ_WB_HEBREW_LETTER,
    CQ_WB_ALETTER,
    CQ_WB_SINGLE_QUOTE,
    CQ_WB_DOUBLE_QUOTE,
    CQ_WB_MIDNUMLET,
    CQ_WB_MIDLETTER,
    CQ_WB_MIDNUM,
    CQ_WB_NUMERIC,
    CQ_WB_EXTENDNUMLET,
    CQ_WB_WSEGSPACE,
    CQ_WB_COUNT
} cq_word_break;

/* Sentence_Break (UAX #29, table 4; SentenceBreakProperty.txt). */
typedef enum cq_sentence_break {
    CQ_SB_OTHER,
    CQ_SB_CR,
    CQ_SB_LF,
    CQ_SB_SEP,
    CQ_SB_EXTEND,
    CQ_SB_FORMAT,
    CQ_SB_SP,
    CQ_SB_LOWER,
    CQ_SB_UPPER,
    CQ_SB_OLETTER,
    CQ_SB_NUMERIC,
    CQ_SB_ATERM,
    CQ_SB_SCONTINUE,
    CQ_SB_STERM,
    CQ_SB_CLOSE,
    CQ_SB_COUNT
} cq_sentence_break;

/* General_Category (UnicodeData.txt, field 2). Members of one major class are
 * neighbours, so that a class is a range: see cq_unicode_is_mark. */
// clang-format off
typedef enum cq_category {
    CQ_GC_CN, /* unassigned */
    CQ_GC_LU, CQ_GC_LL, CQ_GC_LT, CQ_GC_LM, CQ_GC_LO,
    CQ_GC_MN, CQ_GC_MC, CQ_GC_ME,
    CQ_GC_ND, CQ_GC_NL, CQ_GC_NO,
    CQ_GC_PC, CQ_GC_PD, CQ_GC_PS, CQ_GC_PE, CQ_GC_PI, CQ_GC_PF, CQ_GC_PO,
    CQ_GC_SM, CQ_GC_SC, CQ_GC_SK, CQ_GC_SO,
    CQ_GC_ZS, CQ_GC_ZL, CQ_GC_ZP,
    CQ_GC_CC, CQ_GC_CF, CQ_GC_CS, CQ_GC_CO,
    CQ_GC_COUNT
} cq_category;
// clang-format on

/* Script (Scripts.txt). Scripts without a name here, and unassigned code
 * points, are OTHER; a new name goes here and into the recipe's list. */
typedef enum cq_script {
    CQ_SCRIPT_OTHER,
    CQ_SCRIPT_COMMON,    /* punctuation, digits, symbols, emoji */
    CQ_SCRIPT_INHERITED, /* most combining marks: the script of their base */
    CQ_SCRIPT_LATIN,
    CQ_SCRIPT_GREEK,
    CQ_SCRIPT_CYRILLIC,
    CQ_SCRIPT_ARMENIAN,
    CQ_SCRIPT_GEORGIAN,
    CQ_SCRIPT_HEBREW,
    CQ_SCRIPT_ARABIC,
    CQ_SCRIPT_DEVANAGARI,
    CQ_SCRIPT_BENGALI,
    CQ_SCRIPT_GURMUKHI,
    CQ_SCRIPT_GUJARATI,
    CQ_SCRIPT_TAMIL,
    CQ_SCRIPT_TELUGU,
    CQ_SCRIPT_KANNADA,
    CQ_SCRIPT_MALAYALAM,
    CQ_SCRIPT_SINHALA,
    CQ_SCRIPT_THAI,
    CQ_SCRIPT_LAO,
    CQ_SCRIPT_KHMER,
    CQ_SCRIPT_MYANMAR,
    CQ_SCRIPT_TIBETAN,
    CQ_SCRIPT_ETHIOPIC,
    CQ_SCRIPT_HAN,
    CQ_SCRIPT_HIRAGANA,
    CQ_SCRIPT_KATAKANA,
    CQ_SCRIPT_BOPOMOFO,
    CQ_SCRIPT_HANGUL,
    CQ_SCRIPT_COUNT
} cq_script;

/* Binary properties, in cq_unicode_record.flags. */
enum {
    CQ_UNICODE_ALPHABETIC = 1 << 0,        /* DerivedCoreProperties.txt */
    CQ_UNICODE_UPPERCASE = 1 << 1,         /* DerivedCoreProperties.txt */
    CQ_UNICODE_LOWERCASE = 1 << 2,         /* DerivedCoreProperties.txt */
    CQ_UNICODE_WHITE_SPACE = 1 << 3,       /* PropList.txt */
    CQ_UNICODE_DASH = 1 << 4,              /* PropList.txt */
    CQ_UNICODE_QUOTATION_MARK = 1 << 5,    /* PropList.txt */
    CQ_UNICODE_DEFAULT_IGNORABLE = 1 << 6, /* DerivedCoreProperties.txt */
    CQ_UNICODE_WIDE = 1 << 7,              /* EastAsianWidth.txt: W and F */
    CQ_UNICODE_EMOJI_PICTOGRAPHIC = 1 << 8 /* emoji-data.txt: Extended_Pictographic */
};

/* The properties of one code point; many code points share a record. */
typedef struct cq_unicode_record {
    uint8_t word_break;     /* CQ_WB_* */
    uint8_t sentence_break; /* CQ_SB_* */
    uint8_t category;       /* CQ_GC_* */
    uint8_t script;         /* CQ_SCRIPT_* */
    uint16_t flags;         /* CQ_UNICODE_* */
    uint16_t casing;        /* index into cq_unicode_casings, 0: no case */
} cq_unicode_record;

/* What to add to a code point (modulo 2^32) to fold or map it. */
typedef struct cq_unicode_casing {
    int32_t fold;
    int32_t upper;
    int32_t lower;
} cq_unicode_casing;

enum {
    CQ_UNICODE_LAST = 0x10FFFF,
    CQ_UNICODE_PAGE_BITS = 8, /* code points a page: 256 */
    CQ_UNICODE_PAGE_SIZE = 1 << CQ_UNICODE_PAGE_BITS,
    CQ_UNICODE_PAGE_COUNT = (CQ_UNICODE_LAST + 1) / CQ_UNICODE_PAGE_SIZE
};

/* The tables. Use the functions below; only cq_unicode_ascii is for others.
 * A code point's page is cq_unicode_pages[cp / 256]; its record's index is
 * cell `cp % 256` of that page; record 0 is the unassigned code point. */
extern const uint8_t cq_unicode_pages[CQ_UNICODE_PAGE_COUNT];
extern const uint16_t cq_unicode_cells[][CQ_UNICODE_PAGE_SIZE];
extern const cq_unicode_record cq_unicode_records[];
extern const cq_unicode_casing cq_unicode_casings[];

/* The records of U+0000 .. U+007F by value, for loops over bytes. */
extern const cq_unicode_record cq_unicode_ascii[128];

/* Version of Unicode behind the tables, such as "15.0.0". */
extern const char cq_unicode_version[];

/* Returns the properties of code_point, never NULL. Values above U+10FFFF have
 * those of an unassigned code point. */
static inline const cq_unicode_record *cq_unicode_of(uint32_t code_point) {
    if (code_point > CQ_UNICODE_LAST) return &cq_unicode_records[0];
    uint8_t page = cq_unicode_pages[code_point >> CQ_UNICODE_PAGE_BITS];
    uint16_t cell = cq_unicode_cells[page][code_point % CQ_UNICODE_PAGE_SIZE];
    return &cq_unicode_records[cell];
}

/* Is any of the CQ_UNICODE_* flags set for code_point? */
static inline bool cq_unicode_has(uint32_t code_point, unsigned flags) {
    return (cq_unicode_of(code_point)->flags & flags) != 0;
}

/* Is code_point a combining mark (Mn, Mc, Me)? */
static inline bool cq_unicode_is_mark(uint32_t code_point) {
    uint8_t category = cq_unicode_of(code_point)->category;
    return category >= CQ_GC_MN && category <= CQ_GC_ME;
}

/* Borrows the case mappings of code_point, never NULL. */
static inline const cq_unicode_casing *cq_unicode_casing_of(uint32_t code_point) {
    return &cq_unicode_casings[cq_unicode_of(code_point)->casing];
}

/* Returns code_point under simple case folding (CaseFolding.txt, C and S): one
 * code point to one, so U+00DF stays and U+1E9E becomes U+00DF; the Turkic
 * mappings are not applied. The result may be longer or shorter in UTF-8. */
static inline uint32_t cq_unicode_fold(uint32_t code_point) {
    return code_point + (uint32_t)cq_unicode_casing_of(code_point)->fold;
}

/* Returns the simple upper case mapping of code_point (UnicodeData.txt, field
 * 12), or code_point itself. U+00DF stays: its upper case is two letters. */
static inline uint32_t cq_unicode_to_upper(uint32_t code_point) {
    return code_point + (uint32_t)cq_unicode_casing_of(code_point)->upper;
}

/* Returns the simple lower case mapping of code_point (UnicodeData.txt, field
 * 13), or code_point itself. */
static inline uint32_t cq_unicode_to_lower(uint32_t code_point) {
    return code_point + (uint32_t)cq_unicode_casing_of(code_point)->lower;
}

#endif
