/* The article of the html report: marks in the text, numbers behind them, notes beside them. */
#include "report/html_article.h"

#include "cmocka_first.h"

#include <stdio.h>

static const cq_rule rules[] = {
    {.id = {"en/a", 4}, .why = {"Because.", 8}, .index = 0},
    {.id = {"en/b", 4}, .why = {"So.", 3}, .index = 1},
};

typedef struct place {
    uint32_t start, end;
    cq_level level;
} place;

/* The lines of the article that begin a row, with tags short: [w:..] is a mark of a warning, ^3 the
   number that leads to note 3, | ends a row. */
static void shorten(cq_buf *out, cq_str html) {
    const char *p = html.ptr, *end = html.ptr + html.len;
    bool is_in_row = false;
    while (p < end) {
        cq_str rest = {p, (size_t)(end - p)};
        if (cq_str_has_prefix(rest, CQ_STR("<p dir="))) is_in_row = true;
        if (is_in_row && cq_str_has_prefix(rest, CQ_STR("</p>"))) {
            is_in_row = false;
            cq_buf_push(out, '|');
        }
        if (*p != '<') {
            if (is_in_row) cq_buf_push(out, *p);
            p++;
            continue;
        }
        if (is_in_row && cq_str_has_prefix(rest, CQ_STR("<mark class=\"")))
            cq_buf_push_format(out, "[%c:", p[13]);
        if (is_in_row && cq_str_has_prefix(rest, CQ_STR("</mark>"))) cq_buf_push(out, ']');
        if (is_in_row && cq_str_has_prefix(rest, CQ_STR("<sup>"))) cq_buf_push(out, '^');
        p = (const char *)memchr(p, '>', (size_t)(end - p)) + 1;
    }
}

static void push_article(cq_buf *out, cq_str text, const place *places, uint32_t count) {
    cq_arena arena;
    cq_source source;
    cq_findings findings;
    cq_err err;
    cq_arena_init(&arena);
    cq_findings_init(&findings);
    assert_true(cq_source_init(&source, &arena, CQ_STR("a.txt"), text, &err));
    for (uint32_t i = 0; i < count; i++) {
        cq_finding *finding = cq_findings_push(&findings);
        finding->rule = &rules[i % 2];
        finding->at = (cq_span){places[i].start, places[i].end};
        finding->level = places[i].level;
        finding->message = CQ_STR("message");
    }
    cq_html_article_push(out, &source, &findings);
    cq_findings_release(&findings);
    cq_arena_release(&arena);
}

static void check(const char *text, const place *places, uint32_t count, const char *expected) {
    cq_buf html = {0}, shown = {0};
    push_article(&html, cq_str_of(text), places, count);
    shorten(&shown, cq_buf_get(&html));
    expect_str(cq_buf_get(&shown), expected);
    cq_buf_release(&html);
    cq_buf_release(&shown);
}

#define W CQ_LEVEL_WARNING
#define E CQ_LEVEL_ERROR
#define CHECK(text, expected, ...)                                                                 \
    check(text, (const place[]){__VA_ARGS__},                                                      \
          sizeof((const place[]){__VA_ARGS__}) / sizeof(place), expected)

static void test_marks(void **state) {
    (void)state;
    CHECK("It is teh ship.\n", "It is [e:teh]^1 ship.|", {6, 9, E});
    CHECK("teh", "[w:teh]^1|", {0, 3, W});
    CHECK("One two three", "[w:One]^1 [e:two]^2 [w:three]^3|", {0, 3, W}, {4, 7, E}, {8, 13, W});
    CHECK("\xEF\xBB\xBFteh", "\xEF\xBB\xBF[w:teh]^1|", {3, 6, W});
}

static void test_nothing(void **state) {
    (void)state;
    cq_buf html = {0};
    push_article(&html, CQ_STR("All is well."), NULL, 0);
    assert_int_equal(html.len, 0);
}

