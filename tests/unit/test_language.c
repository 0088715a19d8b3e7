/* Which language a sentence is in: our own sentences, and what does not count as foreign. */
#include "text/language_reader.h"

#include "doc_fixture.h"

#include "base/io.h"

#include <pthread.h>
#include <stdio.h>
#include <string.h>

typedef struct sample {
    const char *code, *text;
} sample;

static const sample samples[] = {
    {"en", "The council met on Tuesday and put off the decision once more."},
    {"en", "Nobody in the village remembers who planted the old walnut tree."},
    {"es", "El ayuntamiento se reunió el martes y aplazó otra vez la decisión."},
    {"es", "Nadie en el pueblo recuerda quién plantó el viejo nogal."},
    {"fr", "Le conseil s’est réuni mardi et a encore repoussé sa décision."},
    {"fr", "Personne au village ne sait plus qui a planté le vieux noyer."},
    {"de", "Der Gemeinderat tagte am Dienstag und verschob die Entscheidung noch einmal."},
    {"de", "Niemand im Dorf weiß noch, wer den alten Nussbaum gepflanzt hat."},
    {"pt", "A câmara reuniu-se na terça-feira e adiou mais uma vez a decisão."},
    {"pt", "Ninguém na aldeia se lembra de quem plantou a velha nogueira."},
    {"it", "Il consiglio si è riunito martedì e ha rinviato ancora una volta la decisione."},
    {"it", "Nessuno in paese ricorda chi ha piantato il vecchio noce."},
    {"nl", "De raad kwam dinsdag bijeen en stelde het besluit nog een keer uit."},
    {"sv", "Kommunen samlades i tisdags och sköt upp beslutet ännu en gång."},
    {"da",
     "Kommunen mødtes i tirsdags og udsatte beslutningen endnu en gang, hvad ingen havde ventet."},
    {"pl", "Rada zebrała się we wtorek i jeszcze raz odłożyła decyzję."},
    {"cs", "Rada se sešla v úterý a rozhodnutí znovu odložila."},
    {"ro", "Consiliul s-a întrunit marți și a amânat încă o dată hotărârea."},
    {"tr", "Meclis salı günü toplandı ve kararı bir kez daha erteledi."},
    {"fi", "Valtuusto kokoontui tiistaina ja siirsi päätöstä vielä kerran."},
    {"hu", "A tanács kedden ülésezett, és megint elhalasztotta a döntést."},
    {"hr", "Vijeće se sastalo u utorak i još jednom odgodilo odluku."},
    {"id", "Dewan itu bertemu pada hari Selasa dan sekali lagi menunda keputusannya."},
    {"vi", "Hội đồng họp hôm thứ ba và lại hoãn quyết định thêm một lần nữa."},
    {"ru", "Совет собрался во вторник и ещё раз отложил решение."},
    {"ru", "Никто в деревне не помнит, кто посадил старый орех."},
    {"uk", "Рада зібралася у вівторок і ще раз відклала рішення."},
    {"sr", "Савет се састао у уторак и још једном одложио одлуку."},
    {"zh", "市议会星期二开会,再次推迟了决定。"},
    {"ja", "市議会は火曜日に集まり、決定をまた先に延ばした。"},
    {"ko", "시의회는 화요일에 모여 결정을 다시 미루었다."},
    {"ar", "اجتمع المجلس يوم الثلاثاء وأجل القرار مرة أخرى."},
    {"fa", "شورا روز سه‌شنبه گرد هم آمد و تصمیم را به بعد "
           "گذاشت."},
    {"he", "המועצה התכנסה ביום שלישי ודחתה שוב את ההחלטה."},
    {"el", "Το συμβούλιο συνεδρίασε την Τρίτη και ανέβαλε πάλι την απόφαση."},
    {"hi", "परिषद मंगलवार को मिली और निर्णय फिर टाल दिया।"},
    {"th", "สภาประชุมเมื่อวันอังคารและเลื่อนการตัดสินใจออกไปอีกครั้ง"},
};

enum { SAMPLES = sizeof samples / sizeof *samples };

