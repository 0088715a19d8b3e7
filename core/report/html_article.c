#include "report/html_article.h"

#include "base/utf8.h"
#include "report/html_text.h"
#include "report/printable.h"
#include "report/xml.h"

#include <inttypes.h>
#include <stdlib.h>

enum {
    LONG_ROW = 8,     /* lines after which a row ends behind one with a finding: notes stay near */
    MOST_SHOWN = 120, /* columns of a text in a fix */
};

/* The walk through the text: findings begin and end along the way. */
typedef struct walk {
    cq_buf *out;
    cq_source *source;
    const cq_findings *findings;
    uint32_t *by_end; /* indices of the findings that are not empty, by their end */
    uint32_t end_count;
    uint32_t next_start, next_end;     /* into the findings; into by_end */
    uint32_t open[CQ_LEVEL_ERROR + 1]; /* findings that cover the place, by level */
    uint32_t row_first;                /* the first finding that begins in this row */
    uint32_t shown;                    /* where the row's text ends; white space follows */
    bool *is_explained;                /* by rule: its `why` stands in a note already */
} walk;

static const cq_finding *finding_at(const walk *w, uint32_t index) {
    return &w->findings->list.at[index];
}

static void push_link(walk *w, const char *kind, uint32_t index) {
    cq_html_text_push_id(w->out, kind, w->source->path);
    cq_buf_push_format(w->out, "-%" PRIu32, index + 1);
}

/* The number behind a mark, which leads to the note. */
static void push_number(walk *w, uint32_t index) {
    cq_buf_push_str(w->out, CQ_STR("<sup><a id=\""));
    push_link(w, "mark", index);
    cq_buf_push_str(w->out, CQ_STR("\" href=\"#"));
    push_link(w, "note", index);
    cq_buf_push_format(w->out, "\" aria-label=\"note %" PRIu32 ", %s\">%" PRIu32 "</a></sup>",
                       index + 1, cq_level_name(finding_at(w, index)->level), index + 1);
}

static void end_findings(walk *w, uint32_t offset) {
    while (w->next_end < w->end_count) {
        uint32_t index = w->by_end[w->next_end];
        const cq_finding *finding = finding_at(w, index);
        if (finding->at.end > offset) return;
        w->open[finding->level]--;
        w->next_end++;
        if (index >= w->row_first) push_number(w, index);
    }
}

static void begin_findings(walk *w, uint32_t offset) {
    while (w->next_start < w->findings->list.len &&
           finding_at(w, w->next_start)->at.start <= offset) {
        const cq_finding *finding = finding_at(w, w->next_start);
        bool is_empty = finding->at.start == finding->at.end;
        if (is_empty || finding->at.start >= w->shown) /* nothing is there that could be marked */
            cq_buf_push_format(w->out, "<mark class=\"%s place\"></mark>",
                               cq_level_name(finding->level));
        if (is_empty)
            push_number(w, w->next_start);
        else
            w->open[finding->level]++;
        w->next_start++;
    }
}

static uint32_t find_boundary(const walk *w, uint32_t limit) {
    if (w->next_start < w->findings->list.len) {
        uint32_t start = finding_at(w, w->next_start)->at.start;
        if (start < limit) limit = start;
    }
    if (w->next_end < w->end_count) {
        uint32_t end = finding_at(w, w->by_end[w->next_end])->at.end;
        if (end < limit) limit = end;
    }
    return limit;
}

static cq_level level_of(const walk *w) {
    for (int level = CQ_LEVEL_ERROR; level > CQ_LEVEL_OFF; level--)
        if (w->open[level]) return (cq_level)level;
    return CQ_LEVEL_OFF;
}

/* Bytes that are no text are shown as such, not by what stands for them. */
static void push_piece(walk *w, uint32_t start, uint32_t end) {
    cq_level level = level_of(w);
    if (start == end) return;
    if (level) cq_buf_push_format(w->out, "<mark class=\"%s\">", cq_level_name(level));
    cq_html_text_push(w->out, cq_str_slice(w->source->bytes, start, end), level != CQ_LEVEL_OFF);
    if (level) cq_buf_push_str(w->out, CQ_STR("</mark>"));
}

/* The text of a row; findings in the white space behind it are marked at its end. */
static void push_text(walk *w, cq_span row) {
    for (uint32_t offset = row.start; offset < row.end;) {
        end_findings(w, offset);
        begin_findings(w, offset);
        uint32_t next = find_boundary(w, row.end);
        if (offset < w->shown) push_piece(w, offset, next < w->shown ? next : w->shown);
        offset = next;
    }
    end_findings(w, row.end);
    if (row.end == w->source->bytes.len) begin_findings(w, row.end);
}

