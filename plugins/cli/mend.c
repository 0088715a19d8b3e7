#include "plugins/cli/mend.h"

#include "base/array.h"
#include "check/fingerprint.h"
#include "check/fix.h"

#include <inttypes.h>

enum { MOST_TRIED = 64 }; /* fixes of one rule that are tried one by one in a round */

/* A text with what was found in it. */
typedef struct state {
    cq_buf text;
    cq_findings findings;
    cq_spans changed; /* where findings count; owned by the mender's arena */
} state;

typedef struct mender {
    const cq_mend *mend;
    cq_troubles *troubles;
    state now; /* what was reached */
    cq_arena arena;
    CQ_ARRAY(uint64_t) barred;  /* fingerprints of findings whose fixes are no good */
    CQ_ARRAY(uint64_t) visited; /* hashes of the texts before `now` */
    /* Of one round, by finding of `now`: */
    cq_arena round_arena;
    uint64_t *prints;
    bool *is_wanted;  /* its fix is to be applied */
    bool *is_applied; /* it was in the last attempt */
    bool *is_chain;   /* its fix leaves a finding in its place, whose fix leaves none in the end */
    const cq_rule *postponed; /* some of its fixes wait; NULL: none do */
} mender;

static void release_state(state *s) {
    cq_buf_release(&s->text);
    cq_findings_release(&s->findings);
}

static bool lint_state(mender *m, state *s) {
    cq_findings_init(&s->findings);
    bool ok = m->mend->lint(m->mend->context, &s->findings, cq_buf_get(&s->text), m->troubles);
    if (m->mend->changed) cq_touch_keep(&s->findings, &s->changed);
    return ok;
}

static void copy_changed(mender *m, state *to, const cq_spans *from) {
    to->changed = (cq_spans){0};
    for (uint32_t i = 0; m->mend->changed && i < from->len; i++)
        *CQ_ARRAY_PUSH(&m->arena, &to->changed) = from->at[i];
}

static uint32_t count_all(const mender *m) {
    return m->now.findings.list.len;
}

static const cq_finding *finding_at(const mender *m, uint32_t i) {
    return &m->now.findings.list.at[i];
}

static bool is_barred(const mender *m, uint64_t print) {
    for (uint32_t i = 0; i < m->barred.len; i++)
        if (m->barred.at[i] == print) return true;
    return false;
}

static void print_findings(mender *m) {
    cq_source source;
    cq_str text = cq_buf_get(&m->now.text);
    m->prints = NULL;
    if (cq_source_init(&source, &m->round_arena, cq_str_of(m->mend->path), text, NULL))
        m->prints = cq_fingerprint_all(&m->round_arena, &source, &m->now.findings, CQ_STR(""));
}

static void begin_round(mender *m) {
    uint32_t count = count_all(m);
    m->postponed = NULL;
    cq_arena_release(&m->round_arena);
    cq_arena_init(&m->round_arena);
    print_findings(m);
    m->is_wanted = CQ_ARENA_NEW_ARRAY(&m->round_arena, bool, count + 1u);
    m->is_applied = CQ_ARENA_NEW_ARRAY(&m->round_arena, bool, count + 1u);
    m->is_chain = CQ_ARENA_NEW_ARRAY(&m->round_arena, bool, count + 1u);
    for (uint32_t i = 0; i < count; i++) {
        const cq_finding *finding = finding_at(m, i);
        m->is_wanted[i] = finding->fixes.len &&
                          (m->mend->also_unsafe || finding->fixes.at[0].is_safe) &&
                          !(m->prints && is_barred(m, m->prints[i]));
    }
}

static uint32_t count_of_rule(const cq_findings *findings, const cq_rule *rule) {
    uint32_t count = 0;
    for (uint32_t i = 0; i < findings->list.len; i++) count += findings->list.at[i].rule == rule;
    return count;
}

/* Findings of the rule that should be gone with the fixes that were applied. */
static uint32_t count_promised(const mender *m, const cq_rule *rule) {
    uint32_t count = 0;
    for (uint32_t i = 0; i < count_all(m); i++)
        count += m->is_applied[i] && !m->is_chain[i] && finding_at(m, i)->rule == rule;
    return count;
}

