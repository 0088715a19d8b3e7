/* The trigger automaton: what a pattern matches and what it does not. */
#include "check/phrase.h"

#include "doc_fixture.h"

#include <stdio.h>
#include <string.h>

/* The matches of `pattern` in `text`, each as its words, separated by " / ". */
static const char *matches(const char *pattern, const char *text) {
    static char out[2048];
    doc_fixture f;
    cq_arena arena;
    cq_err err;
    cq_arena_init(&arena);
    open_fixture_words(&f);
    cq_phrase_set *set = cq_phrase_new(&arena, &f.words);
    if (!cq_phrase_add(set, cq_str_of(pattern), 7, &err)) fail_msg("%s", err.message);
    open_fixture_doc(&f, text);
    cq_phrase_hits hits = {0};
    cq_phrase_scan(&hits, &arena, set, &f.doc, 0, f.doc.sentences.len, NULL);
    out[0] = '\0';
    for (uint32_t i = 0; i < hits.len; i++) {
        const cq_sentence *sentence = &f.doc.sentences.at[hits.at[i].sentence];
        const cq_block *block = &f.doc.blocks.at[sentence->block];
        cq_span span = cq_doc_locate(&f.doc, block, hits.at[i].first, hits.at[i].end);
        assert_int_equal(hits.at[i].owner, 7);
        size_t used = strlen(out);
        snprintf(out + used, sizeof out - used, "%s%.*s", used ? " / " : "",
                 CQ_FMT(cq_source_slice(&f.doc.source, span)));
    }
    close_fixture(&f);
    cq_arena_release(&arena);
    return out;
}

static const char *refusal(const char *pattern) {
    static cq_err err;
    cq_arena arena;
    cq_intern words;
    cq_arena_init(&arena);
    cq_intern_init(&words);
    cq_phrase_set *set = cq_phrase_new(&arena, &words);
    err.message[0] = '\0';
    bool ok = cq_phrase_add(set, cq_str_of(pattern), 0, &err);
    assert_false(ok);
    cq_intern_release(&words);
    cq_arena_release(&arena);
    return err.message;
}

#define TEXT "The ship left at dawn. It's late, and the Ship's crew left the ship."

static void words_match_in_any_case(void **state) {
    (void)state;
    assert_string_equal(matches("the ship", TEXT), "The ship / the ship");
    assert_string_equal(matches("left", TEXT), "left / left");
    assert_string_equal(matches("hip", TEXT), "");
}

static void apostrophes_are_equal(void **state) {
    (void)state;
    assert_string_equal(matches("it's", "It\xE2\x80\x99s late and it's dark."),
                        "It\xE2\x80\x99s / it's");
}

static void alternatives_and_optional_elements(void **state) {
    (void)state;
    assert_string_equal(matches("left at|the", TEXT), "left at / left the");
    assert_string_equal(matches("left the? ship|at", TEXT), "left at / left the ship");
}

static void punctuation_is_an_element(void **state) {
    (void)state;
    assert_string_equal(matches("late , and", TEXT), "late, and");
}

static void classes(void **state) {
    (void)state;
    assert_string_equal(matches("<number> ships", "There were 12 ships."), "12 ships");
    assert_string_equal(matches("<open> against <close>", "It goes \"against\" us, \"for\" you."),
                        "\"against\"");
    assert_string_equal(matches("the <capitalized>", "the Hague, the city, the UN"), "the Hague");
    assert_string_equal(matches("the <upper>", "the Hague, the city, the UN"), "the UN");
    assert_string_equal(matches("<odd-gap>", "one two\xC2\xA0three"), "three");
    assert_string_equal(matches("<odd-end>", "One.\n\nTwo.\xC2\xA0\n\nThree. \n"), ".");
    assert_string_equal(matches("the|a <word>|<number>", "the 3 and a ship"), "the 3 / a ship");
}

static void a_class_beside_a_word(void **state) {
    (void)state;
    const char *text = "They met on Friday, on friday, and on FRIDAY.";
    assert_string_equal(matches("<lower>&monday|friday", text), "friday");
    assert_string_equal(matches("on <capitalized>&friday <glued>&,", text), "on Friday,");
    assert_string_equal(matches("<upper>&<word>", text), "FRIDAY");
}

static void classes_of_numbers(void **state) {
    (void)state;
    const char *text = "Add 3,5 and 12,75 to 1,250 and 3.5, then 1.250.000 and 1.250 and 10.0.0.127.";
    assert_string_equal(matches("<comma-decimal>", text), "3,5 / 12,75");
    assert_string_equal(matches("<stop-groups>", text), "1.250.000");
}

