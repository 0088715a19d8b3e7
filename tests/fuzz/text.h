/* What holds of every text, for the harnesses: it is opened as a document, and each harness checks one
   stage of it. The first byte of an input says which format or language; the rest is the text. */
#ifndef TESTS_FUZZ_TEXT_H
#define TESTS_FUZZ_TEXT_H

#include <stdio.h>
#include <stdlib.h>

#include "base/utf8.h"
#include "text/doc.h"

/* As assert, also where those are off. */
#define CHECK(condition)                                                                           \
    do {                                                                                           \
        if (!(condition)) {                                                                        \
            fprintf(stderr, "%s:%d: %s\n", __FILE__, __LINE__, #condition);                        \
            abort();                                                                               \
        }                                                                                          \
    } while (0)

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* Opens a document and hands it to `check`. A text that is refused is no finding. The words are kept
   from run to run, as an engine keeps them. */
static inline void check_document(cq_str text, const cq_doc_options *options,
                                  void (*check)(const cq_doc *doc)) {
    static cq_intern words;
    static bool has_words;
    cq_doc doc;
    cq_err err;
    if (!has_words) cq_intern_init(&words);
    has_words = true;
    if (cq_doc_open(&doc, &words, CQ_STR("fuzz"), text, options, &err)) {
        check(&doc);
        cq_doc_close(&doc);
    }
}

/* A plain text in the language that `which` stands for. */
static inline void check_plain_text(uint8_t which, cq_str text, void (*check)(const cq_doc *doc)) {
    static const char *const languages[] = {"en", "de", "fr", "es", "ru", "zh", "ja", "auto"};
    cq_doc_options options = {.format = cq_format_of_name(CQ_STR("plain")),
                              .language = cq_str_of(languages[which % 8])};
    check_document(text, &options, check);
}

/* A span of a block's text, cut from the file, is that text where no markup lies inside. */
static inline void check_place(const cq_doc *doc, const cq_block *block, cq_text_span span) {
    CHECK(span.start < span.end && span.end <= block->text.len);
    cq_span place = cq_block_locate(block, span);
    CHECK(place.start <= place.end && place.end <= doc->source.text.len);
    const cq_segment *first = cq_block_segment_at(block, span.start);
    const cq_segment *last = cq_block_segment_at(block, span.end - 1);
    if (first != last || !first->is_verbatim) return;
    cq_str text = cq_str_slice(block->text, span.start, span.end);
    CHECK(cq_str_is_equal(text, cq_str_slice(doc->source.text, place.start, place.end)));
}

#endif
