/* For people: where, what, the text with marks below it, and what would mend it. */
#include "report/excerpt.h"
#include "report/printable.h"
#include "report/report.h"

#include <inttypes.h>

enum {
    DEFAULT_WIDTH = 100, /* columns where there is no terminal */
    WIDEST = 200,        /* wider lines are hard to read */
    FIX_WIDTH = 44,      /* columns of a text in a fix */
};

typedef struct colors {
    const char *level[CQ_LEVEL_ERROR + 1];
    const char *strong, *faint, *good, *reset;
} colors;

static const colors no_colors = {{"", "", "", ""}, "", "", "", ""};
static const colors ansi_colors = {
    .level = {"", "\033[1;36m", "\033[1;33m", "\033[1;31m"},
    .strong = "\033[1m",
    .faint = "\033[2m",
    .good = "\033[32m",
    .reset = "\033[0m",
};

static const colors *choose_colors(const cq_report_options *options) {
    return options->use_color ? &ansi_colors : &no_colors;
}

static void push_place(cq_buf *out, cq_source *source, uint32_t offset, const colors *color) {
    cq_position at = cq_source_locate(source, offset);
    cq_buf_push_str(out, cq_str_of(color->strong));
    cq_printable_push(out, source->path);
    cq_buf_push_format(out, ":%" PRIu32 ":%" PRIu32 ":%s ", at.line, at.column, color->reset);
}

static void push_excerpt(cq_buf *out, cq_source *source, cq_span at, char mark,
                         const char *mark_color, const cq_report_options *options) {
    const colors *color = choose_colors(options);
    uint32_t width = options->width ? options->width : DEFAULT_WIDTH;
    cq_excerpt_style style = {width < WIDEST ? width : WIDEST, mark, color->faint, mark_color,
                              color->reset};
    cq_excerpt_push(out, source, at, &style);
}

static void push_quoted(cq_buf *out, cq_str text) {
    cq_buf_push_str(out, CQ_STR("“"));
    cq_printable_push_revealed(out, text, FIX_WIDTH);
    cq_buf_push_str(out, CQ_STR("”"));
}

static void push_edit(cq_buf *out, const cq_source *source, const cq_edit *edit) {
    cq_str old = cq_source_slice(source, edit->at);
    if (!edit->text.len) {
        cq_buf_push_str(out, CQ_STR("delete "));
        push_quoted(out, old);
    } else if (!old.len) {
        cq_buf_push_str(out, CQ_STR("insert "));
        push_quoted(out, edit->text);
    } else {
        push_quoted(out, old);
        cq_buf_push_str(out, CQ_STR(" → "));
        push_quoted(out, edit->text);
    }
}

static void push_fix(cq_buf *out, const cq_source *source, const cq_fix *fix, const colors *color) {
    cq_buf_push_format(out, "%s      =%s %sfix%s%s: ", color->faint, color->reset, color->good,
                       fix->is_safe ? " (safe)" : "", color->reset);
    for (uint32_t i = 0; i < fix->edits.len; i++) {
        if (i) cq_buf_push_str(out, CQ_STR(", "));
        push_edit(out, source, &fix->edits.at[i]);
    }
    cq_buf_push(out, '\n');
}

static void push_related(cq_buf *out, cq_source *source, const cq_related *related,
                         const cq_report_options *options) {
    const colors *color = choose_colors(options);
    push_place(out, source, related->at.start, color);
    cq_buf_push_format(out, "%snote:%s ", color->strong, color->reset);
    cq_printable_push(out, related->message);
    cq_buf_push(out, '\n');
    push_excerpt(out, source, related->at, '-', color->strong, options);
}

static void push_finding(cq_buf *out, cq_source *source, const cq_finding *finding,
                         const cq_report_options *options) {
    const colors *color = choose_colors(options);
    const char *level_color = color->level[finding->level];
    push_place(out, source, finding->at.start, color);
    cq_buf_push_format(out, "%s%s:%s ", level_color, cq_level_name(finding->level), color->reset);
    cq_printable_push(out, finding->message);
    cq_buf_push_format(out, " %s[%s]%s\n", color->faint, finding->rule->id.ptr, color->reset);
    push_excerpt(out, source, finding->at, '^', level_color, options);
    for (uint32_t i = 0; i < finding->fixes.len; i++)
        push_fix(out, source, &finding->fixes.at[i], color);
    for (uint32_t i = 0; i < finding->related.len; i++)
        push_related(out, source, &finding->related.at[i], options);
}

static void push_file(cq_buf *out, cq_source *source, const cq_findings *findings,
                      const cq_report_options *options) {
    for (uint32_t i = 0; i < findings->list.len; i++) {
        push_finding(out, source, &findings->list.at[i], options);
        cq_buf_push(out, '\n');
    }
}

static void push_count(cq_buf *out, uint32_t count, const char *one, bool is_first) {
    cq_buf_push_format(out, "%s%" PRIu32 " %s%s", is_first ? "" : ", ", count, one,
                       count == 1 ? "" : "s");
}

static void push_end(cq_buf *out, const cq_report_totals *totals,
                     const cq_report_options *options) {
    if (options->is_quiet) return;
    const uint32_t *found = totals->findings;
    if (!totals->files)
        cq_buf_push_str(out, CQ_STR("nothing to lint"));
    else if (!found[CQ_LEVEL_HINT] && !found[CQ_LEVEL_WARNING] && !found[CQ_LEVEL_ERROR])
        cq_buf_push_str(out, CQ_STR("nothing found"));
    else {
        push_count(out, found[CQ_LEVEL_ERROR], "error", true);
        push_count(out, found[CQ_LEVEL_WARNING], "warning", false);
        if (found[CQ_LEVEL_HINT]) push_count(out, found[CQ_LEVEL_HINT], "hint", false);
    }
    if (totals->files) {
        cq_buf_push_str(out, CQ_STR(" in "));
        push_count(out, totals->files, "file", true);
    }
    cq_buf_push(out, '\n');
}

const cq_report cq_report_human = {
    .name = "human",
    .summary = "for people: the text, marks below it, and what would mend it",
    .file = push_file,
    .end = push_end,
};
