#include "lua/suppression.h"

#include "check/suppress.h"

enum { MOST_GUESSES = 20 }; /* in a document: where a colon lacks there are many names */

typedef struct suppression {
    cq_host *host;
    cq_findings *findings;
    bool is_forced;
    uint32_t guesses;
} suppression;

static bool is_named(const void *context, const cq_rule *rule, cq_str name) {
    return cq_host_is_named(context, rule, name);
}

/* Whether a rule of the name has looked at the document: who has not cannot say that nothing is there. */
static bool has_run(const cq_host *host, cq_str name) {
    const cq_rule *one = cq_host_rule(host, name);
    uint32_t first = one ? one->index : 0, end = one ? first + 1 : host->rule_count;
    for (uint32_t i = first; i < end; i++) {
        const cq_rule *rule = &host->rules[i];
        if (cq_host_is_on(host, rule) && (!name.len || cq_host_is_named(host, rule, name)) &&
            cq_rule_is_for(rule, host->session.language, host->session.source_language))
            return true;
    }
    return false;
}

/* The message is copied. */
static void report(suppression *s, const char *id, cq_span at, cq_str message) {
    const cq_rule *rule = cq_host_rule(s->host, cq_str_of(id));
    if (!rule || !s->host->bodies[rule->index].is_engine) return;
    if (rule->level == CQ_LEVEL_OFF && !s->is_forced) return;
    cq_level level = rule->level != CQ_LEVEL_OFF ? rule->level : CQ_LEVEL_HINT;
    cq_finding *finding = cq_findings_push(s->findings);
    *finding = (cq_finding){.rule = rule, .level = level, .at = at};
    finding->message = cq_str_dup(&s->findings->arena, message);
}

static const char *guess_id(suppression *s, cq_str name) {
    if (s->guesses++ >= MOST_GUESSES) return NULL;
    cq_arena *arena = &s->host->session.arena;
    const char **ids = CQ_ARENA_NEW_ARRAY(arena, const char *, s->host->rule_count + 1u);
    for (uint32_t i = 0; i < s->host->rule_count; i++) ids[i] = s->host->rules[i].id.ptr;
    return cq_rule_table_guess(name.ptr, ids);
}

static void report_unknown(suppression *s, const cq_ignore *ignore) {
    cq_arena *arena = &s->host->session.arena;
    const char *guess = guess_id(s, ignore->name);
    cq_str message =
        guess ? cq_str_format(arena, "There is no rule “%s”; did you mean %s?", ignore->name.ptr,
                              guess)
              : cq_str_format(arena, "There is no rule “%s”. A reason stands behind a colon.",
                              ignore->name.ptr);
    report(s, "any/ignore-unknown", ignore->at, message);
}

typedef CQ_ARRAY(cq_ignore) ignore_list;

/* Takes out the names that stand for no rule: they are many where a reason lacks its colon. */
static ignore_list take_unknown(suppression *s, cq_ignores *ignores) {
    ignore_list unknown = {0};
    uint32_t kept = 0;
    for (uint32_t i = 0; i < ignores->list.len; i++) {
        cq_str name = ignores->list.at[i].name;
        if (!name.len || cq_host_is_name(s->host, name))
            ignores->list.at[kept++] = ignores->list.at[i];
        else
            *CQ_ARRAY_PUSH(&s->host->session.arena, &unknown) = ignores->list.at[i];
    }
    ignores->list.len = kept;
    return unknown;
}

static void report_unused(suppression *s, const cq_ignore *ignore) {
    if (ignore->is_used || !has_run(s->host, ignore->name)) return;
    cq_str message = ignore->name.len
                         ? cq_str_format(&s->host->session.arena, "Nothing of %s is ignored here.",
                                         ignore->name.ptr)
                         : CQ_STR("Nothing is ignored here.");
    report(s, "any/ignore-unused", ignore->at, message);
}

void cq_suppression_apply(cq_host *host, cq_findings *findings, bool is_forced) {
    suppression s = {host, findings, is_forced, 0};
    cq_ignores ignores = {0};
    cq_suppress_read(&ignores, &host->session.arena, host->session.doc);
    if (!ignores.list.len && !ignores.errors.len) return;
    cq_findings_sort(findings);
    ignore_list unknown = take_unknown(&s, &ignores);
    cq_suppress_apply(findings, &ignores, is_named, host);
    for (uint32_t i = 0; i < unknown.len; i++) report_unknown(&s, &unknown.at[i]);
    for (uint32_t i = 0; i < ignores.errors.len; i++)
        report(&s, "any/ignore-unknown", ignores.errors.at[i].at, ignores.errors.at[i].message);
    for (uint32_t i = 0; i < ignores.list.len; i++) report_unused(&s, &ignores.list.at[i]);
    cq_findings_sort(findings);
}
