/* Tokens: in order, inside their blocks, whole characters, at their places in the file. */
#include "tests/fuzz/text.h"

static bool is_character_start(cq_str text, uint32_t at) {
    return at == text.len || ((unsigned char)text.ptr[at] & 0xC0) != 0x80;
}

static void check_tokens(const cq_doc *doc) {
    uint32_t next = 0;
    for (uint32_t i = 0; i < doc->blocks.len; i++) {
        const cq_block *block = &doc->blocks.at[i];
        uint32_t before = 0;
        CHECK(block->first_token == next && block->end_token <= doc->tokens.len);
        for (; next < block->end_token; next++) {
            const cq_token *token = &doc->tokens.at[next];
            CHECK(before <= token->start);
            CHECK(is_character_start(block->text, token->start));
            CHECK(is_character_start(block->text, token->end));
            check_place(doc, block, (cq_text_span){token->start, token->end});
            before = token->end;
        }
    }
    CHECK(next == doc->tokens.len);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    if (size) check_plain_text(data[0], (cq_str){(const char *)data + 1, size - 1}, check_tokens);
    return 0;
}
