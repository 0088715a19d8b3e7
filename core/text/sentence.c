#include "text/sentence.h"

#include "text/abbreviation.h"
#include "text/char_class.h"
#include "text/mark.h"
#include "text/unicode.h"

#define LONGEST_ATTRIBUTION 18u /* bytes: six ideographs */

/* A block's tokens being cut into sentences. */
typedef struct splitter {
    const cq_block *block;
    const cq_intern *words;
    const cq_abbreviations *abbreviations;
    cq_token *tokens;
    uint32_t end;   /* of the block's tokens */
    uint32_t first; /* of the sentence */
} splitter;

/* What kind of end a token may be. */
typedef enum stop {
    STOP_NONE,
    STOP_FULL,         /* . and its like: decided by what follows */
    STOP_STRONG,       /* ! ? */
    STOP_ELLIPSIS,     /* ... … */
    STOP_ABBREVIATION, /* U.S. */
    STOP_WIDE,         /* 。！？: no space follows them */
} stop;

/* What comes behind a stop and its closing marks. */
typedef struct opening {
    uint32_t mark;  /* the first token behind the sentence */
    uint32_t word;  /* the first one that is no opening mark, bracket or dash; may be the end */
    bool has_quote; /* an opening quotation mark stands before the word */
    bool has_dash;
} opening;

static cq_str text_of(const splitter *s, uint32_t token) {
    return cq_token_text(s->block, &s->tokens[token]);
}

static char byte_of(const splitter *s, uint32_t token) {
    return s->block->text.ptr[s->tokens[token].start];
}

static bool is_glued(const splitter *s, uint32_t token) {
    return !(s->tokens[token].flags & CQ_TOKEN_GAP);
}

static stop stop_of_code_point(uint32_t c) {
    if (c == 0x2026) return STOP_ELLIPSIS;
    const cq_unicode_record *record = cq_unicode_of(c);
    if (record->sentence_break == CQ_SB_ATERM) return STOP_FULL;
    if (record->sentence_break != CQ_SB_STERM) return STOP_NONE;
    return record->flags & CQ_UNICODE_WIDE ? STOP_WIDE : STOP_STRONG;
}

static stop stop_of(const splitter *s, uint32_t token) {
    const cq_token *t = &s->tokens[token];
    if (t->kind != CQ_TOKEN_PUNCTUATION) {
        bool owns_stop = t->flags & CQ_TOKEN_ABBREVIATION && s->block->text.ptr[t->end - 1] == '.';
        return owns_stop ? STOP_ABBREVIATION : STOP_NONE;
    }
    if (t->word == ',') /* the commonest one */
        return STOP_NONE;
    char c = byte_of(s, token);
    if (c == '.') return t->end - t->start > 1 ? STOP_ELLIPSIS : STOP_FULL;
    if (c == '!' || c == '?') return STOP_STRONG;
    if (!(cq_char_class_of(c) & CQ_CHAR_HIGH)) return STOP_NONE;
    return stop_of_code_point(cq_char_at(s->block->text, t->start, NULL));
}

static uint8_t category_of(const splitter *s, uint32_t token) {
    return cq_unicode_of(cq_char_at(s->block->text, s->tokens[token].start, NULL))->category;
}

/* Closing marks -------------------------------------------------------------------------------- */

/* Does a quotation mark behind a stop belong to the sentence before it? */
static bool is_closing_quote(const splitter *s, uint32_t token) {
    const cq_token *t = &s->tokens[token];
    if (is_glued(s, token)) return t->role != CQ_QUOTE_OPEN;
    cq_mark mark = cq_mark_of_text(text_of(s, token)); /* French: . » */
    return mark.hand == CQ_MARK_RIGHT && t->role == CQ_QUOTE_CLOSE;
}