static cq_language_guess guess_of(const char *text) {
    return cq_language_of(cq_str_of(text), CQ_STR("en"));
}

/* The guess for a sentence (from 0) of an English document. */
static cq_language_guess guess_in_doc(const char *text, uint32_t sentence) {
    doc_fixture f;
    cq_language_reader reader;
    open_fixture_words(&f);
    open_fixture_doc(&f, text);
    cq_language_reader_init(&reader, &f.doc);
    assert_true(sentence < f.doc.sentences.len);
    cq_language_guess guess = cq_language_reader_get(&reader, sentence);
    cq_language_reader_release(&reader);
    close_fixture(&f);
    return guess;
}

static bool is_sure(cq_language_guess guess) {
    return guess.foreign >= CQ_LANGUAGE_SURE;
}

static void a_plain_sentence_is_in_its_language(void **state) {
    (void)state;
    for (int i = 0; i < SAMPLES; i++) {
        cq_language_guess guess = guess_of(samples[i].text);
        if (strcmp(guess.code, samples[i].code) != 0)
            fail_msg("%s, not %s: %s", guess.code, samples[i].code, samples[i].text);
        bool is_english = strcmp(samples[i].code, "en") == 0;
        if (is_sure(guess) == is_english)
            fail_msg("foreign by %.1f: %s", (double)guess.foreign, samples[i].text);
    }
}

static void a_document_s_sentence_is_judged_alike(void **state) {
    (void)state;
    for (int i = 0; i < SAMPLES; i++) {
        char text[1024];
        snprintf(text, sizeof text, "The vote was close.\n\n%s\n\nThe doors stayed shut.",
                 samples[i].text);
        cq_language_guess guess = guess_in_doc(text, 1);
        if (strcmp(guess.code, samples[i].code) != 0)
            fail_msg("%s, not %s: %s", guess.code, samples[i].code, samples[i].text);
        assert_int_equal(is_sure(guess), strcmp(samples[i].code, "en") != 0);
        assert_false(is_sure(guess_in_doc(text, 0)));
    }
}

static void quotations_names_and_titles_are_not_foreign(void **state) {
    (void)state;
    static const char *const english[] = {
        "“El pueblo no olvida lo que le hicieron”, it says above the door of the town hall.",
        "She said: “Nadie en el pueblo recuerda quién plantó el viejo nogal.”",
        "Universidad Nacional de La Plata and Casa de las Américas sent observers.",
        "Corriere della Sera, La Repubblica and Il Sole 24 Ore reported it first.",
        "Angela Merkel, Ursula von der Leyen and Emmanuel Macron met Pedro Sánchez.",
        "See https://ejemplo.es/noticias/el-pueblo-no-olvida for the list.",
        "No, no, no.",
        "Berlin, Paris, Roma, Madrid.",
        "2020; 115(3): 538-544.",
        "Photo: Jean-Luc Moreau.",
    };
    for (size_t i = 0; i < sizeof english / sizeof *english; i++)
        if (is_sure(guess_in_doc(english[i], 0))) fail_msg("%s", english[i]);
}

static void titles_in_emphasis_are_not_foreign(void **state) {
    (void)state;
    doc_fixture f;
    cq_err err;
    cq_doc_options options = {.language = CQ_STR("en")};
    cq_language_reader reader;
    open_fixture_words(&f);
    cq_str text = CQ_STR("He never finished *El viejo que leía novelas de amor en la selva*.\n");
    assert_true(cq_doc_open(&f.doc, &f.words, CQ_STR("test.md"), text, &options, &err));
    cq_language_reader_init(&reader, &f.doc);
    cq_language_guess guess = cq_language_reader_get(&reader, 0);
    assert_string_equal(guess.code, "en");
    assert_false(is_sure(guess));
    cq_language_reader_release(&reader);
    close_fixture(&f);
}

static void a_wholly_quoted_sentence_has_a_language_but_is_not_foreign(void **state) {
    (void)state;
    cq_language_guess guess =
        guess_in_doc("“El presidente no quiso decir una sola palabra sobre el asunto.”", 0);
    assert_string_equal(guess.code, "es");
    assert_int_equal(guess.words, 0);
    assert_true(guess.foreign == 0);
}

