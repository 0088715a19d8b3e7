/* Trains the language model: softmax over hashed features of words, stochastic gradients with a rate
   for each weight (Duchi et al. 2011, AdaGrad), weights rounded to eight bits. The same corpus gives
   the same model. README-language.md says how to run it.

   language_train CORPUS NAMES OUT: CORPUS has lines LANG<TAB>sentence, NAMES a word a line. */
#include "base/buf.h"
#include "base/io.h"
#include "text/language_feature.h"
#include "text/language_model.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { ROWS_LATIN = 20000, ROWS_CYRILLIC = 8192, STEPS_A_LANGUAGE = 160000, FEATURES = 12000 };

#define RATE 0.3f
#define WEAKEST 1e-4f  /* keeps the first steps small */
#define DECAY 1e-7f    /* rare features stay near nothing */
#define DOUBTFUL 0.05f /* an example that the first model gives less than this is dropped */

typedef struct example {
    cq_str text;
    bool is_dropped;
} example;

typedef struct language {
    char code[8];
    example *examples;
    uint32_t count, cap;
} language;

/* One model in the making: the languages of one script. */
typedef struct trainer {
    cq_language_script script;
    language languages[CQ_LANGUAGE_MOST];
    uint32_t count, rows;
    float *weights, *squares; /* [rows][CQ_LANGUAGE_MOST] */
    const cq_strs *names;
    uint64_t random;
} trainer;

/* The features of a stretch of an example. */
typedef struct sample {
    uint32_t rows[FEATURES];
    float weights[FEATURES];
    uint32_t len;
    float mass; /* sum of the weights */
} sample;

static uint32_t draw(trainer *t, uint32_t below) {
    t->random = t->random * UINT64_C(6364136223846793005) + UINT64_C(1442695040888963407);
    return (uint32_t)((t->random >> 32) * below >> 32);
}

static void push_word(sample *s, const trainer *t, cq_str word, cq_language_weight weight) {
    uint32_t keys[CQ_LANGUAGE_FEATURES_MOST], letters = 0;
    cq_language_script script = CQ_LANGUAGE_LATIN;
    uint32_t count = cq_language_feature_of(keys, word, &letters, &script);
    if (script != t->script) return;
    for (uint32_t i = 0; i < count && s->len < FEATURES; i++, s->len++) {
        s->rows[s->len] = cq_language_feature_row(keys[i], t->rows);
        s->weights[s->len] = (float)weight / CQ_LANGUAGE_WEIGHT_PLAIN;
        s->mass += s->weights[s->len];
    }
}

/* Words [first, first + count) of a text. */
static void read_words(sample *s, const trainer *t, cq_str text, uint32_t first, uint32_t count) {
    cq_language_piece piece;
    size_t at = 0;
    s->len = 0;
    s->mass = 0;
    for (uint32_t i = 0; i < first + count && cq_language_feature_next(&piece, text, &at); i++)
        if (i >= first) push_word(s, t, piece.text, piece.weight);
}

static uint32_t count_words(cq_str text) {
    cq_language_piece piece;
    uint32_t count = 0;
    for (size_t at = 0; cq_language_feature_next(&piece, text, &at);) count++;
    return count;
}

/* Half of the time all of the sentence, otherwise a few words of it; names, which belong to no
   language, are strewn in. */
static void read_sample(sample *s, trainer *t, cq_str text) {
    uint32_t words = count_words(text), count = words;
    if (words > 3 && draw(t, 2)) count = 2 + draw(t, words < 14 ? words - 2 : 12);
    read_words(s, t, text, draw(t, words - count + 1), count);
    if (t->script == CQ_LANGUAGE_LATIN && draw(t, 2))
        for (uint32_t i = draw(t, 5) + 1; i > 0; i--)
            push_word(s, t, t->names->at[draw(t, t->names->len)], CQ_LANGUAGE_WEIGHT_NAME);
}

static void score(float out[CQ_LANGUAGE_MOST], const trainer *t, const sample *s) {
    memset(out, 0, sizeof(float) * CQ_LANGUAGE_MOST);
    for (uint32_t i = 0; i < s->len; i++)
        for (uint32_t j = 0; j < CQ_LANGUAGE_MOST; j++)
            out[j] += s->weights[i] * t->weights[s->rows[i] * CQ_LANGUAGE_MOST + j];
    float norm = s->mass > 0 ? 1 / sqrtf(s->mass) : 0;
    for (uint32_t j = 0; j < CQ_LANGUAGE_MOST; j++) out[j] *= norm;
}

