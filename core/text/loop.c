#include "text/loop.h"

/* Tokens that are each the one a period before them. */
typedef struct loop_run {
    uint32_t period; /* 0: no run */
    uint32_t equal;  /* tokens of it */
} loop_run;

typedef struct finder {
    const cq_token *tokens;
    uint32_t *last; /* by word: where it stood last, as token + 1 */
    uint32_t block; /* the one being read */
    uint32_t first; /* its first token */
    uint32_t end;   /* of the last loop found */
} finder;

/* The run began where a word came back whose nearest place before tells the period: up to a period
   of other words may belong to it. */
static uint32_t count_before(const finder *f, uint32_t start, uint32_t period) {
    uint32_t count = 0;
    while (count < period && start - count - period > f->first &&
           f->tokens[start - count - 1].word == f->tokens[start - count - 1 - period].word)
        count++;
    return count;
}

/* The run ends before `end`. What belongs to the loop before it as well is left to that one. */
static void close_run(cq_loops *out, cq_arena *arena, finder *f, loop_run run, uint32_t end) {
    if (run.period < CQ_LOOP_LEAST_PERIOD || run.equal < run.period) return;
    uint32_t first = end - run.equal - run.period;
    first -= count_before(f, end - run.equal, run.period);
    if (first < f->end) first = f->end;
    if (end - first < 2 * run.period) return;
    *CQ_ARRAY_PUSH(arena, out) = (cq_loop){f->block, first, end, run.period};
    f->end = end;
}

/* Every token of the document comes by here, and nearly all runs end at their second token: what is
   too short for a loop is not looked at closely. */
static void read_block(cq_loops *out, cq_arena *arena, finder *f, uint32_t end) {
    loop_run run = {0, 0};
    for (uint32_t t = f->first; t < end; t++) {
        cq_word word = f->tokens[t].word;
        uint32_t last = f->last[word];
        f->last[word] = t + 1;
        if (run.period && f->tokens[t - run.period].word == word) {
            run.equal++;
            continue;
        }
        if (run.equal >= CQ_LOOP_LEAST_PERIOD) close_run(out, arena, f, run, t);
        bool is_again = last > f->first;
        run.period = is_again ? t + 1 - last : 0;
        run.equal = is_again;
    }
    close_run(out, arena, f, run, end);
}

void cq_loop_find(cq_loops *out, cq_arena *arena, const cq_doc *doc) {
    finder f = {.tokens = doc->tokens.at};
    cq_arena scratch;
    cq_arena_init(&scratch);
    f.last = CQ_ARENA_NEW_ARRAY(&scratch, uint32_t, doc->words->entries.len);
    for (f.block = 0; f.block < doc->blocks.len; f.block++) {
        f.first = doc->blocks.at[f.block].first_token;
        read_block(out, arena, &f, doc->blocks.at[f.block].end_token);
    }
    cq_arena_release(&scratch);
}
