#include "base/digest.h"

#include <sodium/core.h>

void cq_digester_init(cq_digester *digester) {
    /* Once, from whichever thread comes first: it finds out what the processor can. What else may go wrong
       in there, random numbers, does not concern digests. */
    (void)!sodium_init();
    crypto_generichash_init(&digester->state, NULL, 0, CQ_DIGEST_SIZE);
}

void cq_digester_push(cq_digester *digester, cq_str bytes) {
    if (bytes.len)
        crypto_generichash_update(&digester->state, (const unsigned char *)bytes.ptr, bytes.len);
}

void cq_digester_push_number(cq_digester *digester, uint64_t number) {
    char bytes[8];
    for (int i = 0; i < 8; i++) bytes[i] = (char)(number >> (8 * i) & 0xFF);
    cq_digester_push(digester, (cq_str){bytes, sizeof bytes});
}

void cq_digester_push_text(cq_digester *digester, cq_str text) {
    cq_digester_push_number(digester, text.len);
    cq_digester_push(digester, text);
}

cq_digest cq_digester_end(cq_digester *digester) {
    cq_digest out;
    crypto_generichash_final(&digester->state, out.at, sizeof out.at);
    return out;
}

bool cq_digest_is_equal(const cq_digest *a, const cq_digest *b) {
    return memcmp(a->at, b->at, CQ_DIGEST_SIZE) == 0;
}
