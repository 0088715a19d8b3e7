/* Views and report: what a check sees of a text, and what becomes of what it says. */
#include "host_fixture.h"

/* Runs a check's body on a text: its findings, or its trouble's first line. */
static const char *check(const char *fields, const char *body, const char *text) {
    static char out[65536];
    host_fixture f;
    begin_fixture(&f);
    write_check(&f, "r", fields, body);
    open_host(&f);
    snprintf(out, sizeof out, "%s", lint(&f, text));
    if (f.troubles.list.len) snprintf(out, sizeof out, "%s", take_troubles(&f));
    end_fixture(&f);
    return out;
}

/* The trouble of a check, from behind the place in the rule file. */
static const char *trouble(const char *body) {
    const char *all = check("trigger = 'word'", body, "A word of text.");
    const char *place = strstr(all, "r.lua:2: ");
    return place ? place + strlen("r.lua:2: ") : all;
}

static void assert_trouble(const char *body, const char *expected) {
    const char *got = trouble(body);
    if (strncmp(got, expected, strlen(expected)) != 0)
        fail_msg("%s\n  gives  %s\n  not  %s", body, got, expected);
}

/* All assertions in the body hold on the text. */
static void assert_check(const char *fields, const char *body, const char *text) {
    const char *got = check(fields, body, text);
    if (*got) fail_msg("%s", got);
}

static void test_tokens(void **state) {
    (void)state;
    assert_check("trigger = 'iphone'",
                 "assert(#s == 6 and i == 3 and j == 3) "
                 "assert(s[1] == 'the' and s[2] == 'u.s.' and s[3] == 'iphone' and s[6] == '!') "
                 "assert(s[0] == nil and s[7] == nil and s[-1] == nil and s[1.5] == nil) "
                 "assert(s[2.0] == 'u.s.' and s[math.huge] == nil) "
                 "assert(s:kind(1) == 'word' and s:kind(4) == 'number' and s:kind(6) == "
                 "'punctuation' and s:kind(7) == nil and s:kind(0) == nil) "
                 "assert(s:case(1) == 'capitalized' and s:case(2) == 'upper' and s:case(3) == "
                 "'mixed' and s:case(5) == 'lower' and s:case(4) == nil and s:case(9) == nil)",
                 "The U.S. iPhone 60 sold!");
}

static void test_text(void **state) {
    (void)state;
    assert_check("trigger = 'café'",
                 "assert(s:text() == 'The CAFÉ,  here.') assert(s:text(2) == 'CAFÉ,  here.') "
                 "assert(s:text(2, 3) == 'CAFÉ,') assert(s:text(-5, 1) == 'The') "
                 "assert(s:text(3, 2) == '' and s:text(9) == '' and s:text(1, 99) == s:text()) "
                 "assert(s[2] == 'café') assert(table.concat(s, '|') == 'the|café|,|here|.') "
                 "assert(select('#', table.unpack(s)) == 5)",
                 "The CAFÉ,  here. ");
}

static void test_languages(void **state) {
    (void)state;
    assert_check("trigger = 'reunión'",
                 "local code, nats = s:guess(2) assert(code == 'es' and nats > 1) "
                 "code, nats = s:guess(1) assert(code ~= 'en' and nats < 0) "
                 "code, nats = s:guess(2, 'es') assert(code == 'es' and nats > 1) "
                 "code, nats = s:guess(2, 'tlh') assert(code == 'tlh' and nats == 0) "
                 "assert(s:guess(#s) == nil and s:guess(99) == nil) "
                 "assert(s:count(1) == 3 and s:count(2) == 1 and s:count(99) == nil) "
                 "code, nats = s:guess_language() assert(code == 'en' and nats == 0) "
                 "local words code, nats, words = s.next:guess_language() "
                 "assert(code == 'es' and nats > 4 and words > 6)",
                 "The reunión was shorter than they thought, the mayor told the press. El "
                 "ayuntamiento se reunió el martes y aplazó "
                 "otra vez la decisión.");
}

