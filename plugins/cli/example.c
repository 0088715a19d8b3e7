#include "plugins/cli/example.h"

typedef struct spans {
    CQ_ARRAY(cq_span) list;
} spans;

/* What a text gave: owns all it shows. */
typedef struct outcome {
    cq_arena arena;
    cq_findings findings;
    spans found;
} outcome;

void cq_example_push_marked(cq_buf *out, cq_str text, const cq_span *marks, uint32_t count) {
    uint32_t done = 0;
    for (uint32_t i = 0; i < count; i++) {
        if (marks[i].start < done) continue; /* overlaps the one before */
        cq_buf_push_str(out, cq_str_slice(text, done, marks[i].start));
        cq_buf_push_str(out, CQ_STR("<<"));
        cq_buf_push_str(out, cq_str_slice(text, marks[i].start, marks[i].end));
        cq_buf_push_str(out, CQ_STR(">>"));
        done = marks[i].end;
    }
    cq_buf_push_str(out, cq_str_slice(text, done, text.len));
}

static cq_doc_options options_of(const cq_rule *rule, const cq_rule_example *example) {
    bool is_any = cq_str_is_equal(rule->language, CQ_STR("any"));
    cq_doc_options options = {
        .format = cq_format_of_name(example->format),
        .language = is_any ? CQ_STR("en") : rule->language,
        .source_language = example->source_language,
    };
    if (!options.format) options.format = cq_format_of_name(CQ_STR("plain"));
    if (!options.source_language.len && rule->sources.len)
        options.source_language = rule->sources.at[0];
    return options;
}

static void release_outcome(outcome *o) {
    cq_findings_release(&o->findings);
    cq_arena_release(&o->arena);
}

/* What the example is a translation of; the host knows of it then. Where there is none, it is empty, and
   the host knows of nothing. */
static bool open_original(cq_doc *out, cq_host *host, const cq_rule *rule,
                          const cq_rule_example *example, cq_err *err) {
    cq_doc_options options = options_of(rule, example);
    options.language = options.source_language;
    if (!cq_doc_open(out, cq_host_words(host), CQ_STR("original"), example->original, &options,
                     err))
        return false;
    cq_host_set_source(host, example->original.len ? out : NULL);
    return true;
}

static bool lint_text(outcome *out, cq_host *host, const cq_rule *rule,
                      const cq_rule_example *example, cq_str text, cq_troubles *troubles) {
    *out = (outcome){0};
    cq_arena_init(&out->arena);
    cq_findings_init(&out->findings);
    cq_doc doc;
    cq_err err;
    cq_doc_options options = options_of(rule, example);
    if (!cq_host_set_glossary(host, example->glossary, &err))
        return cq_troubles_push(troubles, "%s: glossary:%s", rule->id.ptr, err.message);
    cq_doc source;
    if (!open_original(&source, host, rule, example, &err) ||
        !cq_doc_open(&doc, cq_host_words(host), CQ_STR("example"), text, &options, &err))
        return cq_troubles_push(troubles, "%s: %s", rule->id.ptr, err.message);
    cq_host_lint_with(host, rule, &doc, &out->findings, troubles);
    for (uint32_t i = 0; i < out->findings.list.len; i++)
        *CQ_ARRAY_PUSH(&out->arena, &out->found.list) = out->findings.list.at[i].at;
    cq_doc_close(&doc);
    cq_host_set_source(host, NULL);
    cq_doc_close(&source);
    return true;
}

static bool are_equal(const spans *found, const cq_span *marks, uint32_t count) {
    if (found->list.len != count) return false;
    for (uint32_t i = 0; i < count; i++)
        if (found->list.at[i].start != marks[i].start || found->list.at[i].end != marks[i].end)
            return false;
    return true;
}