static void a_class_for_marks_of_two_kinds(void **state) {
    (void)state;
    assert_string_equal(matches("<mixed>", "He said “no\" and \"yes\" and “so“."), "\" / “");
    assert_string_equal(matches("<mixed>", "Er sagte: „Nein“, ”ja”, »so« und «nun»."), "");
}

static void a_class_for_what_stands_twice(void **state) {
    (void)state;
    assert_string_equal(matches("<repeated>", "The The boat boat sank in 1959 1959. 1959 it was."),
                        "The / boat / 1959");
    assert_string_equal(matches("<repeated>", "It sank, sank; and so-so."), "");
    assert_string_equal(matches("and <echo>", "Salt and salt. Oil and oil and and oil."),
                        "and salt / and oil");
}

static void a_class_for_marks_behind_a_space(void **state) {
    (void)state;
    assert_string_equal(matches("<loose>", "The boat , (old ) sank : why ? Now."), ", / ) / : / ?");
    assert_string_equal(matches("<loose>", "The boat, (old) - sank: why?"), "");
}

static void a_class_for_words_that_no_lexicon_has(void **state) {
    (void)state;
    assert_string_equal(
        matches("<unknown>", "The boat's mast-heads were sucedido, x2 and Fulmaro."), "sucedido");
    assert_string_equal(matches("<unknown>", "The полиция came to Москва."), "полиция");
}

static void sentence_edges(void **state) {
    (void)state;
    assert_string_equal(matches("^ it's", TEXT), "It's");
    assert_string_equal(matches("^ ship", TEXT), "");
    assert_string_equal(matches("ship . $", TEXT), "ship.");
    assert_string_equal(matches("^ is . $", "It ended. Is. So it is."), "Is.");
}

static void a_phrase_stays_in_its_sentence(void **state) {
    (void)state;
    assert_string_equal(matches("dawn . it's", TEXT), "");
}

static void overlapping_matches_are_all_found(void **state) {
    (void)state;
    assert_string_equal(matches("very very", "very very very good"), "very very / very very");
    assert_string_equal(matches("left <word> <word>?", "left at dawn"), "left at / left at dawn");
}

static void an_escape_takes_the_next_byte_literally(void **state) {
    (void)state;
    assert_string_equal(matches("dawn \\?", "at dawn ? no"), "dawn ?");
}

static void broken_patterns_are_refused(void **state) {
    (void)state;
    assert_string_equal(refusal(""), "pattern \"\": it would match nothing at all");
    assert_string_equal(refusal("a? b?"), "pattern \"a? b?\": it would match nothing at all");
    assert_string_equal(refusal("<verb>&a"),
                        "pattern \"<verb>&a\": there is no token class <verb>");
    assert_string_equal(refusal("<verb>"), "pattern \"<verb>\": there is no token class <verb>");
    assert_string_equal(refusal("a|"), "pattern \"a|\": an empty alternative");
    char bomb[4096] = "a"; /* 301 alternatives, twice */
    for (int half = 0; half < 2; half++) {
        for (int i = 0; i < 300; i++)
            snprintf(bomb + strlen(bomb), sizeof bomb - strlen(bomb), "|w%d", i);
        if (half == 0) strcat(bomb, " a");
    }
    assert_non_null(strstr(refusal(bomb), "more than 65536 phrases"));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(words_match_in_any_case),
        cmocka_unit_test(apostrophes_are_equal),
        cmocka_unit_test(alternatives_and_optional_elements),
        cmocka_unit_test(punctuation_is_an_element),
        cmocka_unit_test(classes),
        cmocka_unit_test(a_class_beside_a_word),
        cmocka_unit_test(classes_of_numbers),
        cmocka_unit_test(a_class_for_marks_of_two_kinds),
        cmocka_unit_test(a_class_for_what_stands_twice),
        cmocka_unit_test(a_class_for_marks_behind_a_space),
        cmocka_unit_test(a_class_for_words_that_no_lexicon_has),
        cmocka_unit_test(sentence_edges),
        cmocka_unit_test(a_phrase_stays_in_its_sentence),
        cmocka_unit_test(overlapping_matches_are_all_found),
        cmocka_unit_test(an_escape_takes_the_next_byte_literally),
        cmocka_unit_test(broken_patterns_are_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
