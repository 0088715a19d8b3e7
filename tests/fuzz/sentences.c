/* Sentences: each token of a block is in one of them, in order, and no sentence is empty. */
#include "tests/fuzz/text.h"

static void check_sentences(const cq_doc *doc) {
    uint32_t next = 0;
    for (uint32_t i = 0; i < doc->blocks.len; i++) {
        const cq_block *block = &doc->blocks.at[i];
        uint32_t token = block->first_token;
        CHECK(block->first_sentence == next && block->end_sentence <= doc->sentences.len);
        for (; next < block->end_sentence; next++) {
            const cq_sentence *sentence = &doc->sentences.at[next];
            CHECK(sentence->block == i && sentence->first_token == token);
            CHECK(sentence->first_token < sentence->end_token);
            token = sentence->end_token;
        }
        CHECK(token == block->end_token);
    }
    CHECK(next == doc->sentences.len);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    if (size)
        check_plain_text(data[0], (cq_str){(const char *)data + 1, size - 1}, check_sentences);
    return 0;
}
