#include "text/language.h"

#include <math.h>

enum {
    MOST_WORDS = 1000, /* of one text; keeps the sums far from their limits */
};

#define PRIOR 2.0f       /* nats for the expected language */
#define SCRIPT_NATS 2.0f /* a text of one script's letters: this by the root of their number */

/* The part before the hyphen; all of Norwegian is Bokmal here. */
static cq_str find_base(cq_str code) {
    cq_str base = cq_str_slice(code, 0, cq_str_find(code, CQ_STR("-")));
    bool is_norwegian = cq_str_is_equal(base, CQ_STR("no")) || cq_str_is_equal(base, CQ_STR("nn"));
    return is_norwegian ? CQ_STR("nb") : base;
}

static uint32_t find_code(const cq_language_model *model, cq_str code) {
    for (uint32_t i = 0; i < model->languages; i++)
        if (cq_str_is_equal(code, cq_str_of(cq_language_model_code(model, i)))) return i;
    return UINT32_MAX;
}

const char *cq_language_name(cq_str code) {
    cq_str base = find_base(code);
    cq_language_model model = cq_language_model_of(CQ_LANGUAGE_LATIN);
    uint32_t found = find_code(&model, base);
    if (found == UINT32_MAX) {
        model = cq_language_model_of(CQ_LANGUAGE_CYRILLIC);
        found = find_code(&model, base);
    }
    return found == UINT32_MAX ? "" : cq_language_model_code(&model, found);
}

/* Words ---------------------------------------------------------------------------------------- */

void cq_language_word_init(cq_language_word *out, cq_str word) {
    uint32_t keys[CQ_LANGUAGE_FEATURES_MOST], letters = 0;
    cq_language_script script = CQ_LANGUAGE_LATIN;
    uint32_t count = cq_language_feature_of(keys, word, &letters, &script);
    *out = (cq_language_word){.features = (uint16_t)count, .script = (uint16_t)script};
    out->letters = (uint16_t)(letters < 1000 ? letters : 1000);
    if (script >= CQ_LANGUAGE_MODELS) return;
    cq_language_model model = cq_language_model_of(script);
    cq_language_model_sum(out->scores, &model, keys, count);
}

static void add_scores(int32_t *restrict sums, const int16_t *restrict scores, int32_t weight) {
    for (uint32_t i = 0; i < CQ_LANGUAGE_MOST; i++) sums[i] += scores[i] * weight;
}

/* Without spaces between words, two letters or so are one. */
static uint32_t count_words(const cq_language_word *word) {
    return cq_language_script_has_spaces((cq_language_script)word->script) ? 1
                                                                           : 1 + word->letters / 2u;
}

float cq_language_word_margin(const cq_language_word *word, cq_str code) {
    if (word->script >= CQ_LANGUAGE_MODELS || !word->features) return 0;
    cq_language_model model = cq_language_model_of((cq_language_script)word->script);
    uint32_t home = find_code(&model, code);
    if (home == UINT32_MAX) return 0;
    int next = INT16_MIN;
    for (uint32_t i = 0; i < model.languages; i++)
        next = i != home && word->scores[i] > next ? word->scores[i] : next;
    return (float)(word->scores[home] - next) * model.step / sqrtf(word->features);
}

static cq_language_guess guess_by_script(const cq_language_word *word, cq_str expected) {
    const char *code =
        word->letters ? cq_language_script_code((cq_language_script)word->script) : "";
    bool is_home = cq_language_script_of_code(expected) == (cq_language_script)word->script;
    float nats = is_home ? 0 : SCRIPT_NATS * sqrtf(word->letters);
    return (cq_language_guess){.code = code, .foreign = nats, .words = 1};
}

cq_language_guess cq_language_word_guess(const cq_language_word *word, cq_str expected) {
    if (word->script >= CQ_LANGUAGE_MODELS || !word->features)
        return guess_by_script(word, expected);
    cq_language_model model = cq_language_model_of((cq_language_script)word->script);
    uint32_t home = find_code(&model, expected), best = home == 0;
    for (uint32_t i = 0; i < model.languages; i++)
        best = i != home && word->scores[i] > word->scores[best] ? i : best;
    int home_score = home < model.languages ? word->scores[home] : 0;
    float nats = (float)(word->scores[best] - home_score) * model.step / sqrtf(word->features);
    if (home >= model.languages) nats = SCRIPT_NATS * sqrtf(word->letters);
    return (cq_language_guess){
        .code = cq_language_model_code(&model, best), .foreign = nats, .words = 1};
}

float cq_language_word_compare(const cq_language_word *word, cq_str code, cq_str expected) {
    if (word->script >= CQ_LANGUAGE_MODELS || !word->features) return 0;
    cq_language_model model = cq_language_model_of((cq_language_script)word->script);
    uint32_t one = find_code(&model, code), home = find_code(&model, expected);
    if (one == UINT32_MAX || home == UINT32_MAX) return 0;
    return (float)(word->scores[one] - word->scores[home]) * model.step / sqrtf(word->features);
}

void cq_language_evidence_add(cq_language_evidence *evidence, const cq_language_word *word,
                              cq_language_weight weight) {
    if (evidence->seen >= MOST_WORDS || !word->letters) return;
    evidence->seen++;
    if (weight == CQ_LANGUAGE_WEIGHT_PLAIN) evidence->own += count_words(word);
    evidence->letters[word->script] += word->letters * (uint32_t)weight;
    if (word->script >= CQ_LANGUAGE_MODELS) return;
    evidence->features[word->script] += word->features * (uint32_t)weight;
    add_scores(evidence->scores[word->script], word->scores, (int32_t)weight);
}