static void most_words_decide_in_a_mixed_sentence(void **state) {
    (void)state;
    assert_string_equal(guess_of("The dish is called papas a la huancaína in Peru.").code, "en");
    assert_string_equal(guess_of("El nuevo software de machine learning funciona muy bien.").code,
                        "es");
    assert_string_equal(guess_of("Столица Казахстана теперь называется Astana.").code, "ru");
    assert_string_equal(guess_of("The character 水 means water.").code, "en");
}

static void text_without_letters_is_unknown(void **state) {
    (void)state;
    assert_string_equal(guess_of("").code, "");
    assert_string_equal(guess_of("12, 13 — 14!").code, "");
    assert_string_equal(guess_of("\xEF\xBF\xBC \xF0\x9F\x98\x80").code, "");
    assert_true(guess_of("…").foreign == 0);
}

static void the_expected_language_is_compared_with(void **state) {
    (void)state;
    const char *spanish = samples[2].text, *english = samples[0].text;
    assert_false(is_sure(cq_language_of(cq_str_of(spanish), CQ_STR("es"))));
    assert_false(is_sure(cq_language_of(cq_str_of(spanish), CQ_STR("es-AR"))));
    assert_true(is_sure(cq_language_of(cq_str_of(english), CQ_STR("es"))));
    assert_true(is_sure(cq_language_of(cq_str_of(english), CQ_STR("ja"))));
    assert_true(is_sure(cq_language_of(cq_str_of(english), CQ_STR("ru"))));
    /* A language that no model knows, and none at all: nobody can say that it is not that. */
    assert_false(is_sure(cq_language_of(cq_str_of(english), CQ_STR("eo"))));
    assert_false(is_sure(cq_language_of(cq_str_of(english), CQ_STR(""))));
}

static void long_words_and_long_texts_are_cut(void **state) {
    (void)state;
    static char text[200000];
    memset(text, 'z', sizeof text - 1);
    assert_true(guess_of(text).code[0] != '\0');
    for (size_t i = 0; i + 12 < sizeof text; i += 12) memcpy(text + i, "la ciudad y ", 12);
    assert_string_equal(guess_of(text).code, "es");
}

/* Many distinct words, so that what is kept of them moves while it is read. */
static void many_words_are_kept(void **state) {
    (void)state;
    static char text[64000];
    size_t used = 0;
    for (int i = 0; i < 4000; i++)
        used += (size_t)snprintf(text + used, sizeof text - used, "z%c%c%ch%s", 'a' + i % 26,
                                 'a' + i / 26 % 26, 'a' + i / 676, i % 8 == 7 ? ". Z " : " ");
    doc_fixture f;
    cq_language_reader reader;
    open_fixture_words(&f);
    open_fixture_doc(&f, text);
    cq_language_reader_init(&reader, &f.doc);
    for (uint32_t i = 0; i < f.doc.sentences.len; i++)
        assert_true(cq_language_reader_get(&reader, i).code[0] != '\0');
    assert_true(reader.words.len > 3000);
    cq_language_reader_release(&reader);
    close_fixture(&f);
}

static void *guess_all(void *result) {
    int *wrong = result;
    for (int round = 0; round < 20; round++)
        for (int i = 0; i < SAMPLES; i++)
            *wrong += strcmp(guess_of(samples[i].text).code, samples[i].code) != 0;
    return NULL;
}

static void threads_do_not_disturb_each_other(void **state) {
    (void)state;
    pthread_t threads[4];
    int wrong[4] = {0};
    for (int i = 0; i < 4; i++)
        assert_int_equal(pthread_create(&threads[i], NULL, guess_all, &wrong[i]), 0);
    for (int i = 0; i < 4; i++) {
        pthread_join(threads[i], NULL);
        assert_int_equal(wrong[i], 0);
    }
}

/* Accuracy on the corpora next to the tree, where they are ----------------------------------------- */

