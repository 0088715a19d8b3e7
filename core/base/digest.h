/* Digests: 32 bytes that stand for any number of bytes. They are BLAKE2b's (RFC 7693), so that nobody can
   make two texts of one digest, and may be stored. */
#ifndef CQ_BASE_DIGEST_H
#define CQ_BASE_DIGEST_H

#include "base/str.h"

#include <sodium/crypto_generichash.h>

enum { CQ_DIGEST_SIZE = 32 }; /* bytes */

typedef struct cq_digest {
    unsigned char at[CQ_DIGEST_SIZE];
} cq_digest;

/* A digest in the making. Caller's storage, by cq_digester_init; owns nothing. */
typedef struct cq_digester {
    crypto_generichash_state state;
} cq_digester;

void cq_digester_init(cq_digester *digester);

/* Appends bytes as they are: "ab" and "c" are the same as "a" and "bc". */
void cq_digester_push(cq_digester *digester, cq_str bytes);

/* Appends a text with its length, so that these are not the same. */
void cq_digester_push_text(cq_digester *digester, cq_str text);

void cq_digester_push_number(cq_digester *digester, uint64_t number);

/* The digest of all that was pushed; nothing may be pushed behind it. */
cq_digest cq_digester_end(cq_digester *digester);

bool cq_digest_is_equal(const cq_digest *a, const cq_digest *b);

#endif