/* "  found:    " and the text, line by line. */
static void push_lines(cq_buf *out, const char *label, cq_str text) {
    cq_buf_push_format(out, "  %-10s", label);
    for (size_t i = 0; i < text.len; i++) {
        cq_buf_push(out, text.ptr[i]);
        if (text.ptr[i] == '\n') cq_buf_push_format(out, "  %-10s", "");
    }
    cq_buf_push(out, '\n');
}

static void push_marked_lines(cq_buf *out, const char *label, cq_str text, const cq_span *marks,
                              uint32_t count) {
    cq_buf marked = {0};
    cq_example_push_marked(&marked, text, marks, count);
    push_lines(out, label, cq_buf_get(&marked));
    cq_buf_release(&marked);
}

static void push_difference(cq_buf *out, const outcome *o, cq_str text, const cq_span *marks,
                            uint32_t count) {
    push_marked_lines(out, "expected:", text, marks, count);
    push_marked_lines(out, "found:", text, o->found.list.at, o->found.list.len);
    for (uint32_t i = 0; i < o->findings.list.len; i++)
        push_lines(out, "", o->findings.list.at[i].message);
}

static bool is_silent(cq_buf *out, cq_host *host, const cq_rule *rule,
                      const cq_rule_example *example, cq_str text, cq_troubles *troubles) {
    outcome o;
    bool ok = lint_text(&o, host, rule, example, text, troubles);
    if (ok && o.found.list.len) {
        push_difference(out, &o, text, NULL, 0);
        ok = false;
    }
    release_outcome(&o);
    return ok;
}

static bool is_fix_right(cq_buf *out, cq_host *host, const cq_rule *rule,
                         const cq_rule_example *example, const outcome *o, cq_troubles *troubles) {
    cq_buf fixed = {0};
    uint32_t applied = cq_fix_apply(&fixed, example->text, &o->findings, true);
    cq_str text = cq_buf_get(&fixed);
    bool ok = !example->has_fix || cq_str_is_equal(text, example->fixed);
    if (!ok) {
        push_lines(out, "", CQ_STR("after the fix:"));
        push_lines(out, "expected:", example->fixed);
        push_lines(out, "found:", text);
    } else if (applied) {
        cq_buf more = {0};
        ok = is_silent(&more, host, rule, example, text, troubles);
        if (!ok) push_lines(out, "", CQ_STR("the fixed text is reported again:"));
        cq_buf_push_str(out, cq_buf_get(&more));
        cq_buf_release(&more);
    }
    cq_buf_release(&fixed);
    return ok;
}

static bool do_overlap(const spans *found) {
    for (uint32_t i = 1; i < found->list.len; i++)
        if (found->list.at[i].start < found->list.at[i - 1].end) return true;
    return false;
}

bool cq_example_observe(cq_buf *marked, cq_buf *fixed, cq_host *host, const cq_rule *rule,
                        const cq_rule_example *example, cq_troubles *troubles) {
    outcome o;
    cq_buf ignored = {0};
    bool ok = lint_text(&o, host, rule, example, example->text, troubles) && o.found.list.len &&
              !do_overlap(&o.found);
    if (ok) {
        cq_example_push_marked(marked, example->text, o.found.list.at, o.found.list.len);
        uint32_t applied = cq_fix_apply(fixed, example->text, &o.findings, true);
        ok = !applied || is_silent(&ignored, host, rule, example, cq_buf_get(fixed), troubles);
    }
    cq_buf_release(&ignored);
    release_outcome(&o);
    return ok;
}

bool cq_example_holds(cq_buf *out, cq_host *host, const cq_rule *rule,
                      const cq_rule_example *example, cq_troubles *troubles) {
    if (!example->is_bad) return is_silent(out, host, rule, example, example->text, troubles);
    outcome o;
    bool ok = lint_text(&o, host, rule, example, example->text, troubles);
    if (ok && !are_equal(&o.found, example->marks.at, example->marks.len)) {
        push_difference(out, &o, example->text, example->marks.at, example->marks.len);
        ok = false;
    }
    ok = ok && is_fix_right(out, host, rule, example, &o, troubles);
    release_outcome(&o);
    return ok;
}
