#include "text/lexicon_model.h"

/* The assembler puts the file's bytes where the linker keeps constants; its path is relative to the
   root, where the compiler is run. */
#ifdef __APPLE__
#define SECTION ".const_data\n"
#define SYMBOL "_cq_lexicon_model_bytes"
#else
#define SECTION ".section .rodata\n"
#define SYMBOL "cq_lexicon_model_bytes"
#endif

__asm__(SECTION ".balign 16\n"
                ".globl " SYMBOL "\n" SYMBOL ":\n"
                ".incbin \"core/text/lexicon.model\"\n"
                ".text\n");

extern const unsigned char cq_lexicon_model_bytes[] __attribute__((visibility("hidden")));

bool cq_lexicon_model_is_for(cq_str language) {
    return cq_str_is_equal(language, CQ_STR("en")) || cq_str_has_prefix(language, CQ_STR("en-"));
}

static bool has_form(cq_str form) {
    const unsigned char *at = cq_lexicon_model_bytes;
    uint32_t bits = at[0] | (uint32_t)at[1] << 8 | (uint32_t)at[2] << 16 | (uint32_t)at[3] << 24;
    uint64_t hash = cq_lexicon_model_hash(form);
    for (uint32_t probe = 0; probe < CQ_LEXICON_MODEL_PROBES; probe++) {
        uint32_t bit = cq_lexicon_model_bit(hash, probe, bits);
        if (!(at[CQ_LEXICON_MODEL_HEADER + bit / 8] >> bit % 8 & 1)) return false;
    }
    return true;
}

bool cq_lexicon_model_has(cq_str word) {
    if (cq_str_has_suffix(word, CQ_STR("'s"))) word.len -= 2;
    for (size_t end; (end = cq_str_find(word, CQ_STR("-"))) != SIZE_MAX;) {
        if (end && !has_form(cq_str_slice(word, 0, end))) return false;
        word = cq_str_slice(word, end + 1, word.len);
    }
    return word.len == 0 || has_form(word);
}
