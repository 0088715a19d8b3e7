/* One self-contained page: what was found where and how often, the documents with their findings
   marked, and the rules' reasons. No script; links lead from mark to note, from note to rule. */
#include "report/html_article.h"
#include "report/html_style.h"
#include "report/html_text.h"
#include "report/report.h"
#include "report/xml.h"

#include <inttypes.h>

typedef struct page {
    cq_buf *out;
    const cq_tally *tally;
    const cq_report_totals *totals;
    cq_arena arena;
} page;

static void push(page *p, const char *text) {
    cq_buf_push_str(p->out, cq_str_of(text));
}

static void push_count(page *p, uint64_t count, const char *what) {
    cq_buf_push_format(p->out, "%" PRIu64 " %s%s", count, what, count == 1 ? "" : "s");
}

static void push_title(page *p) {
    if (p->tally->findings)
        push_count(p, p->tally->findings, "finding");
    else
        push(p, "Nothing found");
    push(p, " in ");
    if (p->tally->documents.len == 1)
        cq_html_text_push(p->out, p->tally->documents.at[0].path, false);
    else
        push_count(p, p->tally->documents.len, "document");
}

static void push_lead(page *p) {
    const uint32_t *found = p->totals->findings;
    push(p, "<p class=\"lead\">");
    if (p->tally->findings) {
        push(p, "<b class=\"error\">");
        push_count(p, found[CQ_LEVEL_ERROR], "error");
        push(p, "</b>, <b class=\"warning\">");
        push_count(p, found[CQ_LEVEL_WARNING], "warning");
        push(p, "</b>");
        if (found[CQ_LEVEL_HINT]) {
            push(p, ", <b class=\"hint\">");
            push_count(p, found[CQ_LEVEL_HINT], "hint");
            push(p, "</b>");
        }
        cq_buf_push_format(p->out, "; %.1f in 1,000 words; ",
                           cq_tally_density(p->tally->findings, p->tally->words));
    }
    push_count(p, p->tally->words, "word");
    if (p->tally->mqm)
        cq_buf_push_format(p->out, "; MQM score %.2f (%g passes)", cq_tally_total_score(p->tally),
                           p->tally->mqm->pass);
    if (p->totals->had_trouble) push(p, ". Not everything could be read: the run said what.");
    push(p, "</p>\n");
}

static void push_bar(page *p, double value, double most) {
    cq_buf_push_format(p->out, "<td class=\"bar\"><span style=\"width:%.1f%%\"></span></td>",
                       most > 0 ? value * 100 / most : 0);
}

static void push_groups(page *p) {
    cq_tally_groups groups = cq_tally_rank_groups(&p->arena, p->tally);
    push(p,
         "<section>\n<h2 id=\"by-group\">By group</h2>\n<table aria-labelledby=\"by-group\">\n"
         "<thead><tr><th scope=\"col\">Group</th><th scope=\"col\" class=\"count\">Findings</th>"
         "<th scope=\"col\" class=\"count\">in 1,000 words</th><td></td></tr></thead>\n<tbody>\n");
    for (uint32_t i = 0; i < groups.len; i++) {
        const cq_tally_group *group = &groups.at[i];
        push(p, "<tr><th scope=\"row\">");
        cq_xml_push(p->out, group->name);
        cq_buf_push_format(p->out,
                           "</th><td class=\"count\">%" PRIu32 "</td><td class=\"count\">%.2f</td>",
                           group->findings, cq_tally_density(group->findings, p->tally->words));
        push_bar(p, group->findings, groups.at[0].findings);
        push(p, "</tr>\n");
    }
    push(p, "</tbody>\n</table>\n</section>\n");
}

/* As a list in columns: a table of thirty rules would hide the article below it. */
static void push_rules(page *p) {
    uint32_t count;
    const uint32_t *order = cq_tally_rank_rules(&p->arena, p->tally, &count);
    push(p, "<section>\n<h2 id=\"by-rule\">By rule</h2>\n"
            "<ul class=\"counts\" aria-labelledby=\"by-rule\">\n");
    for (uint32_t i = 0; i < count; i++) {
        const cq_rule *rule = &p->tally->rules[order[i]];
        const char *level = cq_level_name(rule->level);
        cq_buf_push_format(p->out, "<li class=\"%s\"><b>%" PRIu32 "</b> <a href=\"#", level,
                           p->tally->counts[order[i]]);
        cq_html_text_push_id(p->out, "rule", rule->id);
        push(p, "\">");
        cq_xml_push(p->out, rule->id);
        cq_buf_push_format(p->out, "</a> <span class=\"level\">%s</span></li>\n", level);
    }
    push(p, "</ul>\n</section>\n");
}

static void push_score_cells(page *p, const cq_tally_document *document) {
    bool passes = cq_tally_passes(p->tally, document);
    cq_buf_push_format(p->out, "<td class=\"count\">%.2f</td><td>%s</td>", cq_tally_score(document),
                       passes ? "pass" : "<b class=\"error\">fail</b>");
}

static void push_document_row(page *p, const cq_tally_document *document, double most) {
    uint32_t count = cq_tally_count(document);
    double density = cq_tally_density(count, document->words);
    push(p, "<tr><th scope=\"row\">");
    if (count) {
        push(p, "<a href=\"#");
        cq_html_text_push_id(p->out, "document", document->path);
        push(p, "\">");
    }
    cq_html_text_push(p->out, document->path, false);
    if (count) push(p, "</a>");
    cq_buf_push_format(p->out,
                       "</th><td class=\"count\">%" PRIu32 "</td><td class=\"count\">%.2f"
                       "</td><td class=\"count\">%" PRIu32 "</td>",
                       count, density, document->words);
    if (p->tally->mqm) push_score_cells(p, document);
    push_bar(p, density, most);
    push(p, "</tr>\n");
}

