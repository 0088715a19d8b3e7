/* Running rules on a document. */
#include "lua/host_state.h"

#include "lua/loader.h"
#include "lua/reporter.h"
#include "lua/suppression.h"
#include "lua/trigger_set.h"
#include "lua/view.h"

#include <lauxlib.h>
#include <stdlib.h>
#include <time.h>

/* Above this part of its memory limit a host looks at who holds on to what. */
#define HOARD_PART 2

/* One rule on one document. */
typedef struct rule_run {
    cq_host *host;
    const cq_trigger_set *set;
    const cq_phrase_hit *hits; /* of this rule, in the order of the text */
    uint32_t hit_count;
    const cq_rule *rule;
    cq_rule_body *body;
    bool is_forced; /* whatever its language and sources */
    /* The last language asked about and the answer: blocks of one language follow each other. */
    cq_str language;
    bool is_for_language;
    /* What the match holds, index + 1; 0: nothing yet. */
    uint32_t view;    /* of the sentence, block or quotation */
    uint32_t trigger; /* whose pattern it is */
} rule_run;

static bool is_for_block(rule_run *run, const cq_block *block) {
    const cq_session *session = &run->host->session;
    if (run->is_forced) return true;
    cq_str language = cq_session_language_of(session, block);
    if (language.ptr != run->language.ptr || language.len != run->language.len) {
        run->language = language;
        run->is_for_language = cq_rule_is_for(run->rule, language, session->source_language);
    }
    return run->is_for_language;
}

static bool is_for_document(const rule_run *run) {
    const cq_session *session = &run->host->session;
    return run->is_forced || cq_rule_is_for(run->rule, session->language, session->source_language);
}

static const cq_trigger *trigger_of(const rule_run *run, const cq_phrase_hit *hit) {
    return &run->body->triggers.at[run->set->triggers.at[hit->owner]];
}

/* Stack of a run: the check, report, the options; the match, one table for all calls; the patterns
   that matched, by the trigger's index + 1. */
enum {
    STACK_CHECK = 2,
    STACK_REPORT,
    STACK_OPTIONS,
    STACK_MATCH,
    STACK_PATTERNS,
};

static void begin_stack(lua_State *L, const rule_run *run) {
    lua_rawgeti(L, LUA_REGISTRYINDEX, run->body->check);
    lua_pushcfunction(L, cq_reporter_call);
    lua_rawgeti(L, LUA_REGISTRYINDEX, run->body->options);
    lua_createtable(L, 0, 5);
    cq_view_push(L, CQ_VIEW_DOCUMENT, 0);
    lua_setfield(L, STACK_MATCH, "doc");
    lua_newtable(L);
}

/* Puts a view into the match. Hits that follow each other are often in one text: its view serves
   them all. */
static void set_view(lua_State *L, rule_run *run, const char *name, cq_view_kind kind,
                     uint32_t index) {
    if (run->view == index + 1) return;
    run->view = index + 1;
    cq_view_push(L, kind, index);
    lua_setfield(L, STACK_MATCH, name);
}

/* Pushes the pattern of a rule's trigger. Some are kilobytes long: each becomes a Lua string once, and
   is kept in the table at `patterns`. */
static void push_pattern(lua_State *L, int patterns, const cq_rule_body *body, uint32_t trigger) {
    if (lua_rawgeti(L, patterns, (lua_Integer)trigger + 1) != LUA_TNIL) return;
    cq_str pattern = body->triggers.at[trigger].pattern;
    lua_pop(L, 1);
    lua_pushlstring(L, pattern.ptr, pattern.len);
    lua_pushvalue(L, -1);
    lua_rawseti(L, patterns, (lua_Integer)trigger + 1);
}

static void set_pattern(lua_State *L, rule_run *run, const cq_phrase_hit *hit) {
    uint32_t trigger = run->set->triggers.at[hit->owner];
    if (run->trigger == trigger + 1) return;
    run->trigger = trigger + 1;
    push_pattern(L, STACK_PATTERNS, run->body, trigger);
    lua_setfield(L, STACK_MATCH, "pattern");
}

