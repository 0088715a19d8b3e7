#include "plugins/cli/progress.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

/* Milliseconds. */
enum {
    LONG = 1000,  /* a run that is shorter says nothing */
    OFTEN = 100,  /* on a terminal */
    SELDOM = 1000 /* elsewhere */
};

static uint64_t read_clock(void) {
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (uint64_t)now.tv_sec * 1000 + (uint64_t)now.tv_nsec / 1000000;
}

static bool can_move_cursor(void) {
    const char *term = getenv("TERM");
    return isatty(STDERR_FILENO) && term && strcmp(term, "dumb") != 0;
}

void cq_progress_init(cq_progress *progress, bool is_forced, bool is_quiet) {
    *progress = (cq_progress){.is_terminal = can_move_cursor()};
    progress->is_wanted = !is_quiet && (is_forced || progress->is_terminal);
    progress->next_time = read_clock() + LONG;
}

void cq_progress_show(cq_progress *progress, uint32_t done, uint32_t total) {
    if (!progress->is_wanted) return;
    bool is_last = done == total && !progress->is_terminal;
    uint64_t now = read_clock();
    if (now < progress->next_time && !is_last) return;
    progress->next_time = now + (progress->is_terminal ? OFTEN : SELDOM);
    progress->is_shown = progress->is_terminal;
    fprintf(stderr, "%scalque: %" PRIu32 " of %" PRIu32 " files%s",
            progress->is_terminal ? "\r" : "", done, total,
            progress->is_terminal ? "\033[K" : "\n");
    fflush(stderr);
}

void cq_progress_clear(cq_progress *progress) {
    if (!progress->is_shown) return;
    fputs("\r\033[K", stderr);
    fflush(stderr);
    progress->is_shown = false;
}