/* Turns scores into probabilities. */
static void soften(float out[CQ_LANGUAGE_MOST], const trainer *t) {
    float best = out[0], sum = 0;
    for (uint32_t j = 1; j < t->count; j++) best = out[j] > best ? out[j] : best;
    for (uint32_t j = 0; j < t->count; j++) sum += out[j] = expf(out[j] - best);
    for (uint32_t j = 0; j < CQ_LANGUAGE_MOST; j++) out[j] = j < t->count ? out[j] / sum : 0;
}

static void learn(trainer *t, const sample *s, uint32_t truth, float rate) {
    float gradient[CQ_LANGUAGE_MOST];
    score(gradient, t, s);
    soften(gradient, t);
    gradient[truth] -= 1;
    float norm = s->mass > 0 ? 1 / sqrtf(s->mass) : 0;
    for (uint32_t i = 0; i < s->len; i++) {
        float *w = t->weights + s->rows[i] * CQ_LANGUAGE_MOST;
        float *sq = t->squares + s->rows[i] * CQ_LANGUAGE_MOST;
        float scale = norm * s->weights[i];
        for (uint32_t j = 0; j < CQ_LANGUAGE_MOST; j++) {
            float g = gradient[j] * scale + DECAY * w[j];
            sq[j] += g * g;
            w[j] -= rate * g / sqrtf(WEAKEST + sq[j]);
        }
    }
}

static const example *draw_example(trainer *t, const language *from) {
    for (;;) {
        const example *e = &from->examples[draw(t, from->count)];
        if (!e->is_dropped) return e;
    }
}

/* English twice as often as any other language: it is what most texts asked about are in. */
static void train(trainer *t, uint32_t steps) {
    static sample s;
    memset(t->weights, 0, sizeof(float) * t->rows * CQ_LANGUAGE_MOST);
    memset(t->squares, 0, sizeof(float) * t->rows * CQ_LANGUAGE_MOST);
    for (uint32_t i = 0; i < steps; i++) {
        uint32_t truth = draw(t, t->count + (t->script == CQ_LANGUAGE_LATIN));
        truth = truth == t->count ? 0 : truth; /* the corpus begins with English */
        read_sample(&s, t, draw_example(t, &t->languages[truth])->text);
        learn(t, &s, truth, RATE * (1 - (float)i / (float)steps));
    }
}

/* Text that was never translated, quotations, lists of names: what the first model does not believe
   to be in its language is left out of the second one's training. */
static void drop_doubtful(trainer *t) {
    static sample s;
    float p[CQ_LANGUAGE_MOST];
    for (uint32_t l = 0; l < t->count; l++) {
        uint32_t dropped = 0;
        for (uint32_t i = 0; i < t->languages[l].count; i++) {
            example *e = &t->languages[l].examples[i];
            read_words(&s, t, e->text, 0, UINT32_MAX);
            score(p, t, &s);
            soften(p, t);
            e->is_dropped = p[l] < DOUBTFUL;
            dropped += e->is_dropped;
        }
        printf("%s\t%u\tdropped %u\n", t->languages[l].code, t->languages[l].count, dropped);
    }
}

/* The corpus ----------------------------------------------------------------------------------- */

static language *find_language(trainer *t, cq_str code) {
    for (uint32_t i = 0; i < t->count; i++)
        if (cq_str_is_equal(code, cq_str_of(t->languages[i].code))) return &t->languages[i];
    if (t->count == CQ_LANGUAGE_MOST || code.len >= sizeof t->languages->code) {
        fprintf(stderr, "language_train: too many languages\n");
        exit(2);
    }
    language *l = &t->languages[t->count++];
    memcpy(l->code, code.ptr, code.len);
    return l;
}

static void push_example(language *l, cq_str text) {
    if (l->count == l->cap) {
        l->cap = l->cap ? l->cap * 2 : 1024;
        l->examples = realloc(l->examples, l->cap * sizeof *l->examples);
        if (!l->examples) cq_arena_exhausted();
    }
    l->examples[l->count++] = (example){.text = text};
}

static void read_corpus(trainer *t, cq_str bytes) {
    while (bytes.len) {
        size_t end = cq_str_find(bytes, CQ_STR("\n"));
        cq_str line = cq_str_slice(bytes, 0, end);
        size_t tab = cq_str_find(line, CQ_STR("\t"));
        cq_str code = cq_str_slice(line, 0, tab), text = cq_str_slice(line, tab + 1, line.len);
        if (tab < line.len && cq_language_script_of_code(code) == t->script &&
            count_words(text) >= 3)
            push_example(find_language(t, code), text);
        bytes = cq_str_slice(bytes, end + 1, bytes.len);
    }
}

