/* Stretches that say the same words over and over. */
#include "text/loop.h"

#include "doc_fixture.h"

#include <stdio.h>
#include <string.h>

/* The loops of `text` with at least so many turns, each as its words, separated by " / ". */
static const char *loops(const char *text, uint32_t turns) {
    static char out[2048];
    doc_fixture f;
    cq_loops found = {0};
    open_fixture_words(&f);
    open_fixture_doc(&f, text);
    cq_loop_find(&found, &f.doc.arena, &f.doc);
    out[0] = '\0';
    for (uint32_t i = 0; i < found.len; i++) {
        const cq_loop *loop = &found.at[i];
        if (cq_loop_turns(loop) < turns) continue;
        cq_span span = cq_doc_locate(&f.doc, &f.doc.blocks.at[loop->block], loop->first, loop->end);
        size_t used = strlen(out);
        snprintf(out + used, sizeof out - used, "%s%.*s", used ? " / " : "",
                 CQ_FMT(cq_source_slice(&f.doc.source, span)));
    }
    close_fixture(&f);
    return out;
}

static void turns_are_counted(void **state) {
    (void)state;
    const char *twice = "The cart went up the hill, up the hill, and down.";
    assert_string_equal(loops(twice, 2), "up the hill, up the hill,");
    assert_string_equal(loops(twice, 3), "");
}

static void the_last_turn_may_lack_its_comma(void **state) {
    (void)state;
    assert_string_equal(loops("Up the hill, up the hill, up the hill.", 3),
                        "Up the hill, up the hill, up the hill");
}

static void a_turn_may_hold_a_word_twice(void **state) {
    (void)state;
    const char *text = "He saw the end of the road to the sea, the end of the road to the sea, the "
                       "end of the road to the sea and wept.";
    assert_string_equal(loops(text, 3),
                        "the end of the road to the sea, the end of the road to the "
                        "sea, the end of the road to the sea");
}

static void short_turns_are_emphasis(void **state) {
    (void)state;
    assert_string_equal(loops("Very, very, very, very, very, very far.", 3), "");
}

static void a_loop_ends_with_its_block(void **state) {
    (void)state;
    assert_string_equal(
        loops("Up the hill we went,\n\nup the hill we went,\n\nup the hill we went.", 2), "");
}

/* The turns of the second begin within the first. */
static void loops_do_not_overlap(void **state) {
    (void)state;
    const char *text =
        "Up the hill up the hill up the hill twice up the hill twice up the hill twice.";
    assert_string_equal(
        loops(text, 2),
        "Up the hill up the hill up the hill / twice up the hill twice up the hill twice");
    assert_string_equal(loops("Up the hill up the hill twice up the hill twice.", 2),
                        "Up the hill up the hill");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(turns_are_counted),
        cmocka_unit_test(the_last_turn_may_lack_its_comma),
        cmocka_unit_test(a_turn_may_hold_a_word_twice),
        cmocka_unit_test(short_turns_are_emphasis),
        cmocka_unit_test(a_loop_ends_with_its_block),
        cmocka_unit_test(loops_do_not_overlap),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
