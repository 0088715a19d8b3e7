/* GitLab's Code Quality report, a subset of Code Climate's issues. */
#include "base/json.h"
#include "check/fingerprint.h"
#include "report/report.h"
#include "report/uri.h"

#include <inttypes.h>
#include <stdio.h>

static const char *name_severity(cq_level level) {
    return level == CQ_LEVEL_ERROR ? "major" : level == CQ_LEVEL_WARNING ? "minor" : "info";
}

static void push_location(cq_buf *out, cq_source *source, cq_span at) {
    cq_json_push_key(out, "location");
    cq_buf_push(out, '{');
    cq_json_push_str(out, "path", cq_uri_trim(source->path));
    cq_json_push_key(out, "lines");
    cq_buf_push(out, '{');
    cq_json_push_number(out, "begin", cq_source_locate(source, at.start).line);
    cq_json_push_number(out, "end", cq_source_locate(source, at.end).line);
    cq_buf_push_str(out, CQ_STR("}}"));
}

static void push_finding(cq_buf *out, cq_source *source, const cq_finding *finding,
                         uint64_t print) {
    char fingerprint[17];
    snprintf(fingerprint, sizeof fingerprint, "%016" PRIx64, print);
    cq_buf_push(out, '{');
    cq_json_push_str(out, "type", CQ_STR("issue"));
    cq_json_push_str(out, "check_name", finding->rule->id);
    cq_json_push_str(out, "description", finding->message);
    cq_json_push_key(out, "categories");
    cq_buf_push_str(out, CQ_STR("[\"Style\"]"));
    cq_json_push_str(out, "severity", cq_str_of(name_severity(finding->level)));
    cq_json_push_str(out, "fingerprint", cq_str_of(fingerprint));
    push_location(out, source, finding->at);
    cq_buf_push(out, '}');
}

/* Two files may hold the same finding: the path goes into the fingerprint. */
static void push_file(cq_buf *out, cq_source *source, const cq_findings *findings,
                      const cq_report_options *options) {
    (void)options;
    cq_arena arena;
    cq_arena_init(&arena);
    const uint64_t *prints =
        cq_fingerprint_all(&arena, source, findings, cq_uri_trim(source->path));
    for (uint32_t i = 0; i < findings->list.len; i++) {
        if (i) cq_buf_push_str(out, CQ_STR(",\n"));
        push_finding(out, source, &findings->list.at[i], prints[i]);
    }
    cq_arena_release(&arena);
}

static void push_end(cq_buf *out, const cq_report_totals *totals,
                     const cq_report_options *options) {
    (void)totals, (void)options;
    cq_buf_push_str(out, CQ_STR("\n]\n"));
}

const cq_report cq_report_gitlab = {
    .name = "gitlab",
    .summary = "GitLab's Code Quality report",
    .between = ",\n",
    .begin = "[\n",
    .file = push_file,
    .end = push_end,
};
