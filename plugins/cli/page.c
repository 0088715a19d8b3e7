#include "plugins/cli/page.h"

#include "plugins/cli/example.h"

/* Appends text, with `margin` in front of each line but the first. */
static void push_indented(cq_buf *out, cq_str text, const char *margin) {
    for (size_t i = 0; i < text.len; i++) {
        cq_buf_push(out, text.ptr[i]);
        if (text.ptr[i] == '\n') cq_buf_push_str(out, cq_str_of(margin));
    }
    cq_buf_push(out, '\n');
}

static void push_marked(cq_buf *out, const cq_rule_example *example, const char *margin) {
    cq_buf text = {0};
    cq_example_push_marked(&text, example->text, example->marks.at, example->marks.len);
    push_indented(out, cq_buf_get(&text), margin);
    cq_buf_release(&text);
}

static void push_sources(cq_buf *out, const cq_rule *rule) {
    for (uint32_t i = 0; i < rule->sources.len; i++)
        cq_buf_push_format(out, "%s%.*s", i ? ", " : "", CQ_FMT(rule->sources.at[i]));
}

/* A rule's `why` is indented as its file is: each line is trimmed. */
static void push_why(cq_buf *out, cq_str why) {
    why = cq_str_trim(why);
    while (why.len) {
        const char *end = memchr(why.ptr, '\n', why.len);
        size_t len = end ? (size_t)(end - why.ptr) : why.len;
        cq_buf_push_str(out, cq_str_trim(cq_str_slice(why, 0, len)));
        cq_buf_push(out, '\n');
        why = cq_str_slice(why, len + 1, why.len);
    }
}

static void push_bad(cq_buf *out, const cq_rule *rule) {
    for (uint32_t i = 0; i < rule->examples.len; i++) {
        const cq_rule_example *example = &rule->examples.at[i];
        if (!example->is_bad) continue;
        cq_buf_push_str(out, CQ_STR("  wrong  "));
        push_marked(out, example, "         ");
        if (example->has_fix) {
            cq_buf_push_str(out, CQ_STR("  fixed  "));
            push_indented(out, example->fixed, "         ");
        }
    }
}

static void push_good(cq_buf *out, const cq_rule *rule) {
    for (uint32_t i = 0; i < rule->examples.len; i++) {
        if (rule->examples.at[i].is_bad) continue;
        cq_buf_push_str(out, CQ_STR("  right  "));
        push_indented(out, rule->examples.at[i].text, "         ");
    }
}

static void push_level(cq_buf *out, const cq_rule *rule) {
    cq_buf_push_str(out, cq_str_of(cq_level_name(rule->level)));
    if (rule->level != rule->default_level)
        cq_buf_push_format(out, " (by itself: %s)", cq_level_name(rule->default_level));
}

void cq_page_push(cq_buf *out, const cq_rule *rule) {
    cq_buf_push_format(out, "%s: %s\n\n", rule->id.ptr, rule->summary.ptr);
    push_why(out, rule->why);
    cq_buf_push(out, '\n');
    push_bad(out, rule);
    push_good(out, rule);
    cq_buf_push_str(out, CQ_STR("\nlevel: "));
    push_level(out, rule);
    cq_buf_push_format(out, "; MQM error type: %s", rule->mqm.ptr);
    if (rule->sources.len) cq_buf_push_str(out, CQ_STR("; for text translated from: "));
    push_sources(out, rule);
    if (rule->measured.len) cq_buf_push_format(out, "\nmeasured: %s", rule->measured.ptr);
    cq_buf_push_format(out, "\nrule file: %s\n", rule->origin.ptr);
}

static void push_field(cq_buf *out, const char *name, cq_str value) {
    cq_buf_push_format(out, "%-9s ", name);
    push_indented(out, cq_str_trim(value), "          ");
}

static void push_example(cq_buf *out, const cq_rule_example *example) {
    cq_buf_push_format(out, "%-9s ", example->is_bad ? "bad" : "good");
    push_marked(out, example, "          ");
    if (example->has_fix) push_field(out, "  fix", example->fixed);
    if (example->source_language.len) push_field(out, "  source", example->source_language);
    if (!cq_str_is_equal(example->format, CQ_STR("plain")))
        push_field(out, "  format", example->format);
}

void cq_page_push_fields(cq_buf *out, const cq_rule *rule) {
    push_field(out, "id", rule->id);
    push_field(out, "language", rule->language);
    push_field(out, "group", rule->group);
    push_field(out, "origin", rule->origin);
    cq_buf_push_format(out, "%-9s ", "level");
    push_level(out, rule);
    cq_buf_push_format(out, "\n%-9s %s\n%-9s ", "mqm", rule->mqm.ptr, "source");
    push_sources(out, rule);
    cq_buf_push_str(out, rule->sources.len ? CQ_STR("\n") : CQ_STR("any\n"));
    push_field(out, "summary", rule->summary);
    push_field(out, "why", rule->why);
    for (uint32_t i = 0; i < rule->examples.len; i++) push_example(out, &rule->examples.at[i]);
}