static void read_names(cq_strs *out, cq_arena *arena, cq_str bytes) {
    while (bytes.len) {
        size_t end = cq_str_find(bytes, CQ_STR("\n"));
        cq_str line = cq_str_slice(bytes, 0, end);
        if (line.len && line.ptr[0] >= 'A' && line.ptr[0] <= 'Z' &&
            !memchr(line.ptr, '\'', line.len))
            *CQ_ARRAY_PUSH(arena, out) = line;
        bytes = cq_str_slice(bytes, end + 1, bytes.len);
    }
}

static void read_file(cq_buf *out, const char *path) {
    cq_err err;
    if (cq_io_read_file(out, path, &err)) return;
    fprintf(stderr, "language_train: %s\n", err.message);
    exit(2);
}

/* The file, as text/language_model.h describes it ----------------------------------------------- */

static void push_number(cq_buf *out, uint32_t number) {
    for (int i = 0; i < 4; i++) cq_buf_push(out, (char)(number >> 8 * i & 0xFF));
}

/* Few weights are large: cutting them off leaves finer steps for the others. */
static float find_largest(const trainer *t) {
    double sum = 0;
    uint32_t count = t->rows * CQ_LANGUAGE_MOST;
    for (uint32_t i = 0; i < count; i++) sum += (double)t->weights[i] * t->weights[i];
    return 6 * (float)sqrt(sum / count);
}

static void push_model(cq_buf *out, const trainer *t) {
    float largest = find_largest(t);
    push_number(out, t->count);
    push_number(out, t->rows);
    push_number(out, (uint32_t)lrintf(largest / 127 * CQ_LANGUAGE_MODEL_ONE));
    for (uint32_t l = 0; l < t->count; l++) {
        char code[4] = {0};
        memcpy(code, t->languages[l].code, 3);
        cq_buf_push_str(out, (cq_str){code, 4});
    }
    for (uint32_t i = 0; i < t->rows; i++)
        for (uint32_t l = 0; l < t->count; l++) {
            float w = t->weights[i * CQ_LANGUAGE_MOST + l] * 127 / largest;
            cq_buf_push(out, (char)(int8_t)lrintf(fminf(fmaxf(w, -127), 127)));
        }
}

static void make_model(cq_buf *out, cq_str corpus, const cq_strs *names, cq_language_script script,
                       uint32_t rows) {
    static trainer t;
    t = (trainer){.script = script, .rows = rows, .names = names, .random = 1};
    t.weights = calloc((size_t)rows * CQ_LANGUAGE_MOST, sizeof(float));
    t.squares = calloc((size_t)rows * CQ_LANGUAGE_MOST, sizeof(float));
    if (!t.weights || !t.squares) cq_arena_exhausted();
    read_corpus(&t, corpus);
    train(&t, t.count * STEPS_A_LANGUAGE / 4);
    drop_doubtful(&t);
    train(&t, t.count * STEPS_A_LANGUAGE);
    push_model(out, &t);
    for (uint32_t l = 0; l < t.count; l++) free(t.languages[l].examples);
    free(t.weights);
    free(t.squares);
}

int main(int count, char **arguments) {
    if (count != 4) {
        fprintf(stderr, "usage: language_train CORPUS NAMES OUT\n");
        return 2;
    }
    cq_buf corpus = {0}, list = {0}, out = {0};
    cq_arena arena;
    cq_strs names = {0};
    cq_arena_init(&arena);
    read_file(&corpus, arguments[1]);
    read_file(&list, arguments[2]);
    read_names(&names, &arena, cq_buf_get(&list));
    make_model(&out, cq_buf_get(&corpus), &names, CQ_LANGUAGE_LATIN, ROWS_LATIN);
    make_model(&out, cq_buf_get(&corpus), &names, CQ_LANGUAGE_CYRILLIC, ROWS_CYRILLIC);
    FILE *file = fopen(arguments[3], "wb");
    bool is_written = file && fwrite(out.ptr, 1, out.len, file) == out.len;
    is_written &= file && fclose(file) == 0;
    if (!is_written) fprintf(stderr, "language_train: %s was not written\n", arguments[3]);
    cq_buf_release(&corpus);
    cq_buf_release(&list);
    cq_buf_release(&out);
    cq_arena_release(&arena);
    return is_written ? 0 : 2;
}