static void test_tags(void **state) {
    (void)state;
    assert_check(
        "trigger = 'went'",
        "local upos, lemma = s:tag(3) assert(upos == 'VERB' and lemma == 'go') "
        "assert(s:tag(1) == 'DET' and s:tag(#s) == 'PUNCT') "
        "assert(s:tag(0) == nil and s:tag(#s + 1) == nil) "
        "assert(s:has_feature(3, 'VerbForm=Fin') and s:has_feature(3, 'Tense=Past')) "
        "assert(not s:has_feature(3, 'Tense=Pres') and not s:has_feature(99, 'Tense=Past'))",
        "The children went home.");
}

static void test_hits(void **state) {
    (void)state;
    assert_check("scope = 'document', trigger = 'one|two'",
                 "local all = {} "
                 "for s, i, j, p in match.hits() do all[#all + 1] = s.index .. ':' .. i .. '-' .. "
                 "j .. p end "
                 "assert(table.concat(all, ' ') == '1:1-1one|two 1:3-3one|two 2:2-2one|two')",
                 "One and two. Then one.");
}

static void test_gaps(void **state) {
    (void)state;
    assert_check("trigger = 'first'",
                 "assert(s:gap(1) == '' and s:gap(2) == '  ' and s:gap(3) == '') "
                 "assert(s:gap(4) == ' ' and s:gap(5) == '' and s:gap(0) == '') "
                 "assert(s.next:gap(1) == ' ' and s.next:gap(3) == '')",
                 "First  one. Second.");
}

static void test_neighbours(void **state) {
    (void)state;
    assert_check(
        "trigger = 'two'",
        "assert(s.previous[1] == 'one' and s.next[1] == 'three' and s.next.next == nil) "
        "assert(s.previous.previous == nil and s.previous.next == s and s ~= s.next) "
        "assert(s.index == 2 and s.offset == 2 and s.terminated and not s.next.terminated) "
        "local b = s.block assert(b[s.offset + 1] == 'two' and #b == 5 and b.index == 1) "
        "assert(b.previous == nil and b.next[1] == 'four' and b.next.next == nil) "
        "assert(b.next.previous == b and b.next.index == 2) "
        "assert(b.type == 'heading' and b.depth == 1 and b.next.blank_lines == 2) "
        "local n = 0 for x in b:sentences() do n = n + 1 assert(x.index == n and x.block == b) end "
        "assert(n == 3) assert(s.language == 'en' and b.language == 'en') "
        "assert(tostring(s) == 'sentence 2' and tostring(b) == 'block 1')",
        "One. Two. Three\n\n\nFour.");
}

static void test_document(void **state) {
    (void)state;
    assert_check("scope = 'document'",
                 "local d = match.doc local names = {} "
                 "for b in d:blocks() do names[#names + 1] = b[1] end "
                 "for s in d:sentences() do names[#names + 1] = s[1] end "
                 "for q in d:quotations() do names[#names + 1] = q.block[q.open + 1] end "
                 "assert(table.concat(names, ' ') == 'one three one two three four') "
                 "assert(d.language == 'en' and d.source_language == nil and d.format == 'plain') "
                 "for b in d:blocks() do assert(b.doc == d) end assert(tostring(d) == 'document')",
                 "One. Two.\n\nThree “four”.");
}

static void test_alone(void **state) {
    (void)state;
    assert_check("scope = 'quotation'",
                 "assert(match.quotation.alone == (match.quotation.block.index ~= 2))",
                 "“A word.”\n\n“Two” of “them.”\n\n“Not closed, it’s five o’clock.");
}

static void test_blank_lines(void **state) {
    (void)state;
    assert_check("scope = 'document'",
                 "local d = match.doc assert(d:count_blocks(1) == 2 and d:count_blocks(2) == 1) "
                 "local at = '' for b in d:spaced_blocks(1) do at = at .. b.index end "
                 "assert(at == '234') for b in d:spaced_blocks(2) do assert(b.index == 3) end",
                 "One.\n\nTwo.\n\n\nThree.\n\nFour.");
}

static void test_words(void **state) {
    (void)state;
    assert_check("trigger = 'kind'",
                 "local all, count = s:words() assert(all == 'be kind he said' and count == 4) "
                 "local quoted, few = s:words(true) assert(quoted == 'be kind' and few == 2)",
                 "“Be kind, 7,” he said.");
}