/* Pushes what a hit captured, { name = { first = 3, last = 4 } }, or nil. Where a name stands for two
   parts the last one counts. */
static void push_parts(lua_State *L, const cq_phrase_set *phrases, const cq_phrase_hit *hit,
                       uint32_t origin) {
    const cq_intern *words = cq_session_of(L)->doc->words;
    cq_phrase_part part;
    uint32_t next = 0;
    lua_pushnil(L);
    while (cq_phrase_next_part(&part, phrases, hit, &next)) {
        if (!part.name) continue;
        cq_str name = cq_intern_text(words, part.name);
        if (lua_isnil(L, -1)) {
            lua_pop(L, 1);
            lua_newtable(L);
        }
        lua_pushlstring(L, name.ptr, name.len);
        lua_pushvalue(L, -1);
        if (lua_rawget(L, -3) == LUA_TNIL) {
            lua_pop(L, 1);
            lua_createtable(L, 0, 2);
            lua_pushinteger(L, (lua_Integer)(part.first - origin) + 1);
            lua_setfield(L, -2, "first");
            lua_pushinteger(L, (lua_Integer)(part.end - origin));
            lua_setfield(L, -2, "last");
        }
        lua_rawset(L, -3);
    }
}

/* The hit's tokens, counted from the first token of the text they are given for. */
static void set_hit(lua_State *L, rule_run *run, const cq_phrase_hit *hit, uint32_t origin) {
    lua_pushinteger(L, (lua_Integer)(hit->first - origin) + 1);
    lua_setfield(L, STACK_MATCH, "first");
    lua_pushinteger(L, (lua_Integer)(hit->end - origin));
    lua_setfield(L, STACK_MATCH, "last");
    set_pattern(L, run, hit);
    push_parts(L, run->set->phrases, hit, origin);
    lua_setfield(L, STACK_MATCH, "parts");
}

/* Calls check(match, report, options). */
static void call_check(lua_State *L) {
    lua_pushvalue(L, STACK_CHECK);
    lua_pushvalue(L, STACK_MATCH);
    lua_pushvalue(L, STACK_REPORT);
    lua_pushvalue(L, STACK_OPTIONS);
    lua_call(L, 3, 0);
}

static void run_on_sentence(lua_State *L, rule_run *run, uint32_t index, const cq_phrase_hit *hit) {
    const cq_doc *doc = run->host->session.doc;
    const cq_sentence *sentence = &doc->sentences.at[index];
    if (!is_for_block(run, &doc->blocks.at[sentence->block])) return;
    set_view(L, run, "sentence", CQ_VIEW_SENTENCE, index);
    if (hit) set_hit(L, run, hit, sentence->first_token);
    call_check(L);
}

static void run_on_block(lua_State *L, rule_run *run, uint32_t index, const cq_phrase_hit *hit) {
    const cq_block *block = &run->host->session.doc->blocks.at[index];
    if (!is_for_block(run, block)) return;
    set_view(L, run, "block", CQ_VIEW_BLOCK, index);
    if (hit) set_hit(L, run, hit, block->first_token);
    call_check(L);
}

/* The sentences of the blocks that rules are run on. */
static cq_span get_sentences(const cq_session *session) {
    const cq_block *blocks = session->doc->blocks.at;
    if (session->first_block >= session->end_block) return (cq_span){0, 0};
    return (cq_span){blocks[session->first_block].first_sentence,
                     blocks[session->end_block - 1].end_sentence};
}

static void run_on_sentences(lua_State *L, rule_run *run) {
    if (!run->body->triggers.len) {
        cq_span sentences = get_sentences(&run->host->session);
        for (uint32_t i = sentences.start; i < sentences.end; i++) run_on_sentence(L, run, i, NULL);
        return;
    }
    for (uint32_t i = 0; i < run->hit_count; i++)
        run_on_sentence(L, run, run->hits[i].sentence, &run->hits[i]);
}

