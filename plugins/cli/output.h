/* Output: standard output in large pieces, and troubles on standard error between them. */
#ifndef CQ_CLI_OUTPUT_H
#define CQ_CLI_OUTPUT_H

#include "base/buf.h"
#include "base/io.h"
#include "base/trouble.h"
#include "plugins/cli/progress.h"

/* Caller's storage, zero-initialised; one thread at a time. */
typedef struct cq_output {
    cq_buf pending; /* not written yet */
    bool is_closed; /* the reader went away; nothing more is written */
    bool is_broken; /* writing went wrong, and it was said */
    cq_arena said_arena;
    cq_strs said;    /* trouble lines, each once */
    uint32_t *slots; /* indices into `said` plus one, by hash; 0 is free */
    uint32_t slot_count;
    cq_progress progress; /* its line makes room for what is written */
} cq_output;

/* Appends text; writes when much has come together. */
void cq_output_push(cq_output *output, cq_str text);

/* Writes what is pending. False: writing makes no sense any more. */
bool cq_output_flush(cq_output *output);

/* Prints a trouble line on standard error, behind all that was pushed before, "calque: " in front;
   a line that was printed before is left out. */
void cq_output_say(cq_output *output, cq_str line);
void cq_output_say_all(cq_output *output, const cq_troubles *troubles);

/* Prints lines on standard error, behind all that was pushed before; they are no trouble. */
void cq_output_note(cq_output *output, cq_str lines);

/* Writes what is pending and frees. The status to exit with: `status`, or CQ_EXIT_TROUBLE where
   something was said or could not be written. */
int cq_output_end(cq_output *output, int status);

/* Makes a closed reader and a file as large as files may be errors of write() instead of the program's end. */
void cq_output_ignore_signals(void);

/* Columns of the terminal that standard output is; 0 where it is none. COLUMNS overrides. */
uint32_t cq_output_width(void);

/* Whether to use colours: `wish` is "always", "never", or NULL or "auto": on a terminal that can show
   them, unless NO_COLOR is set. CQ_EINVAL for any other word. */
bool cq_output_wants_color(bool *out, const char *wish, cq_err *err);

#endif