/* [1] and the like, tied to a stop. Returns the token behind it. */
static uint32_t skip_note(const splitter *s, uint32_t token) {
    bool is_note = token + 2 < s->end && byte_of(s, token) == '[' && is_glued(s, token) &&
                   is_glued(s, token + 1) && is_glued(s, token + 2) &&
                   s->tokens[token + 1].kind <= CQ_TOKEN_NUMBER && byte_of(s, token + 2) == ']';
    return is_note ? token + 3 : token;
}

static bool is_closing(const splitter *s, uint32_t token) {
    const cq_token *t = &s->tokens[token];
    switch (t->kind) {
    case CQ_TOKEN_QUOTE: return is_closing_quote(s, token);
    case CQ_TOKEN_PUNCTUATION:
        return stop_of(s, token) != STOP_NONE ? is_glued(s, token)
                                              : category_of(s, token) == CQ_GC_PE;
    case CQ_TOKEN_PLACEHOLDER: /* a footnote's sign */
        return is_glued(s, token) && byte_of(s, token) == '\xEF' &&
               (token + 1 == s->end || !is_glued(s, token + 1));
    default: return false;
    }
}

static uint32_t skip_closing(const splitter *s, uint32_t token) {
    while (token < s->end) {
        uint32_t behind = is_closing(s, token) ? token + 1 : skip_note(s, token);
        if (behind == token) break;
        token = behind;
    }
    return token;
}

/* What follows --------------------------------------------------------------------------------- */

static bool is_opening(const splitter *s, uint32_t token) {
    const cq_token *t = &s->tokens[token];
    if (t->kind == CQ_TOKEN_QUOTE) return true;
    if (t->kind != CQ_TOKEN_PUNCTUATION) return false;
    uint8_t category = category_of(s, token);
    if (category == CQ_GC_PS || category == CQ_GC_PD) return true;
    uint32_t c = cq_char_at(s->block->text, t->start, NULL);
    return c == 0x00A1 || c == 0x00BF; /* inverted ! and ? */
}

/* The marks before a word are looked through only so far, so that a run of them stays linear. */
#define MOST_MARKS 8

static opening find_opening(const splitter *s, uint32_t token) {
    opening next = {.mark = token, .word = token};
    for (int i = 0; i < MOST_MARKS && next.word < s->end && is_opening(s, next.word); i++) {
        if (s->tokens[next.word].kind == CQ_TOKEN_QUOTE)
            next.has_quote |= s->tokens[next.word].role != CQ_QUOTE_APOSTROPHE;
        else
            next.has_dash |= category_of(s, next.word) == CQ_GC_PD;
        next.word++;
    }
    return next;
}

static bool is_word(const splitter *s, uint32_t token) {
    return token < s->end && s->tokens[token].kind == CQ_TOKEN_WORD;
}

static bool is_upper(const splitter *s, uint32_t token) {
    return is_word(s, token) && s->tokens[token].flags & CQ_TOKEN_UPPER_FIRST;
}

/* A word in lower case; one of a script without case is not, nor is iPhone. */
static bool is_lower(const splitter *s, uint32_t token) {
    unsigned upper = CQ_TOKEN_UPPER_FIRST | CQ_TOKEN_UPPER_INNER;
    if (!is_word(s, token) || s->tokens[token].flags & upper) return false;
    uint32_t c = cq_char_at(s->block->text, s->tokens[token].start, NULL);
    return cq_unicode_has(c, CQ_UNICODE_LOWERCASE);
}

static cq_str folded_of(const splitter *s, uint32_t token) {
    return cq_intern_text(s->words, s->tokens[token].word);
}

static bool is_starter(const splitter *s, uint32_t token) {
    return is_upper(s, token) && cq_abbreviation_is_starter(s->abbreviations, folded_of(s, token));
}

/* , ; : and whatever else cannot begin a sentence. */
static bool goes_on_with(const splitter *s, uint32_t token) {
    if (s->tokens[token].kind != CQ_TOKEN_PUNCTUATION || is_opening(s, token)) return false;
    return stop_of(s, token) == STOP_NONE;
}