static void run_on_blocks(lua_State *L, rule_run *run) {
    const cq_session *session = &run->host->session;
    const cq_doc *doc = session->doc;
    if (!run->body->triggers.len) {
        for (uint32_t i = session->first_block; i < session->end_block; i++)
            run_on_block(L, run, i, NULL);
        return;
    }
    for (uint32_t i = 0; i < run->hit_count; i++)
        run_on_block(L, run, doc->sentences.at[run->hits[i].sentence].block, &run->hits[i]);
}

/* Marks the quotations that hold a token, from the innermost outwards; where one is marked, those
   around it are. */
static void mark_quotations(cq_session *session, uint8_t *marks, uint32_t token) {
    uint32_t quotation = cq_session_quotation_of(session, token);
    while (quotation && !marks[quotation - 1]) {
        marks[quotation - 1] = 1;
        quotation = session->outer[quotation - 1];
    }
}

/* By quotation whether a hit lies in it; NULL: the rule has no trigger, all count. */
static const uint8_t *find_quotations(rule_run *run) {
    cq_session *session = &run->host->session;
    if (!run->body->triggers.len) return NULL;
    uint8_t *marks = CQ_ARENA_NEW_ARRAY(&session->arena, uint8_t, session->doc->quotations.len + 1);
    for (uint32_t i = 0; i < run->hit_count; i++)
        for (uint32_t token = run->hits[i].first; token < run->hits[i].end; token++)
            mark_quotations(session, marks, token);
    return marks;
}

static void run_on_quotations(lua_State *L, rule_run *run) {
    const cq_session *session = &run->host->session;
    const cq_doc *doc = session->doc;
    const uint8_t *marks = find_quotations(run);
    for (uint32_t i = 0; i < doc->quotations.len; i++) {
        uint32_t block = doc->quotations.at[i].block;
        if (block < session->first_block || block >= session->end_block || (marks && !marks[i]) ||
            !is_for_block(run, &doc->blocks.at[doc->quotations.at[i].block]))
            continue;
        set_view(L, run, "quotation", CQ_VIEW_QUOTATION, i);
        call_check(L);
    }
}

/* match.hits(): upvalues: the generation, next index, the patterns that matched. Only the session's own
   hits are looked at, so that a rule that keeps the function finds it stale. */
static int next_hit(lua_State *L) {
    cq_session *session = cq_session_of(L);
    if (lua_tointeger(L, lua_upvalueindex(1)) != (lua_Integer)session->generation || !session->rule)
        return luaL_error(L, "match.hits is of a document that is closed");
    uint32_t next = (uint32_t)lua_tointeger(L, lua_upvalueindex(2));
    if (next >= session->hit_count) return 0;
    const cq_phrase_hit *hit = &session->hits[next];
    uint32_t origin = session->doc->sentences.at[hit->sentence].first_token;
    lua_pushinteger(L, (lua_Integer)next + 1);
    lua_replace(L, lua_upvalueindex(2));
    cq_view_push(L, CQ_VIEW_SENTENCE, hit->sentence);
    lua_pushinteger(L, (lua_Integer)(hit->first - origin) + 1);
    lua_pushinteger(L, (lua_Integer)(hit->end - origin));
    push_pattern(L, lua_upvalueindex(3), session->body, session->hit_triggers[hit->owner]);
    push_parts(L, session->phrases, hit, origin);
    return 5;
}

static int get_hits(lua_State *L) {
    lua_pushvalue(L, lua_upvalueindex(1));
    lua_pushinteger(L, 0);
    lua_pushvalue(L, lua_upvalueindex(2));
    lua_pushcclosure(L, next_hit, 3);
    return 1;
}

static void set_hits(lua_State *L, const rule_run *run) {
    cq_session *session = &run->host->session;
    session->hits = run->hits;
    session->hit_count = run->hit_count;
    session->hit_triggers = run->set->triggers.at;
    session->phrases = run->set->phrases;
    lua_pushinteger(L, session->generation);
    lua_pushvalue(L, STACK_PATTERNS);
    lua_pushcclosure(L, get_hits, 2);
    lua_setfield(L, STACK_MATCH, "hits");
}

