/* Tags: the cases that rules lean on, loading from several threads, and accuracy on a treebank. */
#include "text/tag.h"

#include "doc_fixture.h"
#include "text/tagger_model.h"

/* The treebank is read as the trainer reads it. */
#include "tests/model/tagger/corpus.c"
#include "tests/model/tagger/storage.c"

#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

typedef const char *(*describe)(const doc_fixture *f, const cq_tag *tag);

static const char *describe_upos(const doc_fixture *f, const cq_tag *tag) {
    (void)f;
    return cq_upos_name((cq_upos)tag->upos);
}

static const char *describe_lemma(const doc_fixture *f, const cq_tag *tag) {
    return cq_intern_text(&f->words, tag->lemma).ptr;
}

/* The text's words with what `how` says of them: "She/PRON sings/VERB". Punctuation is left out. */
static void tag_text(char *out, size_t size, const char *text, describe how) {
    doc_fixture f;
    size_t used = 0;
    open_fixture_words(&f);
    open_fixture_doc(&f, text);
    out[0] = '\0';
    for (uint32_t s = 0; s < f.doc.sentences.len; s++) {
        const cq_sentence *sentence = &f.doc.sentences.at[s];
        const cq_tag *tags = cq_tag_of_sentence(&f.doc, s);
        assert_non_null(tags);
        for (uint32_t i = sentence->first_token; i < sentence->end_token; i++) {
            const cq_tag *tag = &tags[i - sentence->first_token];
            cq_str word = cq_token_text(&f.doc.blocks.at[sentence->block], &f.doc.tokens.at[i]);
            if (tag->upos != CQ_UPOS_PUNCT && used < size)
                used += (size_t)snprintf(out + used, size - used, "%s%.*s/%s", used ? " " : "",
                                         CQ_FMT(word), how(&f, tag));
        }
    }
    close_fixture(&f);
}

static void check_text(const char *text, describe how, const char *expected) {
    char tagged[2048];
    tag_text(tagged, sizeof tagged, text, how);
    assert_string_equal(tagged, expected);
}

#define UPOS(text, expected) check_text(text, describe_upos, expected)
#define LEMMAS(text, expected) check_text(text, describe_lemma, expected)

static void nouns_and_verbs_of_one_form(void **state) {
    (void)state;
    UPOS("She will record the record before the match.",
         "She/PRON will/AUX record/VERB the/DET record/NOUN before/ADP the/DET match/NOUN");
    UPOS("The report states that the state must act.",
         "The/DET report/NOUN states/VERB that/SCONJ the/DET state/NOUN must/AUX act/VERB");
    UPOS("We can open the can.", "We/PRON can/AUX open/VERB the/DET can/NOUN");
    UPOS("They plan to close the door.",
         "They/PRON plan/VERB to/PART close/VERB the/DET door/NOUN");
}

static void the_words_that(void **state) {
    (void)state;
    UPOS("I know that that man said that.",
         "I/PRON know/VERB that/SCONJ that/DET man/NOUN said/VERB that/PRON");
    UPOS("This is the house that Jack built.",
         "This/PRON is/AUX the/DET house/NOUN that/PRON Jack/PROPN built/VERB");
    UPOS("That was a mistake.", "That/PRON was/AUX a/DET mistake/NOUN");
}

static void modals_and_auxiliaries(void **state) {
    (void)state;
    UPOS("They should have been working.", "They/PRON should/AUX have/AUX been/AUX working/VERB");
    UPOS("I have two children.", "I/PRON have/VERB two/NUM children/NOUN");
    UPOS("He can't swim, doesn't run and won't walk.",
         "He/PRON can't/AUX swim/VERB doesn't/AUX run/VERB and/CCONJ won't/AUX walk/VERB");
}

static void names_have_capitals(void **state) {
    (void)state;
    UPOS("The Bank of Ireland opened a branch in Galway.",
         "The/DET Bank/PROPN of/ADP Ireland/PROPN opened/VERB a/DET branch/NOUN in/ADP "
         "Galway/PROPN");
    UPOS("It may rain in May.", "It/PRON may/AUX rain/VERB in/ADP May/PROPN");
}

static void compounds_before_nouns_are_adjectives(void **state) {
    (void)state;
    UPOS("A well-known painter saw the long-term effects of the 15-year war.",
         "A/DET well-known/ADJ painter/NOUN saw/VERB the/DET long-term/ADJ effects/NOUN of/ADP "
         "the/DET 15-year/ADJ war/NOUN");
}

static void lemmas(void **state) {
    (void)state;
    LEMMAS("The mice ate the geese and ran.",
           "The/the mice/mouse ate/eat the/the geese/goose and/and ran/run");
    LEMMAS("She is taller than the tallest boys.",
           "She/she is/be taller/tall than/than the/the tallest/tall boys/boy");
    LEMMAS("He stopped hoping, tried worrying and left.",
           "He/he stopped/stop hoping/hope tried/try worrying/worry and/and left/leave");
    LEMMAS("It's Peter's; they won't sell.",
           "It's/it Peter's/peter they/they won't/will sell/sell");
}

