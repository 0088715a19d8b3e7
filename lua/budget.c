#include "lua/budget.h"

#include <errno.h>
#include <lauxlib.h>
#include <pthread.h>
#include <stdlib.h>
#include <string.h>
#include <sys/syscall.h>
#include <unistd.h>

#ifndef sigev_notify_thread_id
#define sigev_notify_thread_id _sigev_un._tid
#endif

#define TICK_MILLISECONDS 10
#define PATIENCE_MILLISECONDS 1
/* A real-time signal that neither libc nor valgrind takes for itself. */
#define TICK_SIGNAL (SIGRTMIN + 5)

/* The budget whose clock runs on this thread. A tick that comes late finds NULL. */
static _Thread_local cq_budget *volatile ticking;

/* Bytes for small blocks: a quarter, since what was used for one size is never used for another. A
   debug build has none, so that the sanitizers see each block. */
static size_t choose_small(size_t memory_limit) {
#ifdef CQ_DEBUG
    return (void)memory_limit, 0;
#else
    return memory_limit / 4;
#endif
}

void cq_budget_init(cq_budget *budget, size_t memory_limit) {
    memset(budget, 0, sizeof *budget);
    budget->memory_limit = memory_limit;
    cq_small_memory_init(&budget->small, choose_small(memory_limit));
}

static void delete_timer(cq_budget *budget) {
    if (budget->timer_thread) timer_delete(budget->timer);
    budget->timer_thread = 0;
}

void cq_budget_release(cq_budget *budget) {
    delete_timer(budget);
    cq_small_memory_release(&budget->small);
}

/* Bytes that may still be taken from the system. */
static size_t get_room(const cq_budget *budget) {
    return budget->memory_limit - budget->memory_large - cq_small_memory_used(&budget->small);
}

/* A block of `size` bytes, not 0; NULL: there is no room. */
static void *take(cq_budget *budget, size_t size) {
    size_t room = get_room(budget);
    void *block = cq_small_memory_take(&budget->small, size, room);
    if (block) return block;
    block = size <= room ? malloc(size) : NULL;
    if (block) budget->memory_large += size;
    return block;
}

/* `block` may be NULL. */
static void give(cq_budget *budget, void *block, size_t size) {
    if (!block) return;
    if (cq_small_memory_has(&budget->small, block)) {
        cq_small_memory_give(&budget->small, block, size);
        return;
    }
    budget->memory_large -= size;
    free(block);
}

static void *resize_large(cq_budget *budget, void *old, size_t old_size, size_t new_size) {
    if (new_size > old_size && new_size - old_size > get_room(budget)) return NULL;
    void *block = realloc(old, new_size);
    if (block) budget->memory_large = budget->memory_large - old_size + new_size;
    return block;
}

/* `old` is there. NULL: there is no room, and `old` is as it was. */
static void *resize(cq_budget *budget, void *old, size_t old_size, size_t new_size) {
    bool is_small = cq_small_memory_has(&budget->small, old);
    if (is_small && cq_small_memory_is_same(old_size, new_size)) return old;
    if (!is_small && new_size > CQ_SMALL_MEMORY_LARGEST)
        return resize_large(budget, old, old_size, new_size);
    void *block = take(budget, new_size);
    if (!block) return NULL;
    memcpy(block, old, old_size < new_size ? old_size : new_size);
    give(budget, old, old_size);
    return block;
}

void *cq_budget_alloc(void *owner, void *old, size_t old_size, size_t new_size) {
    cq_budget *budget = owner;
    size_t held = old ? old_size : 0; /* without a block, old_size is a kind of object */
    if (new_size == 0) {
        give(budget, old, held);
        budget->memory_used -= held;
        return NULL;
    }
    void *block = old ? resize(budget, old, held, new_size) : take(budget, new_size);
    if (!block) return NULL;
    budget->memory_used = budget->memory_used - held + new_size;
    return block;
}

cq_budget *cq_budget_of(lua_State *L) {
    void *budget;
    lua_getallocf(L, &budget);
    return budget;
}

static void raise_over(lua_State *L) {
    luaL_error(L, "over its time budget");
}

static void raise_from_hook(lua_State *L, lua_Debug *at) {
    (void)at;
    raise_over(L);
}

/* From here on every instruction raises. */
static void end_run(cq_budget *budget) {
    budget->is_over = 1;
    lua_sethook(budget->L, raise_from_hook, LUA_MASKCOUNT, 1);
}