/* "Why?" Anna Ruiz asked. One to three names, then a verb of saying. */
static bool is_attribution(const splitter *s, uint32_t token) {
    if (!is_upper(s, token) || is_starter(s, token)) return false;
    for (uint32_t i = token + 1; i < s->end && i <= token + 3; i++) {
        if (is_lower(s, i)) return cq_abbreviation_is_said(s->abbreviations, folded_of(s, i));
        if (!is_upper(s, i)) return false;
    }
    return false;
}

/* “你来吗？”他问 and 「来る。」と彼は言った: who said so follows the quotation without a stop. */
static bool is_glued_attribution(const splitter *s, uint32_t token) {
    static const char *const verbs[] = {"说", "說", "问", "問", "道", "喊", "答", "叫"};
    if (token >= s->end || s->tokens[token].kind != CQ_TOKEN_IDEOGRAPH || !is_glued(s, token))
        return false;
    cq_str text = text_of(s, token);
    if (cq_str_has_prefix(text, CQ_STR("と")) || cq_str_has_prefix(text, CQ_STR("って")))
        return true;
    for (size_t i = 0; i < sizeof verbs / sizeof *verbs; i++)
        if (text.len <= LONGEST_ATTRIBUTION && cq_str_has_suffix(text, cq_str_of(verbs[i])))
            return true;
    return false;
}

/* Decisions ------------------------------------------------------------------------------------ */

/* "1." "a." "IV." at a block's start count its parts. */
static bool is_enumerator(const splitter *s, uint32_t stop_token) {
    if (s->first != s->block->first_token || stop_token != s->first + 1) return false;
    const cq_token *t = &s->tokens[s->first];
    cq_str text = text_of(s, s->first);
    if (t->kind == CQ_TOKEN_NUMBER) return text.len <= 4;
    if (t->kind != CQ_TOKEN_WORD || text.len > 5) return false;
    for (size_t i = 0; i < text.len; i++)
        if (!strchr("IVXivx", text.ptr[i])) return text.len == 1;
    return true;
}

/* am 3. Mai, der 2. Bus: in languages that write ordinals so. */
static bool is_ordinal(const splitter *s, uint32_t stop_token, uint32_t next) {
    if (stop_token == s->first || s->tokens[stop_token - 1].kind != CQ_TOKEN_NUMBER) return false;
    if (text_of(s, stop_token - 1).len > 2 || !is_word(s, next)) return false;
    if (cq_abbreviation_is_calendar(s->abbreviations, folded_of(s, next)))
        return cq_abbreviation_is_before_ordinal(s->abbreviations, CQ_STR("am"));
    return stop_token >= s->first + 2 &&
           cq_abbreviation_is_before_ordinal(s->abbreviations, folded_of(s, stop_token - 2));
}

/* A lower-case word behind a stop: the sentence goes on unless the word before the stop is one that
   nobody abbreviates and no quotation ends here. */
static bool ends_before_lower(const splitter *s, uint32_t stop_token, const opening *next) {
    if (stop_token == s->first || next->has_quote || next->has_dash ||
        next->mark != stop_token + 1 || !is_word(s, stop_token - 1))
        return false;
    return is_lower(s, stop_token - 1) && text_of(s, stop_token - 1).len >= 3;
}

static bool ends_with_abbreviation(const splitter *s, uint32_t token, const opening *next) {
    bool has_name = is_upper(s, next->word);
    switch (cq_abbreviation_end_of(s->abbreviations, text_of(s, token))) {
    case CQ_ABBREVIATION_NEVER: return false;
    case CQ_ABBREVIATION_UPPER:
        return has_name && !cq_abbreviation_is_calendar(s->abbreviations, folded_of(s, next->word));
    default:
        return is_starter(s, next->word) ||
               (has_name && s->tokens[next->mark].kind == CQ_TOKEN_QUOTE);
    }
}

