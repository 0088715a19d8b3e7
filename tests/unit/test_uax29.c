/* core/text/uax29: every case of Unicode's own test files, and inputs on which
 * careless reading ahead would be quadratic. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <time.h>

#include <cmocka.h>

#include "../unicode/ucd.h"
#include "base/str.h"
#include "base/utf8.h"
#include "text/uax29.h"

typedef size_t next_boundary(cq_str text, size_t from);

/* Unicode's cases ---------------------------------------------------------- */

enum { MAX_BYTES = 1024 };

/* A case: text, and at which offsets the file wants a boundary. */
typedef struct break_case {
    char text[MAX_BYTES];
    size_t len;
    bool is_boundary[MAX_BYTES + 1];
} break_case;

/* Reads "÷ 0061 × 0308 ÷ # ..."; false for a line that is no case. */
static bool read_case(const char *line, break_case *out) {
    char copy[4096];
    memset(out, 0, sizeof *out);
    snprintf(copy, sizeof copy, "%.*s", (int)strcspn(line, "#\n"), line);
    bool is_case = false;
    for (char *word = strtok(copy, " \t"); word; word = strtok(NULL, " \t")) {
        assert_true(out->len + 4 < MAX_BYTES);
        is_case = true;
        if (strcmp(word, "÷") == 0)
            out->is_boundary[out->len] = true;
        else if (strcmp(word, "×") != 0)
            out->len += cq_utf8_encode((uint32_t)strtoul(word, NULL, 16), out->text + out->len);
    }
    return is_case;
}

/* Does the walk from 0 stop exactly where the case wants? */
static bool is_as_wanted(const break_case *c, next_boundary *next) {
    cq_str text = {c->text, c->len};
    size_t at = 0;
    while (at < c->len) {
        size_t end = next(text, at);
        if (end <= at || end > c->len || !c->is_boundary[end]) return false;
        for (size_t i = at + 1; i < end; i++)
            if (c->is_boundary[i]) return false;
        at = end;
    }
    return true;
}

static void print_boundaries(const break_case *c, next_boundary *next) {
    print_error("  got boundaries at bytes:");
    for (size_t at = 0; at < c->len;) {
        size_t end = next((cq_str){c->text, c->len}, at);
        print_error(" %zu", end);
        if (end <= at) break;
        at = end;
    }
    print_error("\n");
}

static void run_file(const char *path, next_boundary *next, int at_least) {
    char line[4096];
    break_case c;
    int cases = 0, failures = 0;
    if (!ucd_is_usable()) skip();
    FILE *file = ucd_open(path);
    assert_non_null(file);
    while (fgets(line, sizeof line, file)) {
        if (!read_case(line, &c)) continue;
        cases++;
        if (is_as_wanted(&c, next)) continue;
        failures++;
        print_error("%s: %s", path, line);
        print_boundaries(&c, next);
    }
    fclose(file);
    print_message("%s: %d cases, %d failed\n", path, cases, failures);
    assert_true(cases >= at_least);
    assert_int_equal(failures, 0);
}

static void test_words(void **state) {
    (void)state;
    run_file("auxiliary/WordBreakTest.txt", cq_uax29_next_word, 1800);
}

static void test_sentences(void **state) {
    (void)state;
    run_file("auxiliary/SentenceBreakTest.txt", cq_uax29_next_sentence, 500);
}

/* Cases that the files lack ------------------------------------------------ */

/* Checks a walk against the text with "|" at each boundary but the last. */
static void check_walk(next_boundary *next, const char *marked) {
    char text[256];
    size_t ends[256], count = 0, len = 0;
    for (const char *p = marked; *p; p++) {
        if (*p == '|')
            ends[count++] = len;
        else
            text[len++] = *p;
    }
    ends[count++] = len;
    size_t at = 0;
    for (size_t i = 0; i < count; i++) {
        at = next((cq_str){text, len}, at);
        if (at != ends[i]) print_error("in \"%s\", boundary %zu\n", marked, i);
        assert_int_equal(at, ends[i]);
    }
}

