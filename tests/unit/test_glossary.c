/* Glossaries: how their files are read, and where a text says what they avoid. */
#include "check/glossary.h"

#include "doc_fixture.h"

#include <stdio.h>
#include <string.h>

/* The places, each as "words -> term", with " / " between. */
static const char *find(const char *csv, const char *text) {
    static char out[1024];
    doc_fixture f;
    cq_err err;
    cq_glossary glossary;
    cq_glossary_hits hits = {0};
    open_fixture_words(&f);
    if (!cq_glossary_read(&glossary, &f.words, cq_str_of(csv), &err)) fail_msg("%s", err.message);
    open_fixture_doc(&f, text);
    cq_glossary_find(&hits, &f.doc.arena, &glossary, &f.doc);
    out[0] = '\0';
    for (uint32_t i = 0; i < hits.len; i++) {
        const cq_glossary_hit *hit = &hits.at[i];
        const cq_block *block = &f.doc.blocks.at[f.doc.sentences.at[hit->sentence].block];
        cq_span span = cq_doc_locate(&f.doc, block, hit->first, hit->end);
        size_t used = strlen(out);
        snprintf(out + used, sizeof out - used, "%s%.*s -> %.*s", used ? " / " : "",
                 CQ_FMT(cq_source_slice(&f.doc.source, span)),
                 CQ_FMT(hit->is_plural ? glossary.terms.at[hit->term].plural
                                       : glossary.terms.at[hit->term].target));
    }
    close_fixture(&f);
    cq_glossary_release(&glossary);
    return out;
}

static void rows_and_columns(void **state) {
    (void)state;
    const char *text = "The sluice and the ship lock, it's the gate.";
    const char *found = "sluice -> sea lock / ship lock -> sea lock";
    assert_string_equal(find("target,avoid\nsea lock,sluice|ship lock\n", text), found);
    assert_string_equal(
        find("\xEF\xBB\xBFnote;avoid;source;target\r\n;sluice | ship lock;x;sea lock\r\n", text),
        found);
    assert_string_equal(find("target\tavoid\n\nsea lock\tsluice|ship lock", text), found);
    assert_string_equal(find("target,avoid\n\"sea lock\",\"sluice|ship lock\"\n", text), found);
    assert_string_equal(find("target,avoid\n\"a \"\"b\"\",\nc\",sluice", text),
                        "sluice -> a \"b\",\nc");
    assert_string_equal(find("source,target\nx,sluice\n", text), "");
    assert_string_equal(find("target,avoid\nx,it's\n", text), "it's -> x");
}

static void longest_phrases_count(void **state) {
    (void)state;
    const char *csv = "target,avoid\nlock,lock gate\nsea lock gate,\nInternet,internet|net\n";
    assert_string_equal(find(csv, "A lock gate, a sea lock gate, a lock."), "lock gate -> lock");
    assert_string_equal(find(csv, "The Net and the internet."),
                        "Net -> Internet / internet -> Internet");
}

static void marks_mean_nothing(void **state) {
    (void)state;
    assert_string_equal(find("target,avoid\nx,what?|<word>|(a b)\n", "So what? Words (a b)."),
                        "what? -> x / (a b) -> x");
    assert_string_equal(find("target,avoid\n{n},{{ n }}|a{2}\n", "So {{ n }} and a{2}."),
                        "{{ n }} -> {n} / a{2} -> {n}");
}

static void plurals_follow(void **state) {
    (void)state;
    assert_string_equal(find("target,avoid\nsea lock,sluice\n", "Sluices, a sluice, sea locks."),
                        "Sluices -> sea locks / sluice -> sea lock");
    assert_string_equal(find("target,avoid\nalderwoman,city-lady\n", "City-ladies talk."),
                        "City-ladies -> alderwomen");
    assert_string_equal(find("target,avoid\nuse,utilize\n", "She utilizes it."),
                        "utilizes -> uses");
    /* what the file says itself goes before */
    assert_string_equal(find("target,avoid\nquay,pier\nall quays,piers\n", "Piers and a pier."),
                        "Piers -> all quays / pier -> quay");
    assert_string_equal(find("target,avoid\ndock,pier\npiers,\n", "The piers."), "");
}

/* No plural of the term can be told, or none of what stands for it. */
static void plurals_are_not_guessed(void **state) {
    (void)state;
    assert_string_equal(find("target,avoid\nlocks,sluice\n", "The sluices."), "");
    assert_string_equal(find("target,avoid\nright of way,fairway\n", "The fairways."), "");
    assert_string_equal(find("target,avoid\nfairway,way of ships\n", "The way of shipses."), "");
    assert_string_equal(find("target,avoid\nquay,Pier B\nLock,SLUICE\n", "Pier Bs and sluices."),
                        "");
    assert_string_equal(
        find("target,avoid\nquay,\xC3\xA9tag\xC3\xA8re\n", "The \xC3\xA9tag\xC3\xA8res."), "");
}

static const char *refusal(const char *csv) {
    static cq_err err;
    cq_intern words;
    cq_glossary glossary;
    cq_intern_init(&words);
    assert_false(cq_glossary_read(&glossary, &words, cq_str_of(csv), &err));
    cq_intern_release(&words);
    return err.message;
}

static void broken_files_are_refused(void **state) {
    (void)state;
    assert_string_equal(refusal(""),
                        "1: the first line names the columns, and there is no 'target'");
    assert_string_equal(refusal("source,avoid\n"),
                        "1: the first line names the columns, and there is no 'target'");
    assert_string_equal(refusal("target,avoid\na,b\n,c\n"),
                        "3: there is no term in column 'target'");
    assert_string_equal(refusal("target\n\"a\n\nb\"\n\"c\n"), "5: a quotation mark is not closed");
    assert_string_equal(refusal("target,avoid\nbar,\ncaf\xE9,pub\n"), "3: not valid UTF-8");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(rows_and_columns),        cmocka_unit_test(longest_phrases_count),
        cmocka_unit_test(marks_mean_nothing),      cmocka_unit_test(plurals_follow),
        cmocka_unit_test(plurals_are_not_guessed), cmocka_unit_test(broken_files_are_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
