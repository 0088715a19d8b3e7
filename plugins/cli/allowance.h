/* An allowance: what a run makes of baselines. One that it is given says which findings are let be; one
   that it writes takes in all that it finds. */
#ifndef CQ_CLI_ALLOWANCE_H
#define CQ_CLI_ALLOWANCE_H

#include "base/trouble.h"
#include "check/baseline.h"

/* Caller's storage. While files are linted it is read by all threads and changed by none. */
typedef struct cq_allowance {
    cq_arena arena;
    bool has_baseline, is_writing;
    cq_str folder;     /* of the baseline that is read: its paths are relative to it; absolute */
    cq_str out_folder; /* ... of the one that is written */
    cq_str here;
    const char *path, *out_path;
    cq_baseline baseline, out;
    bool is_there; /* the file that is written was there before, ... */
    cq_buf before; /* ... and held this */
} cq_allowance;

/* Reads the baselines at `path` and, where it is there already, at `out_path` (each NULL: there is
   none). A file that is no good is an error and stays as it is. */
bool cq_allowance_open(cq_allowance *allowance, const char *path, const char *out_path,
                       cq_err *err);
void cq_allowance_close(cq_allowance *allowance);

/* What one file of a run has to do with baselines. Caller's storage, zero-initialised. */
typedef struct cq_allowance_use {
    cq_arena arena;
    bool is_known;          /* the baseline has entries for it */
    cq_strs stale;          /* "en/its-own “it's own”": entries that cover nothing any more */
    cq_baseline_file found; /* what is written; its path is empty where nothing is */
} cq_allowance_use;

void cq_allowance_use_release(cq_allowance_use *use);

/* Whether findings of a rule can have been made at all, so that an entry without one is stale. */
typedef bool cq_allowance_is_on(const void *context, cq_str rule);

/* Takes in the findings where a baseline is written, and drops them; drops those that are let be where
   one is read. */
void cq_allowance_apply(cq_allowance_use *use, const cq_allowance *allowance, cq_findings *findings,
                        const cq_source *source, cq_allowance_is_on *is_on, const void *context);

/* Puts what a file gave into the baseline that is written. In one thread. */
void cq_allowance_take(cq_allowance *allowance, const cq_allowance_use *use);

/* Writes the baseline, without files that are not on disk any more, and appends a line about it. The
   file holds the old baseline or the new one, never half of it. */
bool cq_allowance_write(cq_buf *out, cq_allowance *allowance, cq_err *err);

/* Appends a line for each file of the baseline that is not on disk any more. */
void cq_allowance_push_gone(cq_buf *out, const cq_allowance *allowance);

#endif