static void run_on_document(lua_State *L, rule_run *run) {
    if (!is_for_document(run)) return;
    if (run->body->triggers.len) set_hits(L, run);
    call_check(L);
}

/* Runs protected. */
static int run_check(lua_State *L) {
    rule_run *run = lua_touserdata(L, 1);
    static void (*const by_scope[])(lua_State *, rule_run *) = {
        [CQ_SCOPE_SENTENCE] = run_on_sentences,
        [CQ_SCOPE_BLOCK] = run_on_blocks,
        [CQ_SCOPE_QUOTATION] = run_on_quotations,
        [CQ_SCOPE_DOCUMENT] = run_on_document,
    };
    begin_stack(L, run);
    by_scope[run->body->scope](L, run);
    return 0;
}

/* The longest of the hits that start at hits[i]'s token; *next: the first hit behind them. */
static uint32_t choose_longest(const rule_run *run, uint32_t i, uint32_t *next) {
    uint32_t best = i, k = i + 1;
    for (; k < run->hit_count && run->hits[k].first == run->hits[i].first; k++)
        if (run->hits[k].end > run->hits[best].end) best = k;
    *next = k;
    return best;
}

/* A rule without a function: the leftmost, longest matches that do not overlap. */
static void run_data(rule_run *run) {
    cq_session *session = &run->host->session;
    const cq_doc *doc = session->doc;
    uint32_t end = 0;
    for (uint32_t i = 0, next; i < run->hit_count; i = next) {
        const cq_phrase_hit *hit = &run->hits[choose_longest(run, i, &next)];
        const cq_block *block = &doc->blocks.at[doc->sentences.at[hit->sentence].block];
        if (hit->first < end || !is_for_block(run, block)) continue;
        cq_swap_match match = {run->set->phrases, hit, trigger_of(run, hit)};
        if (!cq_reporter_add(session, &match)) return;
        end = hit->end;
    }
}

/* The budget is for a megabyte; longer documents get as much for each. */
static uint32_t choose_limit(const cq_host *host) {
    uint64_t limit = (uint64_t)host->time_limit * (1 + (host->session.doc->source.text.len >> 20));
    return limit < UINT32_MAX ? (uint32_t)limit : UINT32_MAX;
}

/* Runs the rule's function; LUA_OK, or a message is at the top of the stack. */
static int run_function(rule_run *run, bool *is_late) {
    cq_sandbox *sandbox = &run->host->sandbox;
    lua_State *L = sandbox->L;
    lua_pushcfunction(L, cq_host_trace);
    lua_pushcfunction(L, run_check);
    lua_pushlightuserdata(L, run);
    sandbox->folder = run->body->folder;
    cq_budget_begin(&sandbox->budget, choose_limit(run->host));
    int status = lua_pcall(L, 1, 0, -3);
    *is_late = cq_budget_end(&sandbox->budget);
    sandbox->folder = CQ_STR("");
    lua_remove(L, status == LUA_OK ? -1 : -2);
    return status;
}

static void push_trouble(const rule_run *run, cq_troubles *troubles, cq_str what) {
    const char *break_at = memchr(what.ptr, '\n', what.len);
    size_t first = break_at ? (size_t)(break_at - what.ptr) : what.len;
    cq_troubles_push(troubles, "rule %s: %.*s, on %s; it is off for this run%s", run->rule->id.ptr,
                     (int)first, what.ptr, run->host->session.doc->source.path.ptr,
                     what.ptr + first);
}

/* What went wrong, from the message (with its traceback) that Lua left. */
static cq_str describe_failure(rule_run *run, int status, bool is_late, cq_str message) {
    cq_host *host = run->host;
    cq_arena *arena = &host->session.arena;
    const char *trace = message.len ? strchr(message.ptr, '\n') : NULL;
    if (host->session.has_flooded)
        return cq_str_format(arena, "more than %d findings (or %d MiB of them)",
                             CQ_REPORTER_MOST_FINDINGS, CQ_REPORTER_MOST_BYTES >> 20);
    if (is_late)
        return cq_str_format(arena, "over its time budget of %u ms%s", choose_limit(host),
                             trace ? trace : "");
    if (status == LUA_ERRMEM)
        return cq_str_format(arena, "over its memory budget of %zu MiB",
                             host->sandbox.budget.memory_limit >> 20);
    return message;
}

