#include "text/language_reader.h"

enum {
    LONGEST_PARTICLE = 4, /* bytes: Universidad de la Plata, Wim van der Beek */
    MOST_PARTICLES = 3,
    NEIGHBOURS = 2,    /* sentences on each side that help with a fragment */
    LEAST_TELLING = 3, /* words */
};

#define TELLING 0.7f /* nats */
#define CLEAR 3.0f   /* nats */

void cq_language_reader_init(cq_language_reader *reader, const cq_doc *doc) {
    *reader = (cq_language_reader){.doc = doc, .home = cq_language_name(doc->language)};
    cq_arena_init(&reader->arena);
    reader->slots = CQ_ARENA_NEW_ARRAY(&reader->arena, uint32_t, doc->words->entries.len);
    (void)CQ_ARRAY_PUSH(&reader->arena, &reader->words);
}

void cq_language_reader_release(cq_language_reader *reader) {
    cq_arena_release(&reader->arena);
}

static uint32_t add_word(cq_language_reader *reader, cq_word word) {
    uint32_t index = reader->words.len;
    cq_language_word *one = CQ_ARRAY_PUSH(&reader->arena, &reader->words);
    cq_language_word_init(one, cq_intern_text(reader->doc->words, word));
    bool tells = cq_language_word_margin(one, cq_str_of(reader->home)) >= TELLING;
    return index << 1 | tells;
}

static uint32_t slot_of(cq_language_reader *reader, cq_word word) {
    if (!reader->slots[word]) reader->slots[word] = add_word(reader, word);
    return reader->slots[word];
}

/* Valid until the next call. */
static const cq_language_word *read_word(cq_language_reader *reader, cq_word word) {
    uint32_t slot = slot_of(reader, word); /* moves `words` */
    return &reader->words.at[slot >> 1];
}

static bool is_telling(cq_language_reader *reader, cq_word word) {
    return slot_of(reader, word) & 1;
}

/* Weights -------------------------------------------------------------------------------------- */

static bool is_capitalised(const cq_token *token) {
    return token->flags & (CQ_TOKEN_UPPER_FIRST | CQ_TOKEN_UPPER_INNER | CQ_TOKEN_UPPER_ALL);
}

static bool is_word(const cq_token *token) {
    return token->kind == CQ_TOKEN_WORD || token->kind == CQ_TOKEN_IDEOGRAPH;
}

/* Behind it a capital letter needs no name: all marks but commas and hyphens. */
static bool starts_afresh(const cq_str text, const cq_token *token) {
    if (token->kind == CQ_TOKEN_QUOTE) return token->role != CQ_QUOTE_APOSTROPHE;
    char c = text.ptr[token->start];
    return token->kind == CQ_TOKEN_PUNCTUATION && c != ',' && c != '-' && c != '/';
}

/* Do capitals follow the lower-case words that begin at `token`, all of them short and few? */
static bool is_particle(const cq_token *tokens, uint32_t token, uint32_t end) {
    for (uint32_t i = token; i < end && i <= token + MOST_PARTICLES; i++) {
        if (tokens[i].kind != CQ_TOKEN_WORD) return false;
        if (tokens[i].flags & CQ_TOKEN_UPPER_FIRST) return true;
        if (tokens[i].end - tokens[i].start > LONGEST_PARTICLE) return false;
    }
    return false;
}

/* What the words so far make of the next one. */
typedef struct place {
    bool is_fresh; /* at the sentence's start, or behind a mark like a colon */
    bool in_name;  /* the word before was a name or one of its particles */
} place;

static cq_language_weight weigh(place *at, const cq_token *tokens, uint32_t token, uint32_t end) {
    const cq_token *t = &tokens[token];
    bool is_fresh = at->is_fresh;
    at->is_fresh = false;
    at->in_name = is_capitalised(t) || (at->in_name && is_particle(tokens, token, end));
    if (is_fresh && !(t->flags & CQ_TOKEN_UPPER_ALL)) return CQ_LANGUAGE_WEIGHT_PLAIN;
    return at->in_name ? CQ_LANGUAGE_WEIGHT_NAME : CQ_LANGUAGE_WEIGHT_PLAIN;
}

/* How much of a sentence counts. */
typedef enum cover {
    COVER_OWN,   /* quotations and titles hardly */
    COVER_ALL,   /* they too */
    COVER_FAINT, /* everything hardly */
} cover;

static cq_language_weight cut_weight(cq_language_weight weight, const cq_token *token, cover how) {
    bool is_others = token->flags & (CQ_TOKEN_QUOTED | CQ_TOKEN_EMPHASIS);
    return how == COVER_FAINT || (how == COVER_OWN && is_others) ? CQ_LANGUAGE_WEIGHT_QUOTED
                                                                 : weight;
}