/* Features of the word `at` of a one-sentence text. */
static void check_feats(const char *text, uint32_t at, const char *expected) {
    doc_fixture f;
    open_fixture_words(&f);
    open_fixture_doc(&f, text);
    assert_string_equal(cq_tag_feats(&cq_tag_of_sentence(&f.doc, 0)[at]), expected);
    close_fixture(&f);
}

static void finite_verbs_and_participles(void **state) {
    (void)state;
    const char *text = "The committee announced the plan announced by the mayor.";
    check_feats(text, 2, "Mood=Ind|Number=Sing|Person=3|Tense=Past|VerbForm=Fin");
    check_feats(text, 5, "Tense=Past|VerbForm=Part|Voice=Pass");
    check_feats("He had broken the window.", 2, "Tense=Past|VerbForm=Part");
    check_feats("We were looking for it.", 2, "Tense=Pres|VerbForm=Part");
    check_feats("They want to leave.", 3, "VerbForm=Inf");
}

static void verbs_agree_with_their_subjects(void **state) {
    (void)state;
    check_feats("I was there.", 1, "Mood=Ind|Number=Sing|Person=1|Tense=Past|VerbForm=Fin");
    check_feats("The owners of the dog slept.", 5,
                "Mood=Ind|Number=Plur|Person=3|Tense=Past|VerbForm=Fin");
    check_feats("We go home.", 1, "Mood=Ind|Number=Plur|Person=1|Tense=Pres|VerbForm=Fin");
}

static void what_leans_on_a_word_is_a_feature(void **state) {
    (void)state;
    check_feats("The dog's bone broke.", 1, "Case=Gen|Number=Sing");
    check_feats("He can't swim.", 1, "Polarity=Neg|VerbForm=Fin");
    doc_fixture f;
    open_fixture_words(&f);
    open_fixture_doc(&f, "It's raining.");
    const cq_tag *tags = cq_tag_of_sentence(&f.doc, 0);
    assert_true(cq_tag_has(&tags[0], "Clitic=Aux"));
    assert_true(cq_tag_has(&tags[0], "Person=3"));
    assert_false(cq_tag_has(&tags[0], "Person"));
    assert_false(cq_tag_has(&tags[2], "Person=3"));
    close_fixture(&f);
}

static void what_no_treebank_has(void **state) {
    (void)state;
    UPOS("Open {file} now \xF0\x9F\x98\x80.", "Open/VERB {file}/X now/ADV \xF0\x9F\x98\x80/SYM");
}

static void names_of_parts_of_speech(void **state) {
    (void)state;
    for (int i = 0; i < CQ_UPOS_COUNT; i++)
        assert_int_equal(cq_upos_of_name(cq_str_of(cq_upos_name((cq_upos)i))), i);
    assert_int_equal(cq_upos_of_name(CQ_STR("noun")), CQ_UPOS_COUNT);
}

static void a_sentence_is_tagged_once(void **state) {
    (void)state;
    doc_fixture f;
    open_fixture_words(&f);
    open_fixture_doc(&f, "One sleeps. Two wake.");
    assert_null(f.doc.tags);
    const cq_tag *second = cq_tag_of_sentence(&f.doc, 1);
    assert_ptr_equal(cq_tag_of_sentence(&f.doc, 1), second);
    assert_non_null(cq_tag_of_sentence(&f.doc, 0));
    close_fixture(&f);
}

static void other_languages_have_no_tags(void **state) {
    (void)state;
    cq_intern words;
    cq_doc doc;
    cq_err err;
    cq_doc_options options = {.language = CQ_STR("de")};
    cq_intern_init(&words);
    assert_true(cq_doc_open(&doc, &words, CQ_STR("a.txt"), CQ_STR("Das ist gut."), &options, &err));
    assert_null(cq_tag_of_sentence(&doc, 0));
    cq_doc_close(&doc);
    cq_intern_release(&words);
    assert_null(cq_tagger_model_of(CQ_STR("enm")));
    assert_non_null(cq_tagger_model_of(CQ_STR("en-GB")));
}

static void a_cut_model_is_none(void **state) {
    (void)state;
    _Alignas(4) unsigned char bytes[CQ_TAGGER_HEADER + 8] = {0x74, 0x63, 0x71, 0x31, 0xFF};
    cq_tagger_model model;
    assert_false(cq_tagger_model_init(&model, bytes, 4));
    assert_false(cq_tagger_model_init(&model, bytes, sizeof bytes));
    bytes[0] = 0;
    assert_false(cq_tagger_model_init(&model, bytes, sizeof bytes));
}

