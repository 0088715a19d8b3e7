/* Baselines: findings that are known and let be, so that only new ones count. A finding is known again
   by its file, its rule, its text and a few words on each side of it, wherever in the file it has moved
   to, also where one side was edited; as many are covered as there were. */
#ifndef CQ_CHECK_BASELINE_H
#define CQ_CHECK_BASELINE_H

#include "base/buf.h"
#include "check/finding.h"

#define CQ_BASELINE_VERSION 1

/* White space counts as one space in all of them; long texts are shortened in their middle. */
typedef struct cq_baseline_entry {
    cq_str rule, text, before, after;
    uint32_t count; /* how many there are that are equal in all of that */
} cq_baseline_entry;

typedef struct cq_baseline_file {
    cq_str path;                         /* NUL-terminated */
    CQ_ARRAY(cq_baseline_entry) entries; /* sorted, each once */
} cq_baseline_file;

/* Caller's storage. Owns all that it holds, unless it was put together from files of other arenas. */
typedef struct cq_baseline {
    cq_arena arena;
    CQ_ARRAY(cq_baseline_file) files; /* sorted by path, each once */
} cq_baseline;

void cq_baseline_init(cq_baseline *baseline);
void cq_baseline_release(cq_baseline *baseline);

/* Reads a baseline that cq_baseline_push wrote; `name` is for messages. CQ_EINVAL: it is none, damaged,
   or of another version; nothing is left to release. */
bool cq_baseline_read(cq_baseline *out, cq_str bytes, const char *name, cq_err *err);

/* Appends it as JSON, a finding a line. */
void cq_baseline_push(cq_buf *out, const cq_baseline *baseline);

/* The entries of a path, or NULL. Borrowed. */
const cq_baseline_file *cq_baseline_find(const cq_baseline *baseline, cq_str path);

/* Puts a copy of a file's entries in the place of those of its path. */
void cq_baseline_put(cq_baseline *baseline, const cq_baseline_file *file);

/* Takes the entries of a path out, if there are any. */
void cq_baseline_drop(cq_baseline *baseline, cq_str path);

/* Fills `out` with the entries for a file's findings; they and the path are copied into `arena`. */
void cq_baseline_collect(cq_baseline_file *out, cq_arena *arena, cq_str path,
                         const cq_source *source, const cq_findings *findings);

/* Drops the findings that the file's entries cover. The result, in `arena`: by entry, how many of its
   findings were not there. */
uint32_t *cq_baseline_apply(cq_findings *findings, cq_arena *arena, const cq_source *source,
                            const cq_baseline_file *file);

#endif
