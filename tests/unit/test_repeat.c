/* Sentences that come again in nearly the same words. */
#include "text/repeat.h"

#include "doc_fixture.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* The pairs of `text` as "first-second" (sentences from 1), "=" for identical ones. */
static const char *repeats(const char *text, float least) {
    static char out[2048];
    doc_fixture f;
    cq_repeats found = {0};
    cq_frequencies frequencies;
    open_fixture_words(&f);
    open_fixture_doc(&f, text);
    cq_frequency_count(&frequencies, &f.doc.arena, &f.doc);
    cq_repeat_find(&found, &f.doc.arena, &f.doc, &frequencies, least, NULL);
    out[0] = '\0';
    for (uint32_t i = 0; i < found.len; i++) {
        size_t used = strlen(out);
        snprintf(out + used, sizeof out - used, "%s%u-%u%s", used ? " " : "", found.at[i].first + 1,
                 found.at[i].second + 1, found.at[i].is_identical ? "=" : "");
    }
    close_fixture(&f);
    return out;
}

#define PLAIN "The council promised new buses, cheaper tickets and cleaner stations by spring. "
#define VARIED "By spring the council promised cheaper tickets, new buses and cleaner stations. "
#define OTHER "Nobody believed that the tram line across the old harbour would ever be finished. "

static void near_and_identical_sentences(void **state) {
    (void)state;
    assert_string_equal(repeats(PLAIN OTHER VARIED, 0.6f), "1-3");
    assert_string_equal(repeats(PLAIN OTHER PLAIN, 0.6f), "1-3=");
    assert_string_equal(repeats(PLAIN OTHER, 0.6f), "");
}

static void similarity_is_the_jaccard_index_of_content_words(void **state) {
    (void)state;
    /* 8 content words, 2 of them changed: 6 shared of 10. */
    const char *text = "Seven red boats crossed the wide bay before noon yesterday. "
                       "Seven red boats crossed the wide bay before storms Monday.";
    assert_string_equal(repeats(text, 0.6f), "1-2");
    assert_string_equal(repeats(text, 0.7f), "");
}

static void short_sentences_are_not_compared(void **state) {
    (void)state;
    assert_string_equal(
        repeats("He opened the old green door. He opened the old green door.", 0.6f), "");
}

static void a_sentence_names_its_earliest_partners_only(void **state) {
    (void)state;
    char text[sizeof PLAIN * 8] = "";
    for (int i = 0; i < 7; i++) strcat(text, PLAIN);
    const char *found = repeats(text, 0.6f);
    assert_non_null(strstr(found, "1-7= 2-7= 3-7= 4-7="));
    assert_null(strstr(found, "5-7"));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(near_and_identical_sentences),
        cmocka_unit_test(similarity_is_the_jaccard_index_of_content_words),
        cmocka_unit_test(short_sentences_are_not_compared),
        cmocka_unit_test(a_sentence_names_its_earliest_partners_only),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