/* Whether each applied fix of the rule took its finding away, and none came. */
static bool is_rid_of(const mender *m, const state *next, const cq_rule *rule) {
    return count_of_rule(&next->findings, rule) + count_promised(m, rule) <=
           count_of_rule(&m->now.findings, rule);
}

/* The rule's first finding with a fix that meets the span; NULL: there is none. */
static const cq_finding *find_near(const cq_findings *findings, const cq_rule *rule, cq_span at) {
    for (uint32_t i = 0; i < findings->list.len; i++) {
        const cq_finding *finding = &findings->list.at[i];
        if (finding->rule == rule && finding->fixes.len && finding->at.start <= at.end &&
            finding->at.end >= at.start)
            return finding;
    }
    return NULL;
}

/* Where the edited stretch is in the text after the fix. */
static cq_span follow_fix(const cq_fix *fix) {
    cq_span at = {fix->edits.at[0].at.start, fix->edits.at[fix->edits.len - 1].at.end};
    for (uint32_t i = 0; i < fix->edits.len; i++) {
        const cq_edit *edit = &fix->edits.at[i];
        at.end += (uint32_t)edit->text.len - (edit->at.end - edit->at.start);
    }
    return at;
}

/* The text after one fix alone, linted. False where it cannot be had. */
static bool apply_alone(mender *m, state *next, const state *now, const cq_finding *finding) {
    cq_finding copy = *finding;
    cq_findings one = {.list = {.at = &copy, .len = 1}};
    bool is_wanted = true, is_applied = false;
    *next = (state){0};
    copy_changed(m, next, &now->changed);
    cq_fix_apply_wanted(&next->text, cq_buf_get(&now->text), &one, &is_wanted, &is_applied,
                        &next->changed);
    return is_applied && lint_state(m, next);
}

/* Whether the text is without the finding after its fix alone, or after that of what came in its place,
   and so on: "the the the" may lose one word at a time. Sets is_chain. */
static bool is_good_alone(mender *m, uint32_t i) {
    const cq_finding *finding = finding_at(m, i);
    const cq_rule *rule = finding->rule;
    uint32_t most = count_of_rule(&m->now.findings, rule) - 1;
    state now = {0}, next;
    bool is_good = false;
    for (int step = 0; finding && !is_good && step < CQ_MEND_MOST_ROUNDS; step++) {
        bool ok = apply_alone(m, &next, step ? &now : &m->now, finding);
        cq_span at = ok ? follow_fix(&finding->fixes.at[0]) : (cq_span){0, 0};
        release_state(&now);
        now = next;
        is_good = ok && count_of_rule(&now.findings, rule) <= most;
        m->is_chain[i] = is_good && step > 0;
        finding = ok ? find_near(&now.findings, rule, at) : NULL;
    }
    release_state(&now);
    return is_good;
}

static uint32_t line_of(const mender *m, uint32_t offset) {
    uint32_t line = 1;
    for (uint32_t i = 0; i < offset; i++) line += m->now.text.ptr[i] == '\n';
    return line;
}

static void bar(mender *m, uint32_t i) {
    const cq_finding *finding = finding_at(m, i);
    m->is_wanted[i] = false;
    if (m->prints) *CQ_ARRAY_PUSH(&m->arena, &m->barred) = m->prints[i];
    cq_troubles_push(m->troubles,
                     "%s:%" PRIu32 ": the fix of %s would leave a finding of its own rule; "
                     "it is not applied",
                     m->mend->path, line_of(m, finding->at.start), finding->rule->id.ptr);
}

/* The later half of the rule's fixes waits for the next round; the only one waits, too. */
static void postpone(mender *m, const cq_rule *rule) {
    uint32_t wanted = 0, kept = 0;
    for (uint32_t i = 0; i < count_all(m); i++)
        wanted += m->is_wanted[i] && finding_at(m, i)->rule == rule;
    for (uint32_t i = 0; i < count_all(m); i++)
        if (m->is_wanted[i] && finding_at(m, i)->rule == rule && kept++ >= wanted / 2)
            m->is_wanted[i] = false;
    m->postponed = rule;
}

/* Bars the rule's fixes that are no good by themselves, and learns which are chains. Where that was
   known, they only got into each other's way, or another rule's. */