static void read_sentence(cq_language_evidence *out, cq_language_reader *reader, uint32_t sentence,
                          cover how) {
    const cq_sentence *s = &reader->doc->sentences.at[sentence];
    const cq_str text = reader->doc->blocks.at[s->block].text;
    const cq_token *tokens = reader->doc->tokens.at;
    place at = {.is_fresh = true};
    for (uint32_t i = s->first_token; i < s->end_token; i++) {
        if (is_word(&tokens[i])) {
            cq_language_weight weight = weigh(&at, tokens, i, s->end_token);
            cq_language_evidence_add(out, read_word(reader, tokens[i].word),
                                     cut_weight(weight, &tokens[i], how));
        } else {
            at.is_fresh |= starts_afresh(text, &tokens[i]);
            at.in_name &= tokens[i].kind == CQ_TOKEN_QUOTE;
        }
    }
}

/* Whether enough words of a sentence (the author's own, no names) can only be the document's language:
   half of the first ones, or a third of all. */
static bool is_at_home(cq_language_reader *reader, const cq_sentence *sentence) {
    const cq_token *tokens = reader->doc->tokens.at;
    const uint32_t foreign_flags =
        CQ_TOKEN_QUOTED | CQ_TOKEN_EMPHASIS | CQ_TOKEN_UPPER_FIRST | CQ_TOKEN_UPPER_INNER;
    uint32_t seen = 0, telling = 0;
    for (uint32_t i = sentence->first_token; i < sentence->end_token; i++) {
        if (tokens[i].kind != CQ_TOKEN_WORD || tokens[i].flags & foreign_flags) continue;
        seen++;
        telling += is_telling(reader, tokens[i].word);
        if (telling > LEAST_TELLING && telling * 2 >= seen) return true;
    }
    return telling >= LEAST_TELLING && telling * 3 >= seen;
}

/* Adds the sentences around one, faintly. */
static void read_around(cq_language_evidence *out, cq_language_reader *reader, uint32_t sentence) {
    uint32_t count = reader->doc->sentences.len;
    uint32_t first = sentence > NEIGHBOURS ? sentence - NEIGHBOURS : 0;
    for (uint32_t i = first; i < count && i <= sentence + NEIGHBOURS; i++)
        if (i != sentence) read_sentence(out, reader, i, COVER_FAINT);
}

/* A sentence with next to no words of its author's: all of its words say which language it is in, and
   where that is not clearly the expected one, its neighbours too. It is never foreign. */
static cq_language_guess guess_fragment(cq_language_reader *reader, uint32_t sentence,
                                        cq_str expected, uint32_t own) {
    cq_language_evidence evidence = {0};
    read_sentence(&evidence, reader, sentence, COVER_ALL);
    cq_language_guess guess = cq_language_decide(&evidence, expected);
    bool is_home = cq_str_is_equal(cq_str_of(guess.code), expected) && guess.margin >= CLEAR;
    if (evidence.seen && !is_home) {
        read_around(&evidence, reader, sentence);
        guess = cq_language_decide(&evidence, expected);
    }
    guess.words = own;
    guess.foreign = 0;
    return guess;
}

/* Quotations and titles cannot make a sentence foreign, but they can keep it from being so. */
static float limit_foreign(cq_language_reader *reader, uint32_t sentence, cq_str expected,
                           float foreign) {
    cq_language_evidence evidence = {0};
    read_sentence(&evidence, reader, sentence, COVER_ALL);
    float all = cq_language_decide(&evidence, expected).foreign;
    return all < foreign ? all : foreign;
}

cq_language_guess cq_language_reader_get(cq_language_reader *reader, uint32_t sentence) {
    const cq_sentence *s = &reader->doc->sentences.at[sentence];
    cq_str expected = cq_doc_language_of(reader->doc, &reader->doc->blocks.at[s->block]);
    if (cq_str_is_equal(expected, reader->doc->language) && is_at_home(reader, s))
        return (cq_language_guess){
            .code = reader->home, .margin = CQ_LANGUAGE_SURE, .words = CQ_LANGUAGE_OWN};
    cq_language_evidence evidence = {0};
    read_sentence(&evidence, reader, sentence, COVER_OWN);
    if (evidence.own < CQ_LANGUAGE_OWN)
        return guess_fragment(reader, sentence, expected, evidence.own);
    cq_language_guess guess = cq_language_decide(&evidence, expected);
    if (guess.foreign > 0) guess.foreign = limit_foreign(reader, sentence, expected, guess.foreign);
    return guess;
}
