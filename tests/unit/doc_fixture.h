/* A document from a C string, for the tests of what stands on documents. */
#ifndef TESTS_UNIT_DOC_FIXTURE_H
#define TESTS_UNIT_DOC_FIXTURE_H

#include "text/doc.h"

/* clang-format off: cmocka.h needs these before it */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>
/* clang-format on */

typedef struct doc_fixture {
    cq_intern words;
    cq_doc doc;
} doc_fixture;

static inline void open_fixture_words(doc_fixture *fixture) {
    cq_intern_init(&fixture->words);
}

static inline void open_fixture_doc(doc_fixture *fixture, const char *text) {
    cq_err err;
    cq_doc_options options = {.language = CQ_STR("en")};
    if (!cq_doc_open(&fixture->doc, &fixture->words, CQ_STR("test.txt"), cq_str_of(text), &options,
                     &err))
        fail_msg("%s", err.message);
}

static inline void close_fixture(doc_fixture *fixture) {
    cq_doc_close(&fixture->doc);
    cq_intern_release(&fixture->words);
}

#endif
