/* Progress: how far a long run is, as one line on standard error that is written over again and again. */
#ifndef CQ_CLI_PROGRESS_H
#define CQ_CLI_PROGRESS_H

#include <stdbool.h>
#include <stdint.h>

/* Caller's storage, by cq_progress_init. */
typedef struct cq_progress {
    bool is_wanted, is_terminal;
    bool is_shown;      /* the line stands on the terminal */
    uint64_t next_time; /* when it may be written again: milliseconds of a clock that only grows */
} cq_progress;

/* On a terminal the line comes when a run takes long. With `is_forced`, elsewhere too: then as lines,
   one a second at most, and the last. `is_quiet`: never. */
void cq_progress_init(cq_progress *progress, bool is_forced, bool is_quiet);

/* Says how many files of how many are done. */
void cq_progress_show(cq_progress *progress, uint32_t done, uint32_t total);

/* Takes the line away, before something else is written. */
void cq_progress_clear(cq_progress *progress);

#endif
