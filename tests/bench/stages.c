/* Times the stages that open a document, each over the whole of it: markup, tokens, sentences,
   quotations. Prints the least and the median of some rounds, in processor time, since other programs
   may want the processor too, and the rate at the median. Each round's memory comes fresh from the
   system, as in a process that opens one document.

   usage: stages [-n ROUNDS] FILE... */
#include "base/io.h"
#include "text/doc.h"

#include <malloc.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>
#include <unistd.h>

#define MOST_ROUNDS 101
#define FRESH_BYTES                                                                                \
    (128 * 1024) /* larger pieces of memory go back to the system when they are freed */

typedef enum stage { MARKUP, TOKENS, SENTENCES, QUOTATIONS, STAGES } stage;

static const char *const stage_names[] = {
    [MARKUP] = "bytes to blocks",
    [TOKENS] = "to tokens",
    [SENTENCES] = "to sentences",
    [QUOTATIONS] = "to quotations",
};

static double now(void) {
    struct timespec t;
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &t);
    return (double)t.tv_sec * 1e3 + (double)t.tv_nsec / 1e6;
}

/* What text/doc does, stage by stage. `at`: milliseconds, when each stage began and the last ended. */
static bool open_in_stages(double at[STAGES + 1], cq_doc *doc, cq_str path, cq_str bytes,
                           cq_err *err) {
    at[MARKUP] = now();
    if (!cq_source_init(&doc->source, &doc->arena, path, bytes, err) ||
        !doc->format->read(&doc->blocks, &doc->arena, &doc->source, err))
        return false;
    at[TOKENS] = now();
    CQ_ARRAY_RESERVE(&doc->arena, &doc->tokens, bytes.len / 5 + 8);
    for (uint32_t i = 0; i < doc->blocks.len; i++)
        cq_token_read(&doc->tokens, &doc->arena, doc->words, &doc->blocks.at[i], CQ_STR("en"));
    at[SENTENCES] = now();
    for (uint32_t i = 0; i < doc->blocks.len; i++)
        cq_sentence_read(&doc->sentences, &doc->arena, doc->words, &doc->blocks.at[i], i,
                         doc->tokens.at, CQ_STR("en"));
    at[QUOTATIONS] = now();
    cq_quote_read(&doc->quotations, &doc->arena, &doc->blocks, &doc->tokens);
    at[STAGES] = now();
    return true;
}

static bool time_round(double at[STAGES + 1], cq_str path, cq_str bytes, cq_err *err) {
    cq_intern words;
    cq_intern_init(&words);
    cq_doc doc = {.words = &words, .format = cq_format_of_path(path)};
    if (!doc.format) doc.format = cq_format_of_name(CQ_STR("plain"));
    cq_arena_init(&doc.arena);
    bool ok = open_in_stages(at, &doc, path, bytes, err);
    cq_arena_release(&doc.arena);
    cq_intern_release(&words);
    return ok;
}

static int compare_doubles(const void *a, const void *b) {
    double x = *(const double *)a, y = *(const double *)b;
    return (x > y) - (x < y);
}

static void print_row(const char *name, double *spent, int rounds, size_t bytes) {
    qsort(spent, (size_t)rounds, sizeof *spent, compare_doubles);
    double median = spent[rounds / 2];
    printf("  %-24s %9.2f ms %9.2f ms %10.1f MB/s\n", name, spent[0], median,
           (double)bytes / 1e3 / median);
}

static void print_rows(double spent[STAGES + 2][MOST_ROUNDS], int rounds, size_t bytes) {
    printf("  %-24s %12s %12s\n", "", "least", "median");
    for (int i = 0; i < STAGES; i++) print_row(stage_names[i], spent[i], rounds, bytes);
    print_row("tokens and sentences", spent[STAGES], rounds, bytes);
    print_row("all of it", spent[STAGES + 1], rounds, bytes);
}

static bool time_file(const char *path, int rounds, cq_err *err) {
    static double spent[STAGES + 2][MOST_ROUNDS];
    cq_buf bytes = {0};
    bool ok = cq_io_read_file(&bytes, path, err);
    for (int round = 0; ok && round < rounds; round++) {
        double at[STAGES + 1] = {0};
        ok = time_round(at, cq_str_of(path), cq_buf_get(&bytes), err);
        for (int i = 0; i < STAGES; i++) spent[i][round] = at[i + 1] - at[i];
        spent[STAGES][round] = at[QUOTATIONS] - at[TOKENS];
        spent[STAGES + 1][round] = at[STAGES] - at[MARKUP];
    }
    if (ok) {
        printf("%s: %.1f MB\n", path, (double)bytes.len / 1e6);
        print_rows(spent, rounds, bytes.len);
    }
    cq_buf_release(&bytes);
    return ok;
}

int main(int argc, char **argv) {
    int rounds = 15, option;
    while ((option = getopt(argc, argv, "n:")) != -1) {
        if (option != 'n') return 2;
        rounds = atoi(optarg);
    }
    if (rounds < 1 || rounds > MOST_ROUNDS || optind == argc) {
        fputs("usage: stages [-n ROUNDS] FILE...\n", stderr);
        return 2;
    }
    mallopt(M_MMAP_THRESHOLD, FRESH_BYTES);
    for (int i = optind; i < argc; i++) {
        cq_err err = {0};
        if (time_file(argv[i], rounds, &err)) continue;
        fprintf(stderr, "stages: %s\n", err.message);
        return 2;
    }
    return 0;
}