void cq_budget_give_up(lua_State *L) {
    cq_budget *budget = cq_budget_of(L);
    budget->is_given_up = true;
    end_run(budget);
    raise_over(L);
}

/* A tick may come at any time, and its hook stays. */
static void ask_from_hook(lua_State *L, lua_Debug *at) {
    cq_budget *budget = cq_budget_of(L);
    lua_sethook(L, NULL, 0, 0);
    if (budget->is_over)
        end_run(budget);
    else if (cq_patience_is_over(budget->patience))
        cq_budget_give_up(L);
    (void)at;
}

void cq_budget_check(lua_State *L) {
    if (cq_budget_of(L)->is_over) raise_over(L);
}

/* Runs in the thread that runs Lua; lua_sethook is the one function that may be called here. */
static void count_tick(int number, siginfo_t *info, void *context) {
    (void)number;
    (void)context;
    cq_budget *budget = ticking;
    if (!budget || !budget->is_counting || budget->is_over) return;
    int missed = info->si_code == SI_TIMER ? info->si_overrun : 0;
    budget->ticks += 1 + missed;
    if (budget->ticks > budget->most_ticks)
        end_run(budget);
    else if (budget->patience)
        lua_sethook(budget->L, ask_from_hook, LUA_MASKCOUNT, 1);
}

static void install_handler(void) {
    struct sigaction action = {.sa_sigaction = count_tick, .sa_flags = SA_SIGINFO | SA_RESTART};
    sigemptyset(&action.sa_mask);
    sigaction(TICK_SIGNAL, &action, NULL);
}

static void unblock_signal(void) {
    sigset_t set;
    sigemptyset(&set);
    sigaddset(&set, TICK_SIGNAL);
    pthread_sigmask(SIG_UNBLOCK, &set, NULL);
}

/* A timer measures the thread that made it; a host that changed threads needs another. */
static bool make_timer(cq_budget *budget, cq_err *err) {
    static pthread_once_t once = PTHREAD_ONCE_INIT;
    pthread_once(&once, install_handler);
    pid_t thread = (pid_t)syscall(SYS_gettid);
    if (budget->timer_thread == thread) return true;
    delete_timer(budget);
    struct sigevent event = {.sigev_notify = SIGEV_THREAD_ID, .sigev_signo = TICK_SIGNAL};
    event.sigev_notify_thread_id = thread;
    if (timer_create(CLOCK_THREAD_CPUTIME_ID, &event, &budget->timer) != 0)
        return cq_fail(err, CQ_ELIMIT, "no timer for the rules' time budget: %s", strerror(errno));
    budget->timer_thread = thread;
    unblock_signal();
    return true;
}

static long measure_tick(const cq_budget *budget) {
    return budget->patience ? PATIENCE_MILLISECONDS : TICK_MILLISECONDS;
}

static void set_timer(cq_budget *budget, long milliseconds) {
    struct timespec tick = {.tv_nsec = milliseconds * 1000000L};
    struct itimerspec every = {.it_interval = tick, .it_value = tick};
    timer_settime(budget->timer, 0, &every, NULL);
}

bool cq_budget_start_clock(cq_budget *budget, const cq_patience *patience, cq_err *err) {
    if (!make_timer(budget, err)) return false;
    ticking = budget;
    budget->patience = patience;
    budget->is_given_up = false;
    set_timer(budget, measure_tick(budget));
    return true;
}

void cq_budget_stop_clock(cq_budget *budget) {
    set_timer(budget, 0);
    ticking = NULL;
    budget->patience = NULL;
}

void cq_budget_begin(cq_budget *budget, uint32_t milliseconds) {
    uint32_t ticks = milliseconds / (uint32_t)measure_tick(budget);
    budget->most_ticks = ticks < INT32_MAX ? (sig_atomic_t)ticks : INT32_MAX;
    budget->ticks = 0;
    budget->is_over = 0;
    budget->is_counting = 1;
}

bool cq_budget_end(cq_budget *budget) {
    bool is_over = budget->is_over;
    budget->is_counting = 0;
    lua_sethook(budget->L, NULL, 0, 0);
    budget->is_over = 0;
    return is_over;
}

void cq_budget_pause(cq_budget *budget) {
    budget->is_counting = 0;
}

void cq_budget_resume(cq_budget *budget) {
    budget->is_counting = 1;
}