static void judge_rule(mender *m, const cq_rule *rule) {
    uint32_t tried = 0;
    bool has_learnt = false;
    if (m->postponed == rule) { /* they were tried in this round */
        postpone(m, rule);
        return;
    }
    for (uint32_t i = 0; i < count_all(m) && tried < MOST_TRIED; i++) {
        bool was_chain = m->is_chain[i];
        if (!m->is_wanted[i] || finding_at(m, i)->rule != rule) continue;
        tried++;
        bool is_good = is_good_alone(m, i);
        if (!is_good) bar(m, i);
        has_learnt = has_learnt || !is_good || m->is_chain[i] != was_chain;
    }
    if (!has_learnt) postpone(m, rule);
}

typedef CQ_ARRAY(const cq_rule *) rules;

/* The rules whose fixes did not do what they should, each once. */
static rules find_guilty(mender *m, const state *next) {
    rules guilty = {0};
    for (uint32_t i = 0; i < count_all(m); i++) {
        const cq_rule *rule = finding_at(m, i)->rule;
        bool is_known = false;
        for (uint32_t k = 0; k < guilty.len; k++) is_known = is_known || guilty.at[k] == rule;
        if (m->is_applied[i] && !is_known && !is_rid_of(m, next, rule))
            *CQ_ARRAY_PUSH(&m->round_arena, &guilty) = rule;
    }
    return guilty;
}

/* Applies what is wanted, less and less of it until the result is good: each attempt that is not takes
   some fix away. Returns the number of fixes in `next`. */
static uint32_t settle_round(mender *m, state *next) {
    for (;;) {
        *next = (state){0};
        copy_changed(m, next, &m->now.changed);
        uint32_t applied =
            cq_fix_apply_wanted(&next->text, cq_buf_get(&m->now.text), &m->now.findings,
                                m->is_wanted, m->is_applied, &next->changed);
        if (!applied || !lint_state(m, next)) return 0;
        rules guilty = find_guilty(m, next);
        if (!guilty.len) return applied;
        release_state(next);
        for (uint32_t i = 0; i < guilty.len; i++) judge_rule(m, guilty.at[i]);
    }
}

static bool was_visited(const mender *m, cq_str text) {
    for (uint32_t i = 0; i < m->visited.len; i++)
        if (m->visited.at[i] == cq_str_hash(text)) return true;
    return false;
}

static void move_on(mender *m, state *next) {
    *CQ_ARRAY_PUSH(&m->arena, &m->visited) = cq_str_hash(cq_buf_get(&m->now.text));
    release_state(&m->now);
    m->now = *next;
    *next = (state){0};
}

/* Rounds until nothing is left to do. */
static uint32_t mend_rounds(mender *m) {
    uint32_t total = 0;
    for (int round = 0;; round++) {
        state next;
        begin_round(m);
        uint32_t applied = settle_round(m, &next);
        bool is_circle = applied && was_visited(m, cq_buf_get(&next.text));
        if (applied && !is_circle && round < CQ_MEND_MOST_ROUNDS) {
            move_on(m, &next);
            total += applied;
            continue;
        }
        release_state(&next);
        if (is_circle)
            cq_troubles_push(m->troubles,
                             "%s: fixes undo each other; the last ones are not applied",
                             m->mend->path);
        else if (applied)
            cq_troubles_push(m->troubles, "%s: there is more to fix after %d rounds", m->mend->path,
                             CQ_MEND_MOST_ROUNDS);
        else if (m->postponed)
            cq_troubles_push(m->troubles,
                             "%s: the fixes of %s get into each other's way; some are not applied",
                             m->mend->path, m->postponed->id.ptr);
        return total;
    }
}

uint32_t cq_mend_text(cq_buf *text, const cq_mend *mend, cq_troubles *troubles) {
    uint32_t total = 0;
    mender m = {.mend = mend, .troubles = troubles};
    cq_arena_init(&m.arena);
    cq_arena_init(&m.round_arena);
    cq_buf_push_str(&m.now.text, cq_buf_get(text));
    copy_changed(&m, &m.now, mend->changed);
    if (lint_state(&m, &m.now)) total = mend_rounds(&m);
    if (total) {
        cq_buf before = *text;
        *text = m.now.text;
        m.now.text = before;
    }
    release_state(&m.now);
    cq_arena_release(&m.round_arena);
    cq_arena_release(&m.arena);
    return total;
}
