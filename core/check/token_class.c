#include "check/token_class.h"

#include "base/utf8.h"
#include "text/char_class.h"
#include "text/language_script.h"
#include "text/lexicon_model.h"

#include <string.h>

static const char *const names[CQ_CLASS_COUNT] = {
    [CQ_CLASS_ANY] = "any",
    [CQ_CLASS_WORD] = "word",
    [CQ_CLASS_NUMBER] = "number",
    [CQ_CLASS_PUNCTUATION] = "punctuation",
    [CQ_CLASS_SYMBOL] = "symbol",
    [CQ_CLASS_QUOTE] = "quote",
    [CQ_CLASS_OPEN] = "open",
    [CQ_CLASS_CLOSE] = "close",
    [CQ_CLASS_APOSTROPHE] = "apostrophe",
    [CQ_CLASS_PRIME] = "prime",
    [CQ_CLASS_URL] = "url",
    [CQ_CLASS_EMAIL] = "email",
    [CQ_CLASS_HASHTAG] = "hashtag",
    [CQ_CLASS_PLACEHOLDER] = "placeholder",
    [CQ_CLASS_EMOJI] = "emoji",
    [CQ_CLASS_IDEOGRAPH] = "ideograph",
    [CQ_CLASS_OTHER] = "other",
    [CQ_CLASS_CAPITALIZED] = "capitalized",
    [CQ_CLASS_LOWER] = "lower",
    [CQ_CLASS_UPPER] = "upper",
    [CQ_CLASS_SPACED] = "spaced",
    [CQ_CLASS_GLUED] = "glued",
    [CQ_CLASS_ODD_GAP] = "odd-gap",
    [CQ_CLASS_ODD_END] = "odd-end",
    [CQ_CLASS_MIXED] = "mixed",
    [CQ_CLASS_COMMA_DECIMAL] = "comma-decimal",
    [CQ_CLASS_STOP_GROUPS] = "stop-groups",
    [CQ_CLASS_REPEATED] = "repeated",
    [CQ_CLASS_ECHO] = "echo",
    [CQ_CLASS_LOOSE] = "loose",
    [CQ_CLASS_UNKNOWN] = "unknown",
};

bool cq_token_class_find(cq_token_class *out, cq_str name) {
    for (int i = 0; i < CQ_CLASS_COUNT; i++) {
        if (cq_str_is_equal(name, cq_str_of(names[i]))) {
            *out = (cq_token_class)i;
            return true;
        }
    }
    return false;
}

static const uint32_t by_kind[] = {
    [CQ_TOKEN_WORD] = 1u << CQ_CLASS_WORD,
    [CQ_TOKEN_NUMBER] = 1u << CQ_CLASS_NUMBER,
    [CQ_TOKEN_PUNCTUATION] = 1u << CQ_CLASS_PUNCTUATION,
    [CQ_TOKEN_QUOTE] = 1u << CQ_CLASS_QUOTE,
    [CQ_TOKEN_SYMBOL] = 1u << CQ_CLASS_SYMBOL,
    [CQ_TOKEN_URL] = 1u << CQ_CLASS_URL,
    [CQ_TOKEN_EMAIL] = 1u << CQ_CLASS_EMAIL,
    [CQ_TOKEN_HANDLE] = 1u << CQ_CLASS_OTHER,
    [CQ_TOKEN_HASHTAG] = 1u << CQ_CLASS_HASHTAG,
    [CQ_TOKEN_PATH] = 1u << CQ_CLASS_OTHER,
    [CQ_TOKEN_PLACEHOLDER] = 1u << CQ_CLASS_PLACEHOLDER,
    [CQ_TOKEN_EMOJI] = 1u << CQ_CLASS_EMOJI,
    [CQ_TOKEN_IDEOGRAPH] = 1u << CQ_CLASS_IDEOGRAPH,
    [CQ_TOKEN_OTHER] = 1u << CQ_CLASS_OTHER,
};

static const uint32_t by_role[] = {
    [CQ_QUOTE_NONE] = 0,
    [CQ_QUOTE_OPEN] = 1u << CQ_CLASS_OPEN,
    [CQ_QUOTE_CLOSE] = 1u << CQ_CLASS_CLOSE,
    [CQ_QUOTE_APOSTROPHE] = 1u << CQ_CLASS_APOSTROPHE,
    [CQ_QUOTE_PRIME] = 1u << CQ_CLASS_PRIME,
};

static bool is_unknown(cq_token_classifier *classifier, const cq_token *token) {
    if (!classifier->has_lexicon || token->end - token->start < 2) return false;
    if (token->flags & (CQ_TOKEN_HAS_DIGIT | CQ_TOKEN_ABBREVIATION)) return false;
    uint8_t *memo = &classifier->lexicon[token->word];
    if (*memo == CQ_LEXICON_NOT_ASKED) {
        bool has = cq_lexicon_model_has(cq_intern_text(classifier->doc->words, token->word));
        *memo = has ? CQ_LEXICON_HAS : CQ_LEXICON_LACKS;
    }
    return *memo == CQ_LEXICON_LACKS;
}

