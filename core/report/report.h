/* Reports: findings as somebody reads them. Each format is one file in report/format/, found by its
   name: `format/jsonl.c` defines `const cq_report cq_report_jsonl`. */
#ifndef CQ_REPORT_REPORT_H
#define CQ_REPORT_REPORT_H

#include "base/buf.h"
#include "check/finding.h"
#include "report/tally.h"

/* What was linted, for reports that show more than one file. */
typedef struct cq_report_totals {
    uint32_t files;
    uint32_t findings[CQ_LEVEL_ERROR + 1]; /* by level */
    bool had_trouble;                      /* something could not be read, or a rule broke */
    const cq_tally *tally;                 /* the rules of the run, and what each of them found */
} cq_report_totals;

typedef struct cq_report_options {
    bool use_color;
    bool is_quiet;  /* no summary */
    uint32_t width; /* columns of the terminal; 0: not a terminal */
} cq_report_options;

/* Each function appends to `out`. `file` is called once a file in path order, perhaps from several
   threads at once (with different sources and buffers), so it keeps nothing. NULL: nothing to say.
   A report that must know all files before its first byte has `whole` instead of `begin` and `end`:
   it gets the files' texts, joined, and appends everything. */
typedef struct cq_report {
    const char *name;    /* "jsonl"; as in --format */
    const char *summary; /* one line for the manual */
    const char *begin;   /* stands before the first file's text, ... */
    const char *between; /* ... and between the texts of two files; NULL: nothing */
    void (*file)(cq_buf *out, cq_source *source, const cq_findings *findings,
                 const cq_report_options *options);
    void (*end)(cq_buf *out, const cq_report_totals *totals, const cq_report_options *options);
    void (*whole)(cq_buf *out, cq_str files, const cq_report_totals *totals,
                  const cq_report_options *options);
} cq_report;

/* The report of a name, or NULL. Static. */
const cq_report *cq_report_of_name(cq_str name);

/* All reports, NULL-terminated, by name. */
const cq_report *const *cq_report_all(void);

#endif