/* Where several say something, the highest level is shown. */
static void test_overlap(void **state) {
    (void)state;
    CHECK("abcdef", "[w:ab][e:cd]^2[w:ef]^1|", {0, 6, W}, {2, 4, E});
    CHECK("abcdef", "[w:ab][e:cd]^1[e:ef]^2|", {0, 4, W}, {2, 6, E});
    CHECK("abcdef", "[w:abc]^1^2def|", {0, 3, W}, {0, 3, W});
}

static void test_empty_places(void **state) {
    (void)state;
    CHECK("ab", "a[w:]^1b|", {1, 1, W});
    CHECK("ab\n", "ab[w:]^1|", {2, 2, W});
    CHECK("ab", "ab[e:]^1|", {2, 2, E});
    CHECK("abc", "[w:a][w:]^2[w:bc]^1|", {0, 3, W}, {1, 1, W});
}

static void test_rows(void **state) {
    (void)state;
    CHECK("One.\n\nTwo.\nThree.\n\n\nFour.", "[w:One]^1.|Two.\nThree.|Four.|", {0, 3, W});
    CHECK("One\n\n\nTwo", "One[w:]^1|Two|", {4, 5, W});   /* a finding in blank lines */
    CHECK("One\n\nTwo", "O[w:ne]^1|[w:T]wo|", {1, 6, W}); /* the number stands in its first row */
    CHECK("One\r\n\r\nTwo\r\n", "One|[w:Two]^1|", {7, 10, W});
    CHECK("\n\n teh", "\n\n [w:teh]^1|", {3, 6, W});
}

/* Notes of a long paragraph stand near what they are about. */
static void test_long_rows(void **state) {
    (void)state;
    CHECK("x\n1\n2\n3\n4\n5\n6\n7\n8\n9", "[w:x]^1\n1\n2\n3\n4\n5\n6\n7|8\n9|", {0, 1, W});
    CHECK("1\n2\n3\n4\n5\n6\n7\n8\n9\nx", "1\n2\n3\n4\n5\n6\n7\n8\n9\n[w:x]^1|", {18, 19, W});
}

static uint32_t count_of(cq_str text, const char *needle) {
    uint32_t count = 0;
    size_t at;
    while ((at = cq_str_find(text, cq_str_of(needle))) != SIZE_MAX) {
        text = cq_str_slice(text, at + 1, text.len);
        count++;
    }
    return count;
}

static void test_why_is_said_once(void **state) {
    (void)state;
    cq_buf html = {0};
    const place places[] = {{0, 1, W}, {2, 3, W}, {4, 5, W}, {6, 7, W}}; /* rules a, b, a, b */
    push_article(&html, CQ_STR("a b\n\nc d"), places, 4);
    assert_int_equal(count_of(cq_buf_get(&html), "Because."), 1);
    assert_int_equal(count_of(cq_buf_get(&html), "So."), 1);
    assert_int_equal(count_of(cq_buf_get(&html), "<li "), 4);
    cq_buf_release(&html);
}

/* Ten thousand findings that all end at the end cost no more than what is printed. */
static void test_many_open_findings(void **state) {
    (void)state;
    enum { MANY = 10000 };
    static place places[MANY];
    static char text[MANY * 3 + 1];
    for (uint32_t i = 0; i < MANY; i++) {
        memcpy(text + i * 3, "a\n\n", 3);
        places[i] = (place){i * 3, MANY * 3, W};
    }
    cq_buf html = {0};
    push_article(&html, cq_str_of(text), places, MANY);
    assert_int_equal(count_of(cq_buf_get(&html), "<sup>"), MANY);
    cq_buf_release(&html);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_marks),
        cmocka_unit_test(test_nothing),
        cmocka_unit_test(test_overlap),
        cmocka_unit_test(test_empty_places),
        cmocka_unit_test(test_rows),
        cmocka_unit_test(test_long_rows),
        cmocka_unit_test(test_why_is_said_once),
        cmocka_unit_test(test_many_open_findings),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
