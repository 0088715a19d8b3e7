#include "lua/swap.h"

#include "check/pattern.h"
#include "lua/lettercase.h"
#include "text/inflect.h"
#include "text/tag.h"

/* A match and its replacement, word by word. */
typedef struct alignment {
    cq_doc *doc;
    cq_arena *arena;
    const cq_trigger *trigger;
    uint32_t sentence, first, end; /* tokens that are replaced */
    cq_strs words;                 /* of the replacement */
    uint32_t word_first, word_end; /* those that replace them */
    cq_pattern pattern;
    bool *is_optional; /* by token: an optional element stands for it */
    bool *is_dead;     /* by element and token: nothing matches from there */
} alignment;

static cq_str word_of(const alignment *a, uint32_t token) {
    return cq_intern_text(a->doc->words, a->doc->tokens.at[token].word);
}

/* What the tagger says of a token, as a form; CQ_INFLECTION_COUNT: nothing that helps. */
static cq_inflection ask_tagger(const alignment *a, uint32_t token) {
    const cq_tag *tags = cq_tag_of_sentence(a->doc, a->sentence);
    if (!tags) return CQ_INFLECTION_COUNT;
    const cq_tag *tag = &tags[token - a->doc->sentences.at[a->sentence].first_token];
    if (cq_tag_has(tag, "VerbForm=Part"))
        return cq_tag_has(tag, "Tense=Pres") ? CQ_INFLECTION_ING : CQ_INFLECTION_PARTICIPLE;
    if (cq_tag_has(tag, "VerbForm=Ger")) return CQ_INFLECTION_ING;
    if (cq_tag_has(tag, "Tense=Past")) return CQ_INFLECTION_PAST;
    if (cq_tag_has(tag, "VerbForm=Inf") || cq_tag_has(tag, "Mood=Imp") ||
        cq_tag_has(tag, "Tense=Pres"))
        return CQ_INFLECTION_BASE;
    return CQ_INFLECTION_COUNT;
}

/* The replacement's word in one form, its usual spelling. */
static cq_str make_form(const alignment *a, cq_str lemma, cq_inflection form) {
    cq_str made[CQ_INFLECT_MOST];
    cq_inflect_make(made, a->arena, lemma, form);
    return made[0];
}

/* The replacement's word in the form that the token has: the only one it can be, or one of several that
   are spelt alike, or what the tagger says. */
static bool choose_form(cq_str *out, const alignment *a, uint32_t token, cq_str lemma) {
    if (cq_str_is_equal(lemma, CQ_STR("be"))) return false; /* am or are, was or were */
    bool is_possible[CQ_INFLECTION_COUNT + 1] = {0}, is_one = true;
    cq_str found = {0};
    for (int form = 0; form < CQ_INFLECTION_COUNT; form++) {
        is_possible[form] =
            cq_inflect_is(a->trigger->lemma, (cq_inflection)form, word_of(a, token));
        if (!is_possible[form]) continue;
        cq_str made = make_form(a, lemma, (cq_inflection)form);
        is_one = is_one && (!found.ptr || cq_str_is_equal(found, made));
        found = made;
    }
    cq_inflection form = is_one ? CQ_INFLECTION_COUNT : ask_tagger(a, token);
    if (!is_one && !is_possible[form]) return false;
    *out = is_one ? found : make_form(a, lemma, form);
    return found.ptr != NULL;
}

static uint32_t find_inflected(const alignment *a) {
    for (uint32_t token = a->first; token < a->end; token++)
        for (int form = 0; form < CQ_INFLECTION_COUNT; form++)
            if (cq_inflect_is(a->trigger->lemma, (cq_inflection)form, word_of(a, token)))
                return token;
    return a->end;
}

