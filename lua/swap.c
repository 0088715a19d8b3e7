#include "lua/swap.h"

#include "lua/lettercase.h"
#include "text/inflect.h"
#include "text/tag.h"

/* A match and its replacement, word by word. */
typedef struct alignment {
    cq_session *session;
    cq_doc *doc; /* the session's */
    cq_arena *arena;
    const cq_swap_match *match;
    uint32_t first, end;           /* tokens that are replaced */
    cq_strs words;                 /* of the replacement */
    uint32_t word_first, word_end; /* those that replace them */
    bool *is_optional; /* by token of the match: it might be missing, and the replacement
                                      does not speak of it */
} alignment;

static cq_str word_of(const alignment *a, uint32_t token) {
    return cq_intern_text(a->doc->words, a->doc->tokens.at[token].word);
}

/* Tokens as they are written. */
static cq_str written_of(const alignment *a, uint32_t first, uint32_t end) {
    const cq_token *tokens = a->doc->tokens.at;
    const cq_block *block = &a->doc->blocks.at[a->doc->sentences.at[a->match->hit->sentence].block];
    return cq_str_slice(block->text, tokens[first].start, tokens[end - 1].end);
}

/* What the tagger says of a token, as a form; CQ_INFLECTION_COUNT: nothing that helps. Tags depend on all
   of the text. */
static cq_inflection ask_tagger(const alignment *a, uint32_t token) {
    a->session->has_looked_around = true;
    const cq_tag *tags = cq_tag_of_sentence(a->doc, a->match->hit->sentence);
    if (!tags) return CQ_INFLECTION_COUNT;
    const cq_tag *tag = &tags[token - a->doc->sentences.at[a->match->hit->sentence].first_token];
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
            cq_inflect_is(a->match->trigger->lemma, (cq_inflection)form, word_of(a, token));
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
            if (cq_inflect_is(a->match->trigger->lemma, (cq_inflection)form, word_of(a, token)))
                return token;
    return a->end;
}

/* Whether a replacement's word stands for a part of the match: {name}. */
static bool is_name(cq_str word) {
    return word.len > 2 && word.ptr[0] == '{' && word.ptr[word.len - 1] == '}';
}

static bool has_names(cq_str replacement) {
    return memchr(replacement.ptr, '{', replacement.len) != NULL;
}

/* Appends the tokens of the part that {name} speaks of, as they are written; none where it is missing. */
static void push_part(alignment *a, cq_str name) {
    cq_phrase_part part;
    uint32_t next = 0;
    cq_word word = cq_intern_find(a->doc->words, cq_str_slice(name, 1, name.len - 1));
    while (cq_phrase_next_part(&part, a->match->phrases, a->match->hit, &next)) {
        if (part.name != word || word == CQ_WORD_NONE) continue;
        *CQ_ARRAY_PUSH(a->arena, &a->words) = written_of(a, part.first, part.end);
        return;
    }
}

/* The words of the replacement, the one with ~ in its form. */
static bool split_replacement(alignment *a) {
    cq_str left = cq_str_trim(a->match->trigger->replacement);
    while (left.len) {
        const char *space = memchr(left.ptr, ' ', left.len);
        size_t len = space ? (size_t)(space - left.ptr) : left.len;
        cq_str word = cq_str_slice(left, 0, len);
        if (len > 1 && word.ptr[0] == '~') {
            uint32_t token = find_inflected(a);
            if (token == a->end || !choose_form(&word, a, token, cq_str_slice(word, 1, len)))
                return false;
        }
        if (is_name(word))
            push_part(a, word);
        else
            *CQ_ARRAY_PUSH(a->arena, &a->words) = word;
        left = cq_str_trim(cq_str_slice(left, len, left.len));
    }
    a->word_end = a->words.len;
    return true;
}

/* Marks what stands for optional items; true where there is any. */
static bool mark_optional(alignment *a) {
    cq_phrase_part part;
    uint32_t next = 0;
    bool is_any = false;
    a->is_optional = CQ_ARENA_NEW_ARRAY(a->arena, bool, a->end - a->first);
    while (cq_phrase_next_part(&part, a->match->phrases, a->match->hit, &next)) {
        if (part.name) continue;
        is_any = true;
        if (has_names(a->match->trigger->replacement)) continue;
        memset(a->is_optional + (part.first - a->first), true, part.end - part.first);
    }
    return is_any;
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

bool cq_swap_choose(cq_swap *out, cq_session *session, const cq_swap_match *match) {
    const cq_phrase_hit *hit = match->hit;
    cq_arena *arena = &session->findings->arena;
    alignment a = {.session = session,
                   .doc = session->doc,
                   .arena = arena,
                   .match = match,
                   .first = hit->first,
                   .end = hit->end};
    cq_str text = match->trigger->replacement;
    if (mark_optional(&a) || match->trigger->lemma.len || has_names(text)) {
        if (!split_replacement(&a)) return false;
        trim(&a);
        text = join_words(&a);
    }
    cq_str written = written_of(&a, a.first, a.end);
    *out = (cq_swap){a.first, a.end, cq_lettercase_carry(arena, text, written)};
    return true;
}
