#include "text/stem.h"

typedef struct stems {
    cq_stem *out;
    unsigned count;
    uint8_t ending;
    cq_str word;
} stems;

static void push(stems *s, size_t skip, size_t length, char letter) {
    if (s->count < CQ_STEM_MAX && length >= 2)
        s->out[s->count++] = (cq_stem){s->ending, (uint8_t)skip, (uint8_t)length, letter};
}

static bool is_vowel(char c) {
    return c != '\0' && strchr("aeiou", c) != NULL;
}

/* hoping, hopping, copied, happier: what is before an ending that begins with a vowel. */
static void push_before_vowel(stems *s, size_t length) {
    const char *p = s->word.ptr;
    if (length < 2) return;
    if (p[length - 1] == 'i') push(s, 0, length - 1, 'y');
    push(s, 0, length, '\0');
    push(s, 0, length, 'e');
    if (p[length - 1] == p[length - 2] && !is_vowel(p[length - 1])) push(s, 0, length - 1, '\0');
}

static void push_before_s(stems *s, size_t length) {
    cq_str word = s->word;
    if (cq_str_has_suffix(word, CQ_STR("ies"))) push(s, 0, length - 2, 'y');
    if (cq_str_has_suffix(word, CQ_STR("ss")) || cq_str_has_suffix(word, CQ_STR("us"))) return;
    push(s, 0, length, '\0');
    if (cq_str_has_suffix(word, CQ_STR("es"))) push(s, 0, length - 1, '\0');
}

/* slowly, happily, fully, simply */
static void push_before_ly(stems *s, size_t length) {
    push(s, 0, length, '\0');
    if (length > 0 && s->word.ptr[length - 1] == 'i') push(s, 0, length - 1, 'y');
    push(s, 0, length, 'l');
    push(s, 0, length + 1, 'e');
}

static const struct {
    const char *text;
    cq_stem_ending ending;
} endings[] = {{"ing", CQ_STEM_ING}, {"ed", CQ_STEM_ED}, {"est", CQ_STEM_EST},
               {"er", CQ_STEM_ER},   {"ly", CQ_STEM_LY}, {"s", CQ_STEM_S}};

static void push_ending(stems *s) {
    for (size_t i = 0; i < sizeof endings / sizeof *endings; i++) {
        cq_str ending = cq_str_of(endings[i].text);
        if (!cq_str_has_suffix(s->word, ending)) continue;
        size_t length = s->word.len - ending.len;
        s->ending = (uint8_t)endings[i].ending;
        if (s->ending == CQ_STEM_S)
            push_before_s(s, length);
        else if (s->ending == CQ_STEM_LY)
            push_before_ly(s, length);
        else
            push_before_vowel(s, length);
        return;
    }
}

static void push_beginning(stems *s) {
    bool is_un = cq_str_has_prefix(s->word, CQ_STR("un"));
    if (!is_un && !cq_str_has_prefix(s->word, CQ_STR("re"))) return;
    s->ending = is_un ? CQ_STEM_UN : CQ_STEM_RE;
    push(s, 2, s->word.len - 2, '\0');
}

unsigned cq_stem_list(cq_stem out[CQ_STEM_MAX], cq_str folded) {
    stems s = {out, 0, CQ_STEM_NONE, cq_stem_host(folded)};
    if (s.word.len < 4 || s.word.len > 40) return 0;
    push_ending(&s);
    push_beginning(&s);
    return s.count;
}

cq_str cq_stem_host(cq_str folded) {
    if (cq_str_has_suffix(folded, CQ_STR("n't"))) return cq_str_slice(folded, 0, folded.len - 3);
    const char *apostrophe = folded.len > 1 ? memchr(folded.ptr + 1, '\'', folded.len - 1) : NULL;
    return apostrophe ? cq_str_slice(folded, 0, (size_t)(apostrophe - folded.ptr)) : folded;
}
