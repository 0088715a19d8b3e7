/* Digests are BLAKE2b's: what another program says of the same bytes. */
#include "base/digest.h"
#include "base/buf.h"

#include "cmocka_first.h"

#include <stdio.h>

static cq_digest take(cq_str bytes, size_t step) {
    cq_digester digester;
    cq_digester_init(&digester);
    for (size_t at = 0; at < bytes.len; at += step)
        cq_digester_push(&digester, cq_str_slice(bytes, at, at + step));
    return cq_digester_end(&digester);
}

static void expect(cq_str bytes, const char *hex) {
    char found[2 * CQ_DIGEST_SIZE + 1];
    cq_digest digest = take(bytes, bytes.len + 1);
    for (int i = 0; i < CQ_DIGEST_SIZE; i++) snprintf(found + 2 * i, 3, "%02x", digest.at[i]);
    assert_string_equal(found, hex);
}

/* `b2sum -l 256` says so. */
static void says_what_b2sum_says(void **state) {
    (void)state;
    expect(CQ_STR(""), "0e5751c026e543b2e8ab2eb06099daa1d1e5df47778f7787faab45cdf12fe3a8");
    expect(CQ_STR("abc"), "bddd813c634239723171ef3fee98579b94964e3bb1cb3e427262c8c068d52319");
    char zeros[1000] = {0};
    expect((cq_str){zeros, 127},
           "0f2dfeb03485c703d0c8584a40d135192ecb150247e9377595ed718d84b08a85");
    expect((cq_str){zeros, 128},
           "378d0caaaa3855f1b38693c1d6ef004fd118691c95c959d4efa950d6d6fcf7c1");
    expect((cq_str){zeros, 129},
           "baadfb64c3bd2cd187b54accc5e61a0720ed86bf48c28017873536cf9015d1b8");
    expect((cq_str){zeros, 1000},
           "919da92d5040aeac86a75eb4125da3d0a9423bae8ae422b733b755f7baa8dadf");
}

static void pieces_do_not_matter(void **state) {
    (void)state;
    char bytes[700];
    for (size_t i = 0; i < sizeof bytes; i++) bytes[i] = (char)(i * 7);
    cq_str all = {bytes, sizeof bytes};
    cq_digest whole = take(all, sizeof bytes);
    for (size_t step = 1; step < 300; step++) {
        cq_digest found = take(all, step);
        assert_true(cq_digest_is_equal(&found, &whole));
    }
}

static void texts_do_not_run_into_each_other(void **state) {
    (void)state;
    const char *const pairs[2][2] = {{"ab", "c"}, {"a", "bc"}};
    cq_digest digests[2];
    for (int i = 0; i < 2; i++) {
        cq_digester digester;
        cq_digester_init(&digester);
        cq_digester_push_text(&digester, cq_str_of(pairs[i][0]));
        cq_digester_push_text(&digester, cq_str_of(pairs[i][1]));
        digests[i] = cq_digester_end(&digester);
    }
    assert_false(cq_digest_is_equal(&digests[0], &digests[1]));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(says_what_b2sum_says),
        cmocka_unit_test(pieces_do_not_matter),
        cmocka_unit_test(texts_do_not_run_into_each_other),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
