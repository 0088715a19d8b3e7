#include "text/loop.h"

typedef struct finder {
    const cq_doc *doc;
    const cq_token *tokens;
    uint32_t *last;  /* by word: where it stood last, as token + 1 */
    uint32_t block;  /* the one being read */
    uint32_t end;    /* of the last loop found */
    uint32_t period; /* 0: no run */
    uint32_t equal;  /* tokens of the run: each is the one a period before it */
} finder;

static bool is_equal(const finder *f, uint32_t token) {
    return f->tokens[token].word == f->tokens[token - f->period].word;
}

/* The run began where a word came back whose nearest place before tells the period: up to a period
   of other words may belong to it. */
static uint32_t count_before(const finder *f, uint32_t start) {
    uint32_t first = f->doc->blocks.at[f->block].first_token, count = 0;
    while (count < f->period && start - count - f->period > first && is_equal(f, start - count - 1))
        count++;
    return count;
}

/* The run ends before `end`. What belongs to the loop before it as well is left to that one. */
static void close_run(cq_loops *out, cq_arena *arena, finder *f, uint32_t end) {
    if (f->period < CQ_LOOP_LEAST_PERIOD || f->equal < f->period) return;
    uint32_t first = end - f->equal - f->period;
    first -= count_before(f, end - f->equal);
    if (first < f->end) first = f->end;
    if (end - first < 2 * f->period) return;
    *CQ_ARRAY_PUSH(arena, out) = (cq_loop){f->block, first, end, f->period};
    f->end = end;
}

static void read_token(cq_loops *out, cq_arena *arena, finder *f, uint32_t token) {
    uint32_t *last = &f->last[f->tokens[token].word];
    if (f->period && is_equal(f, token)) {
        f->equal++;
    } else {
        close_run(out, arena, f, token);
        bool is_again = *last > f->doc->blocks.at[f->block].first_token;
        f->period = is_again ? token + 1 - *last : 0;
        f->equal = is_again;
    }
    *last = token + 1;
}

void cq_loop_find(cq_loops *out, cq_arena *arena, const cq_doc *doc) {
    finder f = {.doc = doc, .tokens = doc->tokens.at};
    cq_arena scratch;
    cq_arena_init(&scratch);
    f.last = CQ_ARENA_NEW_ARRAY(&scratch, uint32_t, doc->words->entries.len);
    for (f.block = 0; f.block < doc->blocks.len; f.block++) {
        const cq_block *block = &doc->blocks.at[f.block];
        f.period = f.equal = 0;
        for (uint32_t t = block->first_token; t < block->end_token; t++)
            read_token(out, arena, &f, t);
        close_run(out, arena, &f, block->end_token);
    }
    cq_arena_release(&scratch);
}
