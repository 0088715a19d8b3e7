#include "base/digest.h"

/* The names are those of RFC 7693. */
static const uint64_t initial[8] = {
    UINT64_C(0x6a09e667f3bcc908), UINT64_C(0xbb67ae8584caa73b), UINT64_C(0x3c6ef372fe94f82b),
    UINT64_C(0xa54ff53a5f1d36f1), UINT64_C(0x510e527fade682d1), UINT64_C(0x9b05688c2b3e6c1f),
    UINT64_C(0x1f83d9abfb41bd6b), UINT64_C(0x5be0cd19137e2179)};

static const unsigned char sigma[10][16] = {
    {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15},
    {14, 10, 4, 8, 9, 15, 13, 6, 1, 12, 0, 2, 11, 7, 5, 3},
    {11, 8, 12, 0, 5, 2, 15, 13, 10, 14, 3, 6, 7, 1, 9, 4},
    {7, 9, 3, 1, 13, 12, 11, 14, 2, 6, 5, 10, 4, 0, 15, 8},
    {9, 0, 5, 7, 2, 4, 10, 15, 14, 1, 11, 12, 6, 8, 3, 13},
    {2, 12, 6, 10, 0, 11, 8, 3, 4, 13, 7, 5, 15, 14, 1, 9},
    {12, 5, 1, 15, 14, 13, 4, 10, 0, 7, 6, 3, 9, 2, 8, 11},
    {13, 11, 7, 14, 12, 1, 3, 9, 5, 0, 15, 4, 8, 6, 2, 10},
    {6, 15, 14, 9, 11, 3, 0, 8, 12, 2, 13, 7, 1, 4, 10, 5},
    {10, 2, 8, 4, 7, 6, 1, 5, 15, 11, 9, 14, 3, 12, 13, 0},
};

static inline uint64_t rotate(uint64_t x, unsigned by) {
    return x >> by | x << (64 - by);
}

/* Eight bytes, the least first. */
static inline uint64_t read_word(const unsigned char *p) {
    uint64_t word;
    memcpy(&word, p, sizeof word);
#if __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__
    word = __builtin_bswap64(word);
#endif
    return word;
}

static inline void mix(uint64_t v[16], int a, int b, int c, int d, uint64_t x, uint64_t y) {
    v[a] += v[b] + x;
    v[d] = rotate(v[d] ^ v[a], 32);
    v[c] += v[d];
    v[b] = rotate(v[b] ^ v[c], 24);
    v[a] += v[b] + y;
    v[d] = rotate(v[d] ^ v[a], 16);
    v[c] += v[d];
    v[b] = rotate(v[b] ^ v[c], 63);
}

static inline void mix_round(uint64_t v[16], const uint64_t m[16], const unsigned char s[16]) {
    mix(v, 0, 4, 8, 12, m[s[0]], m[s[1]]);
    mix(v, 1, 5, 9, 13, m[s[2]], m[s[3]]);
    mix(v, 2, 6, 10, 14, m[s[4]], m[s[5]]);
    mix(v, 3, 7, 11, 15, m[s[6]], m[s[7]]);
    mix(v, 0, 5, 10, 15, m[s[8]], m[s[9]]);
    mix(v, 1, 6, 11, 12, m[s[10]], m[s[11]]);
    mix(v, 2, 7, 8, 13, m[s[12]], m[s[13]]);
    mix(v, 3, 4, 9, 14, m[s[14]], m[s[15]]);
}

/* Written out, so that the compiler knows each index: it takes half the time. */
static inline void mix_all(uint64_t v[16], const uint64_t m[16]) {
    mix_round(v, m, sigma[0]);
    mix_round(v, m, sigma[1]);
    mix_round(v, m, sigma[2]);
    mix_round(v, m, sigma[3]);
    mix_round(v, m, sigma[4]);
    mix_round(v, m, sigma[5]);
    mix_round(v, m, sigma[6]);
    mix_round(v, m, sigma[7]);
    mix_round(v, m, sigma[8]);
    mix_round(v, m, sigma[9]);
    mix_round(v, m, sigma[0]);
    mix_round(v, m, sigma[1]);
}

static void compress(cq_digester *d, const unsigned char *block, bool is_last) {
    uint64_t v[16], m[16];
    for (int i = 0; i < 8; i++) {
        v[i] = d->state[i];
        v[i + 8] = initial[i];
    }
    v[12] ^= d->total; /* the upper word of the count is 0: no text is that long */
    if (is_last) v[14] = ~v[14];
    for (int i = 0; i < 16; i++) m[i] = read_word(block + 8 * i);
    mix_all(v, m);
    for (int i = 0; i < 8; i++) d->state[i] ^= v[i] ^ v[i + 8];
}

void cq_digester_init(cq_digester *digester) {
    *digester = (cq_digester){0};
    memcpy(digester->state, initial, sizeof initial);
    digester->state[0] ^= 0x01010000 ^ CQ_DIGEST_SIZE; /* no key; the digest's length */
}

/* The last block is compressed as such, so a full one waits until more comes. */
void cq_digester_push(cq_digester *d, cq_str bytes) {
    while (bytes.len) {
        if (d->used == CQ_DIGEST_BLOCK) {
            d->total += CQ_DIGEST_BLOCK;
            compress(d, d->block, false);
            d->used = 0;
        }
        cq_str piece = cq_str_slice(bytes, 0, CQ_DIGEST_BLOCK - d->used);
        memcpy(d->block + d->used, piece.ptr, piece.len);
        d->used += (uint32_t)piece.len;
        bytes = cq_str_slice(bytes, piece.len, bytes.len);
    }
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

cq_digest cq_digester_end(cq_digester *d) {
    cq_digest out;
    memset(d->block + d->used, 0, CQ_DIGEST_BLOCK - d->used);
    d->total += d->used;
    compress(d, d->block, true);
    for (int i = 0; i < CQ_DIGEST_SIZE; i++)
        out.at[i] = (unsigned char)(d->state[i / 8] >> (8 * (i % 8)));
    return out;
}

bool cq_digest_is_equal(const cq_digest *a, const cq_digest *b) {
    return memcmp(a->at, b->at, CQ_DIGEST_SIZE) == 0;
}
