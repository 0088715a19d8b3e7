/* Inflection: forms of English words from their dictionary form. */
#include "text/inflect.h"

#include "cmocka_first.h"

static cq_arena arena;

/* The usual spelling of each form, in the order of cq_inflection, with spaces between. */
static void check(const char *lemma, const char *expected) {
    cq_str forms = CQ_STR("");
    for (int form = 0; form < CQ_INFLECTION_COUNT; form++) {
        cq_str out[CQ_INFLECT_MOST];
        assert_in_range(cq_inflect_make(out, &arena, cq_str_of(lemma), (cq_inflection)form), 1,
                        CQ_INFLECT_MOST);
        forms = cq_str_format(&arena, "%.*s%s%.*s", CQ_FMT(forms), form ? " " : "", CQ_FMT(out[0]));
    }
    expect_str(forms, expected);
}

static int open_arena(void **state) {
    (void)state;
    cq_arena_init(&arena);
    return 0;
}

static int close_arena(void **state) {
    (void)state;
    cq_arena_release(&arena);
    return 0;
}

static void test_regular(void **state) {
    (void)state;
    check("celebrate", "celebrate celebrates celebrated celebrated celebrating");
    check("launch", "launch launches launched launched launching");
    check("express", "express expresses expressed expressed expressing");
    check("fix", "fix fixes fixed fixed fixing");
    check("carry", "carry carries carried carried carrying");
    check("play", "play plays played played playing");
    check("veto", "veto vetoes vetoed vetoed vetoing");
    check("agree", "agree agrees agreed agreed agreeing");
    check("die", "die dies died died dying");
    check("dye", "dye dyes dyed dyed dyeing");
    check("visit", "visit visits visited visited visiting");
    check("offer", "offer offers offered offered offering");
    check("show", "show shows showed shown showing");
    check("election", "election elections electioned electioned electioning");
}

static void test_plural(void **state) {
    (void)state;
    check("alderwoman", "alderwoman alderwomen alderwomaned alderwomaned alderwomaning");
    check("man", "man men manned manned manning");
    check("human", "human humans humaned humaned humaning");
}

static void test_doubled(void **state) {
    (void)state;
    check("stop", "stop stops stopped stopped stopping");
    check("occur", "occur occurs occurred occurred occurring");
    check("equip", "equip equips equipped equipped equipping");
    check("load", "load loads loaded loaded loading");
    check("control", "control controls controlled controlled controlling");
    check("forbid", "forbid forbids forbade forbidden forbidding");
    check("overrun", "overrun overruns overran overrun overrunning");
    check("panic", "panic panics panicked panicked panicking");
}

static void test_irregular(void **state) {
    (void)state;
    check("hold", "hold holds held held holding");
    check("give", "give gives gave given giving");
    check("go", "go goes went gone going");
    check("put", "put puts put put putting");
    check("have", "have has had had having");
    check("lie", "lie lies lay lain lying");
    check("begin", "begin begins began begun beginning");
    check("child", "child children childed childed childing");
    check("uphold", "uphold upholds upheld upheld upholding");
    check("override", "override overrides overrode overridden overriding");
    check("weave", "weave weaves wove woven weaving");
}

static void test_be(void **state) {
    (void)state;
    check("be", "be is was been being");
    assert_true(cq_inflect_is(CQ_STR("be"), CQ_INFLECTION_BASE, CQ_STR("are")));
    assert_true(cq_inflect_is(CQ_STR("be"), CQ_INFLECTION_BASE, CQ_STR("am")));
    assert_true(cq_inflect_is(CQ_STR("be"), CQ_INFLECTION_PAST, CQ_STR("were")));
    assert_false(cq_inflect_is(CQ_STR("be"), CQ_INFLECTION_S, CQ_STR("are")));
}

static void test_hyphen(void **state) {
    (void)state;
    check("co-hold", "co-hold co-holds co-held co-held co-holding");
}

static void test_two_spellings(void **state) {
    (void)state;
    assert_true(cq_inflect_is(CQ_STR("travel"), CQ_INFLECTION_PAST, CQ_STR("traveled")));
    assert_true(cq_inflect_is(CQ_STR("travel"), CQ_INFLECTION_PAST, CQ_STR("travelled")));
    assert_true(cq_inflect_is(CQ_STR("travel"), CQ_INFLECTION_ING, CQ_STR("travelling")));
    assert_false(cq_inflect_is(CQ_STR("travel"), CQ_INFLECTION_S, CQ_STR("travelled")));
}

static void test_short_words(void **state) {
    (void)state;
    check("a", "a as aed aed aing");
    check("be-", "be- be-s be-ed be-ed be-ing");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_regular, open_arena, close_arena),
        cmocka_unit_test_setup_teardown(test_plural, open_arena, close_arena),
        cmocka_unit_test_setup_teardown(test_doubled, open_arena, close_arena),
        cmocka_unit_test_setup_teardown(test_irregular, open_arena, close_arena),
        cmocka_unit_test_setup_teardown(test_be, open_arena, close_arena),
        cmocka_unit_test_setup_teardown(test_hyphen, open_arena, close_arena),
        cmocka_unit_test_setup_teardown(test_two_spellings, open_arena, close_arena),
        cmocka_unit_test_setup_teardown(test_short_words, open_arena, close_arena),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
