#include "plugins/cli/output.h"

#include "plugins/cli/command.h"
#include "report/printable.h"

#include <errno.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/ioctl.h>
#include <unistd.h>

enum { ENOUGH = 1 << 16 }; /* bytes: a write of this size costs little per byte */

/* What was pending is gone either way. */
static void write_pending(cq_output *output) {
    cq_err err;
    cq_progress_clear(&output->progress);
    errno = 0;
    if (!cq_io_write_stream(STDOUT_FILENO, cq_buf_get(&output->pending), "standard output", &err)) {
        output->is_closed = true;
        output->is_broken = errno != EPIPE;
        if (output->is_broken) cq_command_fail("%s", err.message);
    }
    output->pending.len = 0;
}

bool cq_output_flush(cq_output *output) {
    if (output->pending.len && !output->is_closed) write_pending(output);
    return !output->is_closed;
}

void cq_output_push(cq_output *output, cq_str text) {
    if (output->is_closed) return;
    cq_buf_push_str(&output->pending, text);
    if (output->pending.len >= ENOUGH) write_pending(output);
}

static uint32_t *find_slot(const cq_output *output, cq_str line) {
    uint32_t at = (uint32_t)cq_str_hash(line) & (output->slot_count - 1);
    while (output->slots[at] && !cq_str_is_equal(output->said.at[output->slots[at] - 1], line))
        at = (at + 1) & (output->slot_count - 1);
    return &output->slots[at];
}

static void grow_slots(cq_output *output) {
    if (output->said.len * 2 < output->slot_count) return;
    output->slot_count = output->slot_count ? output->slot_count * 2 : 64;
    output->slots = CQ_ARENA_NEW_ARRAY(&output->said_arena, uint32_t, output->slot_count);
    for (uint32_t i = 0; i < output->said.len; i++) *find_slot(output, output->said.at[i]) = i + 1;
}

/* Whether the line is new. */
static bool remember(cq_output *output, cq_str line) {
    grow_slots(output);
    uint32_t *slot = find_slot(output, line);
    if (*slot) return false;
    *CQ_ARRAY_PUSH(&output->said_arena, &output->said) = cq_str_dup(&output->said_arena, line);
    *slot = output->said.len;
    return true;
}

/* Names of files are in it: a terminal is told nothing else by them. What has several lines keeps
   them. */
static void push_lines(cq_buf *out, cq_str text) {
    for (size_t start = 0; start < text.len;) {
        const char *end = memchr(text.ptr + start, '\n', text.len - start);
        size_t stop = end ? (size_t)(end - text.ptr) : text.len;
        cq_printable_push(out, cq_str_slice(text, start, stop));
        cq_buf_push(out, '\n');
        start = stop + 1;
    }
}

void cq_output_say(cq_output *output, cq_str line) {
    if (!remember(output, line)) return;
    cq_output_flush(output);
    cq_buf text = {0};
    if (!cq_str_has_prefix(line, CQ_STR("calque: "))) cq_buf_push_str(&text, CQ_STR("calque: "));
    push_lines(&text, line);
    cq_progress_clear(&output->progress);
    cq_io_write_stream(STDERR_FILENO, cq_buf_get(&text), "standard error", NULL);
    cq_buf_release(&text);
}

void cq_output_note(cq_output *output, cq_str lines) {
    if (!lines.len) return;
    cq_output_flush(output);
    cq_progress_clear(&output->progress);
    cq_io_write_stream(STDERR_FILENO, lines, "standard error", NULL);
}

void cq_output_say_all(cq_output *output, const cq_troubles *troubles) {
    for (uint32_t i = 0; i < troubles->list.len; i++) cq_output_say(output, troubles->list.at[i]);
}

int cq_output_end(cq_output *output, int status) {
    cq_output_flush(output);
    cq_progress_clear(&output->progress);
    if (output->is_broken || output->said.len) status = CQ_EXIT_TROUBLE;
    cq_buf_release(&output->pending);
    cq_arena_release(&output->said_arena);
    *output = (cq_output){0};
    return status;
}

void cq_output_ignore_signals(void) {
    signal(SIGPIPE, SIG_IGN);
    signal(SIGXFSZ,
           SIG_IGN); /* else `ulimit -f` ends the program with half a file beside the old */
}

uint32_t cq_output_width(void) {
    const char *columns = getenv("COLUMNS");
    uint32_t width = columns ? (uint32_t)strtoul(columns, NULL, 10) : 0;
    struct winsize size;
    if (!width && isatty(STDOUT_FILENO) && ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0)
        width = size.ws_col;
    return width;
}

static bool is_colorful_terminal(void) {
    const char *no_color = getenv("NO_COLOR"), *term = getenv("TERM");
    return isatty(STDOUT_FILENO) && !(no_color && *no_color) && term && strcmp(term, "dumb") != 0;
}

bool cq_output_wants_color(bool *out, const char *wish, cq_err *err) {
    if (!wish || strcmp(wish, "auto") == 0)
        *out = is_colorful_terminal();
    else if (strcmp(wish, "always") == 0 || strcmp(wish, "never") == 0)
        *out = strcmp(wish, "always") == 0;
    else
        return cq_fail(err, CQ_EINVAL, "--color: '%s' is none of auto, always, never", wish);
    return true;
}
