/* Times commands side by side: each round runs every command once, so that a machine that gets
   slower is slow for all of them. Prints the medians of wall time, processor time and peak memory,
   and each command's ratio to the first one, pair by pair.

   usage: measure [-c] [-n ROUNDS] [-b BYTES] [-s STATUS] NAME COMMAND [NAME COMMAND]...
   COMMAND is split at spaces; its output is thrown away. BYTES: the size of what each command reads,
   for a rate. STATUS: the highest that a command may end with (1). -c: cold, without a
   first round that does not count. */
#include <fcntl.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#define MOST_COMMANDS 128
#define MOST_ROUNDS 101
#define MOST_WORDS 64

typedef struct command {
    const char *name;
    char *words[MOST_WORDS + 1];
    double wall[MOST_ROUNDS], cpu[MOST_ROUNDS], ratio[MOST_ROUNDS]; /* seconds */
    double peak[MOST_ROUNDS];                                       /* MiB */
} command;

static double now(void) {
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

static double seconds_of(struct timeval t) {
    return (double)t.tv_sec + (double)t.tv_usec / 1e6;
}

static void split_words(command *c, char *line) {
    int count = 0;
    for (char *word = strtok(line, " "); word && count < MOST_WORDS; word = strtok(NULL, " "))
        c->words[count++] = word;
    c->words[count] = NULL;
}

static void become(const command *c) {
    int nowhere = open("/dev/null", O_RDWR);
    dup2(nowhere, 0);
    dup2(nowhere, 1);
    execvp(c->words[0], c->words);
    perror(c->words[0]);
    _exit(127);
}

static int most_status = 1;

static void run_once(command *c, int round) {
    double start = now();
    pid_t child = fork();
    if (child == 0) become(c);
    struct rusage used;
    int status;
    if (child < 0 || wait4(child, &status, 0, &used) < 0) {
        perror("measure");
        exit(2);
    }
    if (!WIFEXITED(status) || WEXITSTATUS(status) > most_status) {
        fprintf(stderr, "measure: %s: ended with %s %d\n", c->name,
                WIFEXITED(status) ? "status" : "signal",
                WIFEXITED(status) ? WEXITSTATUS(status) : WTERMSIG(status));
        exit(2);
    }
    c->wall[round] = now() - start;
    c->cpu[round] = seconds_of(used.ru_utime) + seconds_of(used.ru_stime);
    c->peak[round] = (double)used.ru_maxrss / 1024;
}

static int compare_doubles(const void *a, const void *b) {
    double x = *(const double *)a, y = *(const double *)b;
    return (x > y) - (x < y);
}

static double median(const double *values, int count) {
    double sorted[MOST_ROUNDS];
    memcpy(sorted, values, (size_t)count * sizeof *sorted);
    qsort(sorted, (size_t)count, sizeof *sorted, compare_doubles);
    return sorted[count / 2];
}

static void print_row(const command *c, int rounds, double bytes) {
    double wall = median(c->wall, rounds);
    printf("%-28s %9.1f ms %9.1f ms %8.1f MiB %8.2fx", c->name, wall * 1e3,
           median(c->cpu, rounds) * 1e3, median(c->peak, rounds), median(c->ratio, rounds));
    if (bytes > 0) printf(" %8.1f MB/s", bytes / 1e6 / wall);
    putchar('\n');
}

int main(int argc, char **argv) {
    static command commands[MOST_COMMANDS];
    int count = 0, rounds = 5, first_round = -1, option;
    double bytes = 0;
    while ((option = getopt(argc, argv, "cn:b:s:")) != -1) {
        if (option == 'n')
            rounds = atoi(optarg);
        else if (option == 'b')
            bytes = atof(optarg);
        else if (option == 's')
            most_status = atoi(optarg);
        else if (option == 'c')
            first_round = 0;
        else
            return 2;
    }
    for (int i = optind; i + 1 < argc && count < MOST_COMMANDS; i += 2) {
        commands[count].name = argv[i];
        split_words(&commands[count++], argv[i + 1]);
    }
    if (!count || rounds < 1 || rounds > MOST_ROUNDS) {
        fputs("usage: measure [-c] [-n ROUNDS] [-b BYTES] [-s STATUS] NAME COMMAND...\n", stderr);
        return 2;
    }
    for (int round = first_round; round < rounds; round++) /* one below 0 only warms up */
        for (int i = 0; i < count; i++) run_once(&commands[i], round < 0 ? 0 : round);
    for (int i = 0; i < count; i++)
        for (int round = 0; round < rounds; round++)
            commands[i].ratio[round] = commands[i].wall[round] / commands[0].wall[round];
    printf("%-28s %12s %12s %12s %9s\n", "median of rounds", "wall", "processor", "peak memory",
           "to first");
    for (int i = 0; i < count; i++) print_row(&commands[i], rounds, bytes);
    return 0;
}
