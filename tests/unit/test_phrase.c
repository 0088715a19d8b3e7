/* The trigger automaton: what a pattern matches and what it does not. */
#include "check/phrase.h"

#include "doc_fixture.h"

#include <stdio.h>
#include <string.h>

/* A document that a pattern has been looked for in. */
typedef struct search {
    doc_fixture f;
    cq_arena arena;
    cq_phrase_set *set;
    cq_phrase_hits hits;
} search;

static void begin_search(search *s, const char *pattern, const char *text) {
    cq_err err;
    *s = (search){0};
    cq_arena_init(&s->arena);
    open_fixture_words(&s->f);
    s->set = cq_phrase_new(&s->arena, &s->f.words);
    if (!cq_phrase_add(s->set, cq_str_of(pattern), 7, &err)) fail_msg("%s", err.message);
    open_fixture_doc(&s->f, text);
    cq_phrase_scan(&s->hits, &s->arena, s->set, &s->f.doc, 0, s->f.doc.sentences.len, true, NULL);
}

static void end_search(search *s) {
    close_fixture(&s->f);
    cq_arena_release(&s->arena);
}

/* Tokens [first, end) of a sentence, as they are written. */
static cq_str written(const search *s, uint32_t sentence, uint32_t first, uint32_t end) {
    const cq_block *block = &s->f.doc.blocks.at[s->f.doc.sentences.at[sentence].block];
    return cq_source_slice(&s->f.doc.source, cq_doc_locate(&s->f.doc, block, first, end));
}

/* The matches of `pattern` in `text`, each as its words, separated by " / ". */
static const char *matches(const char *pattern, const char *text) {
    static char out[2048];
    search s;
    begin_search(&s, pattern, text);
    out[0] = '\0';
    for (uint32_t i = 0; i < s.hits.len; i++) {
        const cq_phrase_hit *hit = &s.hits.at[i];
        size_t used = strlen(out);
        assert_int_equal(hit->owner, 7);
        snprintf(out + used, sizeof out - used, "%s%.*s", used ? " / " : "",
                 CQ_FMT(written(&s, hit->sentence, hit->first, hit->end)));
    }
    end_search(&s);
    return out;
}

