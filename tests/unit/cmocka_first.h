/* cmocka.h needs these before it. */
#ifndef TESTS_UNIT_CMOCKA_FIRST_H
#define TESTS_UNIT_CMOCKA_FIRST_H

/* clang-format off */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
/* clang-format on */

#include "base/str.h"

/* Fails with both texts where they differ. */
static inline void expect_str(cq_str found, const char *expected) {
    if (!cq_str_is_equal(found, cq_str_of(expected)))
        fail_msg("expected \"%s\", found \"%.*s\"", expected, CQ_FMT(found));
}

#endif