static uint32_t classes_by_case(const cq_token *token) {
    if (token->flags & CQ_TOKEN_UPPER_ALL) return 1u << CQ_CLASS_UPPER;
    if (token->flags & CQ_TOKEN_UPPER_FIRST) return 1u << CQ_CLASS_CAPITALIZED;
    return token->flags & CQ_TOKEN_UPPER_INNER ? 0 : 1u << CQ_CLASS_LOWER;
}

/* A letter that no Latin word has: the lexicon need not be asked, capital or not. */
static bool is_of_other_script(cq_token_classifier *classifier, const cq_token *token) {
    if (!classifier->has_lexicon || !(token->flags & CQ_TOKEN_NON_ASCII)) return false;
    uint32_t length;
    cq_str word = cq_intern_text(classifier->doc->words, token->word);
    cq_language_script script =
        cq_language_script_of(cq_utf8_decode(word.ptr, word.ptr + word.len, &length));
    return script != CQ_LANGUAGE_LATIN && script != CQ_LANGUAGE_GREEK &&
           script != CQ_LANGUAGE_SCRIPT_NONE;
}

static uint32_t classes_of_word(cq_token_classifier *classifier, const cq_token *token) {
    uint32_t classes = classes_by_case(token);
    bool lacks = is_of_other_script(classifier, token) ||
                 (classes == 1u << CQ_CLASS_LOWER && is_unknown(classifier, token));
    return classes | (uint32_t)lacks << CQ_CLASS_UNKNOWN;
}

static bool is_loose(const cq_token *token) {
    if (!(token->flags & CQ_TOKEN_GAP) || token->kind != CQ_TOKEN_PUNCTUATION) return false;
    return token->word < 0x80 && strchr(".,;:!?)]", (int)token->word);
}

static bool is_repeated(const cq_token *token) {
    if (token->flags & CQ_TOKEN_SENTENCE_FIRST || token[-1].word != token->word) return false;
    return token->kind == CQ_TOKEN_WORD || token->kind == CQ_TOKEN_NUMBER;
}

static bool is_echo(const cq_token *token) {
    if (token->kind != CQ_TOKEN_WORD || token->flags & CQ_TOKEN_SENTENCE_FIRST) return false;
    return !(token[-1].flags & CQ_TOKEN_SENTENCE_FIRST) && token[-2].word == token->word;
}

static size_t count_digits(cq_str text, size_t from) {
    size_t i = from;
    while (i < text.len && cq_char_class_of(text.ptr[i]) & CQ_CHAR_DIGIT) i++;
    return i - from;
}

/* 3,5 and 12,75 */
static bool is_comma_decimal(cq_str number) {
    size_t whole = count_digits(number, 0);
    if (whole == 0 || whole >= number.len || number.ptr[whole] != ',') return false;
    size_t digits = count_digits(number, whole + 1);
    return digits > 0 && digits != 3 && whole + 1 + digits == number.len;
}

/* 1.250.000 */
static bool is_in_stop_groups(cq_str number) {
    size_t at = count_digits(number, 0), groups = 0;
    if (at == 0 || at > 3) return false;
    for (; at < number.len; at += 4, groups++)
        if (number.ptr[at] != '.' || count_digits(number, at + 1) != 3) return false;
    return groups >= 2;
}

static uint32_t classes_of_number(cq_str number) {
    if (is_comma_decimal(number)) return 1u << CQ_CLASS_COMMA_DECIMAL;
    return is_in_stop_groups(number) ? 1u << CQ_CLASS_STOP_GROUPS : 0;
}

void cq_token_classifier_init(cq_token_classifier *classifier, cq_arena *arena, const cq_doc *doc) {
    *classifier = (cq_token_classifier){.doc = doc};
    classifier->lexicon = CQ_ARENA_NEW_ARRAY(arena, uint8_t, doc->words->entries.len + 1);
}

void cq_token_classifier_enter(cq_token_classifier *classifier, const cq_block *block) {
    classifier->has_lexicon = cq_lexicon_model_is_for(cq_doc_language_of(classifier->doc, block));
}

uint32_t cq_token_classifier_get(cq_token_classifier *classifier, uint32_t index) {
    const cq_token *token = &classifier->doc->tokens.at[index];
    uint32_t classes = 1u << CQ_CLASS_ANY | by_kind[token->kind];
    classes |= 1u << (token->flags & CQ_TOKEN_GAP ? CQ_CLASS_SPACED : CQ_CLASS_GLUED);
    if (token->kind == CQ_TOKEN_WORD)
        classes |= classes_of_word(classifier, token);
    else if (token->kind == CQ_TOKEN_QUOTE)
        classes |= by_role[token->role];
    else if (token->kind == CQ_TOKEN_NUMBER)
        classes |= classes_of_number(cq_intern_text(classifier->doc->words, token->word));
    if (is_repeated(token)) classes |= 1u << CQ_CLASS_REPEATED;
    if (is_echo(token)) classes |= 1u << CQ_CLASS_ECHO;
    if (is_loose(token)) classes |= 1u << CQ_CLASS_LOOSE;
    if (token->flags & CQ_TOKEN_GAP_ODD) classes |= 1u << CQ_CLASS_ODD_GAP;
    if (token->flags & CQ_TOKEN_ODD_END) classes |= 1u << CQ_CLASS_ODD_END;
    if (token->flags & CQ_TOKEN_MIXED) classes |= 1u << CQ_CLASS_MIXED;
    return classes;
}
