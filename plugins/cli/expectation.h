/* Expectations: what the examples in a rule file say, rewritten to what the rule does now. */
#ifndef CQ_CLI_EXPECTATION_H
#define CQ_CLI_EXPECTATION_H

#include "check/rule.h"
#include "plugins/cli/lua_literal.h"

/* A rule file, and what is to change in it. Caller's storage. */
typedef struct cq_expectation {
    cq_arena arena;
    cq_buf bytes; /* of the file */
    cq_lua_literals literals;
    bool *is_taken;    /* by literal: an example was found there */
    cq_strs spellings; /* by literal: what it becomes; ptr NULL: it stays */
    uint32_t changes;  /* examples that change */
} cq_expectation;

bool cq_expectation_open(cq_expectation *expectation, const char *path, cq_err *err);
void cq_expectation_close(cq_expectation *expectation);

/* Lets the example say `marked` and, where it names a fix, `fixed`. CQ_ENOENT: its text is not spelt out
   in the file. */
bool cq_expectation_change(cq_expectation *expectation, const cq_rule_example *example,
                           cq_str marked, cq_str fixed, cq_err *err);

/* Writes the file as cq_replace_file does. */
bool cq_expectation_write(cq_expectation *expectation, const char *path, cq_err *err);

#endif