static void test_loops(void **state) {
    (void)state;
    assert_check("scope = 'document'",
                 "local n = 0 for block, first, last, period in match.doc:loops(2) do n = n + 1 "
                 "assert(block.index == 1 and first == 4 and last == 11 and period == 4) "
                 "end assert(n == 1) for _ in match.doc:loops(3) do error('none') end",
                 "We go now up the hill, up the hill, and down.");
}

static void test_repeats(void **state) {
    (void)state;
    const char *text =
        "The minister of foreign affairs met twelve ambassadors in Geneva on Tuesday morning.\n\n"
        "Nothing else happened there.\n\n"
        "The minister of foreign affairs met twelve ambassadors in Geneva on Tuesday morning.";
    assert_check(
        "scope = 'document'",
        "local n = 0 for a, b, similarity, identical in match.doc:repeats(0.8) do "
        "n = n + 1 assert(a.index == 1 and b.index == 3 and identical and similarity == 1) "
        "end assert(n == 1) n = 0 for a in match.doc:repeats(1) do n = n + 1 end "
        "assert(n == 1) assert(not pcall(match.doc.repeats, match.doc, 0.2))",
        text);
}

static void test_quotations(void **state) {
    (void)state;
    assert_check("trigger = 'inner'",
                 "local q = s:quotation(i) assert(q.style == 'curly-single' and q.depth == 2) "
                 "assert(s:quoted(i) and not s:quoted(1) and s:role(2) == 'open') "
                 "assert(q.open == i - 1 and q.close == i + 1 and not q.continued) "
                 "local o = s:quotation(2) assert(o.depth == 1 and o.open == 2 and o ~= q) "
                 "assert(s:quotation(i - 1) == q and s:quotation(i + 1) == q) "
                 "assert(s:quotation(3) == o and s:quotation(1) == nil and s:quotation(99) == nil) "
                 "assert(s:role(i + 1) == 'close' and s:role(1) == nil) "
                 "assert(s:text(o.open, o.close) == '“An outer ‘inner’ one.”') "
                 "assert(q.block == s.block)",
                 "Said “An outer ‘inner’ one.”");
}

static void test_marks(void **state) {
    (void)state;
    assert_check("trigger = 'dogs'",
                 "assert(s:next_mark(1) == 3 and s:next_mark(-7) == 3 and s:next_mark(3) == 3) "
                 "assert(s:next_mark(4) == 7 and s:next_mark(10) == 11 and s:next_mark(12) == nil) "
                 "assert(s:role(6) == 'apostrophe' and s:next_mark(99) == nil) "
                 "assert(s.doc:count_quotations('curly-double') == 1) "
                 "assert(s.doc:count_quotations('curly-single') == 0)",
                 "He said “the dogs’ ‘old’ box” then.");
}

static void test_last_sentence(void **state) {
    (void)state;
    assert_check("scope = 'document'",
                 "local last = match.doc.last "
                 "assert(last.index == 3 and last:text() == 'Three.' and not last.next)",
                 "One. Two.\n\nThree.");
}

static void test_unclosed_quotations(void **state) {
    (void)state;
    assert_check("scope = 'document'",
                 "local open, closed = 0, 0 for q in match.doc:quotations() do "
                 "if q.open and not q.close then open = open + 1 "
                 "assert(q.block:quotation(q.open) == q) end "
                 "if q.close and not q.open then closed = closed + 1 "
                 "assert(q.block:quotation(q.close) == q) end end "
                 "assert(open == 1 and closed == 1)",
                 "He said “it is so.\n\nNow it is so” he said.");
}

static void test_wrong_use(void **state) {
    (void)state;
    assert_trouble(
        "return s.wrod",
        "a sentence has no field 'wrod' in this calque; calque explain --api lists them");
    assert_trouble("return s.block.offset", "a block has no field 'offset'");
    assert_trouble("return match.doc[1]", "a document has no field '1'");
    assert_trouble("s.x = 1", "a sentence is read-only");
    assert_trouble("return #match.doc", "attempt to get length of");
    assert_trouble("return s.text(match.doc)",
                   "bad argument #1 to 'text' (sentence or block expected");
    assert_trouble("return s:kind('x')", "bad argument #1 to 'kind' (number expected, got string)");
    assert_trouble("return s:kind()", "bad argument #1 to 'kind' (number expected, got ");
}

