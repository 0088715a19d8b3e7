/* The source language, guessed from the words that a translation left. */
#include "text/language_source.h"

#include "doc_fixture.h"

static const char *guess(const char *text) {
    doc_fixture f;
    cq_arena scratch;
    cq_arena_init(&scratch);
    open_fixture_words(&f);
    open_fixture_doc(&f, text);
    const char *code = cq_language_source_guess(&f.doc, &scratch, NULL);
    close_fixture(&f);
    cq_arena_release(&scratch);
    return code;
}

static void leftover_words_tell(void **state) {
    (void)state;
    assert_string_equal(
        guess("The minister sucedió in the reunión and the desnuclearización of the "
              "valley. It was an apuñalamiento, said the norcoreano."),
        "es");
    assert_string_equal(guess("The przywódca spoke of the przepływu and the pierwszy spokrewnione "
                              "plan."),
                        "pl");
}

static void few_words_do_not(void **state) {
    (void)state;
    assert_string_equal(guess("The minister sucedió in the reunión."), "");
    assert_string_equal(guess("The minister left the valley, and nobody knows where he is."), "");
    assert_string_equal(guess(""), "");
}

static void names_and_quoted_words_do_not(void **state) {
    (void)state;
    assert_string_equal(guess("They sang “sucedió reunión desnuclearización apuñalamiento” for "
                              "Norcoreano Apuñalado Desnuclearizado."),
                        "");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(leftover_words_tell),
        cmocka_unit_test(few_words_do_not),
        cmocka_unit_test(names_and_quoted_words_do_not),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
