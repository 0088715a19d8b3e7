#include "text/language_model.h"

/* Eight languages at a time: what is summed stays in vector registers, which compilers do not manage
   with arrays. */
typedef int8_t weights8 __attribute__((vector_size(8)));
typedef int16_t sums8 __attribute__((vector_size(16)));

enum { VECTORS = CQ_LANGUAGE_MOST / 8 };

/* The assembler puts the file's bytes where the linker keeps constants; its path is relative to the
   root, where the compiler is run. */
#ifdef __APPLE__
#define SECTION ".const_data\n"
#define SYMBOL "_cq_language_model_bytes"
#else
#define SECTION ".section .rodata\n"
#define SYMBOL "cq_language_model_bytes"
#endif

__asm__(SECTION ".balign 16\n"
                ".globl " SYMBOL "\n" SYMBOL ":\n"
                ".incbin \"core/text/language.model\"\n"
                ".zero 32\n" /* the last rows are read as longer than they are */
                ".text\n");

extern const unsigned char cq_language_model_bytes[] __attribute__((visibility("hidden")));

static uint32_t read_number(const unsigned char *at) {
    return at[0] | (uint32_t)at[1] << 8 | (uint32_t)at[2] << 16 | (uint32_t)at[3] << 24;
}

cq_language_model cq_language_model_of(cq_language_script script) {
    const unsigned char *at = cq_language_model_bytes;
    for (cq_language_script i = CQ_LANGUAGE_LATIN;; i++) {
        cq_language_model model = {.languages = read_number(at), .rows = read_number(at + 4)};
        model.step = (float)read_number(at + 8) / CQ_LANGUAGE_MODEL_ONE;
        model.codes = (const char *)at + 12;
        model.weights = (const int8_t *)(at + 12 + 4 * (size_t)model.languages);
        if (i == script) return model;
        at += 12 + 4 * (size_t)model.languages + (size_t)model.languages * model.rows;
    }
}

static sums8 read_weights(const int8_t *at) {
    weights8 weights;
    memcpy(&weights, at, sizeof weights);
    return __builtin_convertvector(weights, sums8);
}

void cq_language_model_sum(int16_t out[CQ_LANGUAGE_MOST], const cq_language_model *model,
                           const uint32_t *keys, uint32_t count) {
    sums8 a = {0}, b = {0}, c = {0};
    _Static_assert(VECTORS == 3, "a, b and c are all languages");
    for (uint32_t i = 0; i < count; i++) {
        uint32_t row = cq_language_feature_row(keys[i], model->rows);
        const int8_t *at = model->weights + (size_t)row * model->languages;
        a += read_weights(at);
        b += read_weights(at + 8);
        c += read_weights(at + 16);
    }
    memcpy(out, &a, sizeof a);
    memcpy(out + 8, &b, sizeof b);
    memcpy(out + 16, &c, sizeof c);
}
