/* The lexicon: which words English has. */
#include "text/lexicon_model.h"

#include "cmocka_first.h"

static bool has(const char *word) {
    return cq_lexicon_model_has(cq_str_of(word));
}

static void forms_of_english_words_are_there(void **state) {
    (void)state;
    static const char *const words[] = {"house",         "houses", "harbour",    "harbor",
                                        "ran",           "café",   "smartphone", "well-known",
                                        "mother-in-law", "baker's"};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (!has(words[i])) fail_msg("%s is not there", words[i]);
}

static void words_of_other_languages_are_not(void **state) {
    (void)state;
    static const char *const words[] = {"reunión",   "sucedido",    "aplazó",
                                        "przepływu", "décembre",    "gemeinderat",
                                        "полиция",   "a-przepływu", "xqzt"};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (has(words[i])) fail_msg("%s is there", words[i]);
}

static void what_has_no_letters_is_no_news(void **state) {
    (void)state;
    assert_true(has(""));
    assert_true(has("-"));
    assert_true(has("'s"));
}

static void only_english_has_one(void **state) {
    (void)state;
    assert_true(cq_lexicon_model_is_for(CQ_STR("en")));
    assert_true(cq_lexicon_model_is_for(CQ_STR("en-GB")));
    assert_false(cq_lexicon_model_is_for(CQ_STR("es")));
    assert_false(cq_lexicon_model_is_for(CQ_STR("enm")));
    assert_false(cq_lexicon_model_is_for(CQ_STR("")));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(forms_of_english_words_are_there),
        cmocka_unit_test(words_of_other_languages_are_not),
        cmocka_unit_test(what_has_no_letters_is_no_news),
        cmocka_unit_test(only_english_has_one),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
