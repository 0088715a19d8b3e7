/* Memos: findings come back as they were, and from bytes that are anything nothing comes that lies
   outside of the document. */
#include "check/memo.h"

#include "cmocka_first.h"

enum { SIZE = 100, WORDS = 17 }; /* of the document */

static const cq_rule rules[2] = {{.id = {"en/a", 4}}, {.id = {"en/b", 4}}};

static const cq_rule *find_rule(const void *context, cq_str id) {
    (void)context;
    for (int i = 0; i < 2; i++)
        if (cq_str_is_equal(rules[i].id, id)) return &rules[i];
    return NULL;
}

static void push_fix(cq_findings *findings, cq_finding *finding) {
    cq_fix *fix = CQ_ARRAY_PUSH(&findings->arena, &finding->fixes);
    fix->title = CQ_STR("“its”");
    fix->is_safe = true;
    for (uint32_t i = 0; i < 2; i++)
        *CQ_ARRAY_PUSH(&findings->arena, &fix->edits) =
            (cq_edit){{10 * i, 10 * i + 3}, CQ_STR("its")};
}

/* One finding with everything, and one with nothing, at the end of the document. */
static void write(cq_buf *out) {
    cq_findings findings;
    cq_findings_init(&findings);
    cq_finding *rich = cq_findings_push(&findings);
    *rich = (cq_finding){.rule = &rules[1], .level = CQ_LEVEL_ERROR, .block = 3, .at = {10, 13}};
    rich->message = CQ_STR("what is “it”?");
    push_fix(&findings, rich);
    *CQ_ARRAY_PUSH(&findings.arena, &rich->related) = (cq_related){{1, 2}, CQ_STR("here")};
    cq_finding *bare = cq_findings_push(&findings);
    *bare = (cq_finding){.rule = &rules[0], .level = CQ_LEVEL_HINT, .at = {SIZE, SIZE}};
    bare->message = CQ_STR("no end");
    cq_memo_push(out, &findings, WORDS);
    cq_findings_release(&findings);
}

static bool read_into(cq_findings *findings, cq_str bytes, uint32_t size) {
    uint32_t words;
    cq_findings_init(findings);
    return cq_memo_read(findings, &words, bytes, size, find_rule, NULL) && words == WORDS;
}

static void comes_back_as_it_was(void **state) {
    (void)state;
    cq_buf memo = {0}, again = {0};
    cq_findings findings;
    write(&memo);
    assert_true(read_into(&findings, cq_buf_get(&memo), SIZE));
    assert_int_equal(findings.list.len, 2);
    const cq_finding *rich = &findings.list.at[0];
    assert_ptr_equal(rich->rule, &rules[1]);
    assert_string_equal(rich->message.ptr, "what is “it”?");
    assert_string_equal(rich->fixes.at[0].edits.at[1].text.ptr, "its");
    assert_int_equal(rich->related.at[0].at.end, 2);
    cq_memo_push(&again, &findings, WORDS);
    assert_true(cq_str_is_equal(cq_buf_get(&memo), cq_buf_get(&again)));
    cq_findings_release(&findings);
    cq_buf_release(&memo);
    cq_buf_release(&again);
}

static void expect_inside(const cq_findings *findings, uint32_t size) {
    for (uint32_t i = 0; i < findings->list.len; i++) {
        const cq_finding *finding = &findings->list.at[i];
        assert_non_null(finding->rule);
        assert_in_range(finding->level, CQ_LEVEL_HINT, CQ_LEVEL_ERROR);
        assert_true(finding->at.start <= finding->at.end && finding->at.end <= size);
        for (uint32_t k = 0; k < finding->fixes.len; k++)
            for (uint32_t m = 0; m < finding->fixes.at[k].edits.len; m++)
                assert_true(finding->fixes.at[k].edits.at[m].at.end <= size);
    }
}

static void refuses_what_is_cut_or_longer(void **state) {
    (void)state;
    cq_buf memo = {0};
    cq_findings findings;
    write(&memo);
    for (size_t len = 0; len < memo.len; len++) {
        assert_false(read_into(&findings, cq_str_slice(cq_buf_get(&memo), 0, len), SIZE));
        cq_findings_release(&findings);
    }
    cq_buf_push(&memo, 'x');
    assert_false(read_into(&findings, cq_buf_get(&memo), SIZE));
    cq_findings_release(&findings);
    cq_buf_release(&memo);
}

static void any_other_byte_harms_nothing(void **state) {
    (void)state;
    static const unsigned char masks[] = {0x01, 0x80, 0xFF};
    cq_buf memo = {0};
    cq_findings findings;
    write(&memo);
    for (size_t i = 0; i < memo.len; i++)
        for (size_t k = 0; k < sizeof masks; k++) {
            memo.ptr[i] = (char)(memo.ptr[i] ^ masks[k]);
            if (read_into(&findings, cq_buf_get(&memo), SIZE)) expect_inside(&findings, SIZE);
            cq_findings_release(&findings);
            memo.ptr[i] = (char)(memo.ptr[i] ^ masks[k]);
        }
    cq_buf_release(&memo);
}

static void refuses_another_document(void **state) {
    (void)state;
    cq_buf memo = {0};
    cq_findings findings;
    write(&memo);
    assert_false(read_into(&findings, cq_buf_get(&memo), SIZE - 1));
    cq_findings_release(&findings);
    cq_buf_release(&memo);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(comes_back_as_it_was),
        cmocka_unit_test(refuses_what_is_cut_or_longer),
        cmocka_unit_test(any_other_byte_harms_nothing),
        cmocka_unit_test(refuses_another_document),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