static int compare_ends(const void *left, const void *right, void *context) {
    const walk *w = context;
    uint32_t a = *(const uint32_t *)left, b = *(const uint32_t *)right;
    uint32_t a_end = finding_at(w, a)->at.end, b_end = finding_at(w, b)->at.end;
    if (a_end != b_end) return a_end < b_end ? -1 : 1;
    return (a > b) - (a < b);
}

static void sort_ends(walk *w, cq_arena *arena) {
    uint32_t count = w->findings->list.len;
    w->by_end = CQ_ARENA_NEW_ARRAY(arena, uint32_t, count + 1u);
    for (uint32_t i = 0; i < count; i++)
        if (finding_at(w, i)->at.start < finding_at(w, i)->at.end) w->by_end[w->end_count++] = i;
    qsort_r(w->by_end, w->end_count, sizeof *w->by_end, compare_ends, w);
}

static void push_shown(walk *w, const char *tag, cq_str text) {
    cq_buf cut = {0};
    cq_buf_push_format(w->out, "<%s>", tag);
    cq_printable_push_revealed(&cut, text, MOST_SHOWN);
    cq_xml_push(w->out, cq_buf_get(&cut));
    cq_buf_push_format(w->out, "</%s>", tag);
    cq_buf_release(&cut);
}

static void push_edit(walk *w, const cq_edit *edit) {
    cq_str old = cq_source_slice(w->source, edit->at);
    if (!edit->text.len) {
        cq_buf_push_str(w->out, CQ_STR("delete "));
        push_shown(w, "del", old);
    } else if (!old.len) {
        cq_buf_push_str(w->out, CQ_STR("insert "));
        push_shown(w, "ins", edit->text);
    } else {
        push_shown(w, "del", old);
        cq_buf_push_str(w->out, CQ_STR(" → "));
        push_shown(w, "ins", edit->text);
    }
}

static void push_fix(walk *w, const cq_fix *fix) {
    cq_buf_push_format(w->out, "<p class=\"fix\"><b>%s</b> ", fix->is_safe ? "Fix:" : "Perhaps:");
    for (uint32_t i = 0; i < fix->edits.len; i++) {
        if (i) cq_buf_push_str(w->out, CQ_STR(", "));
        push_edit(w, &fix->edits.at[i]);
    }
    cq_buf_push_str(w->out, CQ_STR("</p>\n"));
}

static void push_related(walk *w, const cq_related *related) {
    cq_buf_push_format(w->out, "<p>Line %" PRIu32 ": ",
                       cq_source_locate(w->source, related->at.start).line);
    cq_html_text_push(w->out, related->message, false);
    cq_buf_push(w->out, ' ');
    push_shown(w, "q", cq_source_slice(w->source, related->at));
    cq_buf_push_str(w->out, CQ_STR("</p>\n"));
}

/* A rule's reasons stand in the first note of a document that is its. */
static void push_why(walk *w, const cq_rule *rule) {
    if (w->is_explained[rule->index]) return;
    w->is_explained[rule->index] = true;
    cq_buf_push_str(w->out, CQ_STR("<details><summary>Why</summary>\n"));
    cq_html_text_push_prose(w->out, rule->why);
    cq_buf_push_str(w->out, CQ_STR("</details>\n"));
}

static void push_note(walk *w, uint32_t index) {
    const cq_finding *finding = finding_at(w, index);
    const char *level = cq_level_name(finding->level);
    cq_buf_push_format(w->out, "<li class=\"%s\" id=\"", level);
    push_link(w, "note", index);
    cq_buf_push_str(w->out, CQ_STR("\"><p><a class=\"number\" href=\"#"));
    push_link(w, "mark", index);
    cq_buf_push_format(w->out,
                       "\" aria-label=\"%" PRIu32 ", back to the text\">%" PRIu32
                       "</a> <b class=\"level\">%s</b> ",
                       index + 1, index + 1, level);
    cq_html_text_push(w->out, finding->message, false);
    cq_buf_push_str(w->out, CQ_STR("</p>\n"));
    for (uint32_t i = 0; i < finding->fixes.len; i++) push_fix(w, &finding->fixes.at[i]);
    for (uint32_t i = 0; i < finding->related.len; i++) push_related(w, &finding->related.at[i]);
    cq_buf_push_str(w->out, CQ_STR("<div class=\"reason\">"));
    push_why(w, finding->rule);
    cq_buf_push_str(w->out, CQ_STR("<p class=\"rule\"><a href=\"#"));
    cq_html_text_push_id(w->out, "rule", finding->rule->id);
    cq_buf_push_str(w->out, CQ_STR("\">"));
    cq_xml_push(w->out, finding->rule->id);
    cq_buf_push_str(w->out, CQ_STR("</a></p></div></li>\n"));
}