static void test_more_words(void **state) {
    (void)state;
    check_walk(cq_uax29_next_word, "It's| |3.14|,| |isn't| |it|?");
    check_walk(cq_uax29_next_word, "a.b.c|.| |1,000,000|,| |x_1|  |\r\n|\n|y");
    check_walk(cq_uax29_next_word, "a|.|.|b|'|'|c1|.|a|:|1");
    check_walk(cq_uax29_next_word, "d\xE2\x80\x99un|\xE2\x80\x9C|mot|\xE2\x80\x9D");
    check_walk(cq_uax29_next_word, "a'\xCC\x81\xCC\x81z|'\xCC\x81\xCC\x81| |c");
    check_walk(cq_uax29_next_word, "\xD7\x90'| |\xD7\x90\"\xD7\x91|\"| ");
}

static void test_more_sentences(void **state) {
    (void)state;
    check_walk(cq_uax29_next_sentence, "It is 3.14. |So (he said.) |Yes! |no?");
    check_walk(cq_uax29_next_sentence, "He met etc. and so on. |U.S.A. |Next\r\n|line.\n|\n|");
    check_walk(cq_uax29_next_sentence, "a. (b) c. |(B) c. ) ) d. |) ) D");
    check_walk(cq_uax29_next_sentence, "Well..., yes?! |Yes");
}

static void test_ends(void **state) {
    (void)state;
    next_boundary *all[] = {cq_uax29_next_word, cq_uax29_next_sentence};
    for (size_t i = 0; i < 2; i++) {
        assert_int_equal(all[i]((cq_str){NULL, 0}, 0), 0);
        assert_int_equal(all[i](CQ_STR("ab"), 2), 2);
        assert_int_equal(all[i](CQ_STR("ab"), 9), 2);
        assert_int_equal(all[i](CQ_STR("a"), 0), 1);
    }
}

/* Worst cases -------------------------------------------------------------- */

enum { WORST_BYTES = 1 << 18, WORST_SECONDS = 5 };

/* Repeats `unit` after `head`, walks over the result. A quarter of a megabyte takes
 * milliseconds; reading ahead anew at each step would take minutes. */
static void check_worst(next_boundary *next, const char *head, const char *unit) {
    size_t head_len = strlen(head), unit_len = strlen(unit), len = head_len;
    char *text = malloc(WORST_BYTES);
    assert_non_null(text);
    memcpy(text, head, head_len);
    for (; len + unit_len <= WORST_BYTES; len += unit_len) memcpy(text + len, unit, unit_len);
    clock_t start = clock();
    unsigned steps = 0;
    for (size_t at = 0; at < len;) {
        at = next((cq_str){text, len}, at);
        if (++steps % 1024 == 0 && clock() - start > WORST_SECONDS * CLOCKS_PER_SEC)
            fail_msg("slow after %zu bytes of \"%s\" and many \"%s\"", at, head, unit);
    }
    free(text);
}

static void test_worst(void **state) {
    (void)state;
    // clang-format off
    static const char *const heads[] = {"", "a", "a.", "a. ", "a'", "1,", "A.\xCC\x81", "\xD7\x90\""};
    static const char *const units[] = {
        "a", "a'", "a.", ". ", ".)", "a. ) ", ") ", " ", "1,", ",", "'", "\xCC\x81",
        "a'\xCC\x81\xCC\x81", "\xE2\x80\x8D", "\xF0\x9F\x87\xA9", "\xD7\x90\"", "\n", "\r", "?",
    };
    // clang-format on
    for (size_t h = 0; h < sizeof heads / sizeof *heads; h++) {
        for (size_t u = 0; u < sizeof units / sizeof *units; u++) {
            check_worst(cq_uax29_next_word, heads[h], units[u]);
            check_worst(cq_uax29_next_sentence, heads[h], units[u]);
        }
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_words),      cmocka_unit_test(test_sentences),
        cmocka_unit_test(test_more_words), cmocka_unit_test(test_more_sentences),
        cmocka_unit_test(test_ends),       cmocka_unit_test(test_worst),
    };
    return cmocka_run_group_tests_name("uax29", tests, NULL, NULL);
}
