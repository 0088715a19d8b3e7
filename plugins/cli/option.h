/* Options of a command line: a table says what there is, a reader fills a structure from it. */
#ifndef CQ_CLI_OPTION_H
#define CQ_CLI_OPTION_H

#include "base/array.h"
#include "base/buf.h"
#include "base/err.h"
#include "base/io.h"
#include "check/rule.h"

/* An entry of a table. `--name VALUE` and `--name=VALUE` are the same; a letter is `-j2`, `-j 2`. */
typedef struct cq_option {
    const char *name;  /* "format", without the dashes; NULL ends a table */
    char letter;       /* 'j', or 0 */
    const char *value; /* what it takes, for the manual: "NAME"; NULL: it takes nothing */
    const char *help;  /* one line or more, separated by \n */
    /* Puts the value (NULL where it takes none) into the field. */
    bool (*take)(void *field, const char *value, cq_err *err);
    size_t offset; /* of the field in the structure that is filled */
} cq_option;

#define CQ_OPTION_END                                                                              \
    { 0 }

/* Fills `target` from the arguments and pushes those that are no options, in order, onto
   `operands`. A lone "-" is an operand; "--" ends the options. CQ_EINVAL: one line that names the
   argument, with a suggestion where an option is misspelled. Borrows argv's strings. */
bool cq_option_read(void *target, cq_strs *operands, cq_arena *arena, const cq_option *options,
                    int argc, char **argv, cq_err *err);

/* Appends the manual of a table, an option a line or more. */
void cq_option_push_help(cq_buf *out, const cq_option *options);

/* What fields may be: bool, const char *, uint32_t (from 1), cq_level, cq_option_list. */
bool cq_option_take_flag(void *field, const char *value, cq_err *err);
bool cq_option_take_text(void *field, const char *value, cq_err *err);
bool cq_option_take_number(void *field, const char *value, cq_err *err);
bool cq_option_take_level(void *field, const char *value, cq_err *err);
bool cq_option_take_list(void *field, const char *value, cq_err *err);

/* Values of an option that may be given again and again, in order. Owns its array; the strings
   are argv's. */
typedef struct cq_option_list {
    cq_arena arena;
    CQ_ARRAY(const char *) values;
} cq_option_list;

void cq_option_list_release(cq_option_list *list);

#endif