/* Which document to read first; for a single one there is only its score to tell. */
static void push_documents(page *p) {
    uint32_t count = p->tally->documents.len;
    const uint32_t *order = cq_tally_rank_documents(&p->arena, p->tally);
    if (count < 2 && !p->tally->mqm) return;
    push(p, "<section>\n<h2 id=\"by-document\">By document, the densest first</h2>\n"
            "<div class=\"scroll\"><table aria-labelledby=\"by-document\">\n"
            "<thead><tr><th scope=\"col\">Document</th><th scope=\"col\" class=\"count\">Findings"
            "</th><th scope=\"col\" class=\"count\">in 1,000 words</th>"
            "<th scope=\"col\" class=\"count\">Words</th>");
    if (p->tally->mqm)
        push(p, "<th scope=\"col\" class=\"count\">MQM score</th><th scope=\"col\">Mark</th>");
    push(p, "<td></td></tr></thead>\n<tbody>\n");
    double most = 0;
    for (uint32_t i = 0; i < count; i++) {
        const cq_tally_document *document = &p->tally->documents.at[order[i]];
        if (i == 0) most = cq_tally_density(cq_tally_count(document), document->words);
        push_document_row(p, document, most);
    }
    push(p, "</tbody>\n</table></div>\n</section>\n");
}

static void push_marked(page *p, const cq_rule_example *example, const char *level) {
    uint32_t done = 0;
    for (uint32_t i = 0; i < example->marks.len; i++) {
        cq_span at = example->marks.at[i];
        if (at.start < done) continue; /* overlaps the one before */
        cq_html_text_push(p->out, cq_str_slice(example->text, done, at.start), false);
        cq_buf_push_format(p->out, "<mark class=\"%s%s\">", level,
                           at.start == at.end ? " place" : "");
        cq_html_text_push(p->out, cq_str_slice(example->text, at.start, at.end), true);
        push(p, "</mark>");
        done = at.end;
    }
    cq_html_text_push(p->out, cq_str_slice(example->text, done, example->text.len), false);
}

/* One sentence that is wrong, as it is after the fix, and one that is right. */
static void push_examples(page *p, const cq_rule *rule) {
    bool has_bad = false, has_good = false;
    push(p, "<dl class=\"examples\">\n");
    for (uint32_t i = 0; i < rule->examples.len; i++) {
        const cq_rule_example *example = &rule->examples.at[i];
        if (example->is_bad ? has_bad : has_good) continue;
        *(example->is_bad ? &has_bad : &has_good) = true;
        push(p, example->is_bad ? "<dt>wrong</dt><dd>" : "<dt>right</dt><dd>");
        push_marked(p, example, cq_level_name(rule->level));
        push(p, "</dd>\n");
        if (!example->has_fix) continue;
        push(p, "<dt>fixed</dt><dd>");
        cq_html_text_push(p->out, example->fixed, false);
        push(p, "</dd>\n");
    }
    push(p, "</dl>\n");
}

static void push_rule(page *p, const cq_rule *rule) {
    push(p, "<section id=\"");
    cq_html_text_push_id(p->out, "rule", rule->id);
    push(p, "\">\n<h3>");
    cq_xml_push(p->out, rule->id);
    push(p, "</h3>\n<p class=\"lead\">");
    cq_html_text_push(p->out, rule->summary, false);
    push(p, "</p>\n");
    cq_html_text_push_prose(p->out, rule->why);
    push_examples(p, rule);
    push(p, "</section>\n");
}

static void push_reference(page *p) {
    push(p,
         "<section class=\"rules\" aria-labelledby=\"rules\">\n<h2 id=\"rules\">The rules</h2>\n");
    for (uint32_t i = 0; i < p->tally->rule_count; i++)
        if (p->tally->counts[i]) push_rule(p, &p->tally->rules[i]);
    push(p, "</section>\n");
}

static void push_head(page *p) {
    push(p, "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\"/>\n"
            "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>\n"
            "<meta name=\"generator\" content=\"calque " CQ_VERSION "\"/>\n<title>");
    push_title(p);
    push(p, "</title>\n<style>\n");
    cq_buf_push_str(p->out, cq_html_style());
    push(p, "</style>\n</head>\n<body>\n<a class=\"skip\" href=\"#documents\">To the text</a>\n"
            "<header>\n<h1>");
    push_title(p);
    push(p, "</h1>\n");
    push_lead(p);
}

static void push_whole(cq_buf *out, cq_str files, const cq_report_totals *totals,
                       const cq_report_options *options) {
    (void)options;
    page p = {.out = out, .tally = totals->tally, .totals = totals};
    cq_arena_init(&p.arena);
    push_head(&p);
    push(&p, "<div class=\"summary\">\n");
    push_documents(&p);
    if (p.tally->findings) {
        push_groups(&p);
        push_rules(&p);
    }
    push(&p, "</div>\n</header>\n<main id=\"documents\">\n");
    cq_buf_push_str(out, files);
    if (p.tally->findings) push_reference(&p);
    push(&p, "</main>\n<footer>calque " CQ_VERSION "</footer>\n</body>\n</html>\n");
    cq_arena_release(&p.arena);
}

static void push_file(cq_buf *out, cq_source *source, const cq_findings *findings,
                      const cq_report_options *options) {
    (void)options;
    cq_html_article_push(out, source, findings);
}

const cq_report cq_report_html = {
    .name = "html",
    .summary = "one page for people: documents with marks and notes, counts, reasons",
    .file = push_file,
    .whole = push_whole,
};
