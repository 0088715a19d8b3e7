/* Reviewdog's diagnostic format. Its columns count bytes, and its suggestions have one range each. */
#include "base/json.h"
#include "report/report.h"
#include "report/uri.h"

static void push_position(cq_buf *out, const char *key, cq_source *source, uint32_t offset) {
    uint32_t line = cq_source_locate(source, offset).line;
    uint32_t start = line > 1 ? cq_source_line(source, line).start : 0; /* a BOM is bytes too */
    cq_json_push_key(out, key);
    cq_buf_push(out, '{');
    cq_json_push_number(out, "line", line);
    cq_json_push_number(out, "column", (int64_t)(offset - start) + 1);
    cq_buf_push(out, '}');
}

static void push_range(cq_buf *out, cq_source *source, cq_span at) {
    cq_json_push_key(out, "range");
    cq_buf_push(out, '{');
    push_position(out, "start", source, at.start);
    push_position(out, "end", source, at.end);
    cq_buf_push(out, '}');
}

/* Several edits become one: what lies between them is repeated as it is. */
static void push_suggestion(cq_buf *out, cq_source *source, const cq_fix *fix) {
    if (!fix->edits.len) return;
    const cq_edit *edits = fix->edits.at;
    cq_span at = {edits[0].at.start, edits[fix->edits.len - 1].at.end};
    cq_buf text = {0};
    for (uint32_t i = 0; i < fix->edits.len; i++) {
        if (i)
            cq_buf_push_str(
                &text, cq_source_slice(source, (cq_span){edits[i - 1].at.end, edits[i].at.start}));
        cq_buf_push_str(&text, edits[i].text);
    }
    cq_json_push_comma(out);
    cq_buf_push(out, '{');
    push_range(out, source, at);
    cq_json_push_str(out, "text", cq_buf_get(&text));
    cq_buf_push(out, '}');
    cq_buf_release(&text);
}

static const char *name_severity(cq_level level) {
    return level == CQ_LEVEL_ERROR ? "ERROR" : level == CQ_LEVEL_WARNING ? "WARNING" : "INFO";
}

static void push_finding(cq_buf *out, cq_source *source, const cq_finding *finding) {
    cq_buf_push(out, '{');
    cq_json_push_str(out, "message", finding->message);
    cq_json_push_key(out, "location");
    cq_buf_push(out, '{');
    cq_json_push_str(out, "path", cq_uri_trim(source->path));
    push_range(out, source, finding->at);
    cq_buf_push(out, '}');
    cq_json_push_str(out, "severity", cq_str_of(name_severity(finding->level)));
    cq_json_push_key(out, "code");
    cq_buf_push(out, '{');
    cq_json_push_str(out, "value", finding->rule->id);
    cq_buf_push(out, '}');
    cq_json_push_key(out, "suggestions");
    cq_buf_push(out, '[');
    for (uint32_t i = 0; i < finding->fixes.len; i++)
        push_suggestion(out, source, &finding->fixes.at[i]);
    cq_buf_push_str(out, CQ_STR("]}"));
}

static void push_file(cq_buf *out, cq_source *source, const cq_findings *findings,
                      const cq_report_options *options) {
    (void)options;
    for (uint32_t i = 0; i < findings->list.len; i++) {
        if (i) cq_buf_push_str(out, CQ_STR(",\n"));
        push_finding(out, source, &findings->list.at[i]);
    }
}

static void push_end(cq_buf *out, const cq_report_totals *totals,
                     const cq_report_options *options) {
    (void)totals, (void)options;
    cq_buf_push_str(out, CQ_STR("\n]}\n"));
}

const cq_report cq_report_rdjson = {
    .name = "rdjson",
    .summary = "reviewdog's diagnostic format",
    .between = ",\n",
    .begin = "{\"source\":{\"name\":\"calque\"},\"diagnostics\":[\n",
    .file = push_file,
    .end = push_end,
};