/* Numbers of what goes on in the next row, and the notes of what began in this one. */
static void end_row(walk *w, uint32_t end) {
    for (uint32_t i = w->row_first; i < w->next_start; i++)
        if (finding_at(w, i)->at.end > end) push_number(w, i);
    cq_buf_push_str(w->out, CQ_STR("</p>\n"));
    if (w->row_first < w->next_start) {
        cq_buf_push_str(w->out, CQ_STR("<ol class=\"notes\" aria-label=\"notes\">\n"));
        for (uint32_t i = w->row_first; i < w->next_start; i++) push_note(w, i);
        cq_buf_push_str(w->out, CQ_STR("</ol>\n"));
    }
    cq_buf_push_str(w->out, CQ_STR("</div>\n"));
}

static void push_row(walk *w, cq_span row, bool goes_on) {
    w->row_first = w->next_start;
    cq_buf_push_format(w->out, "<div class=\"row%s\"><p dir=\"auto\">", goes_on ? " on" : "");
    push_text(w, row);
    end_row(w, row.end);
}

static bool is_blank(walk *w, uint32_t line) {
    return cq_str_trim(cq_source_slice(w->source, cq_source_line(w->source, line))).len == 0;
}

static bool has_finding_before(const walk *w, uint32_t offset) {
    return w->next_start < w->findings->list.len && finding_at(w, w->next_start)->at.start < offset;
}

/* The line behind the row that begins with `line`: behind a paragraph and the blank lines that follow
   it, or in the middle of a long paragraph. Sets w->shown. */
static uint32_t find_row_end(walk *w, uint32_t line, uint32_t line_count, bool *is_cut) {
    uint32_t lines = 0;
    *is_cut = false;
    for (; line <= line_count; line++) {
        if (is_blank(w, line)) continue;
        bool is_next = lines && is_blank(w, line - 1);
        *is_cut = lines >= LONG_ROW && has_finding_before(w, w->shown);
        if (is_next || *is_cut) break;
        w->shown = cq_source_line(w->source, line).end;
        lines++;
    }
    return line;
}

static void push_rows(walk *w) {
    uint32_t count = cq_source_count_lines(w->source), line = 1;
    bool goes_on = false, is_cut = false;
    for (uint32_t start = 0, end; line <= count; start = end, goes_on = is_cut) {
        w->shown = start;
        line = find_row_end(w, line, count, &is_cut);
        end =
            line <= count ? cq_source_line(w->source, line).start : (uint32_t)w->source->bytes.len;
        push_row(w, (cq_span){start, end}, goes_on);
    }
}

static void push_heading(walk *w) {
    uint32_t count = w->findings->list.len;
    cq_buf_push_str(w->out, CQ_STR("<article aria-labelledby=\""));
    cq_html_text_push_id(w->out, "document", w->source->path);
    cq_buf_push_str(w->out, CQ_STR("\">\n<h2 id=\""));
    cq_html_text_push_id(w->out, "document", w->source->path);
    cq_buf_push_str(w->out, CQ_STR("\">"));
    cq_html_text_push(w->out, w->source->path, false);
    cq_buf_push_format(w->out, " <small>%" PRIu32 " finding%s</small></h2>\n", count,
                       count == 1 ? "" : "s");
}

static uint32_t count_rules(const cq_findings *findings) {
    uint32_t count = 0;
    for (uint32_t i = 0; i < findings->list.len; i++)
        if (findings->list.at[i].rule->index >= count) count = findings->list.at[i].rule->index + 1;
    return count;
}

void cq_html_article_push(cq_buf *out, cq_source *source, const cq_findings *findings) {
    if (!findings->list.len) return;
    cq_arena arena;
    cq_arena_init(&arena);
    walk w = {.out = out, .source = source, .findings = findings};
    w.is_explained = CQ_ARENA_NEW_ARRAY(&arena, bool, count_rules(findings));
    sort_ends(&w, &arena);
    push_heading(&w);
    push_rows(&w);
    cq_buf_push_str(out, CQ_STR("</article>\n"));
    cq_arena_release(&arena);
}