static void disable_rule(rule_run *run) {
    run->body->is_broken = true;
    cq_host_drop_body(run->host, run->body);
    lua_gc(run->host->sandbox.L, LUA_GCCOLLECT);
}

/* A rule that keeps half the memory for itself would make others fail. */
static bool is_hoarding(const rule_run *run, size_t before) {
    const cq_budget *budget = &run->host->sandbox.budget;
    if (budget->memory_used < budget->memory_limit / HOARD_PART) return false;
    lua_gc(run->host->sandbox.L, LUA_GCCOLLECT);
    return budget->memory_used > budget->memory_limit / HOARD_PART &&
           budget->memory_used > before + budget->memory_limit / 8;
}

static void enter_rule(rule_run *run) {
    cq_session *session = &run->host->session;
    session->rule = run->rule;
    session->body = run->body;
    session->reported = 0;
    session->reported_bytes = 0;
    session->has_flooded = false;
    session->has_looked_around = false;
}

static bool is_for_any_block(rule_run *run) {
    const cq_doc *doc = run->host->session.doc;
    for (uint32_t i = 0; i < doc->blocks.len; i++)
        if (is_for_block(run, &doc->blocks.at[i])) return true;
    return false;
}

/* Are all the words it is about missing, or would its text be run for nothing? */
static bool is_idle(rule_run *run) {
    if (run->body->needs_source && !run->host->session.source) return true;
    if (run->body->triggers.len && !run->hit_count) return true;
    if (!run->body->is_asleep) return false;
    if (run->body->scope == CQ_SCOPE_DOCUMENT) return !is_for_document(run);
    if (run->body->scope == CQ_SCOPE_QUOTATION && !run->host->session.doc->quotations.len)
        return true;
    return !is_for_any_block(run);
}

static bool wake_rule(rule_run *run, cq_troubles *troubles) {
    cq_err err;
    if (!run->body->is_asleep || cq_loader_wake(run->host, run->rule->index, &err)) return true;
    return !run->body->is_asleep && cq_troubles_push(troubles, "%s", err.message);
}

static void run_rule(rule_run *run, cq_findings *out, cq_troubles *troubles) {
    cq_session *session = &run->host->session;
    uint32_t found = out->list.len;
    size_t before = run->host->sandbox.budget.memory_used;
    int status = LUA_OK;
    bool is_late = false;
    enter_rule(run);
    if (run->body->is_data)
        run_data(run);
    else
        status = run_function(run, &is_late);
    session->rule = NULL;
    if (session->has_looked_around) run->body->is_wide = true;
    if (run->host->sandbox.budget.is_given_up) {
        if (status != LUA_OK) lua_pop(run->host->sandbox.L, 1);
        out->list.len = found;
        return;
    }
    bool is_hoarder = status == LUA_OK && is_hoarding(run, before);
    if (status == LUA_OK && !is_late && !session->has_flooded && !is_hoarder) return;
    cq_str message = status == LUA_OK ? CQ_STR("it keeps too much in memory")
                                      : cq_host_take_message(run->host->sandbox.L, &session->arena);
    push_trouble(run, troubles, describe_failure(run, status, is_late, message));
    out->list.len = found;
    disable_rule(run);
}

static uint64_t read_clock(void) {
    struct timespec now;
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return (uint64_t)now.tv_sec * 1000000000u + (uint64_t)now.tv_nsec;
}

static void run_measured(rule_run *run, cq_findings *out, cq_troubles *troubles) {
    cq_rule_cost *cost = &run->host->costs[run->rule->index];
    uint64_t start = read_clock();
    run_rule(run, out, troubles);
    cost->nanoseconds += read_clock() - start;
    cost->hits += run->hit_count;
}