/* Deciding ------------------------------------------------------------------------------------- */

/* The script that prevails, and how many of the letters (weighed) are its own. */
typedef struct prevailing {
    cq_language_script script;
    float own, all;
} prevailing;

/* Counts a script as another one that it is mixed with, where there is enough of it. */
static void join_scripts(uint32_t letters[CQ_LANGUAGE_SCRIPTS], cq_language_script common,
                         cq_language_script telling) {
    bool is_telling = letters[telling] * 8 >= letters[common];
    cq_language_script to = is_telling ? telling : common, from = is_telling ? common : telling;
    letters[to] += letters[from];
    letters[from] = 0;
}

static prevailing find_script(const cq_language_evidence *evidence) {
    uint32_t letters[CQ_LANGUAGE_SCRIPTS];
    memcpy(letters, evidence->letters, sizeof letters);
    join_scripts(letters, CQ_LANGUAGE_HAN, CQ_LANGUAGE_KANA);
    join_scripts(letters, CQ_LANGUAGE_ARABIC, CQ_LANGUAGE_PERSIAN);
    prevailing found = {.script = CQ_LANGUAGE_SCRIPT_NONE};
    for (cq_language_script i = 0; i < CQ_LANGUAGE_SCRIPTS; i++) {
        float weighed =
            (float)(letters[i] * cq_language_script_weight(i)) / CQ_LANGUAGE_WEIGHT_PLAIN;
        found.all += weighed;
        if (weighed > found.own) {
            found.own = weighed;
            found.script = i;
        }
    }
    return found;
}

static float margin_of_script(const prevailing *found) {
    float share = found->own / found->all;
    return SCRIPT_NATS * sqrtf(found->own) * (2 * share - 1 > 0 ? 2 * share - 1 : 0);
}

/* The nats of each language; the expected one has its prior. */
static void read_scores(float out[CQ_LANGUAGE_MOST], const cq_language_model *model,
                        const cq_language_evidence *evidence, cq_language_script script,
                        uint32_t expected) {
    float mass = (float)evidence->features[script] / CQ_LANGUAGE_WEIGHT_PLAIN;
    float scale = mass > 0 ? model->step / sqrtf(mass) / CQ_LANGUAGE_WEIGHT_PLAIN : 0;
    for (uint32_t i = 0; i < model->languages; i++)
        out[i] = (float)evidence->scores[script][i] * scale + (i == expected ? PRIOR : 0);
}

static cq_language_guess decide_with_model(const cq_language_evidence *evidence,
                                           cq_language_script script, cq_str expected) {
    cq_language_model model = cq_language_model_of(script);
    uint32_t home = find_code(&model, expected), best = 0;
    float scores[CQ_LANGUAGE_MOST] = {0}, next = -INFINITY;
    read_scores(scores, &model, evidence, script, home);
    for (uint32_t i = 1; i < model.languages; i++) best = scores[i] > scores[best] ? i : best;
    for (uint32_t i = 0; i < model.languages; i++)
        next = i != best && scores[i] > next ? scores[i] : next;
    return (cq_language_guess){.code = cq_language_model_code(&model, best),
                               .margin = scores[best] - next,
                               .foreign = home < model.languages ? scores[best] - scores[home] : 0};
}

cq_language_guess cq_language_decide(const cq_language_evidence *evidence, cq_str expected) {
    prevailing found = find_script(evidence);
    if (found.script == CQ_LANGUAGE_SCRIPT_NONE) return (cq_language_guess){.code = ""};
    cq_str home = find_base(expected);
    cq_language_guess guess;
    if (found.script < CQ_LANGUAGE_MODELS)
        guess = decide_with_model(evidence, found.script, home);
    else
        guess = (cq_language_guess){.code = cq_language_script_code(found.script),
                                    .margin = margin_of_script(&found)};
    bool is_home = cq_str_is_equal(home, cq_str_of(guess.code));
    if (home.len && !is_home && cq_language_script_of_code(home) != found.script)
        guess.foreign = margin_of_script(&found);
    guess.words = evidence->own;
    if (guess.words < CQ_LANGUAGE_OWN) guess.foreign = 0;
    return guess;
}

cq_language_guess cq_language_of(cq_str text, cq_str expected) {
    cq_language_evidence evidence = {0};
    cq_language_piece piece;
    cq_language_word word;
    for (size_t at = 0;
         evidence.seen < MOST_WORDS && cq_language_feature_next(&piece, text, &at);) {
        cq_language_word_init(&word, piece.text);
        cq_language_evidence_add(&evidence, &word, piece.weight);
    }
    return cq_language_decide(&evidence, expected);
}

bool cq_language_is_tag(cq_str s) {
    size_t primary = 0;
    for (size_t i = 0; i < s.len; i++) {
        char c = s.ptr[i], lower = (char)(c | 0x20);
        bool is_letter = lower >= 'a' && lower <= 'z';
        if (!is_letter && !(c >= '0' && c <= '9') && c != '-' && c != '_') return false;
        if (is_letter && primary == i) primary++;
    }
    return primary >= 2 && primary <= 3;
}
