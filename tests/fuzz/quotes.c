/* Quotations: marks of their own block, in order, properly nested, no mark used twice. */
#include "tests/fuzz/text.h"

#include "text/quote.h"

static bool is_in(const cq_block *block, uint32_t token) {
    return token == CQ_NO_TOKEN || (token >= block->first_token && token < block->end_token);
}

static void check_quotations(const cq_doc *doc) {
    uint8_t *used = calloc(doc->tokens.len + 1, 1);
    for (uint32_t i = 0; i < doc->quotations.len; i++) {
        const cq_quotation *quotation = &doc->quotations.at[i];
        uint32_t open = quotation->open_token, close = quotation->close_token;
        CHECK(quotation->block < doc->blocks.len && quotation->depth > 0);
        CHECK(open != CQ_NO_TOKEN || close != CQ_NO_TOKEN);
        CHECK(is_in(&doc->blocks.at[quotation->block], open));
        CHECK(is_in(&doc->blocks.at[quotation->block], close));
        CHECK(open == CQ_NO_TOKEN || close == CQ_NO_TOKEN || open < close);
        CHECK(open == CQ_NO_TOKEN || !used[open]++);
        CHECK(close == CQ_NO_TOKEN || !used[close]++);
    }
    free(used);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    if (size)
        check_plain_text(data[0], (cq_str){(const char *)data + 1, size - 1}, check_quotations);
    return 0;
}