/* The document's hits, those of each rule together. */
typedef struct hit_list {
    cq_phrase_hit *hits;
    uint32_t
        *starts; /* by rule, and one more: where its hits begin; behind them those of no rule */
} hit_list;

/* For the coverage of a rule's table by its examples. */
static void mark_hits(const rule_run *run) {
    cq_rule_body *body = run->body;
    if (!body->was_hit)
        body->was_hit = CQ_ARENA_NEW_ARRAY(&run->host->arena, bool, body->triggers.len + 1u);
    for (uint32_t i = 0; i < run->hit_count; i++)
        body->was_hit[run->set->triggers.at[run->hits[i].owner]] = true;
}

/* A counting sort: within a rule the hits stay in the order of the text. False: patience was over. */
static bool collect_hits(hit_list *out, cq_host *host, const cq_trigger_set *set, bool asks_tags) {
    cq_arena *arena = &host->session.arena;
    cq_phrase_hits found = {0};
    cq_span sentences = get_sentences(&host->session);
    if (!cq_phrase_scan(&found, arena, set->phrases, host->session.doc, sentences.start,
                        sentences.end, asks_tags, host->session.patience))
        return false;
    hit_list list = {CQ_ARENA_NEW_ARRAY(arena, cq_phrase_hit, (size_t)found.len + 1),
                     CQ_ARENA_NEW_ARRAY(arena, uint32_t, (size_t)host->rule_count + 3)};
    for (uint32_t i = 0; i < found.len; i++) list.starts[set->rules.at[found.at[i].owner] + 2]++;
    for (uint32_t i = 2; i <= host->rule_count + 1; i++) list.starts[i] += list.starts[i - 1];
    for (uint32_t i = 0; i < found.len; i++)
        list.hits[list.starts[set->rules.at[found.at[i].owner] + 1]++] = found.at[i];
    *out = list;
    return true;
}

/* Which rules are run. */
typedef struct rule_choice {
    const cq_rule *only; /* it alone, whatever its level and sources; NULL: those that are on */
    bool leaves_wide, leaves_local;
    bool heeds_ignores;          /* what the text says of findings counts */
    bool is_for_engine;          /* no rule is run for its own sake, nor measured */
    const cq_patience *patience; /* NULL: goes on to its end */
} rule_choice;

static bool is_chosen(const cq_host *host, const rule_choice *choice, uint32_t index) {
    if (choice->only) return index == choice->only->index && !host->bodies[index].is_broken;
    if (choice->leaves_wide && cq_host_is_wide(host, &host->rules[index])) return false;
    if (choice->leaves_local && !cq_host_is_wide(host, &host->rules[index])) return false;
    return cq_host_is_on(host, &host->rules[index]);
}

static const cq_trigger_set *choose_set(cq_host *host, const rule_choice *choice) {
    if (choice->only) return cq_trigger_set_single(host, choice->only->index);
    return choice->leaves_local ? cq_trigger_set_wide(host) : cq_trigger_set_active(host);
}

/* False when patience was over. */
static bool lint(cq_host *host, const rule_choice *choice, cq_findings *out,
                 cq_troubles *troubles) {
    const cq_trigger_set *set = choose_set(host, choice);
    hit_list list;
    /* rules that ask for tags are wide */
    if (!collect_hits(&list, host, set, !choice->leaves_wide)) return false;
    for (uint32_t i = 0; i < host->rule_count; i++) {
        if (!is_chosen(host, choice, i)) continue;
        rule_run run = {.host = host,
                        .set = set,
                        .hits = list.hits + list.starts[i],
                        .hit_count = list.starts[i + 1] - list.starts[i],
                        .rule = &host->rules[i],
                        .body = &host->bodies[i],
                        .is_forced = choice->only != NULL};
        if (choice->only) mark_hits(&run);
        if (!is_idle(&run) && wake_rule(&run, troubles)) {
            if (host->costs && !choice->is_for_engine)
                run_measured(&run, out, troubles);
            else
                run_rule(&run, out, troubles);
        }
        if (host->sandbox.budget.is_given_up || cq_patience_is_over(choice->patience)) return false;
    }
    return true;
}

