#include "plugins/lsp/manual.h"

#include "plugins/cli/page.h"

enum { MOST_EXAMPLES = 3 }; /* of a kind: a hover is read at a glance */

/* Lines of a rule's `why` are indented as its file is. */
static void push_why(cq_buf *out, cq_str why) {
    why = cq_str_trim(why);
    while (why.len) {
        size_t len = cq_str_find(why, CQ_STR("\n"));
        cq_str line = cq_str_trim(cq_str_slice(why, 0, len));
        cq_buf_push_str(out, line);
        cq_buf_push(out, '\n');
        why = len == SIZE_MAX ? CQ_STR("") : cq_str_slice(why, len + 1, why.len);
    }
}

/* The text on one line, as code, which shows it as it is. */
static void push_sentence(cq_buf *out, const char *lead, cq_str text) {
    cq_buf_push_format(out, "- %s `` ", lead);
    for (size_t i = 0; i < text.len; i++) {
        char c = text.ptr[i];
        cq_buf_push(out, c == '\n' || c == '\r' ? ' ' : c == '`' ? '\'' : c);
    }
    cq_buf_push_str(out, CQ_STR(" ``\n"));
}

static void push_examples(cq_buf *out, const cq_rule *rule, bool are_bad) {
    int count = 0;
    for (uint32_t i = 0; i < rule->examples.len && count < MOST_EXAMPLES; i++) {
        const cq_rule_example *example = &rule->examples.at[i];
        if (example->is_bad != are_bad) continue;
        push_sentence(out, are_bad ? "wrong:" : "right:", example->text);
        if (example->has_fix) push_sentence(out, "fixed:", example->fixed);
        count++;
    }
}

static void push_markdown(cq_buf *out, const cq_rule *rule) {
    cq_buf_push_format(out, "**%s** (%s)\n\n%s\n\n", rule->id.ptr, cq_level_name(rule->level),
                       rule->summary.ptr);
    push_why(out, rule->why);
    cq_buf_push(out, '\n');
    push_examples(out, rule, true);
    push_examples(out, rule, false);
}

void cq_lsp_manual_push(cq_buf *out, const cq_rule *rule, bool is_markdown) {
    if (is_markdown)
        push_markdown(out, rule);
    else
        cq_page_push(out, rule);
}