/* The parts of the first match, the last one first: "name: words", and "?: words" of what may be missing. */
static const char *parts(const char *pattern, const char *text) {
    static char out[2048];
    search s;
    cq_phrase_part part;
    uint32_t next = 0;
    begin_search(&s, pattern, text);
    out[0] = '\0';
    while (s.hits.len && cq_phrase_next_part(&part, s.set, &s.hits.at[0], &next)) {
        size_t used = strlen(out);
        cq_str name = part.name ? cq_intern_text(&s.f.words, part.name) : CQ_STR("?");
        snprintf(out + used, sizeof out - used, "%s%.*s: %.*s", used ? " / " : "", CQ_FMT(name),
                 CQ_FMT(written(&s, s.hits.at[0].sentence, part.first, part.end)));
    }
    end_search(&s);
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
    const char *text =
        "Add 3,5 and 12,75 to 1,250 and 3.5, then 1.250.000 and 1.250 and 10.0.0.127.";
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
    assert_string_equal(matches("<unknown>", "The полиция came to Москва."), "полиция / Москва");
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

static void items_stand_several_times(void **state) {
    (void)state;
    assert_string_equal(matches("very{2}", "very good, very very good"), "very very");
    assert_string_equal(matches("left <word>{,2} dawn", "He left dawn; he left at dawn."),
                        "left dawn / left at dawn");
    assert_string_equal(matches("left <word>{1,2} dawn", "left dawn, left in the dawn"),
                        "left in the dawn");
    assert_string_equal(matches("ship|boat{2,3}", "ship boat ship"),
                        "ship boat / ship boat ship / boat ship");
    assert_string_equal(matches("a\\{2}", "a a"), "");
}

static void groups_are_parts_of_several_items(void **state) {
    (void)state;
    const char *text = "As part of it, in the frame of it, in view of it, and in it.";
    assert_string_equal(matches("(as part of | in the frame of) it", text),
                        "As part of it / in the frame of it");
    assert_string_equal(matches("in (the|view frame? of)? it", text),
                        "in the frame of it / in view of it / in it");
    assert_string_equal(matches("(no ,){2,3} no", "no, no, no"), "no, no, no");
    assert_string_equal(matches("((a | b) c){2}", "a c b c"), "a c b c");
    assert_string_equal(matches("( it )", "He (it ) went."), "(it )");
    assert_string_equal(matches("a | b", "a | b"), "a | b");
}

static void parts_are_captured(void **state) {
    (void)state;
    const char *text = "They took the old red boat out.";
    assert_string_equal(parts("took what=(the <word>{1,2}) boat", text), "what: the old red");
    assert_string_equal(parts("verb=took the? <word>{,3} thing=boat", text),
                        "thing: boat / ?: old red / ?: the / verb: took");
    assert_string_equal(parts("took verb=? the", "took = the"), "");
    /* several ways: the one with what may be missing */
    assert_string_equal(parts("took a=<word>{,2} b=<word>{,2} red", text),
                        "?: the old / a: the old");
}

static void tags_are_asked_last(void **state) {
    (void)state;
    const char *text = "The use of boats is old. They use boats. We could use it.";
    assert_string_equal(matches("<VERB>&use <word>", text), "use boats / use it");
    assert_string_equal(matches("<NOUN>&use <word>", text), "use of");
    assert_string_equal(matches("<PRON>|<AUX> <VERB>", text), "They use / could use");
    assert_string_equal(matches("they|<NOUN> use|of", text), "use of / They use");
    search s;
    begin_search(&s, "<VERB>&use boots", text);
    assert_null(s.f.doc.tags); /* nothing has been tagged */
    end_search(&s);
    begin_search(&s, "<VERB>&use boats", text);
    assert_non_null(s.f.doc.tags);
    end_search(&s);
}

static void inside_and_outside_quotations(void **state) {
    (void)state;
    const char *text = "He said “we said so” and said no more.";
    assert_string_equal(matches("<quoted>&said <word>", text), "said so");
    assert_string_equal(matches("<unquoted>&said <word>", text), "said no");
    assert_string_equal(matches("said <quoted>", text), "said so");
}

static void block_edges(void **state) {
    (void)state;
    const char *text = "The ship. The boat.\n\nThe raft.";
    assert_string_equal(matches("^^ the <word>", text), "The ship / The raft");
    assert_string_equal(matches("^ the <word>", text), "The ship / The boat / The raft");
    assert_string_equal(matches("<word> . $$", text), "boat. / raft.");
    assert_string_equal(matches("^^ the <word> . $$", text), "The raft.");
}

static void broken_patterns_are_refused(void **state) {
    (void)state;
    assert_string_equal(refusal(""), "pattern \"\": it would match nothing at all");
    assert_string_equal(refusal("a? b?"), "pattern \"a? b?\": it would match nothing at all");
    assert_string_equal(
        refusal("<verb>&a"),
        "pattern \"<verb>&a\": there is no token class <verb>; did you mean <VERB>?");
    assert_string_equal(refusal("<verb>"),
                        "pattern \"<verb>\": there is no token class <verb>; did you mean <VERB>?");
    assert_string_equal(refusal("a|"), "pattern \"a|\": an empty alternative");
    assert_string_equal(refusal("a{2,}"), "pattern \"a{2,}\": {2,} has no upper bound");
    assert_string_equal(refusal("a{3,2}"), "pattern \"a{3,2}\": {3,2} says nothing of how often");
    assert_string_equal(refusal("a{0}"), "pattern \"a{0}\": {0} says nothing of how often");
    assert_string_equal(
        refusal("a|<upper>&b"),
        "pattern \"a|<upper>&b\": <upper>&b stands before all alternatives, or in a group");
    assert_string_equal(refusal("(a b"), "pattern \"(a b\": a ( without its )");
    assert_string_equal(refusal("(a | )"), "pattern \"(a | )\": an empty alternative");
    assert_string_equal(refusal("(a)b"), "pattern \"(a)b\": b behind a group");
    assert_string_equal(refusal("(a? | b)"), "pattern \"(a? | b)\": it would match nothing at all");
    assert_string_equal(refusal("<NOUN>&<VERB>&a"),
                        "pattern \"<NOUN>&<VERB>&a\": a token has one tag, and not <VERB> as well");
    assert_string_equal(refusal("((((((((((a))))))))))"),
                        "pattern \"((((((((((a))))))))))\": more than 8 groups in each other");
    assert_string_equal(refusal("((a{255}){255}){255}"),
                        "pattern \"((a{255}){255}){255}\": more than 65536 phrases");
    assert_string_equal(refusal("a{200} b{56}"),
                        "pattern \"a{200} b{56}\": longer than 255 tokens");
    assert_string_equal(
        refusal("(<word>|<lower>){12}"),
        "pattern \"(<word>|<lower>){12}\": looking for it takes more than 4096 steps a word");
    assert_string_equal(refusal("(a|b){16}"), "pattern \"(a|b){16}\": more than 65536 phrases");
    /* what counts as much as it may ends the counting, whatever stands behind it */
    assert_non_null(strstr(refusal("a|b{300} ((((((a{99}){99}){99}){99}){99}){99})"),
                           "more than 65536 phrases"));
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
        cmocka_unit_test(items_stand_several_times),
        cmocka_unit_test(groups_are_parts_of_several_items),
        cmocka_unit_test(parts_are_captured),
        cmocka_unit_test(tags_are_asked_last),
        cmocka_unit_test(inside_and_outside_quotations),
        cmocka_unit_test(block_edges),
        cmocka_unit_test(broken_patterns_are_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