/* The words of the replacement, the one with ~ in its form. */
static bool split_replacement(alignment *a) {
    cq_str left = cq_str_trim(a->trigger->replacement);
    while (left.len) {
        const char *space = memchr(left.ptr, ' ', left.len);
        size_t len = space ? (size_t)(space - left.ptr) : left.len;
        cq_str word = cq_str_slice(left, 0, len);
        if (len > 1 && word.ptr[0] == '~') {
            uint32_t token = find_inflected(a);
            if (token == a->end || !choose_form(&word, a, token, cq_str_slice(word, 1, len)))
                return false;
        }
        *CQ_ARRAY_PUSH(a->arena, &a->words) = word;
        left = cq_str_trim(cq_str_slice(left, len, left.len));
    }
    a->word_end = a->words.len;
    return true;
}

static bool is_choice(const alignment *a, const cq_pattern_element *element, uint32_t token) {
    for (uint32_t i = 0; i < element->choices.len; i++) {
        const cq_pattern_choice *choice = &element->choices.at[i];
        if (choice->is_class ||
            cq_intern_fold(a->doc->words, choice->word) == a->doc->tokens.at[token].word)
            return true;
    }
    return false;
}

/* Whether tokens from `token` on are what the elements from `element` on say; marks those that an
   optional one stands for. No place is tried twice. */
static bool match(alignment *a, uint32_t element, uint32_t token) {
    if (element == a->pattern.elements.len) return token == a->end;
    const cq_pattern_element *at = &a->pattern.elements.at[element];
    bool *is_dead = &a->is_dead[element * (a->end - a->first + 1u) + (token - a->first)];
    if (*is_dead) return false;
    if (token < a->end && is_choice(a, at, token)) {
        a->is_optional[token - a->first] = at->is_optional;
        if (match(a, element + 1, token + 1)) return true;
    }
    if (at->is_optional && match(a, element + 1, token)) return true;
    *is_dead = true;
    return false;
}

static bool is_kept(const alignment *a, uint32_t token, uint32_t word) {
    return a->word_first < a->word_end && cq_str_is_equal(word_of(a, token), a->words.at[word]);
}

/* Leaves out what stays at both ends; never all of it. */
static void trim(alignment *a) {
    uint32_t origin = a->first;
    while (a->end > a->first + 1) {
        bool is_same = is_kept(a, a->end - 1, a->word_end - 1);
        if (!is_same && !a->is_optional[a->end - 1 - origin]) break;
        a->word_end -= is_same;
        a->end--;
    }
    while (a->end > a->first + 1) {
        bool is_same = is_kept(a, a->first, a->word_first);
        if (!is_same && !a->is_optional[a->first - origin]) break;
        a->word_first += is_same;
        a->first++;
    }
}

static cq_str join_words(const alignment *a) {
    cq_str text = CQ_STR("");
    for (uint32_t i = a->word_first; i < a->word_end; i++)
        text = cq_str_format(a->arena, "%.*s%s%.*s", CQ_FMT(text), text.len ? " " : "",
                             CQ_FMT(a->words.at[i]));
    return text;
}

static bool align(alignment *a) {
    uint32_t count = a->end - a->first + 1;
    if (!split_replacement(a) ||
        !cq_pattern_read(&a->pattern, a->arena, a->trigger->phrase, NULL))
        return false;
    a->is_optional = CQ_ARENA_NEW_ARRAY(a->arena, bool, count);
    a->is_dead = CQ_ARENA_NEW_ARRAY(a->arena, bool, (size_t)count * a->pattern.elements.len);
    if (match(a, 0, a->first)) trim(a);
    return true;
}

bool cq_swap_choose(cq_swap *out, cq_arena *arena, cq_doc *doc, uint32_t sentence, uint32_t first,
                    uint32_t end, const cq_trigger *trigger) {
    const cq_token *tokens = doc->tokens.at;
    cq_str block = doc->blocks.at[doc->sentences.at[sentence].block].text;
    alignment a = {.doc = doc, .arena = arena, .trigger = trigger};
    a.sentence = sentence;
    a.first = first;
    a.end = end;
    cq_str text = trigger->replacement;
    if (trigger->lemma.len || trigger->has_optional) {
        if (!align(&a)) return false;
        text = join_words(&a);
    }
    cq_str written = cq_str_slice(block, tokens[a.first].start, tokens[a.end - 1].end);
    *out = (cq_swap){a.first, a.end, cq_lettercase_carry(arena, text, written)};
    return true;
}
