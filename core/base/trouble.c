#include "base/trouble.h"

#include <stdarg.h>
#include <stdio.h>

void cq_troubles_init(cq_troubles *troubles) {
    *troubles = (cq_troubles){0};
    cq_arena_init(&troubles->arena);
}

void cq_troubles_release(cq_troubles *troubles) {
    cq_arena_release(&troubles->arena);
    *troubles = (cq_troubles){0};
}

/* Names of files may have line ends: only those in front of an indented line stay. */
static void keep_one_line(char *line) {
    for (char *p = line; *p; p++)
        if (*p == '\n' && p[1] != '\t' && p[1] != ' ') *p = ' ';
}

bool cq_troubles_push(cq_troubles *troubles, const char *format, ...) {
    char line[4096]; /* longer ones are cut: a trouble is a line, not a document */
    va_list args;
    va_start(args, format);
    vsnprintf(line, sizeof line, format, args);
    va_end(args);
    keep_one_line(line);
    *CQ_ARRAY_PUSH(&troubles->arena, &troubles->list) =
        cq_str_dup(&troubles->arena, cq_str_of(line));
    return false;
}
