/* Regular expressions: what they match, and that none of them runs away. */
#include "check/regex.h"

#include <stdio.h>
#include <string.h>

#include "cmocka_first.h"

/* The groups of the first match, with bars between them; "none". */
static const char *search(const char *pattern, const char *subject) {
    static char out[512];
    cq_err err;
    cq_regex *regex;
    cq_regex_match match;
    if (!cq_regex_new(&regex, cq_str_of(pattern), &err)) fail_msg("%s", err.message);
    snprintf(out, sizeof out, "none");
    if (cq_regex_search(&match, regex, cq_str_of(subject), NULL) == CQ_REGEX_FOUND) {
        out[0] = '\0';
        for (unsigned i = 0; i < match.count; i++) {
            const cq_regex_group *group = &match.groups[i];
            size_t used = strlen(out);
            snprintf(out + used, sizeof out - used, "%s%.*s", i ? "|" : "",
                     group->is_set ? (int)(group->end - group->start) : 1,
                     group->is_set ? subject + group->start : "-");
        }
    }
    cq_regex_free(regex);
    return out;
}

static void first_matches(void **state) {
    (void)state;
    assert_string_equal(search("(\\d+)h(\\d\\d)?", "at 7h, at 12h30"), "7h|7|-");
    assert_string_equal(search("(?i)ÉTÉ", "un été"), "été");
    assert_string_equal(search("\\w+$", "naïve"), "naïve");
    assert_string_equal(search("x*", "aab"), "none"); /* what is empty is no match */
    assert_string_equal(search("a(?=b)", "aab"), "a");
    assert_string_equal(search("a\\Kb", "aab"), "b");
    assert_string_equal(search("(?=(?1))(?(DEFINE)(a\\K))", "aab"), "none"); /* from 1 to 0 */
    assert_string_equal(search("(b)|(a)", "ab"), "a|-|a");
}

static cq_regex_end end_of(const char *pattern, const volatile sig_atomic_t *is_over) {
    static char subject[CQ_REGEX_MOST_SUBJECT + 1];
    cq_err err;
    cq_regex *regex;
    cq_regex_match match;
    memset(subject, 'a', CQ_REGEX_MOST_SUBJECT);
    if (!cq_regex_new(&regex, cq_str_of(pattern), &err)) fail_msg("%s", err.message);
    cq_regex_end end = cq_regex_search(&match, regex, cq_str_of(subject), is_over);
    cq_regex_free(regex);
    return end;
}

static void bombs_end(void **state) {
    (void)state;
    assert_int_equal(end_of("(a+)+[bc]", NULL), CQ_REGEX_TOO_LONG);
    assert_int_equal(end_of("a*a*a*a*a*a*[bc]", NULL), CQ_REGEX_TOO_LONG);
    assert_int_equal(end_of("(?:(?R)?a)*[bc]", NULL), CQ_REGEX_TOO_LONG);
    assert_int_equal(end_of("(a|aa)+[bc]", NULL), CQ_REGEX_TOO_LONG);
    assert_int_equal(end_of("(*LIMIT_MATCH=4000000000)(a+)+[bc]", NULL), CQ_REGEX_TOO_LONG);
    volatile sig_atomic_t is_over = 1;
    assert_int_equal(end_of("(a+)+[bc]", &is_over), CQ_REGEX_INTERRUPTED);
    assert_int_equal(end_of("a+[bc]", NULL), CQ_REGEX_NOT_FOUND);
}

static void refuse(const char *pattern, const char *message) {
    cq_err err;
    cq_regex *regex;
    assert_false(cq_regex_new(&regex, cq_str_of(pattern), &err));
    if (!strstr(err.message, message)) fail_msg("%s: %s", pattern, err.message);
}

static void what_is_no_pattern_is_refused(void **state) {
    (void)state;
    refuse("a(b", "\"a(b\": missing closing parenthesis (behind 3 bytes)");
    refuse("\\C", "disabled");
    refuse("(?:(?:a{200}){200}){200}", "too large");
    refuse("\xff", "UTF-8");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(first_matches),
        cmocka_unit_test(bombs_end),
        cmocka_unit_test(what_is_no_pattern_is_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
