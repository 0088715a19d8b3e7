#include "text/language_script.h"

#include "text/unicode.h"

/* Indexed by cq_script; 0 is Latin, so each entry is one more than the cq_language_script. */
static const uint8_t scripts[CQ_SCRIPT_COUNT] = {
    [CQ_SCRIPT_LATIN] = CQ_LANGUAGE_LATIN + 1,
    [CQ_SCRIPT_CYRILLIC] = CQ_LANGUAGE_CYRILLIC + 1,
    [CQ_SCRIPT_GREEK] = CQ_LANGUAGE_GREEK + 1,
    [CQ_SCRIPT_ARMENIAN] = CQ_LANGUAGE_ARMENIAN + 1,
    [CQ_SCRIPT_GEORGIAN] = CQ_LANGUAGE_GEORGIAN + 1,
    [CQ_SCRIPT_HEBREW] = CQ_LANGUAGE_HEBREW + 1,
    [CQ_SCRIPT_ARABIC] = CQ_LANGUAGE_ARABIC + 1,
    [CQ_SCRIPT_DEVANAGARI] = CQ_LANGUAGE_DEVANAGARI + 1,
    [CQ_SCRIPT_BENGALI] = CQ_LANGUAGE_BENGALI + 1,
    [CQ_SCRIPT_GURMUKHI] = CQ_LANGUAGE_GURMUKHI + 1,
    [CQ_SCRIPT_GUJARATI] = CQ_LANGUAGE_GUJARATI + 1,
    [CQ_SCRIPT_TAMIL] = CQ_LANGUAGE_TAMIL + 1,
    [CQ_SCRIPT_TELUGU] = CQ_LANGUAGE_TELUGU + 1,
    [CQ_SCRIPT_KANNADA] = CQ_LANGUAGE_KANNADA + 1,
    [CQ_SCRIPT_MALAYALAM] = CQ_LANGUAGE_MALAYALAM + 1,
    [CQ_SCRIPT_SINHALA] = CQ_LANGUAGE_SINHALA + 1,
    [CQ_SCRIPT_THAI] = CQ_LANGUAGE_THAI + 1,
    [CQ_SCRIPT_LAO] = CQ_LANGUAGE_LAO + 1,
    [CQ_SCRIPT_KHMER] = CQ_LANGUAGE_KHMER + 1,
    [CQ_SCRIPT_MYANMAR] = CQ_LANGUAGE_MYANMAR + 1,
    [CQ_SCRIPT_TIBETAN] = CQ_LANGUAGE_TIBETAN + 1,
    [CQ_SCRIPT_ETHIOPIC] = CQ_LANGUAGE_ETHIOPIC + 1,
    [CQ_SCRIPT_HANGUL] = CQ_LANGUAGE_HANGUL + 1,
    [CQ_SCRIPT_HAN] = CQ_LANGUAGE_HAN + 1,
    [CQ_SCRIPT_BOPOMOFO] = CQ_LANGUAGE_HAN + 1,
    [CQ_SCRIPT_HIRAGANA] = CQ_LANGUAGE_KANA + 1,
    [CQ_SCRIPT_KATAKANA] = CQ_LANGUAGE_KANA + 1,
};

static const char *const codes[CQ_LANGUAGE_SCRIPTS] = {
    "",   "",   "el", "hy", "ka", "he", "ar", "fa", "hi", "bn", "pa", "gu", "ta",
    "te", "kn", "ml", "si", "th", "lo", "km", "my", "bo", "am", "ko", "zh", "ja",
};

/* Languages in Cyrillic, known to the model or not: a document may be in any of them. */
static const char *const cyrillic[] = {"be", "bg", "kk", "ky", "mk", "mn", "ru", "sr", "tg", "uk"};

/* peh, tcheh, jeh, keheh, gaf, Farsi yeh: no letters of Arabic */
static bool is_persian(uint32_t code_point) {
    return code_point == 0x067E || code_point == 0x0686 || code_point == 0x0698 ||
           code_point == 0x06A9 || code_point == 0x06AF || code_point == 0x06CC;
}

cq_language_script cq_language_script_of(uint32_t code_point) {
    const cq_unicode_record *record = cq_unicode_of(code_point);
    uint8_t script = scripts[record->script];
    if (!script || !(record->flags & CQ_UNICODE_ALPHABETIC)) return CQ_LANGUAGE_SCRIPT_NONE;
    return is_persian(code_point) ? CQ_LANGUAGE_PERSIAN : (cq_language_script)(script - 1);
}

uint32_t cq_language_script_weight(cq_language_script script) {
    return script >= CQ_LANGUAGE_HANGUL ? 3 : 1;
}

bool cq_language_script_has_spaces(cq_language_script script) {
    bool is_indochinese = script >= CQ_LANGUAGE_THAI && script <= CQ_LANGUAGE_TIBETAN;
    return !is_indochinese && script != CQ_LANGUAGE_HAN && script != CQ_LANGUAGE_KANA;
}

const char *cq_language_script_code(cq_language_script script) {
    return script < CQ_LANGUAGE_SCRIPTS ? codes[script] : "";
}

cq_language_script cq_language_script_of_code(cq_str code) {
    for (size_t i = 0; i < code.len; i++)
        if (code.ptr[i] == '-') code.len = i;
    for (size_t i = 0; i < sizeof cyrillic / sizeof *cyrillic; i++)
        if (cq_str_is_equal(code, cq_str_of(cyrillic[i]))) return CQ_LANGUAGE_CYRILLIC;
    for (cq_language_script i = CQ_LANGUAGE_MODELS; i < CQ_LANGUAGE_SCRIPTS; i++)
        if (cq_str_is_equal(code, cq_str_of(codes[i]))) return i;
    return CQ_LANGUAGE_LATIN;
}