typedef struct tally {
    uint32_t sentences, right, foreign;
} tally;

static bool is_long_enough(const cq_doc *doc, const cq_sentence *sentence) {
    uint32_t words = 0;
    for (uint32_t i = sentence->first_token; i < sentence->end_token; i++)
        words += doc->tokens.at[i].kind == CQ_TOKEN_WORD;
    return words >= 5;
}

static void count_doc(tally *out, const cq_doc *doc, const char *code) {
    cq_language_reader reader;
    cq_language_reader_init(&reader, doc);
    for (uint32_t i = 0; i < doc->sentences.len; i++) {
        if (!is_long_enough(doc, &doc->sentences.at[i])) continue;
        cq_language_guess guess = cq_language_reader_get(&reader, i);
        out->sentences++;
        out->right += strcmp(guess.code, code) == 0;
        out->foreign += is_sure(guess);
    }
    cq_language_reader_release(&reader);
}

/* All files are read as English documents: what is foreign must be found against that. */
static void count_folder(tally *out, const char *folder, const char *code) {
    cq_arena arena;
    cq_strs paths = {0};
    cq_err err;
    cq_arena_init(&arena);
    bool is_there = cq_io_find_files(&paths, &arena, folder, CQ_STR(".txt"), &err);
    for (uint32_t i = 0; is_there && i < paths.len; i++) {
        cq_buf bytes = {0};
        assert_true(cq_io_read_file(&bytes, paths.at[i].ptr, &err));
        doc_fixture f;
        open_fixture_words(&f);
        cq_buf_push(&bytes, '\0');
        open_fixture_doc(&f, bytes.ptr);
        count_doc(out, &f.doc, code);
        close_fixture(&f);
        cq_buf_release(&bytes);
    }
    cq_arena_release(&arena);
}

static double share(uint32_t part, uint32_t whole) {
    return whole ? (double)part / whole : 0;
}

static void measure(const char *code, const char *const *folders, double least,
                    double most_foreign) {
    tally t = {0};
    for (; *folders; folders++) count_folder(&t, *folders, code);
    if (t.sentences == 0) {
        print_message("  %s: skipped, %s is not there\n", code, "../shared/data");
        return;
    }
    double right = share(t.right, t.sentences), foreign = share(t.foreign, t.sentences);
    print_message("  %s: %u sentences of 5 words or more, %.4f right, %.4f foreign\n", code,
                  t.sentences, right, foreign);
    assert_true(right >= least);
    assert_true(foreign <= most_foreign);
}

static void corpora_are_read_right(void **state) {
    (void)state;
    static const char *const codes[] = {"es", "fr", "de", "pt", "it", "ru"};
    const char *english[] = {"../shared/data/dev/clean-en", NULL};
    measure("en", english, 0.995, 0.0005);
    for (size_t i = 0; i < sizeof codes / sizeof *codes; i++) {
        char clean[128], reference[128];
        snprintf(clean, sizeof clean, "../shared/data/other-langs/dev/%s/clean", codes[i]);
        snprintf(reference, sizeof reference, "../shared/data/other-langs/dev/%s/ref", codes[i]);
        const char *folders[] = {clean, reference, NULL};
        measure(codes[i], folders, 0.99, 1);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_plain_sentence_is_in_its_language),
        cmocka_unit_test(a_document_s_sentence_is_judged_alike),
        cmocka_unit_test(quotations_names_and_titles_are_not_foreign),
        cmocka_unit_test(titles_in_emphasis_are_not_foreign),
        cmocka_unit_test(a_wholly_quoted_sentence_has_a_language_but_is_not_foreign),
        cmocka_unit_test(most_words_decide_in_a_mixed_sentence),
        cmocka_unit_test(text_without_letters_is_unknown),
        cmocka_unit_test(the_expected_language_is_compared_with),
        cmocka_unit_test(long_words_and_long_texts_are_cut),
        cmocka_unit_test(many_words_are_kept),
        cmocka_unit_test(threads_do_not_disturb_each_other),
        cmocka_unit_test(corpora_are_read_right),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
