/* The language that a document is found to be in, where it says another one. */
#include "text/language_found.h"

#include "doc_fixture.h"

#include <stdio.h>

#define GERMAN                                                                                     \
    "Der Gemeinderat verschob die umstrittene Entscheidung am Dienstag. Die Sitzung dauerte mehr " \
    "als drei Stunden. Viele Bürger warteten vor dem Rathaus auf eine Antwort. Niemand wollte "   \
    "erklären, warum die Abstimmung verschoben wurde. "
#define ENGLISH                                                                                    \
    "The council put off the vote on Tuesday. The session took more than three hours. Many of "    \
    "the "                                                                                         \
    "people who had come waited for an answer. Nobody wanted to say why it had been put off. "

static const char *guess(const char *text) {
    doc_fixture f;
    open_fixture_words(&f);
    open_fixture_doc(&f, text);
    const char *code = cq_language_found_guess(&f.doc);
    close_fixture(&f);
    return code;
}

static void the_language_of_most_sentences_is_found(void **state) {
    (void)state;
    assert_string_equal(guess(GERMAN), "de");
    assert_string_equal(guess(GERMAN GERMAN "The council put off the vote on Tuesday."), "de");
    assert_string_equal(guess("Городской совет отложил решение во вторник. Заседание длилось более "
                              "трёх часов. Жители ждали ответа у здания администрации. Никто не "
                              "захотел объяснить, почему голосование перенесли. Мэр обещал "
                              "новости до конца этой недели."),
                        "ru");
}

static void nothing_is_found_where_the_text_is_what_it_says(void **state) {
    (void)state;
    assert_string_equal(guess(ENGLISH), "");
    assert_string_equal(guess(ENGLISH GERMAN), "");
    assert_string_equal(guess(""), "");
}

/* Of a long text only some sentences are looked at: not always the same side of one in several languages. */
static void languages_that_take_turns_are_all_seen(void **state) {
    (void)state;
    static const char *const sides[] = {
        "Viele Bürger warteten vor dem Rathaus auf eine Antwort.\n\n",
        "Many of the people who had come waited for an answer.\n\n"};
    static char text[65536];
    for (uint32_t turn = 2; turn <= 3; turn++)
        for (uint32_t count = 60; count < 700; count += 7) {
            size_t len = 0;
            for (uint32_t i = 0; i < count; i++)
                len += (size_t)snprintf(text + len, sizeof text - len, "%s",
                                        sides[i % turn == turn - 1]);
            assert_string_equal(guess(text), "");
        }
}

static void a_sentence_or_a_quotation_is_not_the_text(void **state) {
    (void)state;
    assert_string_equal(guess("Der Gemeinderat verschob die umstrittene Entscheidung am Dienstag."),
                        "");
    assert_string_equal(guess("“" GERMAN "”"), "");
}

/* Words of a program, of which none says much about its language. */
static void short_texts_count_too(void **state) {
    (void)state;
    assert_string_equal(
        guess("Open\n\nSave as\n\nPrint\n\nClose the window\n\nUndo\n\nRedo\n\nLog out\n\n" GERMAN),
        "");
    assert_string_equal(guess("Open\n\nSave as\n\n" GERMAN), "de");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_language_of_most_sentences_is_found),
        cmocka_unit_test(nothing_is_found_where_the_text_is_what_it_says),
        cmocka_unit_test(languages_that_take_turns_are_all_seen),
        cmocka_unit_test(a_sentence_or_a_quotation_is_not_the_text),
        cmocka_unit_test(short_texts_count_too),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
