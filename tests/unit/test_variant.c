/* Names that one document writes in two ways. */
#include "text/variant.h"

#include "doc_fixture.h"

#include <stdio.h>
#include <string.h>

static cq_str text_of(const doc_fixture *f, const cq_variant_place *place) {
    const cq_sentence *sentence = &f->doc.sentences.at[place->sentence];
    const cq_block *block = &f->doc.blocks.at[sentence->block];
    return cq_source_slice(&f->doc.source, cq_doc_locate(&f->doc, block, place->first, place->end));
}

/* The pairs of `text` as "usual=other", with how often each stands there. */
static const char *variants(const char *text) {
    static char out[2048];
    doc_fixture f;
    cq_variants found = {0};
    open_fixture_words(&f);
    open_fixture_doc(&f, text);
    cq_variant_find(&found, &f.doc.arena, &f.doc, NULL);
    out[0] = '\0';
    for (uint32_t i = 0; i < found.len; i++) {
        const cq_variant *v = &found.at[i];
        size_t used = strlen(out);
        snprintf(out + used, sizeof out - used, "%s%.*s %u=%.*s %u", used ? " / " : "",
                 CQ_FMT(text_of(&f, &v->usual)), v->usual.count, CQ_FMT(text_of(&f, &v->other)),
                 v->other.count);
    }
    close_fixture(&f);
    return out;
}

static void accents(void **state) {
    (void)state;
    assert_string_equal(variants("We met Ramírez. Then Ramírez met Ramirez."),
                        "Ramírez 2=Ramirez 1");
    assert_string_equal(variants("We met Ægirsson. Then came Aegirsson."),
                        "Ægirsson 1=Aegirsson 1");
}

static void hyphens_and_spaces(void **state) {
    (void)state;
    assert_string_equal(variants("It was Al-Marsa. It is Almarsa."), "Al-Marsa 1=Almarsa 1");
    assert_string_equal(variants("He likes Terry Man. She likes Terryman and Terryman."),
                        "Terryman 2=Terry Man 1");
}

static void one_way_is_no_pair(void **state) {
    (void)state;
    assert_string_equal(variants("We met Ramírez. It was Ramírez's boat, and RAMIREZ was on it."),
                        "");
    assert_string_equal(variants("We saw Lima. Now Líma."), ""); /* too short to be sure */
}

static void a_first_word_is_no_name(void **state) {
    (void)state;
    assert_string_equal(variants("Résumés came in. We read them. Resumes went out."), "");
}

/* Each pairs with the first, so that their number does not grow with a text made of one name. */
static void forms_of_a_name_are_few(void **state) {
    (void)state;
    assert_string_equal(
        variants("It was Ramirez, Ramírez, Rámirez, Rámírez, Ramiréz, Ramíréz, Rámiréz, Rámíréz, "
                 "Râmirez, Râmírez and Ramírez."),
        "Ramírez 2=Ramirez 1 / Ramirez 1=Rámirez 1 / Ramirez 1=Rámírez 1 / Ramirez 1=Ramiréz 1 / "
        "Ramirez 1=Ramíréz 1 / Ramirez 1=Rámiréz 1 / Ramirez 1=Rámíréz 1");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(accents),
        cmocka_unit_test(hyphens_and_spaces),
        cmocka_unit_test(one_way_is_no_pair),
        cmocka_unit_test(a_first_word_is_no_name),
        cmocka_unit_test(forms_of_a_name_are_few),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