/* A rule of the engine looks at what all others found, and shows its own findings only. */
static void lint_engine(cq_host *host, const cq_rule *only, cq_findings *out,
                        cq_troubles *troubles) {
    rule_choice all = {.is_for_engine = true};
    uint32_t kept = 0;
    lint(host, &all, out, troubles);
    cq_suppression_apply(host, out, true);
    for (uint32_t i = 0; i < out->list.len; i++)
        if (out->list.at[i].rule == only) out->list.at[kept++] = out->list.at[i];
    out->list.len = kept;
}

/* False when patience was over. */
static bool lint_chosen(cq_host *host, const rule_choice *choice, cq_findings *out,
                        cq_troubles *troubles) {
    if (choice->only && host->bodies[choice->only->index].is_engine) {
        lint_engine(host, choice->only, out, troubles);
        return true;
    }
    bool is_done = lint(host, choice, out, troubles);
    if (choice->heeds_ignores) cq_suppression_apply(host, out, false);
    return is_done;
}

static bool lint_session(cq_host *host, const rule_choice *choice, cq_doc *doc, cq_span blocks,
                         cq_findings *out, cq_troubles *troubles) {
    cq_err err;
    if (!cq_budget_start_clock(&host->sandbox.budget, choice->patience, &err))
        return cq_troubles_push(troubles, "%s; no rule was run on %s", err.message,
                                doc->source.path.ptr);
    cq_session_begin(&host->session, doc, out);
    host->session.patience = choice->patience;
    cq_session_narrow(&host->session, blocks.start, blocks.end);
    bool is_done = lint_chosen(host, choice, out, troubles);
    cq_session_end(&host->session);
    cq_budget_stop_clock(&host->sandbox.budget);
    cq_findings_sort(out);
    return is_done;
}

static cq_span get_all(const cq_doc *doc) {
    return (cq_span){0, doc->blocks.len};
}

void cq_host_lint(cq_host *host, cq_doc *doc, cq_findings *out, cq_troubles *troubles) {
    rule_choice all = {.heeds_ignores = true};
    lint_session(host, &all, doc, get_all(doc), out, troubles);
}

void cq_host_lint_all(cq_host *host, cq_doc *doc, cq_findings *out, cq_troubles *troubles) {
    rule_choice all = {0};
    lint_session(host, &all, doc, get_all(doc), out, troubles);
}

void cq_host_heed_ignores(cq_host *host, cq_doc *doc, cq_findings *findings) {
    cq_session_begin(&host->session, doc, findings);
    cq_suppression_apply(host, findings, false);
    cq_session_end(&host->session);
}

void cq_host_lint_with(cq_host *host, const cq_rule *rule, cq_doc *doc, cq_findings *out,
                       cq_troubles *troubles) {
    rule_choice one = {.only = rule};
    lint_session(host, &one, doc, get_all(doc), out, troubles);
}

void cq_host_lint_blocks(cq_host *host, cq_doc *doc, cq_span blocks, cq_findings *out,
                         cq_troubles *troubles) {
    rule_choice local = {.leaves_wide = true};
    lint_session(host, &local, doc, blocks, out, troubles);
}

bool cq_host_lint_wide(cq_host *host, cq_doc *doc, cq_findings *out, cq_troubles *troubles,
                       const cq_patience *patience) {
    rule_choice wide = {.leaves_local = true, .patience = patience};
    return lint_session(host, &wide, doc, get_all(doc), out, troubles);
}

bool cq_host_is_wide(const cq_host *host, const cq_rule *rule) {
    const cq_rule_body *body = &host->bodies[rule->index];
    return body->is_wide || body->scope == CQ_SCOPE_DOCUMENT;
}

bool cq_host_is_on(const cq_host *host, const cq_rule *rule) {
    const cq_rule_body *body = &host->bodies[rule->index];
    cq_level level = host->rules[rule->index].level;
    return level != CQ_LEVEL_OFF && level >= host->least && !body->is_broken && !body->is_engine;
}
