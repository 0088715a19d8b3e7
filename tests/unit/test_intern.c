/* Interned words: one id for a word however it is written, and forgetting. */
#include "doc_fixture.h"

#include <stdio.h>
#include <string.h>

static cq_intern words;

static int set_up(void **state) {
    (void)state;
    cq_intern_init(&words);
    return 0;
}

static int tear_down(void **state) {
    (void)state;
    cq_intern_release(&words);
    return 0;
}

static cq_word fold(const char *written) {
    return cq_intern_fold(&words, cq_str_of(written));
}

static const char *text_of(cq_word word) {
    return cq_intern_text(&words, word).ptr;
}

static void a_word_has_one_id_in_any_case(void **state) {
    (void)state;
    assert_int_equal(fold("House"), fold("HOUSE"));
    assert_int_equal(fold("house"), cq_intern_get(&words, CQ_STR("house")));
    assert_int_not_equal(fold("house"), fold("houses"));
    assert_string_equal(text_of(fold("HOUSE")), "house");
    assert_string_equal(text_of(fold("ÉTÉ")), "été");
    assert_string_equal(text_of(fold("ΣΑΣ")), "σασ");
}

static void typographic_signs_fold_to_plain_ones(void **state) {
    (void)state;
    assert_int_equal(fold("it’s"), fold("It's"));
    assert_int_equal(fold("non‑stop"), fold("non-stop"));
    assert_int_equal(fold("co\xC2\xADoperate"), fold("cooperate"));
}

static void ascii_characters_are_their_own_ids(void **state) {
    (void)state;
    for (int c = 1; c < 128; c++) {
        char byte = (char)c;
        assert_int_equal(cq_intern_fold(&words, (cq_str){&byte, 1}), cq_intern_of_ascii(byte));
    }
    assert_int_equal(fold("."), '.');
    assert_int_equal(fold("A"), 'a');
}

static void what_is_not_there_has_no_id(void **state) {
    (void)state;
    assert_int_equal(cq_intern_find(&words, CQ_STR("zebra")), CQ_WORD_NONE);
    cq_word zebra = fold("Zebra");
    assert_int_equal(cq_intern_find(&words, CQ_STR("zebra")), zebra);
    assert_int_not_equal(cq_intern_get(&words, CQ_STR("")), CQ_WORD_NONE);
}

/* Words of every length from one to forty bytes, which the look-up treats in three ways. */
static void lengths_do_not_mix(void **state) {
    (void)state;
    cq_word ids[41];
    char text[41];
    for (size_t len = 1; len <= 40; len++) {
        memset(text, 'X', len);
        ids[len] = cq_intern_fold(&words, (cq_str){text, len});
    }
    for (size_t len = 1; len <= 40; len++) {
        memset(text, 'x', len);
        assert_int_equal(cq_intern_find(&words, (cq_str){text, len}), ids[len]);
        assert_int_equal(cq_intern_text(&words, ids[len]).len, len);
        text[len / 2] = 'y';
        assert_int_equal(cq_intern_find(&words, (cq_str){text, len}),
                         len == 1 ? (cq_word)'y' : CQ_WORD_NONE);
    }
}

static void many_words_survive_growing(void **state) {
    (void)state;
    char text[32];
    cq_word first = fold("w0x");
    for (int i = 0; i < 20000; i++) {
        snprintf(text, sizeof text, i % 2 ? "w%dx" : "a-rather-long-word-%d", i);
        fold(text);
    }
    assert_int_equal(cq_intern_find(&words, CQ_STR("w0x")), first);
    for (int i = 0; i < 20000; i++) {
        snprintf(text, sizeof text, i % 2 ? "w%dx" : "a-rather-long-word-%d", i);
        cq_word word = cq_intern_find(&words, cq_str_of(text));
        assert_int_not_equal(word, CQ_WORD_NONE);
        assert_string_equal(text_of(word), text);
    }
}

static void rewinding_forgets_later_words_only(void **state) {
    (void)state;
    char text[32];
    cq_word kept = fold("kept");
    for (int round = 0; round < 3; round++) {
        int count = round == 1 ? 9000 : 5; /* both ways of forgetting */
        cq_intern_mark mark = cq_intern_get_mark(&words);
        for (int i = 0; i < count; i++) {
            snprintf(text, sizeof text, "later-%d", i);
            fold(text);
        }
        cq_intern_rewind(&words, mark);
        assert_int_equal(cq_intern_find(&words, CQ_STR("kept")), kept);
        assert_int_equal(cq_intern_find(&words, CQ_STR("later-0")), CQ_WORD_NONE);
        assert_int_equal(fold("."), '.');
    }
}

static void stray_bytes_do_no_harm(void **state) {
    (void)state;
    char bytes[300];
    memset(bytes, 0xFF, sizeof bytes);
    for (size_t len = 0; len <= sizeof bytes; len++)
        assert_int_equal(cq_intern_fold(&words, (cq_str){bytes, len}),
                         cq_intern_fold(&words, (cq_str){bytes, len}));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(a_word_has_one_id_in_any_case, set_up, tear_down),
        cmocka_unit_test_setup_teardown(typographic_signs_fold_to_plain_ones, set_up, tear_down),
        cmocka_unit_test_setup_teardown(ascii_characters_are_their_own_ids, set_up, tear_down),
        cmocka_unit_test_setup_teardown(what_is_not_there_has_no_id, set_up, tear_down),
        cmocka_unit_test_setup_teardown(lengths_do_not_mix, set_up, tear_down),
        cmocka_unit_test_setup_teardown(many_words_survive_growing, set_up, tear_down),
        cmocka_unit_test_setup_teardown(rewinding_forgets_later_words_only, set_up, tear_down),
        cmocka_unit_test_setup_teardown(stray_bytes_do_no_harm, set_up, tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