/* The order in which sentences are asked for says nothing. */
static void order_does_not_matter(void **state) {
    (void)state;
    const char *text =
        "Green tea is green. Mr. Green drinks tea. Green likes it. The green is wet.";
    doc_fixture f[2];
    for (int i = 0; i < 2; i++) {
        open_fixture_words(&f[i]);
        open_fixture_doc(&f[i], text);
    }
    uint32_t count = f[0].doc.sentences.len;
    for (uint32_t s = count; s-- > 0;) cq_tag_of_sentence(&f[1].doc, s);
    for (uint32_t s = 0; s < count; s++) {
        const cq_sentence *sentence = &f[0].doc.sentences.at[s];
        const cq_tag *a = cq_tag_of_sentence(&f[0].doc, s), *b = cq_tag_of_sentence(&f[1].doc, s);
        for (uint32_t i = 0; i < sentence->end_token - sentence->first_token; i++) {
            assert_int_equal(a[i].upos, b[i].upos);
            assert_int_equal(a[i].feats, b[i].feats);
        }
    }
    close_fixture(&f[0]);
    close_fixture(&f[1]);
}

/* Asserts are not for other threads: the text comes back. */
static void *tag_in_thread(void *out) {
    cq_intern words;
    cq_doc doc;
    cq_err err;
    cq_intern_init(&words);
    if (!cq_doc_open(&doc, &words, CQ_STR("a.txt"), CQ_STR("Dogs bark."), &(cq_doc_options){0},
                     &err))
        return NULL;
    const cq_tag *tags = cq_tag_of_sentence(&doc, 0);
    if (tags)
        snprintf(out, 64, "%s %s", cq_upos_name((cq_upos)tags[0].upos), cq_tag_feats(&tags[0]));
    cq_doc_close(&doc);
    cq_intern_release(&words);
    return NULL;
}

static void several_threads_load_one_model(void **state) {
    (void)state;
    enum { THREADS = 4 };
    pthread_t threads[THREADS];
    char out[THREADS][64] = {{0}};
    for (int i = 0; i < THREADS; i++)
        assert_int_equal(pthread_create(&threads[i], NULL, tag_in_thread, out[i]), 0);
    for (int i = 0; i < THREADS; i++) {
        pthread_join(threads[i], NULL);
        assert_string_equal(out[i], "NOUN Number=Plur");
    }
}

/* Words of a treebank, but for punctuation and symbols, and how many of them are right. */
typedef struct score {
    uint32_t words, upos, lemma;
} score;

static void score_token(score *s, corpus_doc *d, const corpus_label *label, const cq_tag *tag) {
    if (!label->is_plain || strcmp(label->upos, "PUNCT") == 0 || strcmp(label->upos, "SYM") == 0)
        return;
    s->words++;
    s->upos += strcmp(label->upos, cq_upos_name((cq_upos)tag->upos)) == 0;
    s->lemma += cq_intern_fold(&d->words, cq_str_of(label->lemma)) == tag->lemma;
}

static void score_doc(score *s, corpus_doc *d) {
    for (uint32_t i = 0; i < d->doc.sentences.len; i++) {
        const cq_sentence *sentence = &d->doc.sentences.at[i];
        const cq_tag *tags = cq_tag_of_sentence(&d->doc, i);
        for (uint32_t t = sentence->first_token; t < sentence->end_token; t++)
            score_token(s, d, &d->labels[t], &tags[t - sentence->first_token]);
    }
}

static void accuracy_on_a_treebank(void **state) {
    (void)state;
    const char *path = getenv("CQ_TREEBANK");
    score s = {0};
    corpus c;
    if (!path) path = "../shared/data/ud/dev.conllu";
    if (access(path, R_OK) != 0) {
        print_message("no treebank at %s (CQ_TREEBANK): accuracy is not measured\n", path);
        skip();
    }
    corpus_open(&c, path);
    for (uint32_t i = 0; i < c.docs.len; i++) score_doc(&s, c.docs.at[i]);
    corpus_close(&c);
    print_message("%u words, upos %.4f, lemma %.4f\n", s.words, (double)s.upos / s.words,
                  (double)s.lemma / s.words);
    assert_true(s.upos > s.words * 0.945);
    assert_true(s.lemma > s.words * 0.975);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(several_threads_load_one_model),
        cmocka_unit_test(nouns_and_verbs_of_one_form),
        cmocka_unit_test(the_words_that),
        cmocka_unit_test(modals_and_auxiliaries),
        cmocka_unit_test(names_have_capitals),
        cmocka_unit_test(compounds_before_nouns_are_adjectives),
        cmocka_unit_test(lemmas),
        cmocka_unit_test(finite_verbs_and_participles),
        cmocka_unit_test(verbs_agree_with_their_subjects),
        cmocka_unit_test(what_leans_on_a_word_is_a_feature),
        cmocka_unit_test(what_no_treebank_has),
        cmocka_unit_test(names_of_parts_of_speech),
        cmocka_unit_test(a_sentence_is_tagged_once),
        cmocka_unit_test(other_languages_have_no_tags),
        cmocka_unit_test(a_cut_model_is_none),
        cmocka_unit_test(order_does_not_matter),
        cmocka_unit_test(accuracy_on_a_treebank),
    };
    return cmocka_run_group_tests_name("tag", tests, NULL, NULL);
}
