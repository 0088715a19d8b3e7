/* Ignores: comments in a text that silence findings.

       calque-ignore ID, ID: reason     the next block behind the comment
       calque-ignore-line ...           the comment's line; where it has that for itself, the next one
       calque-ignore-start ...          from here to the next calque-ignore-end of the same names, or
                                        to the end of the file
       calque-ignore-file ...           the whole file

   Without an ID all rules; groups and stars name rules as elsewhere. The comment is the format's own. */
#ifndef CQ_CHECK_SUPPRESS_H
#define CQ_CHECK_SUPPRESS_H

#include "check/finding.h"
#include "text/doc.h"

/* One name of one ignore. */
typedef struct cq_ignore {
    cq_str name;   /* as written; empty: all rules. NUL-terminated */
    cq_str reason; /* what stands behind the colon; may be empty */
    cq_span at;    /* the name, or the word calque-ignore... where there is none */
    cq_span range; /* findings that start in it are silenced */
    bool is_used;  /* one was; set by cq_suppress_apply */
} cq_ignore;

/* A word behind calque-ignore that there is not. */
typedef struct cq_ignore_error {
    cq_span at;
    cq_str message;
} cq_ignore_error;

/* By the start of their ranges. */
typedef struct cq_ignores {
    CQ_ARRAY(cq_ignore) list;
    CQ_ARRAY(cq_ignore_error) errors; /* in the order of the text */
} cq_ignores;

/* Reads what a document's comments say. All memory is the arena's. Nearly linear. */
void cq_suppress_read(cq_ignores *out, cq_arena *arena, cq_doc *doc);

/* Whether a name stands for a rule. */
typedef bool cq_suppress_is_named(const void *context, const cq_rule *rule, cq_str name);

/* Drops the findings (sorted) that are ignored, and notes which ignores that took. */
void cq_suppress_apply(cq_findings *findings, cq_ignores *ignores, cq_suppress_is_named *is_named,
                       const void *context);

#endif
