/* Budgets: how much memory and processor time the rules of one state may use.

   What guards what:
   - Memory: the allocator refuses above the limit; Lua then collects garbage, tries again and
     raises. Strings of any length (.., rep, concat, format) and tables are bounded by it, and so is
     every C loop that is linear in them. What small objects leave behind is kept for others of their
     size, counts against the limit, and is a quarter of it at most.
   - What is copied out of the state: a rule's table and the table beside it are bounded in MiB where they
     are read (rule_table.c, rule_trigger.c), findings in reporter.h, a regular expression in check/regex.
   - Loops in Lua (while, for, repeat, goto, recursion): a timer on the thread's processor time
     ticks every 10 ms while rules run. Over the limit its handler sets a hook for every instruction
     that raises. The hook stays until the host's own outermost call has returned, so that a pcall
     in a rule catches the error and meets the next one at its next instruction.
   - Loops in C (the string matcher, sort, insert and remove, gsub with a C function): hooks do not
     run there; these functions are ours and ask cq_budget_check as they go.
   - Patience: where somebody may stop waiting for what rules have to say, ticks come every millisecond and
     set a hook that asks, once. When it is over, a run ends as it does over its limit.
   - The parser: a chunk is read in small pieces, and the reader asks between them.
   - Recursion: Lua's own limits on its stack and on nested C calls raise ordinary errors.

   There are no finalizers, coroutines, metatables or message handlers that a rule could set. */
#ifndef CQ_LUA_BUDGET_H
#define CQ_LUA_BUDGET_H

#include "base/err.h"
#include "base/patience.h"
#include "lua/small_memory.h"

#include <lua.h>
#include <signal.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/types.h>
#include <time.h>

/* Caller's storage, at a fixed address while its state lives. Used by one thread at a time. */
typedef struct cq_budget {
    lua_State *L;
    size_t memory_used, memory_limit; /* bytes */
    size_t memory_large;              /* of those used, the ones that are not in `small` */
    cq_small_memory small;
    timer_t timer;
    pid_t timer_thread; /* whose time `timer` measures; 0: there is none yet */
    /* What the signal handler reads and writes. */
    volatile sig_atomic_t ticks, most_ticks;
    volatile sig_atomic_t is_counting;
    volatile sig_atomic_t is_over;
    const cq_patience *patience; /* of the clock that runs */
    bool is_given_up;            /* ... and it was over: nothing more is to be run */
} cq_budget;

void cq_budget_init(cq_budget *budget, size_t memory_limit);
void cq_budget_release(cq_budget *budget);

/* A lua_Alloc; its `budget` is a cq_budget. */
void *cq_budget_alloc(void *budget, void *old, size_t old_size, size_t new_size);

/* Starts the ticks on the calling thread; stop them on the same one. Nests not. Costs two system
   calls a pair. `patience` (borrowed until they stop, may be NULL) is asked while rules run. */
bool cq_budget_start_clock(cq_budget *budget, const cq_patience *patience, cq_err *err);
void cq_budget_stop_clock(cq_budget *budget);

/* From here on ticks count against `milliseconds`. */
void cq_budget_begin(cq_budget *budget, uint32_t milliseconds);

/* Ends it and takes the hook away; true when the time was used up, or patience was over. */
bool cq_budget_end(cq_budget *budget);

/* Ticks between pause and resume do not count: the engine's work is not the rule's. */
void cq_budget_pause(cq_budget *budget);
void cq_budget_resume(cq_budget *budget);

/* The budget of a state made with cq_budget_alloc. */
cq_budget *cq_budget_of(lua_State *L);

/* Raises when the time is used up. */
void cq_budget_check(lua_State *L);

/* Raises, and lets the run end: for work of the engine that was given up. */
void cq_budget_give_up(lua_State *L);

#endif