static void test_messages(void **state) {
    (void)state;
    assert_string_equal(check("message = 'default'", "report(s, 1)", "A word."), "en/r[A]default");
    assert_string_equal(check("trigger = 'word'", "report(s, i, j, 'said')", "A word."),
                        "en/r[word]said");
    assert_string_equal(check("trigger = 'word'", "report(s, i, 'said')", "A word."),
                        "en/r[word]said");
    assert_string_equal(check("trigger = 'word'", "report(s, i, { message = 'said' })", "A word."),
                        "en/r[word]said");
    assert_string_equal(check("trigger = 'word'", "report(s, 1, #s, {})", "A word."),
                        "en/r[A word.]summary");
    assert_string_equal(check("trigger = 'word'", "report(s, i, i, 'a\\n\\255b\\0c')", "A word."),
                        "en/r[word]a ?b c");
    assert_string_equal(check("trigger = 'b'", "report(s.block, s.offset + i)", "A. A b."),
                        "en/r[b]summary");
}

static void test_fixes(void **state) {
    (void)state;
    static const char *const cases[][3] = {
        {"report(s, i, j, { fix = 'x' })", "A word.", "en/r[word]summary{write “x”: 2-6=x}"},
        {"report(s, i, j, { fix = 'x', safe = true, title = 't' })", "A word.",
         "en/r[word]summary{safe t: 2-6=x}"},
        {"report(s, i, j, { fix = '' })", "A  word.", "en/r[word]summary{delete it: 1-7=}"},
        {"report(s, i, j, { fix = '' })", "Word  of.", "en/r[Word]summary{delete it: 0-6=}"},
        {"report(s, i, j, { fix = '' })", "A (word) of.", "en/r[word]summary{delete it: 3-7=}"},
        {"report(s, i, j, { fix = '' })", "Word", "en/r[Word]summary{delete it: 0-4=}"},
        {"report(s, i, { gap = true, fix = ' ' })", "A  word.",
         "en/r[  ]summary{correct the white space: 1-3= }"},
        {"report(s, i, { gap = true, fix = '' })", "A word.", "en/r[ ]summary{delete it: 1-2=}"},
        {"report(s, i, { insert = true, fix = 'the ' })", "A word.",
         "en/r[]summary{insert “the ”: 2-2=the }"},
        {"report(s, #s + 1, { insert = true, fix = '”' })", "A word. Of it.",
         "en/r[]summary{insert “””: 7-7=”}"},
        {"report(s, i, j, { edits = { { 1, 1, 'The' }, { 3, 3, '!' } } })", "A word.",
         "en/r[word]summary{apply the correction: 0-1=The 6-7=!}"},
        {"report(s, i, j, { edits = { { 3, 3, '' }, { 2, 1, 'odd ' } } })", "A word.",
         "en/r[word]summary{apply the correction: 2-2=odd  6-7=}"},
        {"report(s, i, j, { related = { { s, 1, 1, 'here' }, { s.block, 3, 3, 'there' } } })",
         "A word.", "en/r[word]summary(A: here)(.: there)"},
    };
    for (size_t n = 0; n < sizeof cases / sizeof *cases; n++) {
        const char *got = check("trigger = 'word'", cases[n][0], cases[n][1]);
        if (strcmp(got, cases[n][2]) != 0)
            fail_msg("%s\n  gives  %s\n  not  %s", cases[n][0], got, cases[n][2]);
    }
}