/* It ended.In the morning: no space, but a lower-case word before and a capitalised one behind. */
static bool ends_glued(const splitter *s, uint32_t stop_token, const opening *next, stop kind) {
    if (kind == STOP_WIDE) return true;
    if (kind == STOP_ABBREVIATION || kind == STOP_ELLIPSIS || next->has_dash ||
        stop_token == s->first || next->word >= s->end)
        return false;
    uint32_t last = next->mark - 1;
    bool is_plain = last == stop_token || s->tokens[last].kind == CQ_TOKEN_QUOTE;
    return is_plain && is_lower(s, stop_token - 1) && text_of(s, stop_token - 1).len > 1 &&
           is_upper(s, next->word) && text_of(s, next->word).len > 1;
}

/* Does a sentence end with the stop, when its closing marks reach up to next->mark? */
static bool is_end(const splitter *s, uint32_t stop_token, stop kind, const opening *next) {
    uint32_t mark = next->mark, word = next->word;
    bool has_closing = mark > stop_token + 1;
    if (goes_on_with(s, mark)) return false;
    if (has_closing && is_glued_attribution(s, mark)) return false;
    if (is_glued(s, mark)) return ends_glued(s, stop_token, next, kind);
    switch (kind) {
    case STOP_WIDE: return true;
    case STOP_ABBREVIATION: return ends_with_abbreviation(s, stop_token, next);
    case STOP_ELLIPSIS:
        return stop_token > s->first && !is_lower(s, word) &&
               !(has_closing && is_attribution(s, word));
    case STOP_STRONG: /* Yahoo! is; but: you know what? it was nothing */
        if (is_lower(s, word))
            return !has_closing && !next->has_quote && !next->has_dash && stop_token > s->first &&
                   is_lower(s, stop_token - 1);
        return !(has_closing && is_attribution(s, word));
    default:
        if (is_enumerator(s, stop_token) || is_ordinal(s, stop_token, word)) return false;
        return !is_lower(s, word) || ends_before_lower(s, stop_token, next);
    }
}

/* Of a run like "?!" the last stop decides. */
static bool is_before_stop(const splitter *s, uint32_t token) {
    return token + 1 < s->end && is_glued(s, token + 1) && stop_of(s, token + 1) != STOP_NONE;
}

/* Output --------------------------------------------------------------------------------------- */

static void push_sentence(cq_sentences *out, cq_arena *arena, splitter *s, uint32_t block_index,
                          uint32_t end, bool is_terminated) {
    cq_sentence *sentence = CQ_ARRAY_PUSH(arena, out);
    sentence->block = block_index;
    sentence->first_token = s->first;
    sentence->end_token = end;
    sentence->is_terminated = is_terminated;
    s->tokens[s->first].flags |= CQ_TOKEN_SENTENCE_FIRST;
    s->tokens[end - 1].flags |= CQ_TOKEN_SENTENCE_LAST;
    s->first = end;
}

void cq_sentence_read(cq_sentences *out, cq_arena *arena, const cq_intern *words, cq_block *block,
                      uint32_t block_index, cq_token *tokens, cq_str language) {
    splitter s = {.block = block,
                  .words = words,
                  .tokens = tokens,
                  .end = block->end_token,
                  .first = block->first_token,
                  .abbreviations = cq_abbreviations_of(language)};
    block->first_sentence = out->len;
    for (uint32_t i = s.first; i < s.end;) {
        bool may_stop =
            tokens[i].kind == CQ_TOKEN_PUNCTUATION || tokens[i].flags & CQ_TOKEN_ABBREVIATION;
        stop kind = may_stop ? stop_of(&s, i) : STOP_NONE;
        if (kind == STOP_NONE || is_before_stop(&s, i)) {
            i++;
            continue;
        }
        uint32_t behind = skip_closing(&s, i + 1);
        opening next = find_opening(&s, behind);
        if (behind == s.end || is_end(&s, i, kind, &next))
            push_sentence(out, arena, &s, block_index, behind, true);
        i = behind;
    }
    if (s.first < s.end) push_sentence(out, arena, &s, block_index, s.end, false);
    block->end_sentence = out->len;
}