static void test_wrong_reports(void **state) {
    (void)state;
    assert_trouble("report(s, 0)", "report: tokens 0 to 0 of a sentence of 5 tokens");
    assert_trouble("report(s, 6)", "report: tokens 6 to 6 of a sentence of 5 tokens");
    assert_trouble("report(s, 3, 2)", "report: tokens 3 to 2 of a sentence of 5 tokens");
    assert_trouble("report(s, 7, { insert = true })", "report: before token 7 of a sentence");
    assert_trouble("report(s, 1, { insert = true, gap = true })",
                   "report: a detail has gap or insert");
    assert_trouble("report(s)", "bad argument #2 to 'report' (number expected, got ");
    assert_trouble("report(match, 1)", "bad argument #1 to 'report' (sentence or block expected");
    assert_trouble("report(s, 1, 1, true)",
                   "bad argument #4 to 'report' (string or table expected");
    assert_trouble("report(s, 1, 1, { fixx = '' })",
                   "report: a detail has no field 'fixx'; did you mean 'fix'?");
    assert_trouble("report(s, 1, 1, { fix = {} })", "report: the fix is a table, not a string");
    assert_trouble("report(s, 1, 1, { fix = '\\255' })", "report: the fix is not UTF-8 text");
    assert_trouble("report(s, 1, 1, { fix = '', edits = {} })",
                   "report: a detail has fix or edits");
    assert_trouble("report(s, 1, 1, { edits = {} })", "report: edits has 0 items, not 1 to 100");
    assert_trouble("report(s, 1, 1, { edits = 'x' })", "report: edits is a string, not a list");
    assert_trouble("report(s, 1, 1, { edits = { 'x' } })", "report: item 1 of edits is a string");
    assert_trouble("report(s, 1, 1, { edits = { { 1, 9, '' } } })", "report: tokens 1 to 9");
    assert_trouble("report(s, 1, 1, { edits = { { 1, 2, '' }, { 2, 3, '' } } })",
                   "report: edits overlap");
    assert_trouble("report(s, 1, 1, { edits = { { 1, 'x', '' } } })",
                   "report: edits: item 2 is a string");
    assert_trouble("report(s, 1, 1, { related = { { s, 1, 9, '' } } })", "report: tokens 1 to 9");
    assert_trouble("report(s, 1, 1, { related = { { 1, 1, 1, '' } } })", "bad argument");
    assert_trouble("report(s, 1, 1, ('x'):rep(70000))",
                   "report: the message is longer than 64 KiB");
}

/* What a rule keeps from one document is no use in the next, and harms nothing. */
static void test_stale_views(void **state) {
    (void)state;
    static const char *const uses[] = {
        "kept[1]", "kept.next", "#kept", "kept:text()", "kept.block", "kept:quotation(1)",
    };
    for (size_t n = 0; n < sizeof uses / sizeof *uses; n++) {
        host_fixture f;
        char code[512];
        begin_fixture(&f);
        snprintf(
            code, sizeof code,
            "local kept function rule.check(match) if kept then assert(kept ~= match.sentence) "
            "local x = %s end kept = match.sentence end",
            uses[n]);
        write_rule(&f, "r", "trigger = 'word'", code);
        open_host(&f);
        assert_string_equal(lint(&f, "A word."), "");
        assert_no_troubles(&f);
        assert_string_equal(lint(&f, "Another word."), "");
        assert_non_null(strstr(take_troubles(&f), "this sentence is of a document that is closed"));
        end_fixture(&f);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_tokens),
        cmocka_unit_test(test_text),
        cmocka_unit_test(test_gaps),
        cmocka_unit_test(test_neighbours),
        cmocka_unit_test(test_languages),
        cmocka_unit_test(test_hits),
        cmocka_unit_test(test_document),
        cmocka_unit_test(test_alone),
        cmocka_unit_test(test_blank_lines),
        cmocka_unit_test(test_tags),
        cmocka_unit_test(test_words),
        cmocka_unit_test(test_loops),
        cmocka_unit_test(test_repeats),
        cmocka_unit_test(test_quotations),
        cmocka_unit_test(test_unclosed_quotations),
        cmocka_unit_test(test_marks),
        cmocka_unit_test(test_last_sentence),
        cmocka_unit_test(test_wrong_use),
        cmocka_unit_test(test_messages),
        cmocka_unit_test(test_fixes),
        cmocka_unit_test(test_wrong_reports),
        cmocka_unit_test(test_stale_views),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
